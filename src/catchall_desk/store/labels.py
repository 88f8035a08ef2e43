"""Label classes in the store, and the reading context. In: a reader; out: what may be read.

On PostgreSQL the same ids go to the row-level security of the session, inside the
transaction: no context means no rows.
"""

import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connections, transaction

from catchall_desk.cases.events import canonical
from catchall_desk.cases.policy import Groups, LabelClass, Reader, readable
from catchall_desk.store.database import alias, is_postgresql
from catchall_desk.store.models import Label

_turn = threading.RLock()
Held = dict[str, LabelClass]
_held: ContextVar[Held | None] = ContextVar("labels", default=None)
"""The label classes by their digest, for the time of one transaction."""
Told = tuple[str, str]
"""What the session is told: the labels that may be read, and whether the kernel reads."""
_told: ContextVar[tuple[Told, Told | None] | None] = ContextVar("told", default=None)
"""What it is told now, and what it was told before, where one time lies inside another."""


def digest(marking: str, addressees: tuple[str, ...]) -> str:
    """The one key of a label class."""
    return hashlib.sha256(canonical([marking, sorted(addressees)])).hexdigest()


def held() -> Held:
    """The label classes of this transaction; read once in it."""
    known = _held.get()
    if known is None:
        return read()
    if not known:
        known.update(read())
    return known


def read() -> Held:
    """Every label class that the store holds, by its digest."""
    rows = Label.objects.order_by("pk")
    return {row.digest: LabelClass(row.pk, row.marking, tuple(row.addressees)) for row in rows}


def label_id(marking: str, addressees: tuple[str, ...]) -> int:
    """The id of this label class; it is made when it is new."""
    key = digest(marking, addressees)
    known = held()
    if key not in known:
        named = tuple(sorted(addressees))
        found, _ = Label.objects.get_or_create(
            digest=key, defaults={"marking": marking, "addressees": list(named)}
        )
        known[key] = LabelClass(found.pk, marking, named)
    return known[key].id


def classes() -> tuple[LabelClass, ...]:
    """Every label class that the store holds."""
    return tuple(held().values())


def by_id() -> Mapping[int, LabelClass]:
    """Every label class, by its id."""
    return {label.id: label for label in classes()}


def readable_ids(reader: Reader, groups: Groups | None = None) -> tuple[int, ...]:
    """The ids of the label classes that this reader may read, in order."""
    return tuple(sorted(readable(reader, classes(), groups)))


@contextmanager
def reading(ids: tuple[int, ...]) -> Iterator[None]:
    """A time in which only rows with these labels can be read.

    On SQLite it is no transaction: there, one would keep writers out.
    """
    with labelled((",".join(map(str, ids)), "off")):
        if not is_postgresql():
            yield
            return
        with transaction.atomic(using=alias()):
            yield from inside()


@contextmanager
def kernel() -> Iterator[None]:
    """A transaction of the kernel itself: it reads all rows, and tells nobody what it read."""
    with turn(), labelled(("", "on")), transaction.atomic(using=alias()):
        yield from inside()


@contextmanager
def turn() -> Iterator[None]:
    """A time in which no other thread of this process writes to the same SQLite file.

    SQLite makes writers try again until one gets in by chance, and one may never; here they
    wait in line. It is taken before the transaction begins, never inside of one.
    """
    if is_postgresql():
        yield
        return
    with _turn:
        yield


def inside() -> Iterator[None]:
    """The session is told who reads now, and afterwards who read before."""
    told = _told.get()
    if told is None:
        raise RuntimeError("nobody said who reads; use reading or kernel")
    tell(told[0])
    yield
    if told[1] is not None:
        tell(told[1])


@contextmanager
def labelled(now: Told) -> Iterator[None]:
    """A time with its own label classes, and its own answer to who reads."""
    outer = _told.get()
    before = outer[0] if outer else None
    held_before, told_before = _held.set({}), _told.set((now, before))
    try:
        yield
    finally:
        _told.reset(told_before)
        _held.reset(held_before)


def tell(said: Told) -> None:
    """Sets the variables of the database session until the transaction ends."""
    if is_postgresql():
        with connections[alias()].cursor() as cursor:
            cursor.execute(
                "SELECT set_config('catchall.labels', %s, true), "
                "set_config('catchall.kernel', %s, true)",
                said,
            )
