"""Finding, watching and screening by the API: what the reader may see, and nothing more."""

import pytest
from tests.desk_builders import CLOSE, OPEN, OPENINGS

from catchall_desk.jobs import moment

PARTY = OPENINGS["party"][1]
SOURCE = {"text": "letter"}


@pytest.fixture
def party(officer) -> str:
    """A firm with a name in the open and a telephone that few may know."""
    stream = officer.opened("parties", PARTY, OPEN)
    claimed(officer, stream, "phone", "+356 2100 4411", CLOSE)
    return stream


def claimed(caller, stream, name, value, marking):
    body = {"property": name, "value": value, "source": SOURCE}
    said = {"type": "claim", "body": body, "marking": marking}
    assert caller.post(f"/parties/{stream}/events", said).status_code == 201


def linked(caller, stream, end, kind, marking=OPEN):
    said = {"type": kind, "to": end, "source": SOURCE}
    body = {"type": "link", "body": said, "marking": marking}
    assert caller.post(f"/parties/{stream}/events", body).status_code == 201


def found(caller, said):
    """The ids of what is found."""
    answer = caller.get(f"/search?q={said}").json()["found"]
    return [one["file"]["id"] for one in answer]


def test_a_telephone_finds_its_firm_for_those_who_may_know_it(officer, partner, party):
    assert found(officer, "%2B356%202100%204411") == [party]
    assert found(partner, "%2B356%202100%204411") == []


def test_the_beginning_of_a_name_suggests_what_may_be_seen(officer, partner, party):
    hidden = {"name": "Holmgard Feinwerk", "kind": "alias"}
    claimed(officer, party, "name", hidden, CLOSE)
    told = [one.get("/search/suggest?q=holmg").json() for one in (officer, partner)]
    assert told[1] == {"suggestions": []}
    assert told[0]["suggestions"]


def test_the_network_ends_where_a_link_may_not_be_seen(officer, partner, party):
    near, far = (officer.opened("parties", PARTY, OPEN) for _ in range(2))
    linked(officer, party, near, "owns")
    linked(officer, near, far, "directs", CLOSE)
    nodes = [one.get(f"/parties/{party}/network").json()["nodes"] for one in (officer, partner)]
    assert [len(one) for one in nodes] == [3, 2]


def test_a_watched_firm_alerts_only_to_what_may_be_seen(officer, partner, party):
    assert partner.post("/watches", {"stream": party}).status_code == 201
    claimed(officer, party, "email", "a@kavzel.example", CLOSE)
    assert partner.get("/alerts").json() == {"alerts": []}
    claimed(officer, party, "email", "b@kavzel.example", OPEN)
    (one,) = partner.get("/alerts").json()["alerts"]
    assert one["event"]["body"]["value"] == "b@kavzel.example"


def test_a_watch_names_one_subject_that_is_there(officer, partner):
    hidden = officer.opened("parties", PARTY, CLOSE)
    statuses = [
        partner.post("/watches", body).status_code
        for body in ({"stream": hidden}, {}, {"stream": hidden, "words": "x"})
    ]
    assert statuses == [404, 422, 422]


def test_a_shipment_is_screened_at_once_and_sealed(officer, monkeypatch, lists_in_force):
    monkeypatch.setattr(moment.clock, "in_force", lambda: lists_in_force)
    sent = {"id": "s1", "consignee": "Norvane Hydraulics", "description": "ceramic tiles"}
    told = officer.post("/screen", sent).json()
    assert told["record"]["determination"]["id"] == "s1"
    assert {hit["record"] for hit in told["record"]["hits"]} == {"1"}


def test_a_shipment_that_cannot_be_read_is_refused(officer, monkeypatch, lists_in_force):
    monkeypatch.setattr(moment.clock, "in_force", lambda: lists_in_force)
    two = {"lines": [{"id": one, "consignee": "Alder Ceramics"} for one in ("a", "b")]}
    for body in ({"colour": "red"}, {"lines": [7]}, two, {"lines": []}):
        assert officer.post("/screen", body).status_code == 422


def test_no_measures_no_recurrence(officer, party):
    assert officer.get(f"/parties/{party}/recurrence").json() == {"recurrences": []}
