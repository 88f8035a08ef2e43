"""Who may see a label. In: a user's attributes, a marking, members of groups; out: one word.

Reads no clock: the caller gives the membership that counts (``groups.members``). Whatever is
not understood, in the user, the marking or the groups, denies.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Literal

from catchall.marking import reading, vocabulary
from catchall.marking.label import EVERYONE, Label

Access = Literal["read", "display", "deny"]
READ: Access = "read"
DISPLAY: Access = "display"
DENY: Access = "deny"
CLEARANCE: Mapping[Any, int] = {"U": 0, "R": 1, "C": 2, "S": 3, "TS": 4}
NOT_CLEARED, TOP_SECRET = -1, 4
Groups = Mapping[str, Sequence[str] | AbstractSet[str]]
Listed = tuple[frozenset[str], tuple[str, ...]]
_LISTS = (list, tuple, set, frozenset)


def _read_in(user: Mapping[str, Any], asked: frozenset[str]) -> bool:
    """Has the user every read-in? RD-CNWDI is the read-in CNWDI, RD-SIGMA 18 the SIGMA 18."""
    held = user.get("readins")
    if not isinstance(held, _LISTS):
        return False
    return asked.issubset(held) or all(name in held or f"RD-{name}" in held for name in asked)


def _cleared(user: Mapping[str, Any], label: Label) -> bool:
    """Do clearance, read-ins and the originator's list allow it, whatever the country?"""
    level = CLEARANCE.get(user.get("level"), NOT_CLEARED)
    if level < label.level or (label.sci and level < TOP_SECRET):
        return False
    if label.read_ins and not _read_in(user, label.read_ins):
        return False
    return not label.named_only or user.get("on_dissem_list") is True


def _members(code: str, groups: Groups) -> AbstractSet[str] | Sequence[str]:
    if code not in groups:
        return vocabulary.GROUPS.get(code, ())
    given = groups[code]
    return given if isinstance(given, _LISTS) else ()


def _among(country: str, listed: Listed, groups: Groups) -> bool:
    """Is the country one of those listed, or a member of a group listed?"""
    countries, codes = listed
    if country in countries:
        return True
    return any(country in _members(code, groups) for code in codes)


def _released(user: Mapping[str, Any], label: Label, groups: Groups) -> Access:
    country = user.get("country")
    if label.readers is EVERYONE:
        return READ
    if not isinstance(country, str):
        return DENY
    if _among(country, label.read_by, groups):
        return READ
    return DISPLAY if _among(country, label.viewed_by, groups) else DENY


def _answer(user: Mapping[str, Any], label: Label, groups: Groups) -> Access:
    if label.unknown_tokens:
        return DENY
    if label.policy == "TLP":
        clear = label.level == 0 or user.get("on_dissem_list") is True
        return READ if clear else DENY
    return _released(user, label, groups) if _cleared(user, label) else DENY


def may_see(
    user: Mapping[str, Any], marking: str | Label, groups: Groups | None = None
) -> Access:
    """May this user read it, only see it on a screen, or neither? Rules: MARKINGS section 6.

    ``user`` has ``level`` (U, R, C, S, TS), ``country`` (three capitals), ``readins`` and
    ``on_dissem_list``; ``groups`` are the members that count for this decision. It never
    raises: what cannot be decided is "deny".

    >>> may_see({"level": "S", "country": "GBR"}, "SECRET//REL TO USA, FVEY")
    'read'
    >>> may_see({"level": "S", "country": "GBR"}, "SECRET//REL TO USA, NATO")
    'deny'
    """
    try:
        label = marking if isinstance(marking, Label) else reading.parse(marking)
        return _answer(user, label, groups or {})
    except Exception:  # whatever was handed in, the answer of last resort is no
        return DENY
