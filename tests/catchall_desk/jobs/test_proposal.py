"""Where a proposed value stands is told as the source of a claim."""

from catchall_desk.jobs.proposal import Span


def test_a_span_says_where_in_the_document_its_words_stand():
    assert Span("doc", 4, 9, "Ostra", "1", "mail/a.pdf").source() == {
        "document": "doc",
        "place": "mail/a.pdf, paragraph 1, characters 4 to 9",
        "text": "Ostra",
    }
    assert Span("doc", 4, 9, "Ostra").source()["place"] == "characters 4 to 9"
