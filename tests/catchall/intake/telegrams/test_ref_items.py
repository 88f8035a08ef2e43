"""Items of a REF field and their letters."""

import pytest

from catchall.intake.telegrams.ref_items import items


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("REF: A. ROME 1 B. OSLO 2", "AB"),
        ("REFS: (A) ROME 1, (B) OSLO 2", "AB"),
        ("Ref: [A] Rome 1 [B] Oslo 2", "AB"),
        ("REF: A) ROME 1 B) OSLO 2 B) LIMA 3", "ABB"),
        ("REF A ROME 1 B OSLO 2", "AB"),
        ("REF: A. ROME 1 D. OSLO 2", "AD"),
        ("REF: A.) ROME 1 B.) OSLO 2", "AB"),
        ("REFS: (1) ROME 1, (2) OSLO 2", "12"),
        ("REF: A - Rome 1", "A"),
        ("REF: A. REF A ROME 1 B. REF B OSLO 2", "AB"),
        ("REF: A. (A) ROME 1", "A"),
        ("REF: REF: ROME 1", "-"),
        ("REF: ROME 1; A. OSLO 2", "-A"),
        ("A. REF ROME 1", "A"),
        ("REF: MEMO J. ROE-K. MARSH", "-"),
        ("REF: KUWAIT (C)02293", "-"),
    ],
)
def test_letters(text, letters):
    assert "".join(i.letter or "-" for i in items(text)) == letters


def test_the_words_of_an_item_begin_behind_its_letter():
    text = "REF: A. A) ROME 1"
    assert [text[i.start : i.end].strip() for i in items(text)] == ["ROME 1"]
