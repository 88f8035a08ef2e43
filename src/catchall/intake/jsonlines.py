"""JSONL: one object a line. In: bytes; out: Grid.

A number keeps the text it was filed with, a nested object becomes JSON text, a list of plain
values is joined with ``;``. What the keys mean does not belong here.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from catchall.errors import InputError, UnknownColumnsError
from catchall.intake import encodings
from catchall.intake.grid import (
    Chunk,
    Grid,
    Known,
    Reject,
    Tally,
    damage,
    shown,
)
from catchall.intake.limits import Limits
from catchall.intake.opened import Opened


class _Filed(float):
    """A JSON number that remembers how it was written: ``1.10`` must not become 1.1."""

    text = ""


def _filed(text: str) -> _Filed:
    number = _Filed(text)
    number.text = text
    return number


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _no_constant(text: str) -> None:
    raise ValueError(f"{text} is no JSON value")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_filed, parse_constant=_no_constant
)


def object_of(text: str) -> dict[str, Any]:
    """The one object that this text holds.

    Raises:
        ValueError: it is no JSON object, or a key stands twice.
    """
    try:
        found = _DECODER.decode(text.strip())
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(found, dict):
        raise ValueError("it is no object in braces")  # noqa: TRY004  callers reject on ValueError
    return found


def as_text(value: Any) -> str | None:
    """A JSON value as the text of a cell; null is a missing cell.

    >>> as_text(["a", "b"]), as_text({"range_km": 300}), as_text(True)
    ('a;b', '{"range_km": 300}', 'true')
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, _Filed):
        return value.text
    if isinstance(value, list) and not any(isinstance(part, (list, dict)) for part in value):
        return ";".join(as_text(part) or "" for part in value)
    return json.dumps(value, ensure_ascii=False)


def read(opened: Opened, known: Known, limits: Limits) -> Grid:
    """The rows of a JSONL file; its header is every key that any line has, in order.

    Raises:
        InputError: no key is a known column.
    """
    encoding = encodings.recognise(opened.data)
    headers = _keys(encodings.lines(opened.data, encoding))
    if not headers:
        raise InputError(
            opened.path, "no line of it is a JSON object that can be read",
            "Each line must be one object in braces, whole, with each key once.",
        )  # fmt: skip
    if not known(headers):
        raise UnknownColumnsError(
            opened.path, "none of its keys is a known column",
            "Each line must be one JSON object; --map FILE says what your keys mean.",
        )  # fmt: skip
    tally = Tally(notes=list(opened.notes))
    pages = encodings.lines(opened.data, encoding)
    return Grid(headers, encoding.name, _chunks(pages, headers, tally, limits), tally)


def _keys(pages: Iterator[list[str]]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for page in pages:
        for line in page:
            try:
                found = orjson.loads(line)
            except ValueError:
                continue  # the second pass rejects the line
            if isinstance(found, dict):
                seen.update(dict.fromkeys(found))
    return tuple(seen)


def _chunks(
    pages: Iterator[list[str]], headers: tuple[str, ...], tally: Tally, limits: Limits
) -> Iterator[Chunk]:
    number = 0
    for page in pages:
        rows: list[list[str | None]] = []
        chunk = Chunk()
        for number, line in enumerate(page, start=number + 1):  # noqa: B020
            if not line.strip():
                tally.blank += 1
                continue
            tally.rows += 1
            row, place, reason = _row(line, headers, limits)
            if reason:
                chunk.rejects.append(Reject(number, place, reason, shown(line)))
            else:
                chunk.lines.append(number)
                rows.append(row)
        chunk.columns = list(zip(*rows, strict=True))
        yield chunk


def _row(
    line: str, headers: tuple[str, ...], limits: Limits
) -> tuple[list[str | None], str, str]:
    """The cells of one line, or the key and the reason why there are none."""
    if problem := damage(line, limits.line):
        return [], "", f"the line {problem}"
    try:
        found = object_of(line)
        row = [as_text(found.get(header)) for header in headers]
    except (ValueError, RecursionError) as error:
        return [], "", f"not one JSON object ({error}): correct it"
    place, reason = _problem(row, found, headers, limits)
    return row, place, reason


def _problem(
    row: list[str | None], found: Mapping[str, Any], headers: tuple[str, ...], limits: Limits
) -> tuple[str, str]:
    if not any(cell and cell.strip() for cell in row):
        return "", "every value is empty: fill it in or delete the line"
    if unseen := [key for key in found if key not in headers]:
        return shown(unseen[0]), "a key that cannot be read as text: correct it"
    for header, cell in zip(headers, row, strict=True):
        if cell and (problem := damage(cell, limits.field)):
            return header, problem
    return "", ""
