"""A full export of what one reader may see. In: a view, a file; out: events as lines of JSON.

Numbers of streams are never written: their gaps would tell of what is hidden. So is a cause
that the reader may not see.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from catchall_desk.cases.events import Event
from catchall_desk.store.view import View

PAGE = 2000


def written(view: View, path: Path) -> int:
    """Writes the events to a file for its owner alone; answers how many there are."""
    count = 0
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        for line in lines(view):
            file.write(line)
            count += 1
    return count


def lines(view: View) -> Iterator[str]:
    """Every event that the reader may see, oldest recorded first."""
    cursor = ""
    while True:
        page = view.events(cursor, PAGE)
        causes = view.seen_events({one.cause for one in page.rows if one.cause})
        for event in page.rows:
            yield json.dumps(told(event, causes), ensure_ascii=False) + "\n"
        cursor = page.next
        if not cursor:
            return


def told(event: Event, causes: frozenset[str]) -> dict[str, Any]:
    """The event as plain values."""
    said = asdict(event)
    del said["seq"]
    said["happened_at"] = event.happened_at.isoformat()
    said["recorded_at"] = event.recorded_at.isoformat()
    said["cause"] = event.cause if event.cause in causes else None
    return said
