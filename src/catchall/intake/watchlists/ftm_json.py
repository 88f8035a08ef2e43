"""FollowTheMoney entities as OpenSanctions publishes them. In: one file; out: ``Parsed``.

JSON lines or one JSON array; entities nested in each other or flat, tied by their ids. Which
property means what is in ``ftm_entity``; the library of that name is no dependency (ADR 0004).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import ftm_entity
from catchall.intake.watchlists.entry import Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.ftm_entity import text

SOURCE = "ftm-json"

_AGAIN = "Download the file again from its publisher."
_BEGINS = re.compile(rb"\s*\[?\s*\{")
_KEYS = (rb'"schema"\s*:\s*"[A-Za-z]+"', rb'"properties"\s*:\s*\{', rb'"id"\s*:\s*"')
_MOST_DEEP = 60


@dataclass
class _Read:
    """What was read so far: whole entities with their lines, and the rejects."""

    entities: list[tuple[int, Mapping[str, Any]]] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    names_refused: int = 0


def recognise(head: bytes, filename: str) -> bool:
    """Does it begin with an object that has an id, a schema and properties?"""
    start = head.removeprefix(b"\xef\xbb\xbf")
    return bool(_BEGINS.match(start)) and all(re.search(key, start) for key in _KEYS)


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: an array that is not JSON, or a file that ends within a line.
    """
    file = files[0]
    found = _Read()
    elements = names_in = 0
    for line, element in _elements(file):
        elements += 1
        names_in += _names(element)
        problem = _problem(element)
        if problem:
            found.rejects.append(_reject(file, line, element, problem))
            found.names_refused += _names(element)
        else:
            found.entities.append((line, element))
    entries = _entries(file, found)
    support = sum(one["schema"] in ftm_entity.SUPPORT for _, one in found.entities)
    refused = len(found.rejects)
    loose = _attached(file, found, entries)
    open_end = not file.data.rstrip(b" ").endswith((b"\n", b"]"))
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=(*found.rejects, *loose),
        published=None,
        records_in=elements - support,
        names_in=names_in,
        names_refused=found.names_refused,
        records_refused=refused,
        doubts=("the file ends without a line end: it may have been cut",) if open_end else (),
    )


def _elements(file: ListFile) -> Iterator[tuple[int, Any]]:
    """Each entity with its line; a line that is not JSON comes out as its text."""
    data = file.data.removeprefix(b"\xef\xbb\xbf")
    if data.lstrip()[:1] == b"[":
        yield from ((0, one) for one in _array(file, data))
        return
    lines = data.split(b"\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, orjson.loads(line)
            except orjson.JSONDecodeError as error:
                if number == len(lines):
                    problem = "the file ends in the middle of a line"
                    raise WatchlistRefusedError(
                        file.name, f"line {number}", problem, _AGAIN
                    ) from error
                yield number, line.decode("utf-8", "replace")


def _array(file: ListFile, data: bytes) -> list[Any]:
    try:
        found = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise WatchlistRefusedError(
            file.name, place, f"not JSON: {error.msg}", _AGAIN
        ) from error
    return found if isinstance(found, list) else [found]


def _problem(element: Any) -> str:
    """What is wrong with the entity, or nothing."""
    if not isinstance(element, dict):
        return "not a JSON object"
    for key in ("id", "schema"):
        if not isinstance(element.get(key), str) or not element[key].strip():
            return f"no {key}"
    is_party = element["schema"] not in ftm_entity.SUPPORT
    faults = (
        ("properties is not an object", not isinstance(element.get("properties"), dict)),
        (f"nested more than {_MOST_DEEP} levels deep", _is_deep(element)),
        ("no name", is_party and not _names(element)),
    )
    return next((fault for fault, is_so in faults if is_so), "")


def _is_deep(value: Any) -> bool:
    """Are there more levels than any real entity has? Level by level, not by recursion."""
    level = [value]
    for _ in range(_MOST_DEEP):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def _names(element: Any) -> int:
    """The names that a party gives of itself, counted apart from keeping them."""
    properties = element.get("properties") if isinstance(element, dict) else None
    if not isinstance(properties, dict) or str(element.get("schema")) in ftm_entity.SUPPORT:
        return 0
    given = (properties.get(key) or [] for key in ftm_entity.NAMES)
    values = [one for value in given for one in (value if isinstance(value, list) else [value])]
    return sum(bool(str(one).strip()) for one in values if one is not None)


def _reject(file: ListFile, line: int, element: Any, problem: str) -> Reject:
    known = element.get("id") if isinstance(element, dict) else ""
    words = element if isinstance(element, str) else orjson.dumps(element).decode()
    place = f"line {line}" if line else f"id {known}"
    return Reject(file.name, line, place, problem, words)


def _entries(file: ListFile, found: _Read) -> dict[str, Entry]:
    """The record of every party by its id."""
    entries: dict[str, Entry] = {}
    for line, entity in found.entities:
        if entity["schema"] in ftm_entity.SUPPORT:
            continue
        entry = ftm_entity.new(entity)
        if entry.record in entries:
            found.rejects.append(_reject(file, line, entity, "its id is used twice"))
            found.names_refused += _names(entity)
        else:
            entries[entry.record] = entry
    return entries


def _attached(file: ListFile, found: _Read, entries: Mapping[str, Entry]) -> list[Reject]:
    """Attach every other entity to the records that it names or that name it; those left."""
    support = {
        text(entity["id"]): entity
        for _, entity in found.entities
        if entity["schema"] in ftm_entity.SUPPORT
    }

    def named(number: str) -> str:
        return entries[number].names[0]["text"] if number in entries else number

    used: set[str] = set()
    for _, entity in found.entities:
        for key, value in ftm_entity.values(entity):
            if text(entity["id"]) in support:
                if isinstance(value, str) and value in entries:
                    ftm_entity.attach(entries[value], entity, named)
                    used.add(text(entity["id"]))
            elif isinstance(value, dict) or value in support:
                said = value if isinstance(value, dict) else support[value]
                ftm_entity.attach(entries[text(entity["id"])], said, named)
                used.add(str(value))
            elif key == "addressEntity":
                entries[text(entity["id"])].property(key, text(value))
    return [
        _reject(file, line, entity, "it belongs to no party of this file")
        for line, entity in found.entities
        if text(entity["id"]) in support.keys() - used
    ]


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="FollowTheMoney entities: JSON lines or one array, nested or flat",
        known_by="the first object has an `id`, a `schema` and `properties`",
        kept={
            "record": "`id`",
            "names": "`name`, `alias`, `previousName`, `weakAlias`, `abbreviation`",
            "addresses": "`address`, entities `Address`",
            "countries": "`country`, `nationality`, `citizenship`, `jurisdiction`, `flag`",
            "identifiers": "`imoNumber`, `taxNumber`, `innCode`, `leiCode` and some 30 others, "
            "entities `Passport` and `Identification`",
            "dates": "`birthDate`, `incorporationDate`, `startDate`, `listingDate` ...",
            "programmes": "`program`",
            "remarks": "`notes`, `summary`, `description`, `reason`",
            "citations": "`sourceUrl`",
            "links": "entities `Ownership`, `Directorship`, `UnknownLink`, `Family` ...",
        },
        tried=True,
    ),
)
