"""Many rows into a table at once. In: tuples; out: rows, written by the driver itself.

Django's own bulk insert makes an object and an expression of every value; for hundreds of
thousands of rows that is most of the time.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections
from django.db.models import (
    BooleanField,
    CharField,
    ForeignKey,
    IntegerField,
    Model,
    TextField,
)

from catchall_desk.store.database import alias

Prepared = Callable[[Any], Any]


def insert(model: type[Model], names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Writes rows; ``names`` are the columns' attributes (``label_id``), in the rows' order."""
    if not rows:
        return
    connection = connections[alias()]
    fields = {field.attname: field for field in model._meta.concrete_fields}  # noqa: SLF001
    made = [prepared(fields[name], connection) for name in names]
    values = [
        tuple(one if make is None else make(one) for make, one in zip(made, row, strict=True))
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement(model, names, connection), values)


def statement(model: type[Model], names: Sequence[str], connection: Any) -> str:
    """The SQL that writes one row."""
    quote = connection.ops.quote_name
    fields = {field.attname: field for field in model._meta.concrete_fields}  # noqa: SLF001
    columns = ", ".join(quote(fields[name].column) for name in names)
    places = ", ".join(["%s"] * len(names))
    table = quote(model._meta.db_table)  # noqa: SLF001
    return f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names of ours


PLAIN = (BooleanField, CharField, IntegerField, TextField)
"""Fields whose values the drivers take as they are."""


def prepared(field: Any, connection: Any) -> Prepared | None:
    """How a value of this field is handed to the driver; ``None``: as it is."""
    if isinstance(field, ForeignKey):
        return prepared(field.target_field, connection)
    if isinstance(field, PLAIN):
        return None
    return lambda value: field.get_db_prep_save(value, connection)
