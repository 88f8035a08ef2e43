"""The desk's own work: it screens what is not screened. In: store and engine; out: events.

What there is to do is a question to the store, asked anew each time; nothing is kept in a queue
that a failure could empty. When the engine is not ready, nothing is recorded, and what is not
screened stays so, for everybody to see.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError

from catchall.casefile import CaseFile, Header
from catchall_desk.cases.commands import Draft
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.policy import LabelClass, Reader
from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs import recurring
from catchall_desk.jobs.engine import Engine, InForce
from catchall_desk.jobs.gathering import Gathered, folds, gathered
from catchall_desk.jobs.rescreening import Filed, Place, carried, touched
from catchall_desk.jobs.screening import Body, judge_all
from catchall_desk.store import records, screenings
from catchall_desk.store.desk import Moment, record
from catchall_desk.store.labels import by_id, kernel
from catchall_desk.store.models import Edge, FileRow, ScreeningRow

KERNEL = "kernel"
DESK = Reader("desk", KERNEL, "", "")
"""The actor of what the desk does by itself; no user has this role."""
LIMIT = 200
"""Screenings of one round: their files are judged together."""


@dataclass(frozen=True, slots=True)
class Due:
    """One screening to do: a file, the label whose names are screened, and how it stands."""

    file: str
    label: int
    touched_at: datetime
    screened_at: datetime | None


@dataclass(frozen=True, slots=True)
class Done:
    """What a round of work did; ``left`` screenings are still to be done.

    ``judged`` were put to the engine, ``carried`` keep the answer that they had, ``met`` were
    changed by somebody meanwhile and wait. ``problem`` says why nothing could be screened.
    """

    judged: int = 0
    carried: int = 0
    met: int = 0
    recurred: int = 0
    left: int = 0
    problem: str = ""


@dataclass(frozen=True)
class Answer:
    """What is to be recorded of one screening, with the sealed record where it is new."""

    due: Due
    body: Body
    record: CaseFile | None = None


def work(engine: Engine, moment: Moment, limit: int = LIMIT) -> Done:
    """One round: screens what is due, and tells why when the engine is not ready.

    Then nobody was screened, and everything that was due still is. Call it after commands, and
    from time to time: what is due is found whatever happened before.
    """
    try:
        now = engine.at(moment.now)
    except EngineNotReadyError as error:
        with kernel():
            left = screenings.unscreened(()).count()
        return Done(left=left, problem=str(error))
    done = screen_due(engine, now, moment, limit)
    with kernel():
        return replace(done, left=screenings.unscreened(now.read()).count())


def due(now: InForce, limit: int) -> tuple[Due, ...]:
    """What must be screened on the lists in force, oldest change first."""
    with kernel():
        rows = screenings.unscreened(now.read()).order_by("touched_at", "file", "label")
        return tuple(
            Due(str(row.file), row.label_id, row.touched_at, row.screened_at)
            for row in rows[:limit]
        )


def screen_due(engine: Engine, now: InForce, moment: Moment, limit: int = LIMIT) -> Done:
    """Screens what is due, label by label; each is recorded in a transaction of its own."""
    under = replace(moment, ruleset=now.versions())
    groups: dict[int, list[Due]] = {}
    for one in due(now, limit):
        groups.setdefault(one.label, []).append(one)
    done = Done()
    for label, group in groups.items():
        done = added(done, screen_group(group, engine, (now, under), label))
    return done


def added(one: Done, other: Done) -> Done:
    """Both together."""
    return Done(
        one.judged + other.judged,
        one.carried + other.carried,
        one.met + other.met,
        one.recurred + other.recurred,
    )


def screen_group(
    group: Sequence[Due], engine: Engine, at: tuple[InForce, Moment], label_id: int
) -> Done:
    """Screens the names with one label in many files at once."""
    now, moment = at
    with kernel():
        label = by_id()[label_id]
        known = gathered({one.file for one in group}, label)
        found = [one for one in group if one.file in known.files]
        closed = {one.file: judged_places(known.files[one.file], label) for one in found}
    answers, header = answered(found, known, (engine, now), label)
    done = Done()
    for answer in answers:
        before = newest(known.files[answer.due.file], label)
        body = carried(before, answer.body, closed[answer.due.file])
        held = recorded(replace(answer, body=body), known, (header, label), moment)
        done = added(done, counted(answer, held=held))
    with kernel():
        told = recurring.record_all(known.files, DESK, moment)
    return replace(done, recurred=told)


def counted(answer: Answer, *, held: bool) -> Done:
    """One screening, as the round counts it."""
    if not held:
        return Done(met=1)
    return Done(judged=1) if answer.record else Done(carried=1)


def answered(
    group: Sequence[Due], known: Gathered, by: tuple[Engine, InForce], label: LabelClass
) -> tuple[list[Answer], Header | None]:
    """What is to be recorded: judged anew, or what was judged before where nothing changed."""
    engine, now = by
    shipments, side = known.shipments(), known.side
    before = {one.file: newest(known.files[one.file], label) for one in group}
    filed = [Filed(shipments[one.file], before[one.file]) for one in group]
    again = {one.id for one in touched(filed, engine, now, side)}
    again |= {one.file for one in group if changed(one, before[one.file], known)}
    judged = judge_all([shipments[one] for one in sorted(again)], now, side) if again else ()
    fresh = dict(zip(sorted(again), judged, strict=True))
    answers = []
    for one in group:
        body = before[one.file]
        if made := fresh.get(one.file):
            beside = {"beside": known.beside(one.file)}
            answers.append(Answer(one, {**made.body, **beside}, made.record))
        elif body is not None:
            answers.append(Answer(one, kept(body, known.files[one.file], label, now)))
    return answers, next((one.header for one in judged), None)


def changed(one: Due, before: Body | None, known: Gathered) -> bool:
    """Has anything but the lists changed since the screening, or was a list too old then?"""
    if before is None or one.screened_at is None or one.screened_at < one.touched_at:
        return True
    return bool(before["stale"]) or before.get("beside") != known.beside(one.file)


def kept(before: Body, file: File, label: LabelClass, now: InForce) -> Body:
    """The answer of an earlier screening, for the lists now in force: they cannot change it.

    ``carried`` names the event that judged it; its law is that of its day.
    """
    last = screenings_of(file, label)[-1]
    return {**before, "lists": now.read(), "carried": before.get("carried", last.id)}


def screenings_of(file: File, label: LabelClass) -> list[Event]:
    """The standing screenings with a label, oldest first."""
    own = (label.marking, label.addressees)
    return [one for one in standing(file, "screened") if (one.marking, one.addressees) == own]


def newest(file: File, label: LabelClass) -> Body | None:
    """The body of the newest screening with a label."""
    found = screenings_of(file, label)
    return dict(found[-1].body) if found else None


def judged_places(file: File, label: LabelClass) -> frozenset[Place]:
    """The places of hits no longer listed that a person has judged."""
    gone = (newest(file, label) or {}).get("gone") or ()
    if not gone:
        return frozenset()
    said = set(judgements({file.id, *(hit["party"] for hit in gone if hit["party"])}))
    return frozenset(
        (hit["role"], hit["party"] or hit["asked"], hit["list"], hit["record"])
        for hit in gone
        for subject in (hit["party"], file.id)
        if (subject, f"{hit['list']}:{hit['record']}") in said
    )


def judgements(subjects: Collection[str]) -> Iterator[tuple[str, str]]:
    """Subject and rule of every standing match that a person determined."""
    rows = Edge.objects.filter(
        target__in=subjects, name="field:subject", source_kind="determination"
    )
    for made in folds(map(str, rows.values_list("source", flat=True))).values():
        person = made.moves[0].role != KERNEL and made.fields.get("kind") == "match"
        if person and made.state == "made":
            yield str(made.fields["subject"]), str(made.fields["rule"])


def recorded(
    answer: Answer, known: Gathered, by: tuple[Header | None, LabelClass], moment: Moment
) -> bool:
    """Records a screening, unless its file or a party has changed since it was read."""
    header, label = by
    file = known.files[answer.due.file]
    try:
        with kernel():
            if not unchanged(answer.due, file):
                return False
            events = record(list(drafts(answer, file, label, moment)), DESK, moment)
            if answer.record and header:
                parties = {*known.names, *known.measures, *known.denials}
                kept_one = records.Kept(events[0].id, file.id, label.id, answer.record.line())
                run = records.Run(header.hash, header.as_json(), parties)
                records.keep(run, [kept_one])
    except IntegrityError:  # another writer was first: it stays due
        return False
    return True


def unchanged(one: Due, file: File) -> bool:
    """Does the file stand as it was read, and the names it is screened by?"""
    rows = FileRow.objects.select_for_update().filter(stream=one.file)
    held = list(rows.values_list("changed_at", flat=True))
    row = ScreeningRow.objects.filter(file=one.file, label=one.label).first()
    same_names = row is not None and row.touched_at == one.touched_at
    return same_names and held == [file.changed_at]


def drafts(answer: Answer, file: File, label: LabelClass, moment: Moment) -> Iterable[Draft]:
    """The events of a screening; a transaction all of whose parties were is screened."""
    yield drafted(file, "screened", moment, (label, answer.body))
    own = (label.marking, label.addressees) == (file.marking, file.addressees)
    whole = answer.body["outcome"] != "partial"
    if own and whole and file.kind == "transaction" and file.state == "reported":
        yield drafted(file, "screen", moment, (label, {}))


def drafted(
    file: File, kind: str, moment: Moment, said: tuple[LabelClass, Mapping[str, object]]
) -> Draft:
    """The draft of an event that the desk itself records."""
    label, body = said
    return Draft(
        stream=file.id,
        kind=file.kind,
        type=kind,
        happened_at=moment.now,
        marking=label.marking,
        body=body,
        addressees=label.addressees,
    )
