"""A transaction judged by the engine. In: a shipment, what is in force; out: bodies of events.

The body of ``screened`` tells every party in every role with its hits, and whoever was not
screened and why. The sealed record behind it can be replayed by ``catchall replay``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from catchall import pipeline, screen
from catchall.casefile import CaseFile, Header, digest
from catchall.determine import series
from catchall.determine.given import SideTables
from catchall.runners.prepare import header
from catchall.screen import Screening
from catchall_desk.jobs.engine import InForce
from catchall_desk.jobs.rows import Listed, Shipment

NO_NAMES = "its names are not known to whoever asks"
NONE_SAYS_SO = "the engine does not tell that it was looked up"
TOLD = ("list", "list_date", "record", "name", "basis", "effect", "match", "confirmed", "why")
"""What of a hit is kept beside its score."""

Body = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """What the engine says of a transaction: the ``screened`` body and its sealed record."""

    body: Body
    record: CaseFile
    header: Header


def judge(shipment: Shipment, now: InForce, side: SideTables | None = None) -> Judged:
    """What does the engine say of this file, by the lists and law in force?

    ``side`` are tables of measures, denials, licences, owners ...; one that is not given is
    unknown, never empty.
    """
    return judge_all([shipment], now, side)[0]


def judge_all(
    shipments: Sequence[Shipment], now: InForce, side: SideTables | None = None
) -> tuple[Judged, ...]:
    """The same of many files, in their order: lists and law are made ready once.

    No file bears on another: what is seen across shipments is asked of each one alone.
    """
    waves: list[dict[str, Shipment]] = []
    for one in shipments:
        free = next((wave for wave in waves if one.id not in wave), None)
        if free is None:
            waves.append(free := {})  # the engine takes rows of one id for one shipment
        free[one.id] = one
    found = {
        id(one): judged
        for wave in waves
        for one, judged in together(tuple(wave.values()), now, side or SideTables())
    }
    return tuple(found[id(one)] for one in shipments)


def together(
    shipments: Sequence[Shipment], now: InForce, side: SideTables
) -> Iterator[tuple[Shipment, Judged]]:
    """Files of different ids, each with what the engine says of it."""
    sealed = header(
        now.job, now.snapshots, now.lawbook, side, {"at": now.job.now, "inputs": []}
    )
    across: dict[str, Mapping[str, Any]] = {}
    for one in shipments:
        across |= series.build(one.plain, side, now.lawbook)
    given = pipeline.Given(
        now.lists, now.lawbook, side, across, sealed, now.job.day, now.job.jurisdictions
    )
    table = numbered(pa.concat_tables([one.table for one in shipments]))
    for one, record in zip(shipments, pipeline.run(table, given), strict=True):
        yield one, Judged(screened_body(one, record, sealed, now), record, sealed)


def numbered(table: pa.Table) -> pa.Table:
    """The rows of SHIPMENTS numbered anew, from 0."""
    return table.set_column(0, table.schema.field(0), pa.array(range(len(table)), pa.int64()))


def screened_body(shipment: Shipment, record: CaseFile, sealed: Header, now: InForce) -> Body:
    """The body of the ``screened`` event that the sealed record gives."""
    content = record.content
    told = content["determination"]
    found = party_part(shipment.parties, content["hits"], told["screened_parties"])
    versions = now.versions()
    return {
        **found,
        "outcome": outcome(found),
        "lists": now.read(),
        "lawbook": versions["lawbook"],
        "engine": versions["engine"],
        "stale": [one["name"] for one in sealed.body["lists"] if one["stale"]],
        "asks_for": told["outcome"],
        "reads": told["reads"],
        "incomplete": told["incomplete"],
        "findings": [plain(one) for one in told["findings"]],
        "questions": [plain(one) for one in told["questions"]],
        "inputs": inputs(shipment, record, sealed),
        "record": record.seal,
        "run": sealed.hash,
    }


def inputs(shipment: Shipment, record: CaseFile, sealed: Header) -> str:
    """The hash of all that the answer rests on: the same as long as none of it changes.

    The hour, and how old the lists are at it, are no part of it.
    """
    body = sealed.body
    return digest(
        {
            "lines": shipment.table.to_pylist(),
            "series": record.content["inputs"]["series"],
            "lists": [[one["name"], one["snapshot"]] for one in body["lists"]],
            **{name: body[name] for name in ("lawbook", "engine", "side", "as_of")},
        }
    )


def look_up(shipment: Shipment, now: InForce) -> Body:
    """The part of the body that tells of parties; law and goods are not asked."""
    return of_screening(shipment, screen.run(shipment.table, now.lists))


def outcome(found: Body) -> str:
    """The word for a screening: ``partial`` before all else when anybody was not screened."""
    if found["not_screened"]:
        return "partial"
    return "hits" if any(row["hits"] for row in found["parties"]) else "clear"


def of_screening(shipment: Shipment, found: Screening) -> Body:
    """The same from tables of the stage, of this shipment alone."""
    return party_part(shipment.parties, found.hits.to_pylist(), found.screened.to_pylist())


def party_part(
    parties: Sequence[Listed],
    hits: Sequence[Mapping[str, Any]],
    screened: Sequence[Mapping[str, Any]],
) -> Body:
    """Who was screened, what each gave, and who was not screened and why."""
    asked = {(one.asked, name) for one in parties for name in called(one)}
    others = [one for one in hits if (one["role"], one["party"]) not in asked]
    missing = [row for one in parties for row in not_screened(one, screened)]
    missing += [
        {"role": one["role"], "party": "", "name": one["party"], "why": one["why_not"]}
        for one in screened
        if not one["screened"] and (one["role"], one["party"]) not in asked
    ]
    return {
        "parties": [*(party_row(one, hits) for one in parties), *unlisted(others)],
        "not_screened": missing,
    }


def called(one: Listed) -> tuple[str, ...]:
    """The names under which the party stands in the rows; "" where it has none."""
    return (one.names.names if one.names else ()) or ("",)


def party_row(one: Listed, hits: Iterable[Mapping[str, Any]]) -> Body:
    """One party in one role with the names screened and what they gave."""
    names = called(one)
    mine = (hit for hit in hits if hit["role"] == one.asked and hit["party"] in names)
    return {
        "role": one.role,
        "party": one.party,
        "names": [name for name in names if name],
        "hits": counted(mine),
    }


def unlisted(hits: Iterable[Mapping[str, Any]]) -> Iterator[Body]:
    """Whoever gave a hit and has no stream here: an owner behind a party, a ship by number."""
    mine: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for hit in hits:
        mine.setdefault((hit["role"], hit["party"]), []).append(hit)
    for (role, name), found in mine.items():
        if kept := counted(found):
            yield {"role": role, "party": "", "names": [name], "hits": kept}


def counted(hits: Iterable[Mapping[str, Any]]) -> list[Body]:
    """The hits that count, best first: a record once, by the best of the party's names.

    A match by name counts, and a number or an address in common; a name below the threshold
    does not.
    """
    best: dict[tuple[str, str, str], Mapping[str, Any]] = {}
    for hit in hits:
        key = (hit["list"], hit["record"], hit["basis"])
        counts = hit["match"] or hit["basis"] != "name"
        if counts and (key not in best or rank(hit) < rank(best[key])):
            best[key] = hit
    return [
        {
            **{name: hit[name] for name in TOLD},
            "score": decimal(hit["score"]),
            "asked": hit["party"],
        }
        for hit in sorted(best.values(), key=rank)
    ]


def rank(hit: Mapping[str, Any]) -> tuple[Any, ...]:
    """Confirmed first, then by score; equal ones by list, record and name."""
    return (
        not hit["confirmed"], -hit["score"], hit["list"], hit["record"], hit["basis"],
        hit["party"], hit["name"],
    )  # fmt: skip


def not_screened(one: Listed, screened: Sequence[Mapping[str, Any]]) -> list[Body]:
    """Why names of this party do not count as screened; nothing when all of them do."""
    place = {"role": one.role, "party": one.party}
    if one.names is None:
        return [{**place, "name": "", "why": NO_NAMES}]
    told = {row["party"]: row["why_not"] for row in screened if row["role"] == one.asked}
    found = ((name, told.get(name, NONE_SAYS_SO)) for name in called(one))
    return [{**place, "name": name, "why": why} for name, why in found if why]


def decimal(value: float) -> str:
    """A score as text, since events hold no floats.

    >>> decimal(0.93)
    '0.9300'
    """
    return f"{value:.4f}"


def plain(value: Any) -> Any:
    """The same value with every float as text."""
    if isinstance(value, float):
        return decimal(value)
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value
