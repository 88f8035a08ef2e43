"""OFAC's CSV family: SDN, ALT, ADD and SDN_COMMENTS, or the consolidated (non-SDN) four.

In: the files, in any order, with or without a header row; out: ``Parsed``. Which file is
which is told by the number and the values of its columns. Columns are known by position.
A field never holds a line break, so every physical line is read by itself: an unclosed quote
spoils its own line only.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.entry import (
    AIRPLANE,
    OPEN_END,
    ORGANIZATION,
    PERSON,
    VESSEL,
    Entry,
    Format,
    Parsed,
    Reader,
    Reject,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.ofac_remarks import count_names, keep_remarks

SOURCE, CONSOLIDATED = "ofac-sdn", "ofac-consolidated"

NON_SDN = frozenset(
    ("NS-PLC", "CMIC-EO13959", "UKRAINE-EO13662", "561-Related", "NS-MBS", "CAPTA")
)
"""Programmes of the consolidated list; a file where most records have one is that list."""

COLUMNS = {12: "main", 5: "alt", 6: "add", 2: "comments"}
_PROPERTIES = (
    (4, "title"),
    (5, "call_sign"),
    (6, "vessel_type"),
    (7, "tonnage"),
    (8, "gross_tonnage"),
    (9, "vessel_flag"),
)
_SCHEMAS = {"individual": PERSON, "vessel": VESSEL, "aircraft": AIRPLANE}
_ALIASES = {"aka": "alias", "fka": "former", "nka": "alias"}
_END = "\x1a"
_HEADERS = frozenset(("id", "ent_num", "ent num", "entnum", "uid", "number"))
"""The first column in a header row; any other word there is a damaged record."""
_ORPHAN = "no record of that number in the main file"
_CUT = 1000
"""Remarks end at this many characters; the comments file continues them in mid-word."""
_TOGETHER = "Aliases, addresses and comments are read with the main file of their day only."
_AGAIN = "Download the file again from the OFAC Sanctions List Service."


@dataclass(frozen=True)
class _Line:
    file: str
    number: int
    cells: tuple[str, ...]
    text: str


@dataclass
class _Family:
    """The lines of each kind of file, and what could not be read."""

    lines: dict[str, list[_Line]] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    records_refused: int = 0
    names_refused: int = 0

    def refuse(self, kind: str, line: _Line, reason: str) -> None:
        """Reject a line, counting the record or name that goes with it."""
        self.rejects.append(Reject(line.file, line.number, kind, reason, line.text))
        self.records_refused += kind == "main"
        self.names_refused += kind in ("main", "alt")


def recognise(head: bytes, filename: str) -> bool:
    """Is this a file of OFAC's CSV family? By its columns and values, not by its name."""
    rows = [_cells(line) for line in head.decode("latin-1").splitlines()[:20]]
    known = sum(_looks(row) for row in rows)
    return known > 0 and known * 2 >= len(rows)


def _looks(row: tuple[str, ...]) -> bool:
    kind = COLUMNS.get(len(row), "")
    if not kind or not row[0].strip().isdigit():
        return False
    signs = {
        "main": any(cell.strip() == "-0-" for cell in row),
        "alt": row[1].strip().isdigit() and row[2 % len(row)] in _ALIASES,
        "add": row[1].strip().isdigit(),
        "comments": True,
    }
    return signs[kind]


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the family say? Every cell of every line is in an Entry or a Reject.

    Raises:
        WatchlistRefusedError: a file is cut, of no known shape, or there is no one main file.
    """
    family = _Family()
    for file in files:
        kind, lines = _lines(file, family)
        if kind in family.lines:
            raise _refuse(file, "whole file", f"a second {kind} file of the family was given")
        family.lines[kind] = lines
    if "main" not in family.lines:
        problem = "the main file (SDN.CSV or CONS_PRIM.CSV, 12 columns) is missing"
        raise WatchlistRefusedError(files[0].name, "whole file", problem, _TOGETHER)
    records_in = len(family.lines["main"]) + family.records_refused
    names_in = records_in + len(family.lines.get("alt", ())) + family.names_refused
    names_in -= family.records_refused
    entries = _main(family)
    remark_names = _remarks(family, entries)
    _aliases(family, entries)
    _addresses(family, entries)
    _orphans(family)
    _absent(family)
    found = list(entries.values())
    return Parsed(
        source=CONSOLIDATED if is_consolidated(found) else SOURCE,
        entries=found,
        rejects=family.rejects,
        published=None,
        records_in=records_in,
        names_in=names_in + remark_names,
        names_refused=family.names_refused,
        records_refused=family.records_refused,
        notes=tuple(family.notes),
    )


def is_consolidated(entries: Sequence[Entry]) -> bool:
    """Is this the non-SDN list? Yes when more than half have one of its programmes."""
    non_sdn = sum(any(name in NON_SDN for name in entry.programmes) for entry in entries)
    return non_sdn * 2 > len(entries)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of one line; nothing when a quote is not closed or stands wrongly."""
    try:
        return tuple(next(csv.reader([line], strict=True), ()))
    except csv.Error:
        return ()


def _text(file: ListFile, family: _Family) -> str:
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = file.data.decode("cp1252", errors="replace")
        line = file.data.count(b"\n", 0, error.start) + 1
        family.notes.append(
            f"{file.name}: not UTF-8 (first at line {line}), read as Windows-1252"
        )
    if bad := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\ufffd]", text):
        line = text.count("\n", 0, bad.start()) + 1
        raise _refuse(file, f"line {line}", f"the character {ord(bad[0]):#04x} is not text")
    return text


def _lines(file: ListFile, family: _Family) -> tuple[str, list[_Line]]:
    """The lines of one file and its kind; lines of another shape are rejected."""
    physical = _text(file, family).split("\n")
    body = [(number, text.rstrip("\r")) for number, text in enumerate(physical, 1)]
    body = [(number, text) for number, text in body if text.strip()]
    ended = bool(body) and body[-1][1].startswith(_END)
    rows = [_Line(file.name, n, _cells(text), text) for n, text in body[: len(body) - ended]]
    width = Counter(len(row.cells) for row in rows).most_common(1)
    kind = COLUMNS.get(width[0][0]) if width else None
    if kind is None:
        raise _refuse(file, "whole file", "no lines with the columns of an OFAC list")
    if rows[0].cells and rows[0].cells[0].strip().casefold() in _HEADERS:
        rows = rows[1:]
    if not ended:
        family.notes.append(f"{file.name}: no end mark (^Z): {OPEN_END}")
        _not_cut(file, rows, width[0][0], physical[-1])
    return kind, list(_whole(kind, rows, width[0][0], family))


def _not_cut(file: ListFile, rows: Sequence[_Line], width: int, last: str) -> None:
    """Refuse a file that ends in the middle of a line."""
    cells = rows[-1].cells if rows else ()
    if len(cells) != width or (last and cells[-1].strip() in ("", "-", "-0")):
        place = f"line {rows[-1].number}" if rows else "line 1"
        raise _refuse(file, place, "the file ends in the middle of a record")


def _whole(kind: str, rows: Sequence[_Line], width: int, family: _Family) -> Iterator[_Line]:
    for row in rows:
        if len(row.cells) != width:
            reason = (
                f"{len(row.cells)} columns, not {width}"
                if row.cells
                else "a quote is not closed"
            )
            family.refuse(kind, row, reason)
        elif not row.cells[0].strip().isdigit():
            family.refuse(kind, row, f"the record number is {row.cells[0]!r}")
        else:
            yield row


def _value(cell: str) -> str:
    """The cell, or nothing for OFAC's null."""
    stripped = cell.strip()
    return "" if stripped == "-0-" else stripped


def _main(family: _Family) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for line in family.lines["main"]:
        number, name = line.cells[0].strip(), _value(line.cells[1])
        if not name or number in entries:
            reason = "the record has no name" if not name else f"number {number} is used twice"
            family.refuse("main", line, reason)
            continue
        entries[number] = _entry(number, name, line.cells)
    return entries


def _entry(number: str, name: str, cells: tuple[str, ...]) -> Entry:
    kind = _value(cells[2])
    entry = Entry(number, _SCHEMAS.get(kind.casefold(), ORGANIZATION))
    entry.name(name, "primary")
    if kind:
        entry.property("type", kind)
    # two programmes are written "SDGT] [IFSR"
    entry.programmes = [word.strip("[] ") for word in _value(cells[3]).split("] [") if word]
    for column, key in _PROPERTIES:
        if value := _value(cells[column]):
            entry.property(key, value)
    if call_sign := _value(cells[5]):
        entry.identifier("call_sign", call_sign)
    entry.country(_value(cells[9]))
    if owner := _value(cells[10]):
        entry.link("owner", owner)
    entry.remarks = "" if cells[11].strip() == "-0-" else cells[11]
    return entry


def _remarks(family: _Family, entries: dict[str, Entry]) -> int:
    """Join each remark with its continuation and take it apart; how many names it gives."""
    for line in family.lines.get("comments", ()):
        if entry := entries.get(line.cells[0].strip()):
            entry.remarks += line.cells[1]
            entry.property("comments", "continued")
        else:
            family.refuse("comments", line, _ORPHAN)
    cut = 0
    for entry in entries.values():
        cut += len(entry.remarks) == _CUT
        keep_remarks(entry, entry.remarks.strip())
    if cut:
        family.notes.append(
            f"{cut} remarks are cut at {_CUT} characters: give the comments file too"
        )
    return sum(count_names(entry.remarks) for entry in entries.values())


def _aliases(family: _Family, entries: dict[str, Entry]) -> None:
    for line in family.lines.get("alt", ()):
        number, alias, kind, text, remarks = (_value(cell) for cell in line.cells)
        entry = entries.get(number)
        if entry is None or not text:
            family.refuse("alt", line, "the alias has no name" if entry else _ORPHAN)
            continue
        entry.name(text, _ALIASES.get(kind, "alias"), kind)
        entry.property("alias_number", alias)
        if remarks:
            entry.property("alias_remarks", f"{text}: {remarks}")


def _addresses(family: _Family, entries: dict[str, Entry]) -> None:
    for line in family.lines.get("add", ()):
        number, address, street, city, country, remarks = (_value(cell) for cell in line.cells)
        entry = entries.get(number)
        if entry is None:
            family.refuse("add", line, _ORPHAN)
            continue
        entry.property("address_number", address)
        if street or city or country:
            entry.address((street, city), country, city=city)
        if remarks:
            entry.property("address_remarks", remarks)


def _orphans(family: _Family) -> None:
    """Say how many lines of each file have no record: files of different days were joined."""
    lost = Counter(reject.source for reject in family.rejects if reject.reason == _ORPHAN)
    for file, count in lost.items():
        family.notes.append(
            f"{file}: {count:,} lines belong to no record of the main file; "
            "are the files of the same day?"
        )


def _absent(family: _Family) -> None:
    """Say which files of the family were not given: without them the list matches less."""
    held = {"alt": "aliases (ALT.CSV)", "add": "addresses (ADD.CSV)"}
    if missing := [told for kind, told in held.items() if kind not in family.lines]:
        family.notes.append(f"added without {' and '.join(missing)}: give those files too")


def _refuse(file: ListFile, place: str, problem: str) -> WatchlistRefusedError:
    return WatchlistRefusedError(file.name, place, problem, _AGAIN)


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="OFAC's CSV family: main (12 columns), ALT (5), ADD (6), comments (2)",
        known_by="columns and values; the non-SDN list by the programmes of most records",
        kept={
            "record": "ent_num",
            "names": "SDN_Name; alt_name with its type; a.k.a., f.k.a., n.k.a. in remarks",
            "addresses": "address, city, country of ADD",
            "countries": "every country of addresses, flags, nationalities, ids, births",
            "identifiers": "labelled numbers in remarks, call signs",
            "dates": "labelled dates in remarks",
            "programmes": "program",
            "remarks": "remarks with their continuation, word for word",
            "links": "vessel owner; Linked To, operator, manager in remarks",
        },
        tried=True,
    ),
    also=(CONSOLIDATED,),
    several=True,
)
