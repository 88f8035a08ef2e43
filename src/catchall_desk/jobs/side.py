"""What the desk knows beside a file, for the engine. In: folded files, links; out: SideTables.

Owners come from links, measures and denials from files of that kind. The caller hands in what
may bear on the file and be seen with it; a table he does not hand in is unknown, not empty.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catchall.determine.given import SideTables
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.naming import Names
from catchall_desk.jobs.ftm import Link

MEASURES = {
    "licence_revoked": "refusal",
    "licence_suspended": "refusal",
    "freeze": "seizure",
    "contract_cancelled": "seizure",
}
"""Kinds of measure for which the engine has another word; every other keeps its own."""
OVER = frozenset({"overturned", "dropped", "revoked", "expired", "proposed"})
"""States in which a measure or a denial does not count: not yet, or not any more."""
HELD = {"owns": "ownership", "directs": "control", "fronts_for": "control"}
"""Links by which somebody stands behind a party. Who fronts for another is held by it."""

Parties = Mapping[str, Names]
Row = dict[str, Any]


def side_tables(
    parties: Parties,
    links: Iterable[Link] | None = None,
    measures: Iterable[File] | None = None,
    denials: Iterable[File] | None = None,
) -> SideTables:
    """The tables of what was handed in; ``parties`` gives the names of every party in them."""
    return SideTables(
        owners=None if links is None else tuple(owners(parties, links)),
        measures=None if measures is None else tuple(measured(parties, measures)),
        denials=None if denials is None else tuple(denied(parties, denials)),
    )


def owners(parties: Parties, links: Iterable[Link]) -> Iterator[Row]:
    """Who stands behind whom: each name of the one with each name of the other.

    A share stands with every name of the owner, since any of them may be the listed one.
    """
    for link in links:
        body = link.event.body
        if body["type"] not in HELD:
            continue
        ends = [parties.get(link.source), parties.get(str(body["to"]))]
        above, below = reversed(ends) if body["type"] == "fronts_for" else ends
        if above is None or below is None:
            continue
        for party in below.names:
            for owner in above.names:
                yield {"party": party, "owner": owner, **stake(link.event, above)}


def stake(event: Event, above: Names) -> Row:
    """What a row of owners says besides the names."""
    body = event.body
    numbers = "; ".join(f"{kind}:{value}" for kind, value in above.identifiers)
    return {
        "party_country": "",
        "owner_country": above.countries[0] if len(above.countries) == 1 else "",
        "owner_id": numbers,
        "share": str(body.get("share", "")),
        "kind": HELD[body["type"]],
        "from": str(body.get("from", "")),
        "to": str(body.get("to_day", "")),
        "source": event.id,
    }


def measured(parties: Parties, measures: Iterable[File]) -> Iterator[Row]:
    """The measures that count, one row a party and name."""
    for file in measures:
        if file.state in OVER:
            continue
        told = file.fields
        by = told.get("by") or {}
        shared = {
            "kind": MEASURES.get(told["kind"], told["kind"]),
            "goods_class": "",
            "date": day(file, "effective"),
            "authority": by.get("government") or by.get("office") or "",
            "note": file.id,
        }
        for name, country in called(parties, told.get("on", ())):
            yield {"party": name, "party_country": country, **shared}


def denied(parties: Parties, denials: Iterable[File]) -> Iterator[Row]:
    """The denials that count, one row a party and name; whoever was the end user is told so."""
    for file in denials:
        if file.state in OVER:
            continue
        told = file.fields
        shared = {
            "goods_class": goods_class(told.get("lines", ())),
            "country": told.get("destination", ""),
            "government": told["denied_by"],
            "date": day(file, "denied"),
            "expires": str(told.get("review_by", "")),
            "reference": told["reference"],
        }
        for one in told.get("roles", ()):
            for name, country in called(parties, [one["party"]]):
                user = name if one["role"] == "end_user" else ""
                yield {"party": name, "party_country": country, "end_user": user, **shared}


def day(file: File, field: str) -> str:
    """The day that a field gives, else the day on which the file was opened."""
    return str(file.fields.get(field) or file.opened_at.date().isoformat())


def goods_class(lines: Iterable[Mapping[str, Any]]) -> str:
    """What kind of goods the lines are of: entries, else the customs code, else their words."""
    found = [
        told
        for line in lines
        for told in line.get("entries") or [line.get("hs_code") or line.get("description")]
        if told
    ]
    return "; ".join(dict.fromkeys(found))


def called(parties: Parties, ids: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Each name of each of these parties, with its country where it has just one."""
    for id_ in ids:
        known = parties.get(str(id_))
        for name in known.names if known else ():
            yield name, known.countries[0] if known and len(known.countries) == 1 else ""
