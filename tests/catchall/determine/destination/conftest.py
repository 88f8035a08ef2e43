"""Destination rules of the installed lawbook, and cases to ask them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from catchall.determine.destination import Desk, held
from catchall.determine.destination.by_chart import ruled as by_chart
from catchall.determine.destination.by_territory import ruled as by_territory
from catchall.determine.destination.question import Case, Ruling
from catchall.law import load

DAY = date(2026, 11, 22)
Ask = Callable[..., Ruling]


@pytest.fixture(scope="session")
def desk() -> Desk:
    return held(load.load(), DAY, ("eu", "us", "zz"))


@pytest.fixture
def eu(desk: Desk) -> Ask:
    def asked(code: str, *to: str, **more: Any) -> Ruling:
        scheme = desk.schemes["eu"]
        assert scheme is not None
        return by_territory(scheme, Case((code,), to, **more))

    return asked


@pytest.fixture
def us(desk: Desk) -> Ask:
    def asked(code: str, *to: str, **more: Any) -> Ruling:
        scheme = desk.schemes["us"]
        assert scheme is not None
        return by_chart(scheme, Case((code,), to, **more))

    return asked
