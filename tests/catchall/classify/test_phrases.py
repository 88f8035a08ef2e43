"""Phrases of a book found in a text."""

from catchall.classify.phrases import Book, Mark, book, find
from catchall.classify.words import tokens

TABLE, RATE = Mark("class:table", "may_be"), Mark("class:rate", "names")
HELD = book([("table", TABLE), ("rate table", RATE), ("", RATE), ("tables", TABLE)])


def test_every_phrase_that_stands_in_the_text_is_found():
    found = find(HELD, tokens("Two-axis rate tables"))
    assert [(f.mark, f.start, f.end) for f in found] == [(RATE, 9, 20), (TABLE, 14, 20)]


def test_a_phrase_is_not_found_across_the_end():
    assert find(HELD, tokens("flow rate")) == ()


def test_an_empty_book_finds_nothing():
    assert find(Book(), tokens("rate table")) == ()
