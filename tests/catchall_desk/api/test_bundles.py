"""A case's bundle by the API: what the reader may see of it, and nothing beside."""

import json

import pytest
from tests.desk_builders import CLOSE, OPEN, OPENINGS

from catchall_desk.api import bundles

CASE = OPENINGS["case"][1]


@pytest.fixture
def case(officer) -> str:
    """A case with a firm in the open and a deal that few may know of."""
    party = officer.opened("parties", OPENINGS["party"][1], OPEN)
    deal = officer.opened("transactions", OPENINGS["transaction"][1], CLOSE)
    return officer.opened("cases", {**CASE, "subjects": [party], "transactions": [deal]}, OPEN)


def streams(caller, case):
    """The head of the bundle."""
    answer = caller.get(f"/cases/{case}/bundle")
    return json.loads(answer.content.splitlines()[0])["bundle"]["streams"]


def test_a_bundle_holds_what_its_reader_may_see(officer, partner, case):
    assert streams(officer, case) == {"case": 1, "party": 1, "transaction": 1}
    assert streams(partner, case) == {"case": 1, "party": 1}


def test_a_bundle_that_grows_too_large_is_refused(officer, case, monkeypatch):
    monkeypatch.setattr(bundles, "MOST", 1)
    assert officer.get(f"/cases/{case}/bundle").status_code == 409
