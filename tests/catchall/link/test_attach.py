"""Tests of ``catchall.link.attach``: every firm, person and ship is invented."""

from tests.catchall.link.sample import drafts

from catchall.link.attach import KnownCase, KnownParty, attach, message_links

SALE = drafts("Kestrel Flow Ltd sold four pumps to Iran (ref A).")
KNOWN = [KnownParty("p1", ("Kestrel Flow Limited",), "MT"), KnownParty("p2", ("Heron Lines",))]


def links(cases=()):
    return [(link.kind, link.target) for link in attach(SALE, KNOWN, cases)]


def test_a_party_is_proposed_with_its_reason():
    (link,) = attach(SALE, KNOWN, ())
    assert (link.kind, link.case_key, link.target) == ("party", "KESTREL FLOW LTD", "p1")
    assert link.words == "Kestrel Flow Ltd"
    assert link.why


def test_a_case_with_the_same_party_is_proposed():
    assert ("case", "c1") in links(
        [KnownCase("c1", frozenset({"p1"})), KnownCase("c2", frozenset({"p2"}))]
    )
    assert ("case", "c2") not in links([KnownCase("c2", frozenset({"p2"}))])


def test_a_case_that_a_reference_tells_of_is_proposed():
    assert ("case", "c3") in links([KnownCase("c3", messages=frozenset({"09VALLETTA99"}))])


def test_a_reference_is_an_earlier_message():
    (link,) = message_links(SALE, ["09VALLETTA99", "09VALLETTA77"])
    assert (link.target, link.why) == ("09VALLETTA99", "reference A names this message")


def test_countries_that_differ_are_told():
    told = drafts("The Spanish firm Kestrel Flow Ltd sold four pumps to Iran.")
    assert "countries differ: ES, MT" in attach(told, KNOWN, ())[0].why


def test_an_unnamed_party_is_linked_to_nobody():
    told = drafts("Kestrel Flow Ltd sold four pumps to a Syrian buyer.")
    assert [link.target for link in attach(told, KNOWN, ())] == ["p1"]
