"""Who may see and do what. In: a reader's attributes, a label class; out: yes or no.

Visibility is decided by marking alone, on every read. A label class is a marking together with
the users and offices its originator named (``addressees``): there are few of them, so a
reader's classes are worked out once and every query is filtered by them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from catchall.errors import MarkingError
from catchall.marking import may_see, parse, rollup
from catchall_desk.cases.machines import ROLES

SEES_NO_CASE = frozenset({"administrator"})
"""Roles that look after the desk and see nothing of its cases."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the signed-in user's attributes as they are at this request.

    ``level`` is U, R, C, S or TS; ``country`` three capitals; ``user`` and ``office`` are
    the names by which an originator's list may name this reader.
    """

    user: str
    role: str
    country: str
    level: str
    office: str = ""
    readins: frozenset[str] = frozenset()
    active: bool = True


@dataclass(frozen=True, slots=True)
class LabelClass:
    """One marking with the names its originator listed; ``id`` is the store's."""

    id: int
    marking: str
    addressees: tuple[str, ...] = ()


Groups = Mapping[str, Collection[str]]


def may_read(reader: Reader, label: LabelClass, groups: Groups | None = None) -> bool:
    """May this reader read what carries this label? Display on a screen alone is a no.

    An inactive user, an unknown role and an administrator read nothing.

    >>> officer = Reader("ana", "officer", "USA", "S")
    >>> may_read(officer, LabelClass(1, "SECRET//NOFORN"))
    True
    >>> may_read(officer, LabelClass(2, "not a marking"))
    False
    """
    if not reader.active or reader.role not in ROLES or reader.role in SEES_NO_CASE:
        return False
    named = bool({reader.user, reader.office} & set(label.addressees) - {""})
    user = {
        "level": reader.level,
        "country": reader.country,
        "readins": sorted(reader.readins),
        "on_dissem_list": named,
    }
    listed = {code: list(members) for code, members in (groups or {}).items()}
    return may_see(user, label.marking, listed) == "read"


def readable(
    reader: Reader, labels: Iterable[LabelClass], groups: Groups | None = None
) -> frozenset[int]:
    """The ids of the label classes that this reader may read."""
    return frozenset(label.id for label in labels if may_read(reader, label, groups))


_WORK = frozenset({"officer", "supervisor", "analyst", "liaison"})
_DECIDE = frozenset({"officer", "supervisor"})
MAY_RECORD: Mapping[str, frozenset[str]] = {
    "begin": _WORK,
    "amend": _WORK,
    "assign": _DECIDE,
    "note": _WORK,
    "claim": _WORK,
    "retract": _WORK,
    "link": _WORK,
    "position": _WORK,
    "clearance": _WORK,
    "consent": _WORK | {"partner"},
    "classified": _WORK,
    "respond": _WORK | {"partner"},
    "draw": _DECIDE,
    "extend": _DECIDE | {"liaison"},
    "consulted": _DECIDE | {"liaison"},
    "drafted": frozenset(),
    "verdict": frozenset(),
    "screened": frozenset(),
    "recurrence": frozenset(),
    "release": frozenset(),
    "erase": frozenset(),
}
"""Who may record the events that move no machine: the desk's own choice, not a rule of law.

Screenings, recurrences, drafts, releases and erasures are recorded by the kernel itself.
"""


@lru_cache(maxsize=10_000)
def adds_nothing(label: LabelClass, beside: LabelClass) -> bool:
    """May everyone who reads ``beside`` read this too, as far as the markings tell?

    It is so when the roll-up of both is the marking of ``beside``. What cannot be rolled up,
    or is for named readers, is not so.

    >>> secret = LabelClass(1, "SECRET//NOFORN")
    >>> adds_nothing(LabelClass(2, "UNCLASSIFIED"), secret)
    True
    >>> adds_nothing(secret, LabelClass(2, "UNCLASSIFIED"))
    False
    """
    if (label.marking, label.addressees) == (beside.marking, beside.addressees):
        return True
    try:
        own, other = parse(label.marking), parse(beside.marking)
        return not own.named_only and rollup([own, other]) == rollup([other])
    except MarkingError:
        return False


def may_act(reader: Reader, kind: str) -> bool:
    """May this reader record an event of this kind by a command?

    >>> may_act(Reader("aud", "auditor", "USA", "TS"), "note")
    False
    """
    return reader.active and reader.role in MAY_RECORD.get(kind, frozenset())
