"""Signs without meaning."""

import pytest

from catchall.intake.telegrams.offsets import View
from catchall.intake.telegrams.tidy import tidy


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\x0cb", "a\nb"),
        ("a\xa0b\tc", "a b c"),
        ("\xb61. a", "1. a"),
        ("a\x00b\u200b", "ab"),
        ("a &#x000A; b", "a\n b"),
        ("a &amp; b &#8217;", "a & b \u2019"),
        ("a \\\nb \\", "a\nb"),
        ("a   \nb", "a\nb"),
        ("&#182;1.&nbsp;a", "1. a"),
    ],
)
def test_plain_signs(text, want):
    assert tidy(View.of(text))[0].text == want


def test_each_kind_is_told_once_with_its_number():
    defects = tidy(View.of("a\r\nb\r\nc\xa0d"))[1]
    assert [(d.kind, d.repaired) for d in defects] == [
        ("carriage_return", "a line end, 2 in all"),
        ("odd_blank", "a blank, 1 in all"),
    ]


def test_a_text_with_a_blank_line_after_every_line_is_single_spaced():
    text = "a\n\n" * 30 + "\n\nb"
    assert tidy(View.of(text))[0].text == "a\n" * 30 + "\nb"
