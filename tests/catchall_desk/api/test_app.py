"""The API as its own description has it: programs that follow it are never surprised."""

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import checks
from tests.api_callers import Caller, made_user
from tests.desk_builders import OPEN, OPENINGS

from catchall_desk.api import app
from catchall_desk.wsgi import application

ABSENT = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
HELD = (
    checks.not_a_server_error,
    checks.CHECKS.get_one("status_code_conformance"),
    checks.CHECKS.get_one("content_type_conformance"),
    checks.CHECKS.get_one("response_schema_conformance"),
)
SOME = r"^/api/v1/(cases|parties|search|queue|watches|alerts|export|me|tokens|webhooks|health)"
schema = schemathesis.openapi.from_dict(json.loads(app.description())).include(path_regex=SOME)


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """Nothing yet: what the module makes once."""
    return {}


@pytest.fixture
def key(sqlite_fresh, django_db_blocker, monkeypatch):
    with django_db_blocker.unblock():
        caller = Caller(made_user("ana", office="desk one"))
        caller.opened("cases", OPENINGS["case"][1], OPEN)
        yield caller.sent["HTTP_AUTHORIZATION"]


@schema.parametrize()
@settings(
    max_examples=3,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_description_is_kept(case, key):
    case.operation.schema.app = application
    case.call_and_validate(headers={"Authorization": key}, checks=HELD)
