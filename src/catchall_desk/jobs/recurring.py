"""The desk says so when a firm with measures comes back. In: files or a view; out: recurrences.

What is recorded on a file carries a marking that covers all it rests on. It is found with the
names, numbers and addresses that add nothing to that marking, so it tells of nothing closer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from catchall_desk.cases.commands import Draft
from catchall_desk.cases.duty import together
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.naming import Names, names_of
from catchall_desk.cases.policy import LabelClass, Reader, adds_nothing
from catchall_desk.jobs.gathering import Folds, folds
from catchall_desk.jobs.recurrence import Measured, Measures, Recurrence, recurrences
from catchall_desk.jobs.rows import in_roles
from catchall_desk.store.desk import Moment, record
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import Edge, EventRow, FileRow
from catchall_desk.store.screenings import ABOVE
from catchall_desk.store.view import View

STOOD = ("served", "imposed", "appealed")
"""States in which a measure was taken and not overturned."""
RECURRENCE = "recurrence"

Said = tuple[str, str, tuple[str, ...]]
"""A party, the party with measures that it may be, and the measures."""


@dataclass
class Known:
    """The parties with measures as one label shows them, and those looked up."""

    label: LabelClass
    measures: Measures
    parties: dict[str, Names]


@dataclass
class Desk:
    """What one round looks up, made once for each label."""

    parties: frozenset[str]
    held: dict[LabelClass, Known] = field(default_factory=dict)

    def at(self, label: LabelClass) -> Known:
        """What the label shows."""
        if label not in self.held:
            names = called(self.parties, label)
            self.held[label] = Known(label, Measures(measured(label)), names)
        return self.held[label]


def record_all(files: Folds, actor: Reader, moment: Moment) -> int:
    """Records on each file who of it may be a party with measures; how many. In ``kernel()``.

    What stands there already, for the same readers, is not told again.
    """
    if not FileRow.objects.filter(kind="measure", state__in=STOOD).exists():
        return 0
    desk = Desk(frozenset(party for file in files.values() for party in named(file)))
    labels = labels_of(desk.parties)
    drafts = [one for file in files.values() for one in of_file(file, desk, labels, moment)]
    record(drafts, actor, moment) if drafts else ()
    return len(drafts)


def named(file: File) -> tuple[str, ...]:
    """The parties that the file names."""
    return tuple(dict.fromkeys(party for _, party in in_roles(file, {})))


def labels_of(parties: Iterable[str]) -> tuple[LabelClass, ...]:
    """The labels of all that may say who is who: parties, measures, and whom these are on."""
    measures = FileRow.objects.filter(kind="measure", state__in=STOOD).values("stream")
    on = Edge.objects.filter(source__in=measures, name="field:on").values("target")
    streams = EventRow.objects.filter(stream__in=on) | EventRow.objects.filter(
        stream__in=measures
    )
    ids = {*streams.values_list("label_id", flat=True)}
    ids |= {*EventRow.objects.filter(stream__in=parties).values_list("label_id", flat=True)}
    known = by_id()
    return tuple(
        LabelClass(0, known[one].marking, known[one].addressees) for one in sorted(ids)
    )


def of_file(
    file: File, desk: Desk, labels: Iterable[LabelClass], moment: Moment
) -> Iterator[Draft]:
    """What is to be recorded on one file, for the widest circle of readers first."""
    told = [(said(one), labelled(one)) for one in standing(file, RECURRENCE)]
    for label in circles(LabelClass(0, file.marking, file.addressees), labels):
        known = desk.at(label)
        for party in named(file):
            if party not in known.parties:
                continue
            for one in known.measures.like(known.parties[party]):
                this = (party, one.party, one.measures)
                if not any(this == held and adds_nothing(by, label) for held, by in told):
                    told.append((this, label))
                    yield drafted(file, party, one, (label, moment))


def said(event: Event) -> Said:
    """Of whom a recurrence tells."""
    body = event.body
    return str(body["party"]), str(body["of"]), tuple(body["measures"])


def labelled(event: Event) -> LabelClass:
    """The label of an event."""
    return LabelClass(0, event.marking, event.addressees)


def circles(own: LabelClass, labels: Iterable[LabelClass]) -> list[LabelClass]:
    """The labels under which something may be told on a file: its own, then closer ones."""
    joined = {together(own, one) for one in labels if not adds_nothing(one, own)}
    closer = [one for one in joined if adds_nothing(own, one)]
    closer.sort(key=lambda one: (sum(adds_nothing(o, one) for o in closer), one.marking))
    return [own, *closer]


def drafted(file: File, party: str, one: Recurrence, at: tuple[LabelClass, Moment]) -> Draft:
    """The event that tells of a recurrence."""
    label, moment = at
    body = {
        "party": party,
        "of": one.party,
        "measures": list(one.measures),
        "score": one.score,
        "why": list(one.why),
    }
    return Draft(
        file.id, file.kind, RECURRENCE, moment.now, label.marking, body, label.addressees
    )


def called(parties: Iterable[str], label: LabelClass) -> dict[str, Names]:
    """What each party is called as a label shows it, with the people behind it."""
    known = folds(parties, label)
    rows = Edge.objects.filter(target__in=known, name__in=ABOVE)
    labels = by_id()
    pairs = [
        (str(row.target), str(row.source))
        for row in rows.order_by("source")
        if adds_nothing(LabelClass(0, *parts(labels[row.label_id])), label)
    ]
    people = folds({source for _, source in pairs}, label)
    behind: dict[str, list[str]] = {}
    for party, source in pairs:
        if source in people:
            behind.setdefault(party, []).extend(names_of(people[source]).names)
    return {
        id_: names_of(party, behind.get(id_, ()))
        for id_, party in known.items()
        if party.kind == "party"
    }


def parts(label: LabelClass) -> tuple[str, tuple[str, ...]]:
    """A label without its number."""
    return label.marking, label.addressees


def measured(label: LabelClass) -> list[Measured]:
    """The parties with measures that a label shows."""
    rows = FileRow.objects.filter(kind="measure", state__in=STOOD)
    by_party: dict[str, set[str]] = {}
    for file in folds(map(str, rows.values_list("stream", flat=True)), label).values():
        for party in file.fields.get("on", ()):
            by_party.setdefault(str(party), set()).add(file.id)
    return with_names(called(by_party, label), by_party)


def with_names(
    names: Mapping[str, Names], by_party: Mapping[str, Iterable[str]]
) -> list[Measured]:
    """Parties with their measures."""
    return [Measured(names[one], tuple(sorted(by_party[one]))) for one in sorted(names)]


def found_now(view: View, party: str) -> tuple[Recurrence, ...]:
    """Whom with measures a party may be, by all that the reader may see now, surest first."""
    own = view.file(party)
    if own is None or own.kind != "party":
        return ()
    rows = view.rows(FileRow.objects).filter(kind="measure", state__in=STOOD)
    edges = view.rows(Edge.objects).filter(source__in=rows.values("stream"), name="field:on")
    by_party: dict[str, set[str]] = {}
    for measure, target in edges.values_list("source", "target"):
        by_party.setdefault(str(target), set()).add(str(measure))
    by_party.pop(party, None)
    names = {one: told for one in by_party if (told := named_in(view, one))}
    mine = named_in(view, party)
    return recurrences(mine, with_names(names, by_party)) if mine else ()


def named_in(view: View, party: str) -> Names | None:
    """What a party is called as the reader sees it, with the people behind it."""
    file = view.file(party)
    if file is None or file.kind != "party":
        return None
    edges = view.rows(Edge.objects).filter(target=party, name__in=ABOVE).order_by("source")
    people = view.rows_of(list(edges.values_list("source", flat=True)))
    return names_of(file, [people[one].title for one in sorted(people)])
