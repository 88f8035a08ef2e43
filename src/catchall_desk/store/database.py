"""Which database a query goes to. In: the alias in use; out: Django's router.

One process serves one database; tests run the same code on SQLite and on PostgreSQL by
changing the alias for a while. No query names a database itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connections

_alias: ContextVar[str] = ContextVar("database", default="default")


def alias() -> str:
    """The database that queries go to now."""
    return _alias.get()


@contextmanager
def use(name: str) -> Iterator[None]:
    """Queries go to this database until the end of the block."""
    token = _alias.set(name)
    try:
        yield
    finally:
        _alias.reset(token)


def is_postgresql() -> bool:
    """Is the database in use a PostgreSQL server?"""
    return connections[alias()].vendor == "postgresql"


class Router:
    """Django asks it where a model is read and written: wherever ``alias`` says."""

    def db_for_read(self, model: Any, **_: Any) -> str:
        """The database in use."""
        return alias()

    def db_for_write(self, model: Any, **_: Any) -> str:
        """The database in use."""
        return alias()

    def allow_relation(self, first: Any, second: Any, **_: Any) -> bool:
        """Rows may be related: one process knows one database."""
        return True
