"""The same firm again after a measure. In: a new party, those with measures; out: recurrences.

Those with measures are made a list of their own and looked up as every list is: all names
against all names, numbers, telephones and e-mail addresses, addresses; and the people behind
each. Each answer is a lead for a person, with its reason. The caller hands in only what the
reader may see.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

import pyarrow as pa
from numpy.typing import NDArray

from catchall.names import index
from catchall.names.threshold import NAME_MATCH
from catchall.screen.model import Asked, Hit, Occurrence
from catchall.screen.stage import Screener
from catchall.tables import WATCHLIST
from catchall.text.countries import country_code
from catchall_desk.cases.naming import Names, distinct

SCHEMAS = {"person": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
"""Words of the engine for kinds of party that it reads in their own way."""
PERSON = 0.7
"""Most that a shared person counts: one name is borne by many."""
LISTS = ("measures", "people-behind-measures")
_MOST = 10_000  # records told of one list: nothing is left out


@dataclass(frozen=True, slots=True)
class Measured:
    """A party on whom measures were taken, with the ids of their files."""

    names: Names
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A party that may be the new one under another name, and what was done about it.

    ``score`` is the likeness of the surest reason, 0 to 1, as text; ``why`` tells all.
    """

    party: str
    measures: tuple[str, ...]
    score: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class _Held:
    """What screening reads of a list's snapshot."""

    name: str
    effect: str = "review"
    date: date = date.min
    hash: str = ""


@dataclass(frozen=True)
class _List:
    snapshot: _Held
    table: pa.Table
    index: Mapping[str, NDArray[Any]]


class Measures:
    """The parties with measures, ready to be looked up; made once for many questions."""

    def __init__(self, measured: Sequence[Measured]) -> None:
        self.by_id = {one.names.party: one for one in measured}
        tables = (
            [record(one.names) for one in measured],
            [folk for one in measured if (folk := people(one.names))],
        )
        self._screeners = tuple(
            screener(name, rows) for name, rows in zip(LISTS, tables, strict=True)
        )

    def like(self, new: Names) -> tuple[Recurrence, ...]:
        """Which parties with measures may be this one, surest first? Never the party itself."""
        found: dict[str, list[tuple[float, str]]] = {}
        for party, score, why in (*self._itself(new), *self._people(new)):
            if party != new.party:
                found.setdefault(party, []).append((score, why))
        made = [self._told(party, reasons) for party, reasons in found.items()]
        return tuple(sorted(made, key=lambda one: (one.score, one.party), reverse=True))

    def _told(self, party: str, reasons: list[tuple[float, str]]) -> Recurrence:
        reasons.sort(reverse=True)
        why = tuple(dict.fromkeys(why for _, why in reasons))
        return Recurrence(party, self.by_id[party].measures, f"{reasons[0][0]:.4f}", why)

    def _itself(self, new: Names) -> Iterator[tuple[str, float, str]]:
        own = self._screeners[0]
        for one in occurrences(new):
            yield from told(own.others(one))
        for answer in own.names(asked(new)):
            yield from told(hit for hit in answer.hits if hit.match)

    def _people(self, new: Names) -> Iterator[tuple[str, float, str]]:
        behind = [Asked(name, "", "Person") for name in new.people]
        named = [Asked(name, "", "Person") for name in new.names if new.schema == "person"]
        for answer in self._screeners[1].names([*behind, *named]):
            for party, score, why in told(hit for hit in answer.hits if hit.match):
                yield party, min(score, PERSON), f"a person behind it: {why}"


def recurrences(new: Names, measured: Sequence[Measured]) -> tuple[Recurrence, ...]:
    """Which parties with measures may be this one under another name, surest first?"""
    return Measures(measured).like(new)


_WHERE = re.compile(r"list \S+ of 0001-01-01, record \S+?(?=[:,;)]|$)")
"""Where the engine says that a record stands, as it says it of the parties told here."""


def screener(name: str, rows: list[dict[str, object]]) -> Screener:
    """The rows as a list in force."""
    table = pa.Table.from_pylist(rows, schema=WATCHLIST)
    held = _List(_Held(name), table, index.build(table))
    return Screener([held], NAME_MATCH.value, most=_MOST)


def told(hits: Iterable[Hit]) -> Iterator[tuple[str, float, str]]:
    """Whom a hit is of, how sure it is, and why: of a party of this desk, not of a list."""
    for hit in hits:
        yield hit.record, hit.score, _WHERE.sub("a party with a measure here", hit.why)


def asked(new: Names) -> list[Asked]:
    """Every name of the new party; several countries are no country, which clears nothing."""
    country = country_code(new.countries[0]) if len(new.countries) == 1 else ""
    return [Asked(name, country, SCHEMAS.get(new.schema, "")) for name in new.names]


def occurrences(new: Names) -> list[Occurrence]:
    """The new party once for each name and each address, with all its numbers."""
    country = new.countries[0] if len(new.countries) == 1 else ""
    pairs = zip_longest(new.names, new.addresses, fillvalue="")
    return [
        Occurrence(0, "", name, country, place, tuple(reached(new))) for name, place in pairs
    ]


def reached(party: Names) -> Iterator[tuple[str, str]]:
    """The numbers of a party, telephones and e-mail addresses among them."""
    yield from party.identifiers
    yield from (("phone", one) for one in party.phones)
    yield from (("email", one) for one in party.emails)


def record(party: Names) -> dict[str, object]:
    """A party as one record of a list."""
    lands = [code for one in party.countries if (code := country_code(one))]
    blank = dict.fromkeys(("city", "region", "postcode", "country"), "")
    return {
        **nothing(party.party, party.names or (party.party,)),
        "schema": SCHEMAS.get(party.schema, "Organization"),
        "addresses": [{"text": one, **blank} for one in party.addresses],
        "countries": list(dict.fromkeys(lands)),
        "identifiers": [
            {"kind": kind, "value": value, "country": ""} for kind, value in reached(party)
        ],
    }


def people(party: Names) -> dict[str, object] | None:
    """The people behind a party as one record; ``None`` when none is known."""
    own = party.names if party.schema == "person" else ()
    found = distinct((*party.people, *own))
    return {**nothing(party.party, found), "schema": "Person"} if found else None


def nothing(number: str, names: Sequence[str]) -> dict[str, object]:
    """A record with these names and nothing else."""
    told = [
        {"text": name, "kind": "alias" if at else "primary", "quality": ""}
        for at, name in enumerate(names)
    ]
    empty: dict[str, object] = {
        field.name: [] if pa.types.is_list(field.type) else "" for field in WATCHLIST
    }
    return {**empty, "list": LISTS[0], "record": number, "names": told}
