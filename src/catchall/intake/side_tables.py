"""Side tables: what else is known of parties, vessels, licences. In: a file; out: its rows.

One schema a kind, here and nowhere else. A table that is not given is unknown; one that is
given and empty says that there is nothing. What a row does to an outcome does not belong here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from catchall import tables
from catchall.dates import read_span
from catchall.errors import InputError, TableError, UnknownColumnsError, UsageError
from catchall.intake import encodings, formats, opened, shipments
from catchall.intake.cells import plain
from catchall.intake.grid import Chunk, Reject, shown
from catchall.intake.header_words import folded
from catchall.intake.limits import DEFAULT, Limits
from catchall.intake.parties import DETAILS
from catchall.intake.rejected import reject_table
from catchall.text.shares import read_share

Row = Mapping[str, Any]
HISTORY = "history"


@dataclass(frozen=True)
class Column:
    """One column: what it holds, whether a row needs it, and the only words it may hold.

    ``also`` gives other words for them; they come out as ours. A ``day`` must be a date, as
    precise as is known: a day, a month or a year. A ``share`` is percent, or not known.
    """

    name: str
    means: str
    required: bool = False
    words: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)
    day: bool = False
    share: bool = False


YES_NO = ("yes", "no")
_TRUTH = {"true": "yes", "false": "no", "y": "yes", "n": "no"}
_DECIDED = {
    **dict.fromkeys(("match", "true match", "confirmed"), "same"),
    **dict.fromkeys(("no match", "not same", "false positive", "cleared"), "different"),
}
_HELD = {
    **dict.fromkeys(("owns", "owned", "owner", "shareholding", "shareholder"), "ownership"),
    **dict.fromkeys(("controls", "controlled"), "control"),
}
_PARTY = Column("party", "name of the party", required=True)
_PARTY_COUNTRY = Column("party_country", "country of the party")
_GOODS_CLASS = Column("goods_class", "HS code, entry or words for the class of goods")

SCHEMAS: Mapping[str, tuple[Column, ...]] = {
    "measures": (
        _PARTY,
        _PARTY_COUNTRY,
        Column(
            "kind",
            "what was done",
            required=True,
            words=("fine", "refusal", "listing", "warning", "seizure", "demarche"),
        ),
        _GOODS_CLASS,
        Column("date", "day of the measure", required=True, day=True),
        Column("authority", "who took it"),
        Column("note", "anything else"),
    ),
    "denials": (
        _PARTY,
        _PARTY_COUNTRY,
        Column("end_user", "end user named in the denial"),
        _GOODS_CLASS,
        Column("country", "destination refused"),
        Column("government", "who refused", required=True),
        Column("date", "day of the denial", required=True, day=True),
        Column("expires", "last day it counts", day=True),
        Column("reference", "number of the notice"),
    ),
    "licences": (
        Column("licence_no", "number of the licence", required=True),
        Column("exporter", "who may export"),
        Column("consignee", "to whom"),
        Column("end_user", "for whom"),
        Column("destination_country", "where to"),
        Column("goods", "goods in words"),
        Column("entry", "control list entry"),
        Column("quantity", "quantity allowed"),
        Column("quantity_unit", "its unit"),
        Column("value", "value allowed"),
        Column("currency", "its currency"),
        Column("from", "first day", day=True),
        Column("expires", "last day", day=True),
        Column("status", "granted, refused, applied for, suspended, ..."),
        Column(
            "general",
            "a general authorisation, open to any consignee?",
            words=YES_NO,
            also=_TRUTH,
        ),
    ),
    "certificates": (
        Column("certificate_no", "number of the certificate", required=True),
        Column("shipment_id", "id of the shipment it is for"),
        Column("end_user", "who signs to use the goods"),
        Column("end_user_country", "country of the end user"),
        Column("consignee", "consignee it names"),
        Column("goods", "goods in words, as HS code or as number of a list"),
        Column("quantity", "quantity"),
        Column("quantity_unit", "its unit"),
        Column("end_use", "the use it states"),
        Column("no_retransfer", "does it promise no retransfer?", words=YES_NO, also=_TRUTH),
        Column("signer", "who signed"),
        Column("signer_role", "in which post"),
        Column("date", "day of signature", day=True),
        Column("expires", "last day", day=True),
    ),
    "parties": (
        Column("name", "name of the party", required=True),
        Column("id", "your own number of the party"),
        Column("country", "country"),
        Column("identifiers", "kind:value, several with ;"),
        Column(
            "role_business",
            "forwarder, trader, manufacturer, bank, university, military, ...",
        ),
        Column("founded", "day or year of founding", day=True),
        Column("address", "address"),
        Column("phone", "telephone"),
        Column("email", "e-mail"),
        Column("owners", "owners, several with ;"),
        Column("sector", "line of business"),
        Column("former_name", "name before a change"),
        Column("changed_on", "day the name or owner changed", day=True),
        Column("no_warehouse", "no store or works at its address?", words=YES_NO, also=_TRUTH),
        Column("affiliated_to", "body it belongs to"),
    ),
    "vessels": (
        Column("imo", "IMO number", required=True),
        Column("name", "name of the ship"),
        Column("flag", "flag"),
        Column("operator", "operator or manager"),
        Column("operator_country", "country of the operator"),
        Column("owner", "owner"),
        Column("next_ports", "ports after the discharge port, several with ;"),
        Column("schedule", "schedule in words"),
    ),
    "owners": (
        Column("party", "firm or ship that is owned or controlled", required=True),
        _PARTY_COUNTRY,
        Column("owner", "who owns or controls it", required=True),
        Column("owner_country", "country of the owner"),
        Column("owner_id", "identifiers of the owner as kind:value, several with ;"),
        Column("share", "percent owned; empty or `unknown`: not known", share=True),
        Column(
            "kind",
            "owned by share, or controlled by other means; empty: ownership",
            words=("ownership", "control"),
            also=_HELD,
        ),
        Column("from", "first day", day=True),
        Column("to", "last day", day=True),
        Column("source", "who says so"),
    ),
    "letters": (
        Column("party", "the party it is about; empty: any"),
        _PARTY_COUNTRY,
        _GOODS_CLASS,
        Column("destination_country", "the destination it is about; empty: any"),
        Column("use", "the use it names: nuclear, missile, military, ..."),
        Column("authority", "who informed the exporter", required=True),
        Column("reference", "number of the letter"),
        Column("from", "first day it counts", required=True, day=True),
        Column("to", "last day it counts", day=True),
    ),
    "decisions": (
        _PARTY,
        _PARTY_COUNTRY,
        Column("list", "list of the record", required=True),
        Column("record", "number of the record in that list", required=True),
        Column(
            "list_version",
            "hash of the list decided on, or its date where no other version has it",
        ),
        Column(
            "decision",
            "is the party the one listed?",
            required=True,
            words=("same", "different"),
            also=_DECIDED,
        ),
        Column("scope", "shipment id, or empty for every shipment"),
        Column("by", "who decided", required=True),
        Column("date", "day of the decision", required=True, day=True),
        Column("expires", "last day it counts", day=True),
    ),
}
"""The columns of each kind; those of ``history`` are those of a shipment file."""


@dataclass(frozen=True)
class SideTable:
    """The rows of one side table and what could not be read of it.

    A row holds only the cells that say something, under our column or, where the column is
    unknown, under the header as filed. ``rejects`` has the schema REJECTS.
    """

    kind: str
    source: str
    hash: str
    rows: tuple[Row, ...]
    rejects: pa.Table
    notes: tuple[str, ...]


def read(kind: str, path: Path, limits: Limits = DEFAULT) -> SideTable:
    """What does this side table say?

    Args:
        kind: one of ``SCHEMAS``, or ``history``: a file of earlier shipments.
        path: CSV, TSV, XLSX, Parquet or JSONL, also as .gz, or .zip of several.
        limits: sizes above which a line is rejected or a file refused.

    Raises:
        UsageError: there is no such kind.
        InputError: the file cannot be read, or misses a required column, which it names.
        TableError: rows were lost on the way, which is an error of this program.
    """
    if kind not in (*SCHEMAS, HISTORY):
        raise UsageError(
            f"{kind!r} is no side table; there are: {', '.join((*SCHEMAS, HISTORY))}"
        )
    try:
        return _history(path, limits) if kind == HISTORY else _side(kind, path, limits)
    except UnknownColumnsError as error:  # a mapping is for shipments, it does not reach here
        raise InputError(error.path, error.problem, _columns(kind)) from error


def _columns(kind: str) -> str:
    if kind == HISTORY:
        return "The first line must name columns as a shipment file has them, such as: id, date"
    return f"The columns of {kind} are: {', '.join(c.name for c in SCHEMAS[kind])}."


def _side(kind: str, path: Path, limits: Limits) -> SideTable:
    rows: list[Row] = []
    rejects = [tables.empty("REJECTS")]
    notes: list[str] = []
    digest = ""
    for table in opened.tables(path, encodings.file_name(path.name), limits):
        digest = table.hash
        bad: list[Reject] = []
        for one in _table(kind, table, limits, notes):
            if isinstance(one, Reject):
                bad.append(one)
            else:
                rows.append(one)
        rejects.append(reject_table(table.source, sorted(bad, key=lambda one: one.line)))
    found, bad_rows = tuple(rows), pa.concat_tables(rejects)
    return SideTable(kind, path.name, digest, found, bad_rows, tuple(notes))


def _history(path: Path, limits: Limits) -> SideTable:
    """Earlier shipments: their fields, all ``parties``, and the first party of each role."""
    intake = shipments.read([path], limits=limits)
    rows = []
    for filed in intake.shipments.drop_columns(["row", "extra"]).to_pylist():
        row = {column: value for column, value in filed.items() if value is not None}
        for party in filed["parties"]:
            if party["role"] not in row:
                row[party["role"]] = party["name"]
                parts = {part: party[part] or "" for part in DETAILS}
                row |= {f"{party['role']}_{part}": text for part, text in parts.items()}
        rows.append(row)
    digest = intake.reports[0].hash
    notes = tuple(note for report in intake.reports for note in report.notes)
    return SideTable(HISTORY, path.name, digest, tuple(rows), intake.rejects, notes)


def recognise(kind: str, headers: Sequence[str]) -> tuple[str, ...]:
    """Which column of that kind is each header? ``""`` where it is none, or stands twice.

    Case, accents, blanks and ``license`` do not matter.

    >>> recognise("licences", ["License No.", "Colour"])
    ('licence_no', '')
    """
    names = {column.name for column in SCHEMAS[kind]}
    found: list[str] = []
    for header in headers:
        key = re.sub(r"[\W_]+", "_", folded(header)).strip("_").replace("license", "licence")
        found.append(key if key in names and key not in found else "")
    return tuple(found)


def _table(
    kind: str, table: opened.Opened, limits: Limits, notes: list[str]
) -> Iterator[Row | Reject]:
    grid = formats.grid(table, lambda cells: sum(map(bool, recognise(kind, cells))), limits)
    columns = recognise(kind, grid.headers)
    for column in SCHEMAS[kind]:
        if column.required and column.name not in columns:
            raise InputError(
                table.path,
                f"has no column {column.name!r}, which {kind} need",
                _columns(kind),
            )
    names = [ours or theirs for ours, theirs in zip(columns, grid.headers, strict=True)]
    count = 0
    for chunk in grid.chunks:
        for one in (*chunk.rejects, *_rows(kind, chunk, names)):
            count += 1
            yield one
    if count != grid.tally.rows:
        raise TableError(
            kind, f"{table.source}: {grid.tally.rows} rows in, {count} accounted for"
        )
    unknown = [h for h, ours in zip(grid.headers, columns, strict=True) if not ours]
    notes += [*grid.tally.notes, *(f"{header}: unknown header, kept" for header in unknown)]


def _rows(kind: str, chunk: Chunk, names: Sequence[str]) -> Iterator[Row | Reject]:
    for number, cells in zip(chunk.lines, zip(*chunk.columns, strict=True), strict=True):
        # an empty cell of a column that is there was looked up and is empty: not unknown
        row = {name: plain(cell or "") for name, cell in zip(names, cells, strict=True) if name}
        problem = next(_problems(kind, row), None)
        if problem:
            yield Reject(number, *problem, shown(" | ".join(cell or "" for cell in cells)))
        else:
            yield row


def _problems(kind: str, row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Settles words in their one spelling on the way."""
    for column in SCHEMAS[kind]:
        value = row.get(column.name, "")
        if column.required and not value:
            yield column.name, f"{column.name} is empty, and {kind} need it: fill it in"
        if value and column.words:
            word = value.casefold().replace("_", " ")
            row[column.name] = column.also.get(word, word)
            if row[column.name] not in column.words:
                yield column.name, f"{value!r} is not one of: {', '.join(column.words)}"
        if value and column.day and read_span(value) is None:
            yield column.name, f"{value!r} is not one date: write it like 2025-03-01"
        if column.share and (problem := _share_problem(value)):
            yield column.name, f"{value!r} {problem}"
    first, last = read_span(row.get("from")), read_span(row.get("to"))
    if first and last and last.last < first.first:
        yield "to", f"{row['to']!r} is before {row['from']!r}, the first day: correct one"


def _share_problem(value: str) -> str:
    try:
        read_share(value)
    except ValueError as error:
        return str(error)
    return ""
