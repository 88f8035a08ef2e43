"""The API as its own description has it: programs that follow it are never surprised."""

import json
import uuid
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from tests.api_callers import Caller, made_user
from tests.desk_builders import CLOSE, OPEN, OPENINGS

from catchall_desk.api import app
from catchall_desk.jobs import moment
from catchall_desk.store.models import EventRow, Writer
from catchall_desk.wsgi import application

ABSENT = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
SOME = r"^/api/v1/(cases|requests|documents|parties/.stream./|[qswalemthc][^/]*(/[^{]*)?$)"
"""Three nouns for all of them, since one loop registers every noun; and all that is beside."""
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
)
FEW = settings(
    max_examples=1,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def caller(sqlite_fresh, django_db_blocker, settings, monkeypatch, lists_in_force):
    monkeypatch.setattr(moment.clock, "in_force", lambda: lists_in_force)
    settings.DESK_REQUESTS_PER_MINUTE = 0
    with django_db_blocker.unblock():
        yield Caller(made_user("ana", office="desk one"))


def test_what_is_described_is_what_is_answered(caller):
    import schemathesis  # noqa: PLC0415 - it takes seconds, and only this test needs it
    from schemathesis import GenerationMode, checks  # noqa: PLC0415

    checks.load_all_checks()
    held = checks.CHECKS.get_by_names(CHECKS)
    caller.opened("cases", OPENINGS["case"][1], OPEN)
    schema = schemathesis.openapi.from_dict(json.loads(app.description()))
    schema.app = application
    asked = 0
    for one in schema.include(path_regex=SOME).get_all_operations():
        operation, asked = one.ok(), asked + 1
        for mode in GenerationMode:
            with suppress(Unsatisfiable):  # there is no wrong way to ask what takes nothing
                asking(operation.as_strategy(generation_mode=mode), caller, held)()
    assert asked > 40


def asking(cases, caller, held):
    """Asks a few of these cases and holds each answer to the description."""

    @FEW
    @given(cases)
    def ask(case):
        case.call_and_validate(
            headers={"Authorization": caller.sent["HTTP_AUTHORIZATION"]}, checks=held
        )

    return ask


def rows():
    """How much the log holds, and the heads of its chains."""
    return EventRow.objects.count(), [(one.position, one.head) for one in Writer.objects.all()]


def routes_with_an_id() -> list[tuple[str, str]]:
    """Method and path of every route that takes an id."""
    found = json.loads(app.description())["paths"]
    return [(m, p.removeprefix("/api/v1")) for p, ms in found.items() for m in ms if "{" in p]


def test_no_id_of_another_leads_anywhere(caller):
    boss = Caller(made_user("ben", role="supervisor", level="TS", readins=["SI"]))
    hidden = {
        boss.opened(noun, values, "TOP SECRET//SI//NOFORN")
        for noun, values in (("cases", OPENINGS["case"][1]), ("parties", OPENINGS["party"][1]))
    }
    seen = caller.opened("transactions", OPENINGS["transaction"][1], CLOSE)
    watch = boss.post("/watches", {"words": "Holm Feinwerk"}).json()["id"]
    before, wrong = rows(), []
    for method, path in routes_with_an_id():
        for one in (*hidden, seen, watch, ABSENT, "7", str(uuid.UUID(seen)).upper()):
            if one == seen and path.startswith("/transactions"):
                continue
            at = (
                path.replace("{stream}", one).replace("{number}", one).replace("{wish}", "make")
            )
            note = {"type": "note", "body": {"text": "x"}, "marking": CLOSE}
            if "verdicts" in path:
                note = {"said": [{"key": "lead", "says": "rejected", "why": "x"}]}
            answer = caller.post(at, note) if method == "post" else getattr(caller, method)(at)
            if answer.status_code != (403 if path.startswith("/tokens") else 404):
                wrong.append((method, path, one, answer.status_code))
    assert wrong == []
    assert rows() == before
