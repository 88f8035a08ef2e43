"""``Parsed`` through a pipe. In: a record; out: JSON bytes, and back."""

from base64 import b64decode, b64encode
from typing import Any

import orjson

from catchall.intake.documents.model import Page, Parsed, Place, Reject


def packed(told: Parsed) -> bytes:
    """The record as JSON bytes."""
    parts = [[name, b64encode(data).decode()] for name, data in told.parts]
    body = {name: getattr(told, name) for name in ("text", "pages", "places", "rejects")}
    body["text"] = told.text.encode("utf-8", "replace").decode()
    return orjson.dumps({**body, "metadata": dict(told.metadata), "parts": parts})


def _place(row: dict[str, Any]) -> Place:
    box = row["box"]
    return Place(**{**row, "box": None if box is None else tuple(box)})


def unpacked(data: bytes) -> Parsed:
    """The record that these bytes hold.

    >>> unpacked(packed(Parsed("words"))).text
    'words'
    """
    row = orjson.loads(data)
    return Parsed(
        row["text"],
        tuple(Page(**page) for page in row["pages"]),
        tuple(map(_place, row["places"])),
        row["metadata"],
        tuple(Reject(**one) for one in row["rejects"]),
        tuple((name, b64decode(content)) for name, content in row["parts"]),
    )
