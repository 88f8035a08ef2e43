"""Facts of a message beside their words."""

from catchall_desk.jobs.drafts import Judged, Offer
from catchall_desk.jobs.proposal import Proposal, Span, Value
from catchall_desk.web.facts import fact, pieces, stands, verdict

TEXT = "Alder Works of Hamburg sold pumps."


def span(words, part=""):
    start = TEXT.index(words)
    return Span("d", start, start + len(words), words, part=part)


SELLER = Offer(
    Proposal(
        "p1",
        "party",
        "begin",
        (
            Value("name", "Alder Works", span("Alder Works")),
            Value("schema", "company"),
            Value("country", "DE", span("Hamburg")),
        ),
    )
)
DEAL = Offer(
    Proposal(
        "t1",
        "transaction",
        "report",
        (
            Value("summary", "pumps", span("Alder Works of Hamburg")),
            Value("roles", {"role": "exporter", "party": {"proposed": "p1"}}),
        ),
    )
)


def marked(here):
    return [(one.text, one.here) for one in pieces(TEXT, [SELLER, DEAL], here) if one.anchor]


def test_the_pieces_are_the_text_again():
    assert "".join(one.text for one in pieces(TEXT, [SELLER, DEAL], "p1")) == TEXT


def test_words_of_the_fact_that_is_judged_are_marked_apart():
    assert marked("p1") == [("Alder Works", True), ("Hamburg", True)]
    assert marked("t1") == [("Alder Works of Hamburg", True)]


def test_words_that_do_not_stand_in_the_text_are_not_marked():
    assert not stands(span("Hamburg", part="a.pdf"), TEXT)
    assert not stands(Span("d", 0, 4, "Alde?"), TEXT)


def test_what_names_another_fact_is_not_written_by_hand():
    names = {one.field.name for one in fact(DEAL, TEXT).inputs}
    assert "summary" in names
    assert "roles" not in names
    assert fact(DEAL, TEXT).values[1].text == "role: exporter, party: fact p1"


def test_a_value_that_was_unticked_is_rejected():
    said = verdict(fact(SELLER, TEXT), {"says": "accepted"}, ["0", "1"])
    assert (said.says, said.rejects) == ("accepted", frozenset({2}))


def test_a_changed_value_is_an_edit_and_one_left_alone_is_none():
    one = fact(SELLER, TEXT)
    sent = {"says": "accepted", "set.name": "Alder Works GmbH", "set.schema": "company"}
    said = verdict(one, sent, ["0", "1", "2"])
    assert (said.says, said.edits) == ("edited", {"name": "Alder Works GmbH"})


def test_a_judged_fact_has_no_form():
    judged = Offer(SELLER.proposal, Judged("accepted", "", "x", "ana", "e"))
    assert fact(judged, TEXT).inputs == ()
