"""One small engine for all tests of the jobs: an invented list and the lawbook as it stands."""

import pytest
from tests.catchall_desk.jobs import sample

from catchall_desk.jobs.engine import Engine
from catchall_desk.jobs.screening import judge


@pytest.fixture(scope="session")
def engine(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    sample.keep(home, sample.LISTED)
    return Engine(home)


@pytest.fixture(scope="session")
def now(engine):
    return engine.at(sample.NOW)


@pytest.fixture(scope="session")
def listed_buyer(now):
    """A judged sale to a firm whose alias is listed."""
    return judge(sample.sale("Maple Tiles SA", "Norvane Hydraulics Ltd"), now)
