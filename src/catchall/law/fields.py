"""One mapping of a lawbook file, field by field. In: parsed YAML; out: typed values.

Every field is taken once by name; ``done`` refuses what was not taken. Nothing about law here.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, TypeVar

from catchall.errors import LawbookError

T = TypeVar("T")
_MISSING: Any = object()


class Fields:
    """A mapping being read: ``path`` of the file, ``place`` in it, and what is left."""

    def __init__(self, data: Any, path: str, place: str) -> None:
        self.path, self.place = path, place
        if not isinstance(data, dict):
            raise self.wrong(f"expected a mapping, found {shown(data)}")
        self._left = dict(data)

    def wrong(self, problem: str, key: str = "") -> LawbookError:
        """The error for a problem here, or at ``key`` below here."""
        return LawbookError(
            self.path, ".".join(filter(None, (self.place, key))) or "file", problem
        )

    def has(self, key: str) -> bool:
        """Is there such a key not yet taken?"""
        return key in self._left

    def keys(self) -> tuple[str, ...]:
        """The keys not yet taken."""
        return tuple(self._left)

    def take(self, key: str, default: Any = _MISSING) -> Any:
        """The raw value of ``key``; refuses when it is missing without a default."""
        if key not in self._left and default is _MISSING:
            raise self.wrong(f"key {key!r} is missing")
        return self._left.pop(key, default)

    def text(self, key: str, default: Any = _MISSING) -> str:
        """The text at ``key``, not empty unless that is the default."""
        value = self.take(key, default)
        if not isinstance(value, str) or (value == "" and default is _MISSING):
            raise self.wrong(f"expected text, found {shown(value)}", key)
        return value

    def day(self, key: str, default: Any = _MISSING) -> Any:
        """The ISO date at ``key``."""
        value = self.take(key, default)
        if value is not default and not isinstance(value, date):
            raise self.wrong(f"expected a date such as 2025-11-15, found {shown(value)}", key)
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false at ``key``."""
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise self.wrong(f"expected true or false, found {shown(value)}", key)
        return value

    def number(self, key: str, default: float) -> float:
        """The number at ``key``."""
        value = self.take(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.wrong(f"expected a number, found {shown(value)}", key)
        return value

    def word(self, key: str, allowed: Collection[str], default: Any = _MISSING) -> str:
        """One of the allowed words at ``key``."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.wrong(f"{value!r} is not one of {', '.join(sorted(allowed))}", key)
        return value

    def verified(self) -> str:
        """How far it was checked: V read in the text, S in a secondary text, M from memory."""
        said = self.text("verified")
        if said[:1] not in {"V", "S", "M"}:
            raise self.wrong(f"{said!r} does not begin with V, S or M", "verified")
        return said

    def texts(self, key: str, default: Any = ()) -> tuple[str, ...]:
        """A list of texts at ``key``."""
        value = self.take(key, default)
        if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
            raise self.wrong(f"expected a list of quoted texts, found {shown(value)}", key)
        return tuple(value)

    def each(
        self, key: str, read: Callable[["Fields"], T], default: Any = _MISSING
    ) -> tuple[T, ...]:
        """``read`` of each mapping in the list at ``key``."""
        value = self.take(key, default)
        if not isinstance(value, (list, tuple)):
            raise self.wrong(f"expected a list, found {shown(value)}", key)
        return tuple(read(self.below(f"{key}[{n}]", item)) for n, item in enumerate(value))

    def below(self, place: str, data: Any) -> "Fields":
        """The mapping ``data`` found at ``place`` below here."""
        return Fields(data, self.path, ".".join(filter(None, (self.place, place))))

    def done(self) -> None:
        """Refuses every key that was not taken."""
        if self._left:
            raise self.wrong(f"unknown key {sorted(self._left)[0]!r}")


def shown(value: Any) -> str:
    """A value in few words, for a message."""
    return "nothing" if value is None else repr(value)[:60]
