"""The store as the guards see it: everything, whatever its marking. In: ids; out: files."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from catchall_desk.cases.fold import File, fold
from catchall_desk.store import log
from catchall_desk.store.models import Edge, FileRow


class StoredWorld:
    """What ``ports.World`` asks, inside one transaction of the kernel."""

    def __init__(self, now: datetime, lists: Sequence[Mapping[str, Any]]) -> None:
        self.now, self.lists = now, lists

    def file(self, stream: str) -> File | None:
        """A file or thing folded over all its events."""
        return fold(log.stream_events(stream))

    def files(self, kind: str, **where: Any) -> Sequence[File]:
        """The files of a kind whose fields have these values; a list field holds the value."""
        rows = FileRow.objects.filter(kind=kind).order_by("opened_at", "stream")
        found = [str(row.stream) for row in rows if has(row.fields, where)]
        return tuple(file for stream in found if (file := self.file(stream)))

    def naming(self, stream: str, kind: str = "") -> Sequence[File]:
        """The files, of one kind or any, that name this stream in a field, role or line."""
        rows = Edge.objects.filter(target=stream)
        if kind:
            rows = rows.filter(source_kind=kind)
        sources = sorted({str(source) for source in rows.values_list("source", flat=True)})
        return tuple(file for source in sources if (file := self.file(source)))


def has(fields: Mapping[str, Any], where: Mapping[str, Any]) -> bool:
    """Do the fields have all these values?

    >>> has({"kind": "rfi", "about": ["a", "b"]}, {"kind": "rfi", "about": "b"})
    True
    """
    for name, value in where.items():
        held = fields.get(name)
        if held != value and not (isinstance(held, list) and value in held):
            return False
    return True
