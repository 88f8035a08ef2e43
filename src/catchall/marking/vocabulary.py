"""The words of markings, read once from ``tokens.yaml``. In: nothing; out: frozen tables.

No rule stands here; which word means what, and in which order a banner writes it, is data.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Token:
    """One mark: its banner form, its portion form, other titles, and what access it has."""

    banner: str
    portion: str
    titles: tuple[str, ...] = ()
    access: frozenset[str] = frozenset()
    level: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """Every way to write it."""
        return (self.banner, self.portion, *self.titles)


def _token(row: Mapping[str, Any]) -> Token:
    return Token(
        row["banner"],
        row["portion"],
        tuple(row.get("titles", ())),
        frozenset(row.get("access", "").split()),
        int(row.get("level", 0)),
    )


def table(name: str) -> Any:
    """One of the data files that lie beside this module; every value is text.

    >>> table("tokens.yaml")["groups"]["TEYE"]
    ['USA', 'AUS', 'GBR']
    """
    data = (files("catchall.marking") / name).read_bytes()
    return yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506 - guesses no type at all


_DATA = table("tokens.yaml")
CLASSES = {policy: tuple(map(_token, rows)) for policy, rows in _DATA["classes"].items()}
OLD_CLASSES: Mapping[str, Mapping[str, str]] = _DATA["old_classes"]
CAPTIONS: Mapping[str, str] = _DATA["captions"]
CAPTION_GROUPS = frozenset(_DATA["caption_groups"])
SYSTEMS: Mapping[str, Mapping[str, str]] = _DATA["systems"]
ASKED_INSTEAD: Mapping[str, str] = _DATA["asked_instead"]
ASKED_BESIDES: Mapping[str, str] = _DATA["asked_besides"]
NATO_PROGRAMMES: tuple[str, ...] = tuple(_DATA["nato_programmes"])
NATO_ATOMIC: tuple[str, ...] = tuple(_DATA["nato_atomic"])
NATO_READ_IN = "NATO-READ-IN"
ATOMIC, DISSEMINATION, NON_IC, TELEGRAM, UK = (
    tuple(map(_token, _DATA[name]))
    for name in ("atomic", "dissemination", "non_ic", "telegram", "uk")
)
UK_NATIONAL = {name: frozenset(codes) for name, codes in _DATA["uk_national"].items()}
OUTRANKS = {name: frozenset(weaker) for name, weaker in _DATA["outranks"].items()}
DROPPED_WHEN_CLASSIFIED = frozenset(_DATA["dropped_when_classified"])
SPLITS: Mapping[str, str] = _DATA["splits"]
GROUPS = {name: frozenset(members) for name, members in _DATA["groups"].items()}
SHORT_GROUPS = frozenset(_DATA["short_groups"])


def _with(access: str) -> frozenset[str]:
    marks = (*DISSEMINATION, *NON_IC, *TELEGRAM, *UK)
    return frozenset(mark.banner for mark in marks if access in mark.access)


NAMED_ONLY, USA_ONLY, HOME_ONLY, NO_EFFECT = map(_with, ("named", "usa", "home", "none"))

_CODE = re.compile(r"[A-Z]{3}")
_GROUP = re.compile(r"[A-Z]{4}")


def is_group(code: str) -> bool:
    """Is the code a group of countries: four letters, or a known shorter name?

    >>> [is_group(code) for code in ("FVEY", "NSG", "EU", "GBR")]
    [True, True, True, False]
    """
    return code in SHORT_GROUPS or bool(_GROUP.fullmatch(code))


def is_code(code: str) -> bool:
    """Is the code one that a release list may hold: a country of three capitals, or a group?

    >>> [is_code(code) for code in ("GBR", "WA", "GB", "gbr")]
    [True, True, False, False]
    """
    return is_group(code) or bool(_CODE.fullmatch(code))


def in_order(codes: frozenset[str]) -> list[str]:
    """The codes as a banner lists them: USA left out, countries, then groups, alphabetical.

    >>> in_order(frozenset({"USA", "NATO", "GBR", "AUS"}))
    ['AUS', 'GBR', 'NATO']
    """
    return sorted(codes - {"USA"}, key=lambda code: (is_group(code), code))


def expand(codes: frozenset[str]) -> frozenset[str]:
    """Which countries do the codes stand for? Groups that are not built in stay as they are.

    >>> sorted(expand(frozenset({"TEYE", "NATO"})))
    ['AUS', 'GBR', 'NATO', 'USA']
    """
    return frozenset().union(*(GROUPS.get(code, frozenset({code})) for code in codes))
