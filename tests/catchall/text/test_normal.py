"""One spelling for what people write in many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.text.normal import fold, latin_lookalikes, transliterate, visible


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kavz\u00e9l  \u00d6ptik, S.R.L.", "kavzel optik srl"),
        ("d.o.o. Kavzel", "doo kavzel"),
        ("Kavzel & Co", "kavzel and co"),
        ("Al-Qa\u02bcim", "al qaim"),
        ("\u041e\u0441\u0442\u0440\u0435\u043b\u0438\u043d", "ostrelin"),
        ("Kav\u200bzel\u00a0Optik", "kavzel optik"),
        ("\uff2b\uff41\uff56\uff5a\uff45\uff4c", "kavzel"),
        ("", ""),
        ("***", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_lookalikes_are_latin_only_inside_latin_words():
    assert latin_lookalikes("K\u0430vzel") == "Kavzel"
    assert latin_lookalikes("\u043e\u0440\u0435\u043b") == "\u043e\u0440\u0435\u043b"
    assert latin_lookalikes("\u00e9t\u00e9") == "\u00e9t\u00e9"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_folded_text_is_plain(text):
    assert all(char == " " or (char.isascii() and char.isalnum()) for char in fold(text))
    assert fold(text) == fold(text).strip()


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=40))
def test_ascii_text_is_not_touched_by_transliteration(text):
    assert transliterate(visible(text)) == text
