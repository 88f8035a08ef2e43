"""Is the log as it was written? In: the log, and signed heads; out: the first bad record.

Every record of a writer is hashed together with the hash before it, so a record that is
changed, taken away, put in or moved is the first whose hash does not follow. A tail cut off is
seen from the writer's own head and from the heads signed and exported each day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from django.db.models import Count, F, Max

from catchall_desk.cases.policy import LabelClass
from catchall_desk.store.labels import by_id, digest
from catchall_desk.store.log import keys_of
from catchall_desk.store.models import EventRow, Label, Writer
from catchall_desk.store.seal import decrypted, hashed

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Bad:
    """The first record that is not as it was written: where it stands, and what is wrong."""

    writer: str
    position: int
    event: str
    problem: str


def verify(heads: Sequence[Mapping[str, tuple[int, str]]] = ()) -> Bad | None:
    """The first bad record of the log, or ``None``. Call it inside ``labels.kernel()``.

    ``heads`` are what was signed before: by writer, the position and the hash there.
    """
    for bad in problems(heads):
        return bad
    return None


def problems(heads: Sequence[Mapping[str, tuple[int, str]]]) -> Iterator[Bad]:
    """Every problem found, in the order of looking."""
    yield from bad_labels()
    named = set(EventRow.objects.values_list("writer", flat=True).distinct())
    writers = {row.name: row for row in Writer.objects.all()}
    signed = {name for head in heads for name in head}
    for name in sorted(named | writers.keys() | signed):
        yield from bad_records(name, writers.get(name), heads)
    yield from bad_numbers()


def bad_labels() -> Iterator[Bad]:
    """Labels whose text is no longer what their key says."""
    for row in Label.objects.order_by("pk"):
        if row.digest != digest(row.marking, tuple(row.addressees)):
            first = EventRow.objects.filter(label=row).order_by("writer", "position").first()
            where = (first.writer, first.position, str(first.id)) if first else ("", 0, "")
            yield Bad(*where, "its marking was changed")


def bad_records(
    name: str, writer: Writer | None, heads: Sequence[Mapping[str, tuple[int, str]]]
) -> Iterator[Bad]:
    """The problems of one writer's chain."""
    if writer is None:
        yield Bad(name, 0, "", "the writer of these records is not known")
        return
    signed = {head[name][0]: head[name][1] for head in heads if name in head}
    previous, position = "", 0
    for row, label, key in chain(name):
        position += 1
        wrong = problem_of(row, label, key, (position, previous))
        if wrong:
            yield Bad(name, position, str(row.id), wrong)
            return
        previous = row.hash
        if signed.get(position, previous) != previous:
            yield Bad(name, position, str(row.id), "it is not the record that was signed")
            return
    if (writer.position, writer.head) != (position, previous):
        yield Bad(name, position + 1, "", "the chain ends before its head")
    beyond = [at for at in signed if at > position]
    if beyond:
        yield Bad(name, position + 1, "", "the chain ends before a head that was signed")


def problem_of(
    row: EventRow, label: LabelClass, key: bytes | None, place: tuple[int, str]
) -> str:
    """What is wrong with a record; empty when nothing is."""
    position, previous = place
    if row.position != position:
        return "a record is missing before it"
    if row.hash != hashed(previous, row, label.marking, list(label.addressees)):
        return "it was changed, or put here"
    return locked_out(row, key) if row.keyed else ""


def locked_out(row: EventRow, key: bytes | None) -> str:
    """What is wrong with the key of a record; empty when it opens the record."""
    if key is None:
        return "" if erased(row) else "its key is gone, and no erasure is recorded"
    try:
        decrypted(key, str(row.id), row.body)
    except InvalidTag:
        return "its key was changed"
    return ""


def erased(row: EventRow) -> bool:
    """Does the stream of the record say that it was erased?"""
    return EventRow.objects.filter(stream=row.stream, type="erase").exists()


def chain(name: str) -> Iterator[tuple[EventRow, LabelClass, bytes | None]]:
    """The records of a writer in order, each with its label and its key if there is one."""
    labels, after = by_id(), -1
    while True:
        rows = EventRow.objects.filter(writer=name, position__gt=after)
        batch = list(rows.order_by("position")[:BATCH])
        if not batch:
            return
        keys = keys_of({str(row.stream) for row in batch if row.keyed})
        for row in batch:
            yield row, labels[row.label_id], keys.get(str(row.stream))
        after = batch[-1].position


def bad_numbers() -> Iterator[Bad]:
    """Streams that lack an event: a whole chain may be gone with its writer."""
    rows = EventRow.objects.values("stream").annotate(last=Max("seq"), held=Count("seq"))
    for lacking in rows.exclude(last=F("held")).order_by("stream"):
        yield Bad("", 0, "", f"the stream {lacking['stream']} lacks an event")
