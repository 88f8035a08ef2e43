"""Members of a group that count for one decision. In: dated membership; out: countries.

The membership itself is law: ``mtcr.members``, ``us.nato_members`` and their like, dated values
of the lawbook, which the caller hands in. ``may_see`` takes what comes out as ``groups``.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from catchall.dates import in_force

VALUES = {
    "MTCR": "mtcr.members",
    "NSG": "nsg.members",
    "AG": "ag.members",
    "WA": "wassenaar.members",
    "NATO": "us.nato_members",
    "FVEY": "us.fvey_members",
}
"""The value of the lawbook that holds the members of each group code."""


class Membership(Protocol):
    """A group's members from ``start`` on; a dated value of the lawbook is one."""

    @property
    def start(self) -> date: ...  # noqa: D102
    @property
    def end(self) -> date | None: ...  # noqa: D102
    @property
    def value(self) -> Any: ...  # noqa: D102


def _on(history: Iterable[Membership], day: date) -> frozenset[str]:
    now = in_force(history, day)
    return frozenset(now.value) if now else frozenset()


def members(history: Iterable[Membership], made: date, day: date) -> list[str]:
    """Which members count on ``day`` for a mark made on ``made``: those of both days.

    A later joiner gains nothing without the originator; a leaver loses access. Source: MARKINGS
    section 6.
    """
    versions = list(history)
    return sorted(_on(versions, made) & _on(versions, day))


def that_count(
    values: Mapping[str, Sequence[Membership]], made: date, day: date
) -> dict[str, list[str]]:
    """The ``groups`` for ``may_see``: of every known group, the members that count.

    ``values`` are the lawbook's. A group whose membership is not held has no members here, also
    where a list of old is built in: what the register does not say is not granted.
    """
    return {code: members(values.get(value, ()), made, day) for code, value in VALUES.items()}
