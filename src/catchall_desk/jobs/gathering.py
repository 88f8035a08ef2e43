"""Files with all that bears on them, read from the store at once. In: ids, a label; out: nouns.

What is gathered for a label is what adds nothing to it: a body that is made of it may carry
that label. Call it inside ``labels.kernel()``.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from catchall.casefile import digest
from catchall.determine.given import SideTables
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, fold, standing
from catchall_desk.cases.naming import Names, names_of
from catchall_desk.cases.policy import LabelClass, adds_nothing
from catchall_desk.jobs.ftm import Link
from catchall_desk.jobs.rows import Shipment, in_roles, shipment
from catchall_desk.jobs.side import side_tables
from catchall_desk.store import log, screenings
from catchall_desk.store.models import Edge, EventRow, FileRow

BATCH = 500

Folds = Mapping[str, File]


@dataclass(frozen=True)
class Gathered:
    """Some files with their parties, items, owners, measures and denials, for one label."""

    files: Folds
    things: Folds
    behind: Mapping[str, frozenset[str]]
    measures: Folds
    denials: Folds
    on: Mapping[str, frozenset[str]]
    """The measures and denials on each party, by its id."""

    @property
    def names(self) -> dict[str, Names]:
        """What each party is called."""
        parties = (one for one in self.things.values() if one.kind == "party")
        return {one.id: names_of(one) for one in parties}

    @property
    def items(self) -> dict[str, File]:
        """The items on lines of goods."""
        return {id_: one for id_, one in self.things.items() if one.kind == "item"}

    @property
    def side(self) -> SideTables:
        """The tables beside the files: who stands behind whom, measures, denials."""
        parties = [one for one in self.things.values() if one.kind == "party"]
        links = [Link(one.id, event) for one in parties for event in standing(one, "link")]
        return side_tables(self.names, links, self.measures.values(), self.denials.values())

    def shipments(self) -> dict[str, Shipment]:
        """Each file as the engine reads it, by its id."""
        names, items = self.names, self.items
        return {id_: shipment(file, names, items) for id_, file in self.files.items()}

    def parties(self, file: str) -> frozenset[str]:
        """The parties of a file and all who stand behind them."""
        own = {party for _, party in in_roles(self.files[file], self.items)}
        return frozenset(own).union(*(self.behind.get(one, frozenset()) for one in own))

    def beside(self, file: str) -> str:
        """The hash of what the desk itself knows beside a file: it changes when any of it does.

        The newest event of each party, owner, item, measure and denial; not of the file.
        """
        parties = self.parties(file)
        items = {str(line.get("item")) for line in self.files[file].fields.get("lines", ())}
        known = {**self.things, **self.measures, **self.denials}
        wanted = {
            *parties,
            *items,
            *(one for party in parties for one in self.on.get(party, ())),
        }
        return digest(sorted((one, known[one].last) for one in wanted if one in known))


def gathered(files: Collection[str], label: LabelClass) -> Gathered:
    """The files over all their events, and what bears on them for a label."""
    whole = {id_: without_items(file) for id_, file in folds(files).items()}
    items = folds(items_of(whole.values()), label)
    named = {party for file in whole.values() for _, party in in_roles(file, items)}
    hold = screenings.behind({uuid.UUID(one) for one in named})
    behind = {str(one): frozenset(map(str, above)) for one, above in hold.items()}
    parties = named.union(*behind.values())
    on = bearing(parties)
    papers = folds({paper for found in on.values() for paper in found}, label)
    return Gathered(
        whole,
        {**items, **folds(parties, label)},
        behind,
        {id_: one for id_, one in papers.items() if one.kind == "measure"},
        {id_: one for id_, one in papers.items() if one.kind == "denial"},
        on,
    )


def without_items(file: File) -> File:
    """The file with those of its subjects alone that are parties."""
    named = file.fields.get("subjects")
    if not named:
        return file
    rows = FileRow.objects.filter(stream__in=named, kind="party")
    there = {str(one) for one in rows.values_list("stream", flat=True)}
    kept = [one for one in named if one in there]
    return replace(file, fields={**file.fields, "subjects": kept})


def items_of(files: Iterable[File]) -> set[str]:
    """The items on the lines of these files."""
    lines = (line for file in files for line in file.fields.get("lines", ()))
    return {str(line["item"]) for line in lines if line.get("item")}


def bearing(parties: Collection[str]) -> dict[str, frozenset[str]]:
    """The measures and denials that name each of these parties."""
    rows = Edge.objects.filter(target__in=parties, source_kind__in=("measure", "denial"))
    found: dict[str, set[str]] = {}
    for party, paper in rows.values_list("target", "source"):
        found.setdefault(str(party), set()).add(str(paper))
    return {party: frozenset(papers) for party, papers in found.items()}


def folds(streams: Iterable[str], label: LabelClass | None = None) -> dict[str, File]:
    """Files and things over all their events, or over those that add nothing to a label.

    A stream whose first event adds to the label is not there.
    """
    found: dict[str, File] = {}
    waiting = iter(sorted(streams))
    while some := list(islice(waiting, BATCH)):
        histories: dict[str, list[Event]] = {}
        rows = EventRow.objects.filter(stream__in=some).order_by("stream", "seq")
        for event in log.events(rows):
            histories.setdefault(event.stream, []).append(event)
        for stream, history in histories.items():
            kept = history if label is None else list(below(history, label))
            if file := fold(kept):
                found[stream] = file
    return found


def below(events: Iterable[Event], label: LabelClass) -> Iterator[Event]:
    """The events that add nothing to a label."""
    beside = LabelClass(0, label.marking, label.addressees)
    for event in events:
        if adds_nothing(LabelClass(0, event.marking, event.addressees), beside):
            yield event
