"""Browsers of invented users on the desk's pages; files by the commands of every test."""

import pytest
from django.test import Client
from tests.api_callers import made_user
from tests.desk_engine import FixedClock, in_force

from catchall_desk.jobs import moment


@pytest.fixture(autouse=True)
def _one_factor(settings):
    """Signing in is tested elsewhere; here a session is enough."""
    settings.MFA_REQUIRED = False


def browser(name: str, **values) -> Client:
    """A browser in which a new user of this name has signed in."""
    client = Client()
    client.force_login(made_user(name, **values))
    return client


@pytest.fixture
def ana(db) -> Client:
    """An officer of the desk's own government."""
    return browser("ana", role="officer", office="desk one")


@pytest.fixture
def pia(db) -> Client:
    """A partner's officer."""
    return browser("pia", role="partner", country="DEU", office="posts")


@pytest.fixture
def engine_ready(monkeypatch, tmp_path_factory):
    """The desk has one invented list in force."""
    now = in_force(tmp_path_factory)
    monkeypatch.setattr(moment, "clock", FixedClock(now))
    return now
