"""Label classes in the store, and the reading context. In: a reader; out: what may be read.

On PostgreSQL the same ids go to the row-level security of the session, inside the
transaction: no context means no rows.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connections, transaction

from catchall_desk.cases.events import canonical
from catchall_desk.cases.policy import Groups, LabelClass, Reader, readable
from catchall_desk.store.database import alias, is_postgresql
from catchall_desk.store.models import Label

Held = dict[str, LabelClass]
_held: ContextVar[Held | None] = ContextVar("labels", default=None)
"""The label classes by their digest, for the time of one transaction."""


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
    token = _held.set({})
    try:
        if not is_postgresql():
            yield
            return
        with transaction.atomic(using=alias()):
            tell("catchall.labels", ",".join(map(str, ids)))
            tell("catchall.kernel", "off")
            yield
    finally:
        _held.reset(token)


@contextmanager
def kernel() -> Iterator[None]:
    """A transaction of the kernel itself: it reads all rows, and tells nobody what it read."""
    token = _held.set({})
    try:
        with transaction.atomic(using=alias()):
            tell("catchall.kernel", "on")
            yield
    finally:
        _held.reset(token)


def tell(name: str, value: str) -> None:
    """Sets a variable of the database session until the transaction ends."""
    if is_postgresql():
        with connections[alias()].cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
