"""Ways to tamper with a desk's log behind its back, as whoever owns the database can.

The gate tries some, a drill a thousand. Each answers the place of the first record that is no
longer as it was written: (writer, position).
"""

import random

from django.db import connections

from catchall_desk.store.database import alias
from catchall_desk.store.models import EventRow, Label, StreamKey, Writer

COLUMNS = ("body", "hash", "actor", "role", "type", "kind", "ruleset", "stream", "id", "cause")


def free_the_log() -> None:
    """Takes the triggers away, as the database's owner could."""
    on_postgresql = connections[alias()].vendor == "postgresql"
    with connections[alias()].cursor() as cursor:
        if on_postgresql:
            cursor.execute("ALTER TABLE store_eventrow DISABLE TRIGGER USER")
            return
        cursor.execute("DROP TRIGGER store_eventrow_no_update")
        cursor.execute("DROP TRIGGER store_eventrow_no_delete")


def rows() -> list[EventRow]:
    return list(EventRow.objects.order_by("writer", "position"))


def flip(text: str, chance: random.Random) -> str:
    """The text with one character changed to another."""
    at = chance.choice([place for place, letter in enumerate(text) if letter.isalnum()])
    other = chance.choice([c for c in "0123456789abcdef" if c != text[at].lower()])
    return text[:at] + other + text[at + 1 :]


def tamper(chance: random.Random) -> tuple[str, int]:
    """Does one thing to the log; answers the place of the first bad record."""
    way = chance.choice(
        [changed, changed, changed, moved, gone, put_in, swapped, marked, cut, keyed]
    )
    return way(chance)


def changed(chance: random.Random) -> tuple[str, int]:
    row = chance.choice(rows())
    held = [name for name in COLUMNS if any(map(str.isalnum, str(getattr(row, name) or "")))]
    column = chance.choice(held)
    value = flip(str(getattr(row, column)), chance)
    EventRow.objects.filter(pk=row.pk).update(**{column: value})
    return row.writer, row.position


def moved(chance: random.Random) -> tuple[str, int]:
    row = chance.choice(rows())
    column = chance.choice(["happened_at", "recorded_at"])
    later = getattr(row, column).replace(microsecond=chance.randrange(1, 999_999))
    EventRow.objects.filter(pk=row.pk).update(**{column: later})
    return row.writer, row.position


def gone(chance: random.Random) -> tuple[str, int]:
    row = chance.choice(rows())
    EventRow.objects.filter(pk=row.pk).delete()
    return row.writer, row.position


def put_in(chance: random.Random) -> tuple[str, int]:
    row = chance.choice(rows())
    last = Writer.objects.get(pk=row.writer).position
    EventRow.objects.create(
        id=f"00000000-0000-4000-8000-{chance.randrange(10**12):012d}",
        writer=row.writer,
        position=last + 1,
        stream=row.stream,
        kind=row.kind,
        seq=10_000,
        type="note",
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        actor=row.actor,
        role=row.role,
        label_id=row.label_id,
        body="{}",
        hash=row.hash,
    )
    return row.writer, last + 1


def swapped(chance: random.Random) -> tuple[str, int]:
    first, second = sorted(chance.sample(rows(), 2), key=lambda row: (row.writer, row.position))
    if first.writer != second.writer:
        return gone(chance)
    spare = 10**9
    for pk, position in (
        (first.pk, spare),
        (second.pk, first.position),
        (first.pk, second.position),
    ):
        EventRow.objects.filter(pk=pk).update(position=position)
    return first.writer, first.position


def marked(chance: random.Random) -> tuple[str, int]:
    labels = list(Label.objects.order_by("pk"))
    row = chance.choice(rows())
    other = chance.choice([label.pk for label in labels if label.pk != row.label_id])
    EventRow.objects.filter(pk=row.pk).update(label_id=other)
    return row.writer, row.position


def cut(chance: random.Random) -> tuple[str, int]:
    last = chance.choice(list(Writer.objects.filter(position__gt=0)))
    EventRow.objects.filter(writer=last.name, position=last.position).delete()
    return last.name, last.position


def keyed(chance: random.Random) -> tuple[str, int]:
    key = chance.choice(list(StreamKey.objects.order_by("pk")))
    StreamKey.objects.filter(pk=key.pk).update(key=bytes(32))
    first = EventRow.objects.filter(stream=key.stream).order_by("writer", "position").first()
    return first.writer, first.position
