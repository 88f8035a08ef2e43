"""The marking of what is made from several rows. In: the rows' markings; out: labels.

A count, a facet, an edge, a point of a chart and a derived field carry the roll-up of all that
went into them. Policies are never merged, so there is one label for each lattice that occurs; a
reader needs all of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catchall.marking import access, banner, columns, reading
from catchall.marking.access import Access, Groups
from catchall.marking.label import Label

ALONE = ("TLP", "UK")
_STRICTEST = (access.DENY, access.DISPLAY, access.READ)


@dataclass(frozen=True)
class Cell:
    """One value of a facet or a chart: its key, how many rows, and their labels."""

    key: Any
    count: int
    labels: tuple[Label, ...]


def join(markings: Iterable[str | Label]) -> tuple[Label, ...]:
    """Which labels has a thing made from these: one a lattice, the roll-up of its own?

    An edge is ``join([one end, other end, source])``. Joining a label already joined never
    lowers anything.

    >>> [label.level for label in join(["(S//NF)", "(U)", "TLP:AMBER"])]
    [3, 2]
    """
    apart: dict[str, list[Label]] = {}
    for marking in markings:
        label = marking if isinstance(marking, Label) else reading.parse(marking)
        apart.setdefault(label.policy if label.policy in ALONE else "", []).append(label)
    return tuple(banner.rollup(apart[policy]) for policy in sorted(apart))


def may_see_all(
    user: Mapping[str, Any], labels: Iterable[str | Label], groups: Groups | None = None
) -> Access:
    """May this user see a thing that carries all these labels? The strictest answer of all.

    >>> may_see_all({"level": "S", "country": "USA"}, ["(S//NF)", "TLP:AMBER"])
    'deny'
    """
    answers = {access.may_see(user, label, groups) for label in labels}
    return next((answer for answer in _STRICTEST if answer in answers), access.READ)


def counted(
    table: Any,
    by: str,
    user: Mapping[str, Any],
    column: str = "marking",
    groups: Groups | None = None,
) -> list[Cell]:
    """The rows of each value of ``by``, counted after the row filter, in the values' order.

    What the user may not read does not count, so that nothing shows that it is there.
    """
    rows = columns.visible(table, user, column, groups)
    marks: dict[Any, list[str]] = {}
    for row in rows.select([by, column]).to_pylist():
        marks.setdefault(row[by], []).append(row[column])
    # the one null key comes last and is never compared with another
    in_order = sorted(marks, key=lambda key: (key is None, key))
    return [Cell(key, len(marks[key]), join(sorted(set(marks[key])))) for key in in_order]
