"""Import, export, chain, health and counters by the API."""

import json

import pytest
from django.db import OperationalError
from django.test import Client
from tests import twin_worlds
from tests.desk_builders import CLOSE, OPEN, OPENINGS

from catchall_desk.api import routes_upkeep
from catchall_desk.store.models import EventRow
from catchall_desk.store.verify import Bad

CASE = OPENINGS["case"][1]
LINES = b"".join(json.dumps(one).encode() + b"\n" for one in twin_worlds.BATCHES[0][:20])


def test_history_is_imported_once_and_each_reject_is_named(administrator):
    first = administrator.post("/import", LINES + b"no JSON\n").json()
    again = administrator.post("/import", LINES).json()
    assert (first["rows"], first["taken"], first["rejected"]) == (21, 20, 1)
    assert first["rejects"][0]["line"] == 21
    assert (again["taken"], again["already"]) == (0, 20)


def test_a_dry_run_records_nothing(administrator):
    assert administrator.post("/import?dry_run=true", LINES).json()["taken"] == 20
    assert EventRow.objects.count() == 0


def test_nobody_else_imports(officer):
    assert officer.post("/import", LINES).status_code == 403


def test_an_export_holds_all_that_may_be_seen_page_by_page(officer, partner):
    for marking in (OPEN, CLOSE, OPEN):
        officer.opened("cases", CASE, marking)
    lines, path = [], "/export?limit=1"
    while path:
        answer = partner.get(path)
        lines += answer.content.splitlines()
        path = answer.headers.get("Link", "").partition("<")[2].partition(">")[0]
        path = path.removeprefix("/api/v1")
    assert len(lines) == 2
    assert len({json.loads(one)["id"] for one in lines}) == 2


def test_parties_are_exported_for_other_tools(officer):
    officer.opened("parties", OPENINGS["party"][1], OPEN)
    (one,) = officer.get("/export/ftm").content.splitlines()
    assert json.loads(one)["schema"] == "Company"


def test_the_auditor_verifies_the_chain_and_nobody_else(officer, auditor):
    officer.opened("cases", CASE, CLOSE)
    assert auditor.get("/chain").json() == {"intact": True}
    assert officer.get("/chain").status_code == 403


def test_the_first_bad_record_is_told_without_its_number(auditor, monkeypatch):
    monkeypatch.setattr(
        routes_upkeep, "verify", lambda: Bad("desk", 4711, "e", "it was changed")
    )
    answer = auditor.get("/chain")
    assert answer.json() == {"intact": False, "event": "e", "problem": "it was changed"}
    assert b"4711" not in answer.content


@pytest.mark.django_db
def test_health_asks_for_no_sign_in_and_tells_nothing():
    assert Client().get("/api/v1/health").json() == {"status": "ok"}


@pytest.mark.django_db
def test_a_desk_without_its_database_says_when_to_ask_again(monkeypatch):
    class Down:
        def __getitem__(self, _):
            raise OperationalError("Kavzel")

    monkeypatch.setattr(routes_upkeep, "connections", Down())
    answer = Client().get("/api/v1/health")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def test_counters_are_for_this_machine_and_overseers(officer, auditor):
    far = {"REMOTE_ADDR": "192.0.2.7"}
    statuses = [
        one.client.get("/api/v1/metrics", **far, **one.sent).status_code
        for one in (officer, auditor)
    ]
    assert statuses == [403, 200]
    assert b"catchall_requests_total" in officer.get("/metrics").content
