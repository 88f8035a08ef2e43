"""Users of the desk who call its API with keys of their own."""

from datetime import UTC, datetime

import pytest
from tests.api_callers import Caller, made_user
from tests.catchall_desk.jobs import sample

from catchall_desk.jobs.engine import Engine

LISTED_AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture(scope="session")
def lists_in_force(tmp_path_factory):
    """One invented list and the lawbook, as they judge on a morning."""
    home = tmp_path_factory.mktemp("home-of-lists")
    sample.keep(home, sample.LISTED, at=LISTED_AT, day=LISTED_AT.date())
    return Engine(home).at(LISTED_AT)


@pytest.fixture(autouse=True)
def _often(settings):
    """Tests ask more often than a person may."""
    settings.DESK_REQUESTS_PER_MINUTE = 0


@pytest.fixture
def officer(desk_db) -> Caller:
    return Caller(made_user("ana", role="officer", office="desk one"))


@pytest.fixture
def partner(desk_db) -> Caller:
    return Caller(made_user("pia", role="partner", country="DEU"))


@pytest.fixture
def auditor(desk_db) -> Caller:
    return Caller(made_user("aud", role="auditor"))


@pytest.fixture
def administrator(desk_db) -> Caller:
    return Caller(made_user("adm", role="administrator", level="U"))
