"""A bundle holds all that was handed in and nothing else, under the marking of it all."""

import hashlib
import json

import pytest
from tests.catchall_desk.jobs import sample

from catchall_desk.cases.fold import fold
from catchall_desk.errors import BundleError
from catchall_desk.jobs.bundle import Part, lines

MARKED = {"set": {"title": "pumps"}}


def case(*notes, marking="UNCLASSIFIED"):
    begun = sample.event("case", 1, "case", "open", MARKED, marking=marking)
    made = [
        sample.event("case", at, "case", "note", {"text": text}, marking=mark)
        for at, (text, mark) in enumerate(notes, 2)
    ]
    return Part(fold([begun, *made]), (begun, *made))


def told(*parts):
    return [json.loads(one) for one in lines("case", parts, sample.NOW, "ana")]


def test_the_banner_is_the_marking_of_all_that_is_in_it():
    low, high = case(), case(("closer", "SECRET//REL TO USA, GBR"))
    assert told(low)[0]["bundle"]["marking"] == "UNCLASSIFIED"
    assert told(high)[0]["bundle"]["marking"] == "SECRET//REL TO USA, GBR"


def test_streams_come_first_then_events_in_the_order_of_what_happened():
    party = sample.party("p", "Ostrava Quill")
    other = Part(party, party.moves)
    found = told(case(("first", "UNCLASSIFIED")), other)
    assert [next(iter(one)) for one in found] == [
        "bundle", "stream", "stream", "event", "event", "event", "end",
    ]  # fmt: skip
    times = [one["event"]["happened_at"] for one in found if "event" in one]
    assert times == sorted(times)
    assert found[0]["bundle"]["streams"] == {"case": 1, "party": 1}


def test_each_event_keeps_its_marking_and_not_its_place_in_the_stream():
    found = told(case(("closer", "SECRET//NOFORN")))
    events = [one["event"] for one in found if "event" in one]
    assert [one["marking"] for one in events] == ["UNCLASSIFIED", "SECRET//NOFORN"]
    assert all("seq" not in one for one in events)


def test_the_end_seals_every_line_before_it():
    made = list(lines("case", [case()], sample.NOW, "ana"))
    digest = hashlib.sha256(b"".join(made[:-1])).hexdigest()
    assert json.loads(made[-1]) == {"end": {"sha256": digest}}


def test_a_bundle_without_its_case_or_with_markings_that_never_mix_is_refused():
    with pytest.raises(BundleError, match="not among what was handed in"):
        list(lines("case", [], sample.NOW, "ana"))
    mixed = case(("n", "TLP:RED"), marking="SECRET//NOFORN")
    with pytest.raises(BundleError, match="never merged"):
        list(lines("case", [mixed], sample.NOW, "ana"))
