"""A case bundle: everything of a case that was handed in, as one text. In: views; out: NDJSON.

The caller hands in what one reader may see, and nothing else is in it. The first line says what
it is and bears the marking of the whole, rolled up from what follows; the last one bears the
hash of all lines before it. Each event keeps its own marking and source.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from catchall.errors import MarkingError
from catchall.marking import render, rollup
from catchall_desk.cases.events import Event, canonical
from catchall_desk.cases.fold import File
from catchall_desk.errors import BundleError

FORMAT = 1


@dataclass(frozen=True)
class Part:
    """One stream of the bundle: its folded file, and the events that the reader sees of it."""

    file: File
    events: tuple[Event, ...]


def lines(case: str, parts: Sequence[Part], made: datetime, reader: str) -> Iterator[bytes]:
    """The bundle of the case, line by line: head, streams, timeline, end.

    Raises:
        BundleError: the case is not among the parts, or their markings cannot stand in one
            paper (TLP or UK beside others).
    """
    digest = hashlib.sha256()
    for told in (head(case, parts, made, reader), *streams(parts), *timeline(parts)):
        line = canonical(told) + b"\n"
        digest.update(line)
        yield line
    yield canonical({"end": {"sha256": digest.hexdigest()}}) + b"\n"


def head(case: str, parts: Sequence[Part], made: datetime, reader: str) -> dict[str, Any]:
    """The first line: which case, for whom, how much, and the banner of it all."""
    if case not in {part.file.id for part in parts}:
        raise BundleError(case, "the case is not among what was handed in; hand it in")
    counted: dict[str, int] = {}
    for part in parts:
        counted[part.file.kind] = counted.get(part.file.kind, 0) + 1
    return {
        "bundle": {
            "format": FORMAT,
            "case": case,
            "made": made.isoformat(),
            "for": reader,
            "marking": banner(case, parts),
            "streams": counted,
            "events": sum(len(part.events) for part in parts),
        }
    }


def banner(case: str, parts: Iterable[Part]) -> str:
    """The marking of the whole: that of every stream and event in it, rolled up."""
    found = dict.fromkeys(part.file.marking for part in parts)
    found |= dict.fromkeys(event.marking for part in parts for event in part.events)
    try:
        return render(rollup(list(found)))
    except MarkingError as error:
        raise BundleError(case, str(error)) from error


def streams(parts: Iterable[Part]) -> Iterator[dict[str, Any]]:
    """Each stream as it now stands: kind, state, marking and the fields in force."""
    for part in parts:
        file = part.file
        yield {
            "stream": {
                "id": file.id,
                "kind": file.kind,
                "state": file.state,
                "marking": file.marking,
                "addressees": list(file.addressees),
                "fields": file.fields,
            }
        }


def timeline(parts: Iterable[Part]) -> Iterator[dict[str, Any]]:
    """Every event in the order of what happened; of one moment, as it was learned."""
    found = [event for part in parts for event in part.events]
    found.sort(key=lambda one: (one.happened_at, one.recorded_at, one.stream, one.seq))
    return ({"event": told(event)} for event in found)


def told(event: Event) -> dict[str, Any]:
    """An event as the bundle tells it.

    Its place in the stream is left out: a gap would tell of events the reader may not see.
    """
    return {
        "id": event.id,
        "stream": event.stream,
        "kind": event.kind,
        "type": event.type,
        "happened_at": event.happened_at.isoformat(),
        "recorded_at": event.recorded_at.isoformat(),
        "actor": event.actor,
        "role": event.role,
        "marking": event.marking,
        "cause": event.cause,
        "body": event.body,
        "ruleset": event.ruleset,
    }
