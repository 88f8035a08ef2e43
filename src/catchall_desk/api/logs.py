"""The log as lines of JSON. In: records; out: text without what a file says.

Arguments of messages and texts of errors are left out: they may hold what people typed or what
a file says. What the desk itself wants told stands in named fields.
"""

import json
import logging
from datetime import UTC, datetime

FIELDS = ("method", "route", "status", "ms", "user", "error", "class", "trace")
"""What the desk's own records may tell: ids, templates, numbers."""


class Lines(logging.Formatter):
    """Formats a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        at = datetime.fromtimestamp(record.created, UTC)
        told: dict[str, object] = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        told |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            told["class"] = record.exc_info[0].__name__
        return json.dumps(told, sort_keys=True, default=str)
