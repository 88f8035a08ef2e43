"""What a person asks the desk to do, and what is to be recorded for it. All frozen nouns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Command:
    """One thing asked of the desk, by whoever is signed in.

    ``stream`` None opens a file; ``type`` is the event asked for. ``tag`` is what the caller
    last saw of the file (``If-Match``), ``key`` makes the command idempotent. ``marking`` may
    be empty for events that take the marking of their file.
    """

    kind: str
    type: str
    stream: str | None = None
    body: Mapping[str, Any] = field(default_factory=dict)
    marking: str = ""
    addressees: tuple[str, ...] = ()
    happened_at: datetime | None = None
    cause: str | None = None
    tag: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before the store gives it its place: all but its number and moment.

    The store makes an ``id`` unless one is given, as for a line that is imported again.
    """

    stream: str
    kind: str
    type: str
    happened_at: datetime
    marking: str
    body: Mapping[str, Any] = field(default_factory=dict)
    addressees: tuple[str, ...] = ()
    cause: str | None = None
    id: str = ""
