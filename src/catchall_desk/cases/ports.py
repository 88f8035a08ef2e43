"""What the guards need to know of the world. In: nothing; out: the protocol a store fulfils."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from catchall_desk.cases.fold import File


class World(Protocol):
    """The kernel's own view: all files, whatever their marking."""

    @property
    def now(self) -> datetime:
        """When the step is tried."""

    @property
    def lists(self) -> Sequence[Mapping[str, Any]]:
        """The lists in force: ``name``, ``version``, ``loaded`` (when last confirmed)."""

    def file(self, stream: str) -> File | None:
        """A file or thing folded over all its events."""

    def files(self, kind: str, **where: Any) -> Sequence[File]:
        """The files of a kind whose fields have these values; a list field holds the value."""

    def naming(self, stream: str, kind: str = "") -> Sequence[File]:
        """The files and things, of one kind or any, that name this stream.

        In a field, a role, a line or a standing link.
        """
