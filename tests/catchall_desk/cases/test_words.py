"""Search keys: who else used this address, telephone, ship, number, name."""

import pytest
from tests.catchall_desk.jobs import sample

from catchall_desk.cases.words import KINDS, NEAREST, asked, keys_of, likeness

THING = "0f8fad5b-d9cb-469f-a165-70867728950e"


def keys(found, *kinds):
    return {(key.kind, key.key) for key in found if key.kind in kinds}


def claimed(prop, value):
    return keys_of(sample.claim("p", 2, prop, value))


def noted(**body):
    return keys_of(sample.event("c", 2, "case", "note", body))


@pytest.mark.parametrize(
    ("prop", "value", "query", "kind"),
    [
        ("phone", "+49 (0)30 1234567", "030 1234567", "phone"),
        ("email", "Desk@TQ.example", "desk@tq.example", "email"),
        ("address", {"text": "14 MARBLE RD IZMIR"}, "No. 14, Marble Road, Izmir", "address"),
        ("identifier", {"kind": "imo", "value": "9074729"}, "IMO 9074729", "imo"),
        ("identifier", {"kind": "imo", "value": "9074729"}, "9074729", "imo"),
        ("identifier", {"kind": "tax", "value": "77-01 234567"}, "7701234567", "identifier"),
        ("identifier", {"kind": "phone", "value": "+356 21 234567"}, "0356 21234567", "phone"),
        ("identifier", {"kind": "email", "value": "A@x.example"}, "a@x.example", "email"),
        ("identifier", {"kind": "permit", "value": "K-7"}, "K7", "document"),
        ("country", "MT", "Malta", "country"),
        ("name", {"name": "Kavžel Trading LLC"}, "KAVZEL TRADING LTD", "name"),
        ("name", {"name": "Kawzel Trading"}, "Kavzel", "sound"),
        ("statement", "It ships bearings", "bearings", "word"),
    ],
)
def test_what_is_claimed_is_found_by_what_is_asked(prop, value, query, kind):
    assert keys(claimed(prop, value), kind) & keys(asked(query), kind)


def test_a_body_is_found_by_its_words_streams_numbers_and_countries():
    told = noted(
        text="MV Ostrelin (IMO 9074729), call +356 21 234567 or a@x.example", related=[THING],
        numbers=[{"number": "EX-D/2025"}, {"number": "none"}], destination="OM", count=3,
    )  # fmt: skip
    assert keys(told, "imo", "phone", "email", "thing", "document", "country") == {
        ("imo", "9074729"),
        ("phone", "621234567"),
        ("email", "a@x.example"),
        ("thing", THING),
        ("document", "EXD2025"),
        ("country", "OM"),
    }
    assert ("word", "ostrelin") in keys(told, "word")


def test_a_document_in_the_source_of_a_claim_is_found():
    body = {"property": "statement", "value": "x", "source": {"document": THING}}
    assert keys(keys_of(sample.event("p", 2, "party", "claim", body)), "thing")


def test_a_screening_is_found_by_its_parties_and_the_listed_names_it_hit():
    rows = [{"party": THING, "hits": [{"name": "Kavzel Trading", "why": "read as"}]}, THING]
    body = {"parties": rows, "questions": [{"text": "What are the goods?"}]}
    found = keys_of(sample.event("c", 2, "transaction", "screened", body))
    assert keys(found, "thing", "name") == {("thing", THING), ("name", "kavzel trading")}
    assert not keys(found, "word") & {("word", "goods"), ("word", "read")}


def test_each_key_is_of_a_known_kind_and_stands_once():
    found = claimed("name", {"name": "Tamber Quill Quill Freight"})
    assert len(found) == len(set(found))
    assert {key.kind for key in found} <= set(KINDS)


def test_what_says_nothing_has_no_key():
    assert asked(" ") == ()
    assert claimed("email", "none at all") == claimed("statement", "none at all")
    assert keys(claimed("phone", "12"), "phone") == set()
    assert keys(claimed("name", {"name": "x" * 2000}), "name", "token") == set()
    assert keys(claimed("identifier", {"kind": "tax", "value": "-"}), "identifier") == set()


def test_likeness_is_that_of_the_best_name_and_of_pairs_alone():
    names = ["Osk Bolt", "Kavzel Trading LLC"]
    found = likeness("Kavzel Trading", names)
    assert found == likeness("Kavzel Trading", names[1:]) > NEAREST
    assert likeness("Kavzel", []) == 0.0
