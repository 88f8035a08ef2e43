"""The moment of a request, with the law and lists in force. In: the clock; out: a Moment.

The only clock of the API. What is in force is looked up again after a few seconds, since a
list may have arrived meanwhile.
"""

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from catchall.cli.surroundings import home
from catchall.snapshots import Watchlist
from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs.engine import Engine, InForce
from catchall_desk.store.desk import Moment

KEPT_SECONDS = 5.0
"""How long what is in force is taken to be so without looking again."""


class Clock:
    """The time, and what is in force; one for the process."""

    def __init__(self) -> None:
        self._engine = Engine(home())
        self._looked = float("-inf")
        self._found: InForce | EngineNotReadyError = EngineNotReadyError("not looked yet")

    def now(self) -> datetime:
        """The time, in UTC."""
        return timezone.now()

    def in_force(self) -> InForce:
        """The lists and the law that judge now.

        Raises:
            EngineNotReadyError: no list is in force, or one is damaged: nobody is screened.
        """
        if time.monotonic() - self._looked > KEPT_SECONDS:
            self._found = self._look()
            self._looked = time.monotonic()
        if isinstance(self._found, EngineNotReadyError):
            raise self._found
        return self._found

    def _look(self) -> InForce | EngineNotReadyError:
        try:
            return self._engine.at(self.now())
        except EngineNotReadyError as error:
            return error


clock = Clock()


def now() -> datetime:
    """The time of this request."""
    return clock.now()


def moment() -> Moment:
    """The moment of this request with the versions of law and lists; none, if none is ready."""
    return Moment(now(), ruleset())


def ruleset() -> Mapping[str, Any]:
    """The versions of law and lists as events keep them."""
    try:
        return clock.in_force().versions()
    except EngineNotReadyError:
        return {}


def lists() -> list[dict[str, Any]]:
    """The lists in force as screenings name them; empty when none is ready."""
    try:
        return clock.in_force().read()
    except EngineNotReadyError:
        return []


def watchlists() -> tuple[Watchlist, ...]:
    """The lists in force themselves; empty when none is ready."""
    try:
        return clock.in_force().lists
    except EngineNotReadyError:
        return ()
