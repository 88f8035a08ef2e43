"""Where a character of a document stands."""

from catchall.intake.documents.model import Document, Page, Place


def test_a_character_is_on_its_page_and_in_its_box():
    pages = (Page(1, 0, 5), Page(2, 5, 9))
    box = Place(5, 7, 2, (1, 2, 3, 4))
    page, places = Document("a", "", "pdf", "x" * 9, pages, (box,)).where(6, 7)
    assert (page, places) == (pages[1], (box,))
