"""Hits that no person has judged yet. In: a reader's view; out: hits, and what was judged.

A hit is judged by a determination of kind ``match`` that a person made on its record, about the
party, for every file, or about the file alone. What the reader may not see counts for nothing.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catchall_desk.cases.commands import Command
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.screened import KERNEL
from catchall_desk.jobs import moment
from catchall_desk.store import log
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import DutyRow, Edge, EventRow, FileRow
from catchall_desk.store.view import View

MOST = 200
"""Files with hits that are looked at in one page, the latest screened first."""
SAME, DIFFERENT = "same", "not the same"
Place = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class OpenHit:
    """A hit that stands: where, on whom, what the list says, and the marking of it all."""

    file: str
    role: str
    party: str
    asked: str
    hit: Mapping[str, Any]
    event: Event
    gone: bool = False

    @property
    def rule(self) -> str:
        """The record of the list, as a determination names it."""
        return f"{self.hit['list']}:{self.hit['record']}"

    @property
    def place(self) -> Place:
        """Which hit it is: file, role, party or name, record of a list."""
        return (self.file, self.role, self.party or self.asked, self.rule)


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision that a person made on a record of a list; ``everywhere``: for the party."""

    id: str
    subject: str
    rule: str
    finding: str
    reasons: str
    author: str
    day: str
    marking: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of a hit: a finding, why, and for the party or this file alone."""

    finding: str
    why: str
    everywhere: bool


def open_hits(view: View) -> tuple[OpenHit, ...]:
    """The hits that nobody judged, the latest screened first; of ``MOST`` files.

    Which files have any is told by the duties to judge them, so no screening without a hit is
    looked at.
    """
    duties = view.rows(DutyRow.objects).filter(kind="judge_hit", done_by=None)
    latest = duties.filter(file__in=view.streams()).order_by("-due", "file")
    streams = list(dict.fromkeys(latest.values_list("file", flat=True)[: 4 * MOST]))[:MOST]
    hits = hits_of(view, streams)
    subjects = {subject for one in hits for subject in (one.party, one.file) if subject}
    known = judged(view, {one.rule for one in hits}, subjects)
    return tuple(one for one in hits if decided(one, known) is None)


def hits_of(view: View, streams: Sequence[uuid.UUID]) -> list[OpenHit]:
    """All hits of the newest screenings of these files, judged or not, file by file."""
    rows = view.rows(EventRow.objects).filter(stream__in=streams, type="screened")
    newest: dict[tuple[str, str, tuple[str, ...]], Event] = {}
    for event in log.events(rows.order_by("stream", "seq")):
        newest[event.stream, event.marking, event.addressees] = event
    by_file: dict[str, dict[Place, OpenHit]] = {}
    for event in newest.values():
        mine = by_file.setdefault(event.stream, {})
        for one in told(event.stream, event):
            mine.setdefault(one.place, one)
    return [one for stream in streams for one in by_file.get(str(stream), {}).values()]


def told(stream: str, event: Event) -> Iterator[OpenHit]:
    """The hits that one screening tells of."""
    for row in event.body.get("parties") or ():
        for hit in row.get("hits") or ():
            asked = str(hit.get("asked") or (row.get("names") or [""])[0])
            yield OpenHit(stream, row["role"], row.get("party", ""), asked, hit, event)
    for hit in event.body.get("gone") or ():
        asked = str(hit.get("asked", ""))
        yield OpenHit(stream, hit["role"], hit.get("party", ""), asked, hit, event, gone=True)


def found(view: View, stream: str, place: Place) -> OpenHit | None:
    """The hit at a place; ``None``: there is none that the reader may see."""
    if view.row(stream) is None:
        return None
    hits = hits_of(view, [uuid.UUID(stream)])
    return next((one for one in hits if one.place == place), None)


def judged(
    view: View, rules: Iterable[str], subjects: Iterable[str] | None = None
) -> tuple[Judged, ...]:
    """The standing decisions of persons on these records, the newest first.

    With ``subjects`` only those about one of these parties and files.
    """
    rows = view.rows(FileRow.objects).filter(
        kind="determination",
        state="made",
        fields__kind="match",
        fields__rule__in=sorted(rules),
    )
    if subjects is not None:
        about = view.rows(Edge.objects).filter(name="field:subject", target__in=set(subjects))
        rows = rows.filter(stream__in=about.values("source"))
    kept = list(rows.order_by("-opened_at", "stream")[:MOST])
    about_of = [uuid.UUID(row.fields["subject"]) for row in kept]
    parties = {str(key) for key, row in view.rows_of(about_of).items() if row.kind == "party"}
    opened = view.rows(EventRow.objects).filter(stream__in=[row.stream for row in kept], seq=1)
    roles = dict(opened.values_list("stream", "role"))
    labels = by_id()
    return tuple(
        Judged(
            id=str(row.stream),
            subject=row.fields["subject"],
            rule=row.fields["rule"],
            finding=row.fields.get("finding", ""),
            reasons=row.fields.get("reasons", ""),
            author=row.author,
            day=row.opened_at.date().isoformat(),
            marking=labels[row.label_id].marking,
            everywhere=row.fields["subject"] in parties,
        )
        for row in kept
        if roles.get(row.stream) not in (KERNEL, None)
    )


def decided(hit: OpenHit, known: Iterable[Judged]) -> Judged | None:
    """The decision that closes a hit, if any."""
    about = {hit.party, hit.file}
    return next((one for one in known if one.rule == hit.rule and one.subject in about), None)


def decision(hit: OpenHit, said: Decision, key: str) -> Command:
    """The command that records what a person says of a hit.

    It carries the marking of the screening, and names list, version and sealed record.
    """
    body = hit.event.body
    lists = [one for one in body.get("lists") or () if one["list"] == hit.hit["list"]]
    held = {
        "kind": "match",
        "subject": hit.party if said.everywhere and hit.party else hit.file,
        "finding": f"{said.finding}: {hit.asked}, {hit.hit['name']}",
        "reasons": said.why,
        "rule": hit.rule,
        "rule_version": hit.hit.get("list_date"),
        "lists": [{name: one[name] for name in ("list", "version")} for one in lists],
        "record": body.get("record"),
        "related": [hit.file],
    }
    return Command(
        kind="determination",
        type="make",
        body={"set": {name: value for name, value in held.items() if value}},
        marking=hit.event.marking,
        addressees=hit.event.addressees,
        cause=hit.event.id,
        key=key,
    )


def record_of(hit: OpenHit) -> Mapping[str, Any] | None:
    """The record as the list in force has it; ``None``: it, or the list, is not there."""
    for one in moment.watchlists():
        if one.snapshot.name == hit.hit["list"]:
            numbers = one.table["record"].to_pylist()
            number = str(hit.hit["record"])
            if number in numbers:
                row: Mapping[str, Any] = one.table.slice(numbers.index(number), 1).to_pylist()[
                    0
                ]
                return row
    return None


def party_of(view: View, hit: OpenHit) -> File | None:
    """The party of a hit as the reader sees it; ``None``: it has no file of its own."""
    return view.file(hit.party) if hit.party else None
