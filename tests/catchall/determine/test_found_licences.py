"""What the destination asks of listed goods, and what a licence on record answers."""

from typing import Any

from tests.catchall.determine.conftest import Decide, entry, plain

from catchall.determine import found_licences
from catchall.records import Finding, Outcome

GRAPHITE = {"name": "MTCR-6.C.3", "eu": ["1C107.a"], "us": ["1C107.a"]}
LICENCE = {
    "licence_no": "L-1", "exporter": "Velm Export", "consignee": "Orlo Works",
    "destination_country": "India", "entry": "1C107", "quantity": "1000",
    "quantity_unit": "kg", "expires": "2027-12-31", "status": "granted",
}  # fmt: skip


def _goods(found: Any) -> Finding:
    (one,) = (one for one in found.findings if one.kind == "goods")
    return one


def test_listed_goods_need_what_the_destination_says(decide: Decide) -> None:
    found = decide(plain(destination_country="India"), matches=[entry("meets", **GRAPHITE)])
    assert _goods(found).outcome is Outcome.LICENCE
    assert "eu licence, us licence" in _goods(found).why
    told = {one.rule: one.why for one in found.findings if one.kind == "licence"}
    assert "MT column 1" in told["us.destination"]
    assert "EU001 is not valid for IN" in told["eu.destination"]


def test_every_destination_finding_is_cited(decide: Decide) -> None:
    found = decide(plain(destination_country="India"), matches=[entry("meets", **GRAPHITE)])
    told = [one for one in found.findings if one.rule.endswith(".destination")]
    assert len(told) == 2
    assert all(one.citation for one in told)


def test_a_licence_on_record_answers_the_need_of_one(decide: Decide) -> None:
    rows = plain(destination_country="India", quantity="50", quantity_unit="kg")
    side = {"licences": (LICENCE,)}
    found = decide(rows, matches=[entry("meets", **GRAPHITE)], side=side)
    assert _goods(found).outcome is None
    assert "licence L-1 is on record" in _goods(found).why
    other = {"licences": ({**LICENCE, "destination_country": "Peru"},)}
    found = decide(rows, matches=[entry("meets", **GRAPHITE)], side=other)
    assert _goods(found).outcome is Outcome.LICENCE


def test_an_unknown_destination_is_asked_for(decide: Decide) -> None:
    found = decide(plain(destination_country=None), matches=[entry("meets", **GRAPHITE)])
    assert found.incomplete
    assert "destination_country" in {one.asks for one in found.questions}


def test_goods_to_be_judged_tell_what_would_follow(decide: Decide) -> None:
    found = decide(plain(destination_country="India"), matches=[entry("judge", **GRAPHITE)])
    assert _goods(found).outcome is Outcome.REVIEW
    assert "if it is met: eu licence" in _goods(found).why


def test_what_is_open_of_a_licence_on_record_is_asked() -> None:
    asked = found_licences.Asked(None, "why", "licence L7: its unit not known")
    (question,) = found_licences.question("item 1", "E1", asked)
    assert "how much of it is left (licence L7" in question.text
    assert not list(found_licences.question("item 1", "E1", found_licences.Asked(None, "why")))
