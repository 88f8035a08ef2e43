"""Text that grows, with its pages and places."""

import pytest

from catchall.errors import InputError
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.writer import Writer


def test_every_place_slices_to_its_word():
    writer = Writer("a", Limits())
    writer.page("one")
    writer.write("the ")
    writer.put("word", label="B7")
    told = writer.done()
    assert told.text[told.places[0].start : told.places[0].end] == "word"


def test_a_page_ends_where_the_next_begins():
    writer = Writer("a", Limits())
    for text in ("one", "two"):
        writer.page()
        writer.write(text)
    assert [(p.start, p.end) for p in writer.done().pages] == [(0, 3), (3, 6)]


def test_too_much_text_is_refused():
    with pytest.raises(InputError, match="more than 3 characters"):
        Writer("a", Limits(text=3)).write("four")


def test_too_many_pages_are_refused():
    writer = Writer("a", Limits(pages=1))
    writer.page()
    with pytest.raises(InputError, match="more than 1 pages"):
        writer.page()
