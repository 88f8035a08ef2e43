"""Where the body cites a reference."""

import pytest

from catchall.intake.telegrams.citing import cited


@pytest.mark.parametrize(
    ("text", "letters", "words"),
    [
        ("See Ref A.", ("A",), "Ref A"),
        ("told before (refs B and C).", ("B", "C"), "refs B and C"),
        ("(Refs A-D)", ("A", "B", "C", "D"), "Refs A-D"),
        ("REFS A, B AND C say", ("A", "B", "C"), "REFS A, B AND C"),
        ("per ref (E) it", ("E",), "ref (E)"),
        ("in reftel we", (None,), "reftel"),
    ],
)
def test_letters_and_place(text, letters, words):
    found = list(cited(text, 0, len(text)))
    assert [(got, text[a:b]) for got, a, b in found] == [(letters, words)]


@pytest.mark.parametrize("text", ["Ref Apples", "a reference B", "Refer A", "ref A's"])
def test_other_words_cite_nothing(text):
    assert not list(cited(text, 0, len(text)))


def test_a_small_letter_in_brackets():
    assert next(iter(cited("see ref (c).", 0, 12))) == (("C",), 4, 11)
