"""What a page tells of a party. In: a party as its reader sees it; out: names, roles, risk.

Risk is split in three and never added up: hits of the party itself, of what stands near it
(with the number of steps), and of parties that are possibly the same.
"""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catchall_desk.cases import claims
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.store.models import Edge, FileRow
from catchall_desk.store.view import View
from catchall_desk.web.told import href
from catchall_desk.web.words import spaced

MOST = 50
"""Files whose screenings one page looks through."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name or another claim, with its source."""

    property: str
    text: str
    kind: str
    source: str
    marking: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Role:
    """What the party is in a file."""

    role: str
    title: str
    href: str
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A record of a list that a screening found, and how near it is."""

    near: str
    """direct, network or possibly the same."""
    hops: int
    party: str
    party_href: str
    what: str
    source: str
    source_href: str
    marking: str


@dataclass(frozen=True, slots=True)
class Party:
    """What stands in the parts of a page that only parties have."""

    names: tuple[Name, ...]
    roles: tuple[Role, ...]
    hits: tuple[Hit, ...]


def party(view: View, file: File, around: Mapping[str, Any]) -> Party:
    """Names with sources, roles in files, and hits by how near they are."""
    found = claims.claims(standing(file, "claim"))
    return Party(
        tuple(map(name, found)), tuple(roles(view, file)), tuple(hits(view, file, around))
    )


def name(one: claims.Claim) -> Name:
    """A claim in words."""
    value = one.value
    parts = value if isinstance(value, Mapping) else {}
    text = str(parts.get("name") or parts.get("text") or parts.get("value") or value)
    kind = str(parts.get("kind", ""))
    said = one.source.get("text") or one.source.get("place") or "a document of the desk"
    confidence = f", {one.confidence}" if one.confidence else ""
    return Name(
        property=spaced(one.property),
        text=text,
        kind=spaced(kind),
        source=f"{said}{confidence}",
        marking=one.marking,
        weak=kind == "weak_alias",
    )


def roles(view: View, file: File) -> Iterator[Role]:
    """The files in which the party stands, as far as the reader may see them."""
    edges = [one for one in view.edges(file.id) if str(one.target) == file.id]
    rows = view.rows_of([one.source for one in edges])
    for edge in edges:
        row = rows[edge.source]
        what = spaced(edge.name.partition(":")[2])
        yield Role(
            what, row.title or row.kind, href(row.kind, str(edge.source)), row.kind, row.state
        )


def hits(view: View, file: File, around: Mapping[str, Any]) -> Iterator[Hit]:
    """What screenings found of the party and of those near it, each with its source."""
    near = {one["id"]: one for one in around["nodes"] if one["kind"] == "party"}
    same = maybe_same(around, file.id)
    for row, event in screenings(view, near):
        for said in event.body.get("parties", ()):
            one = near.get(str(said.get("party", "")))
            if one is not None:
                kind = how_near(one["id"], file.id, same)
                yield from (hit(kind, one, row, event, raw) for raw in said.get("hits", ()))


def screenings(view: View, near: Mapping[str, Any]) -> Iterator[tuple[FileRow, Event]]:
    """The newest screening of each file in which one of these parties has a role."""
    ends = [uuid.UUID(one) for one in near]
    edges = view.rows(Edge.objects).filter(target__in=ends, name__startswith="role:")
    streams = edges.order_by("source").values_list("source", flat=True).distinct()[:MOST]
    for stream, row in view.rows_of(list(streams)).items():
        held = view.file(str(stream))
        for event in standing(held, "screened")[-1:] if held else ():
            yield row, event


def hit(kind: str, one: Mapping[str, Any], row: FileRow, event: Event, raw: Any) -> Hit:
    """One hit on a list, and where it was found."""
    at = str(row.stream)
    return Hit(
        near=kind,
        hops=one["hops"],
        party=one["title"],
        party_href=href("party", one["id"]),
        what=hit_text(raw),
        source=row.title or row.kind,
        source_href=href(row.kind, at),
        marking=event.marking,
    )


def how_near(one: str, this: str, same: set[str]) -> str:
    """Direct, possibly the same, or network."""
    if one == this:
        return "direct"
    return "possibly the same" if one in same else "network"


def maybe_same(around: Mapping[str, Any], this: str) -> set[str]:
    """The parties that a standing link says are the same."""
    ends = [
        {one["source"], one["target"]}
        for one in around["edges"]
        if one["name"] == "link:same_as"
    ]
    return {other for pair in ends if this in pair for other in pair - {this}}


def hit_text(hit: Any) -> str:
    """A hit in words: the record of the list, and why it is like."""
    if not isinstance(hit, Mapping):
        return str(hit)
    told = [hit.get(key) for key in ("list", "name", "record", "id", "score", "verdict")]
    return ", ".join(str(one) for one in told if one) or str(dict(hit))
