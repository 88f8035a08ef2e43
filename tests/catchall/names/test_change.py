"""What would change a result, in words."""

from catchall.names.change import would_change
from catchall.names.parts import parse
from catchall.names.score import explain_listed


def _turn(query, listed, threshold=0.8):
    left = parse(query)
    return would_change(left, explain_listed(left, listed), listed, threshold)


def test_the_word_that_makes_a_match_is_named():
    assert _turn("Kavzel Trading", "Kavzel").startswith(
        "without 'kavzel' the names would score"
    )


def test_words_too_many_are_named():
    assert _turn("Kavzel Optik Zarvan", "Kavzel Optik", 0.99) == (
        "without 'zarvan' the names would score 1.00, at or above it"
    )


def test_a_spelling_that_would_match_is_told():
    turn = _turn("Kovzal Optek", "Kavzel Optik", 0.95)
    assert turn == "spelt as listed the names would score 1.00, at or above it"


def test_where_no_word_decides_it_is_said():
    assert _turn("Kavzel Moravit", "Dorvina Ostrelin Kavzel") == (
        "no single change of the party's words makes it a match"
    )
    assert _turn("Kavzel Moravit Optik Zarvan", "Kavzel Moravit Optik Zarvan", 0.5) == (
        "no single word of the party decides"
    )


def test_without_words_nothing_is_said():
    assert _turn("---", "Kavzel") == ""
