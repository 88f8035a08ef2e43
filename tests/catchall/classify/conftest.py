"""The installed lawbook, loaded once."""

from datetime import date

import pytest

from catchall.classify import item
from catchall.classify.goods import take_apart
from catchall.classify.prepared import prepare
from catchall.law.load import load

DAY = date(2026, 8, 3)


@pytest.fixture(scope="session")
def lawbook():
    return load()


@pytest.fixture
def day():
    return DAY


@pytest.fixture(scope="session")
def classify(lawbook):
    def classified(text, day=DAY, **more):
        return item(text, lawbook=lawbook, day=day, **more)

    return classified


@pytest.fixture(scope="session")
def goods(lawbook):
    def taken(text, hs="", **params):
        return take_apart(text, hs, params, prepare(lawbook))

    return taken
