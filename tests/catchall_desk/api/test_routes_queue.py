"""The queue by the API: whose duty, by when, and what silence means."""

import pytest
from tests.desk_builders import OPEN

REQUEST = {
    "kind": "demarche",
    "from": {"government": "USA"},
    "to": {"government": "DEU"},
    "points": [{"number": "1", "text": "Hold the pumps"}],
    "due": "2026-01-05",
}


@pytest.fixture
def asked(officer) -> str:
    """A request to a partner that was sent, with its day long past."""
    stream = officer.opened("requests", REQUEST, OPEN)
    for step in ("submit", "approve", "send"):
        officer.user.role = "supervisor" if step == "approve" else "officer"
        officer.user.username = "ben" if step == "approve" else "ana"
        officer.user.save()
        tag = officer.get(f"/requests/{stream}")["ETag"]
        done = officer.post(f"/requests/{stream}/events", {"type": step}, **{"If-Match": tag})
        assert done.status_code == 201, done.content
    return stream


def test_a_sent_request_waits_for_its_partner(officer, partner, asked):
    mine = officer.get("/queue?tab=sent").json()["duties"]
    theirs = partner.get("/queue?tab=partner").json()["duties"]
    assert {one["file"] for one in mine} == {one["file"] for one in theirs} == {asked}
    assert mine[0]["overdue"]


def test_a_tab_that_is_not_known_is_refused(officer):
    assert officer.get("/queue?tab=all").status_code == 422
