"""Events: what was done, when, by whom. In: their parts; out: frozen records and their hashes.

A stream is the history of one file or one thing of the world. Nothing is ever changed: a
mistake is corrected by a later event. ``happened_at`` is when it was so, ``recorded_at`` when
the desk came to know it. The store links the events of one writer by their hashes.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

FILES = (
    "lead",
    "transaction",
    "case",
    "request",
    "application",
    "licence",
    "denial",
    "certificate",
    "measure",
    "paper",
    "determination",
)
"""Files: each lives by a machine of ``machines.yaml``."""
THINGS = ("party", "item", "country", "document")
"""Things of the world: what is known of them are claims and links, each with its source."""
KINDS = (*FILES, *THINGS)
ERASABLE = frozenset({"party", "document"})
"""Streams whose bodies are kept under a key of their own, so that they can be erased."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a stream.

    ``seq`` counts from 1 inside the stream; it is never shown, since its gaps would tell of
    events that a reader may not see. ``type`` is an event of the file's machine, or one of
    ``fold.PLAIN``. ``role`` is the actor's at that moment. ``cause`` is the event this one
    follows from. ``ruleset`` names the versions of law and lists that were in force.
    """

    id: str
    stream: str
    kind: str
    seq: int
    type: str
    happened_at: datetime
    recorded_at: datetime
    actor: str
    role: str
    marking: str
    body: Mapping[str, Any] = field(default_factory=dict)
    cause: str | None = None
    ruleset: Mapping[str, Any] = field(default_factory=dict)
    addressees: tuple[str, ...] = ()


def canonical(value: Any) -> bytes:
    """The one way to write a value as JSON: keys sorted, no blanks, text as UTF-8.

    Raises:
        TypeError, ValueError: a value that JSON cannot hold, a float among them (amounts and
            quantities are decimals written as text).

    >>> canonical({"b": 1, "a": "é"}).decode()
    '{"a":"é","b":1}'
    """
    refuse_floats(value)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def refuse_floats(value: Any) -> None:
    """Nothing, or TypeError: a float somewhere inside would lose digits."""
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float; write amounts and quantities as text")
    parts = value.values() if isinstance(value, Mapping) else value
    if isinstance(value, Mapping | list | tuple):
        for part in parts:
            refuse_floats(part)


def chained(previous: str, sealed: bytes) -> str:
    """The hash of a record that follows the record with the hash ``previous``, in hex.

    >>> len(chained("", b"{}"))
    64
    """
    return hashlib.sha256(previous.encode() + b"\n" + sealed).hexdigest()
