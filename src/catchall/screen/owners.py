"""Who stands behind the parties: every owner, direct or not, to be looked up like a party.

In: the parties of shipments, and the table of owners. Out: ``Occurrence``s in the
role ``owner``. Shares and days play no part here: who does not count is not screened in vain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catchall.screen.model import Occurrence
from catchall.text.firms import party_key

OWNER = "owner"
"""The role of whoever stands behind a party; no shipment names it."""

Told = tuple[str, str, str]
Owners = Mapping[str, Sequence[Told]]


def _cell(row: Mapping[str, Any], column: str) -> str:
    return str(row.get(column) or "").strip()


def index(rows: Iterable[Mapping[str, Any]]) -> Owners:
    """The owners of each firm by its key: name, country and identifiers as written.

    Made once for all batches of a run, from the rows of the table of owners.
    """
    found: dict[str, dict[Told, None]] = {}
    for row in rows:
        told = (_cell(row, "owner"), _cell(row, "owner_country"), _cell(row, "owner_id"))
        found.setdefault(party_key(_cell(row, "party")), {})[told] = None
    return {key: tuple(told) for key, told in found.items()}


def _above(key: str, owners: Owners) -> tuple[Told, ...]:
    """Everyone above this firm, each once, nearest first; a circle of owners ends."""
    found: dict[Told, None] = {}
    seen, waiting = {key}, [key]
    while waiting:
        above = [one for below in waiting for one in owners.get(below, ())]
        found |= dict.fromkeys(above)
        keys = dict.fromkeys(party_key(name) for name, *_ in above)
        waiting = [one for one in keys if one not in seen]
        seen.update(waiting)
    return tuple(found)


def _identifiers(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs (kind, value) of a cell; a value without a kind is a number of any kind."""
    parts = (part.rpartition(":") for part in text.split(";") if part.strip())
    return tuple((kind.strip() or "number", value.strip()) for kind, _, value in parts)


def behind(parties: Iterable[Occurrence], owners: Owners) -> Iterator[Occurrence]:
    """Every owner of these parties, whatever their role: each once a row of SHIPMENTS."""
    known: dict[str, tuple[Told, ...]] = {}
    done: set[tuple[int, Told]] = set()
    for party in parties if owners else ():
        key = party_key(party.name)
        if key not in known:
            known[key] = _above(key, owners)
        for told in known[key]:
            if (party.row, told) not in done:
                done.add((party.row, told))
                name, country, ids = told
                yield Occurrence(party.row, OWNER, name, country, identifiers=_identifiers(ids))
