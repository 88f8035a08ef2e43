"""Users of the desk who call its API with keys of their own."""

import pytest
from tests.api_callers import Caller, made_user


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
