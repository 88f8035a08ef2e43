"""A message's draft as proposals: each value with its words, nothing made by itself."""

from datetime import date

import pytest
from tests.catchall.link.sample import HEAD

from catchall.runners import reading as engine
from catchall_desk.jobs import reading

TEXT = """1. (S) In May 2008 the Maltese company Ostrava Quill Trading Ltd shipped 12 pumps to
Brindle Marsh Industries in Oman. The vessel MV Ostrelin carried the goods.

2. (S) Post requests that the Government of Oman stop the delivery.

3. (S) Post should respond by June 12, 2008.
"""


def draft(text):
    data = (HEAD.format(subject="PUMPS") + text).encode()
    return engine.read(data, "a.txt", engine.Desk(date(2026, 11, 28)))


@pytest.fixture(scope="module")
def proposed():
    return {one.key: one for one in reading.proposals(draft(TEXT), "doc")}


def of(proposal, field):
    return [one.value for one in proposal.values if one.field == field]


def test_a_draft_proposes_parties_then_transaction_case_and_request(proposed):
    kinds = [one.kind for one in proposed.values()]
    assert kinds == ["party"] * 3 + ["transaction", "case", "request"]


def test_every_party_stands_in_the_transaction_by_its_role(proposed):
    roles = of(proposed["case1.transaction1"], "roles")
    named = {one["role"]: of(proposed[one["party"]["proposed"]], "name") for one in roles}
    assert named == {
        "exporter": ["Ostrava Quill Trading Ltd"],
        "consignee": ["Brindle Marsh Industries"],
        "vessel": ["MV Ostrelin"],
    }


def test_a_value_has_the_words_it_rests_on(proposed):
    (line,) = [one for one in proposed["case1.transaction1"].values if one.field == "lines"]
    assert line.value["quantity"] == {"amount": "12", "unit": "pieces"}
    assert (line.span.document, line.span.text) == ("doc", "12 pumps")
    text = HEAD.format(subject="PUMPS") + TEXT
    assert text[line.span.start : line.span.end] == "12 pumps"
    assert line.span.source()["place"].startswith("paragraph 1, characters ")


def test_what_is_asked_is_a_request_with_points_and_a_day(proposed):
    request = proposed["case1.request"]
    (point,) = of(request, "points")
    assert point["number"] == "1"
    assert "stop the delivery" in point["text"]
    assert of(request, "due") == ["2008-06-12"]
    assert of(request, "case") == [{"proposed": "case1.case"}]


def test_a_message_without_a_case_is_proposed_as_a_lead():
    (lead,) = reading.proposals({"cases": [], "source_file": "a.txt", "document": None}, "doc")
    assert (lead.kind, lead.type) == ("lead", "receive")
    assert of(lead, "text") == ["a.txt"]
    assert of(lead, "documents") == [["doc"]]
    (told,) = reading.proposals(draft("1. (U) Greetings.\n") | {"cases": []}, "doc")
    assert told.values[1].span is not None


CASE = {
    "case_key": "PUMPS",
    "raised_by": [{"party": "United States"}, {"party": "Germany (Embassy)"}, {"party": None}],
    "exporters": [
        {"name": "Ostrava Quill", "aliases": ["OQ"], "country": "MT"},
        {"name": None},
    ],
    "items": [
        {"description": "pumps", "quantity": 3, "worth": {"value": 9, "currency": "EUR"}},
        {"designation": "valve K4"},
    ],
    "transactions": [{"items": ["pumps"]}, {"items": ["boats"]}],
    "origin_countries": [{"value": "MT"}],
    "programme": {"value": "nuclear"},
    "stated_end_use": {"value": "water works"},
    "requests": [],
}


def test_two_transactions_and_two_raising_governments_are_told_apart():
    found = {one.key: one for one in reading.proposals({"cases": [CASE]}, "doc")}
    first, second = found["case1.transaction1"], found["case1.transaction2"]
    assert [of(first, "lines")[0]["description"], of(first, "lines")[0]["value"]] == [
        "pumps", {"amount": "9", "currency": "EUR"},
    ]  # fmt: skip
    assert of(second, "lines")[0]["description"] == "valve K4"
    assert of(first, "stated_end_use") == ["water works"]
    case = found["case1.case"]
    assert of(case, "raised_by") == ["USA", "DEU"]
    assert (of(case, "about"), of(case, "programme")) == (["MT"], ["nuclear"])
    assert len(of(case, "transactions")) == 2


def test_a_party_that_the_message_does_not_name_has_no_name():
    found = {one.key: one for one in reading.proposals({"cases": [CASE]}, "doc")}
    assert of(found["case1.party1"], "alias") == ["OQ"]
    assert of(found["case1.party2"], "name") == [""]


def test_a_request_goes_from_who_raised_the_case_to_the_country_it_is_about():
    asked = {**CASE, "requests": [{"what": "stop it"}, {"what": "tell us"}]}
    found = {one.key: one for one in reading.proposals({"cases": [asked]}, "doc")}
    request = found["case1.request"]
    assert of(request, "from") == [{"government": "USA"}]
    assert of(request, "to") == [{"government": "MLT"}]
    assert [one["number"] for one in of(request, "points")] == ["1", "2"]
    assert of(request, "due") == []


def test_a_case_that_nobody_raised_is_the_desk_s_own_as_a_guess():
    told = {**CASE, "raised_by": [], "origin_countries": []}
    found = {one.key: one for one in reading.proposals({"cases": [told]}, "doc", "FRA")}
    (raised,) = [v for v in found["case1.case"].values if v.field == "raised_by"]
    assert (raised.value, raised.rule) == ("FRA", reading.GUESS)
    assert of(found["case1.case"], "about") == ["MT"]
    silent = reading.proposals({"cases": [told]}, "doc")
    assert not [v for one in silent for v in one.values if v.field == "raised_by"]


def test_goods_that_the_message_parts_not_are_one_more_dealing():
    left = {**CASE, "transactions": [{"items": ["pumps"]}, {"items": ["nothing such"]}]}
    keys = [one.key for one in reading.proposals({"cases": [left]}, "doc")]
    assert [key for key in keys if "transaction" in key] == [
        "case1.transaction1", "case1.transaction2",
    ]  # fmt: skip
    none = reading.proposals({"cases": [{**CASE, "items": [], "transactions": []}]}, "doc")
    assert [one.kind for one in none].count("transaction") == 1


LINKS = [
    {
        "kind": "party",
        "case_key": "PUMPS",
        "words": "OQ",
        "target": "known-1",
        "score": 0.9,
        "why": "alike",
    },
    {
        "kind": "party",
        "case_key": "OTHER",
        "words": "OQ",
        "target": "known-2",
        "score": 0.9,
        "why": "alike",
    },
    {
        "kind": "lawbook",
        "case_key": "PUMPS",
        "words": "pumps",
        "target": "2B999",
        "why": "pump",
    },
    {"kind": "duplicate", "target": "b.txt", "score": 1.0, "why": "the same bytes"},
]


def test_what_is_known_already_is_told_beside_each_proposal():
    told = {"cases": [CASE], "links": LINKS}
    like = {one.key: [hint.target for hint in one.like] for one in reading.proposals(told, "d")}
    assert like["case1.party1"] == ["known-1"]
    assert like["case1.transaction1"] == ["2B999"]
    assert like["case1.case"] == ["b.txt"]


def test_the_cases_of_attachments_are_proposed_with_their_place():
    firm = {"name": "OQ", "evidence": {"paragraph": None, "span": [0, 2], "text": "OQ"}}
    part = {"path": "mail/letter.pdf", "cases": [{"case_key": "A", "exporters": [firm]}]}
    found = reading.proposals({"cases": [CASE], "parts": [part]}, "doc")
    (party,) = [one for one in found if one.key == "case2.party1"]
    assert party.values[0].span.source()["place"] == "mail/letter.pdf, characters 0 to 2"
