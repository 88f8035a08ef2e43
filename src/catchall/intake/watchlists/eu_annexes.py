"""Annexes of EU regulations as CSV, one row per party. In: files of one list; out: ``Parsed``.

One regulation holds asset freezes beside export control and restrictions on finance, transport
and services: which one a party is under stands in its programmes, and a person must read it.
Several values of one cell stand between semicolons. An asset (a port, a currency, a zone) has
no schema of its own.
"""

import re
from collections.abc import Callable, Sequence

from catchall.intake.watchlists.cell_names import Joins, keep_alias, keep_parts, pieces
from catchall.intake.watchlists.cells import country_of_address, keep_numbers
from catchall.intake.watchlists.entry import (
    ORGANIZATION,
    PERSON,
    UNSAID,
    VESSEL,
    Entry,
    Format,
    Parsed,
    Reader,
    Reject,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import Row, has_headers, read_rows
from catchall.intake.watchlists.nationalities import nationality_codes
from catchall.intake.watchlists.numbering import numbered
from catchall.intake.watchlists.row_groups import words_of

SOURCE = "eu-annexes"

COLUMNS = (
    *("celex", "recordId", "programKey", "annex", "measure", "startDate", "reason", "schema"),
    *("name", "alias", "weakAlias", "previousName"),
)
_SCHEMAS = {
    "Person": PERSON,
    "Company": ORGANIZATION,
    "Organization": ORGANIZATION,
    "Vessel": VESSEL,
}
_NAMES = (("alias", "alias"), ("weakAlias", "weak_alias"), ("previousName", "former"))
_JOINS = Joins(brackets=True)
_NUMBERS = {
    "passportNumber": "passport",
    "idNumber": "national_id",
    "registrationNumber": "registration",
    "taxNumber": "tax",
    "innCode": "tax",
    "ogrnCode": "registration",
    "okpoCode": "registration",
    "leiCode": "lei",
    "swiftBic": "swift",
    "mmsi": "mmsi",
}
_DATES = {"startDate": "listed", "birthDate": "birth", "incorporationDate": "established"}
_PLACES = frozenset(("country", "nationality", "jurisdiction", "flag"))
_REACH = {"phone": "phone", "email": "email"}
_NAME_CELL = re.compile(r"[^;]*[^;\s][^;]*")


def recognise(head: bytes, filename: str) -> bool:
    """Are these the columns of the annexes: CELEX number, annex, measure, name?"""
    return has_headers(head, ("celex", "recordId", "programKey", "annex", "measure", "name"))


def read(files: Sequence[ListFile]) -> Parsed:
    """What do the files say, as one list?

    Raises:
        WatchlistRefusedError: a file has no such header, or ends in the middle of a row.
    """
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    notes: list[str] = []
    doubts: list[str] = []
    records_in = names_in = names_refused = 0
    for file in files:
        table = read_rows(file, COLUMNS)
        records_in += len(table.rows) + len(table.rejects)
        names_in += sum(_names_in(row) for row in table.rows)
        rejects += table.rejects
        notes += table.notes
        doubts += table.cut
        for row in table.rows:
            if problem := _problem(row):
                names_refused += _names_in(row)
                words = words_of(row)
                rejects.append(Reject(file.name, row.line, "row", problem, words))
            else:
                entry = _entry(row, entries)
                entries[entry.record] = entry
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=None,
        records_in=records_in,
        names_in=names_in,
        names_refused=names_refused,
        records_refused=len(rejects),
        notes=tuple(notes),
        doubts=tuple(doubts),
    )


def _names_in(row: Row) -> int:
    aliases = [_NAME_CELL.findall(row[column]) for column, _ in _NAMES]
    return bool(row["name"]) + sum(len(found) for found in aliases)


def _problem(row: Row) -> str:
    """What is wrong with the row, or nothing."""
    missing = [column for column in ("celex", "annex", "name") if not row[column]]
    return f"no {missing[0]}" if missing else ""


def _number(row: Row, known: dict[str, Entry]) -> str:
    """Regulation, annex and item; the name for an annex without items or one used twice."""
    item = row["recordId"] or row["name"]
    return numbered(known, f"{row['celex']}/{row['annex']}/{item}", row["name"])


def _entry(row: Row, known: dict[str, Entry]) -> Entry:
    entry = Entry(_number(row, known), _SCHEMAS.get(row["schema"], UNSAID))
    entry.name(row["name"], "primary")
    keep_parts(entry, row["name"], _JOINS)
    for column, kind in _NAMES:
        for name in pieces(row[column]):
            keep_alias(entry, name, kind, _JOINS)
    annex = f"annex {row['annex']}"
    entry.programmes = [text for text in (row["programKey"], annex, row["measure"]) if text]
    entry.citations = [f"{row['celex']}, {annex}"]
    entry.remarks = row["reason"]
    for column, cell in row.cells.items():
        if cell and column not in (*COLUMNS, *_DATES):
            _KEEP.get(column, _keep_other)(entry, column, cell)
        elif cell and column in _DATES:
            entry.date(_DATES[column], cell)
    for column in ("annex", "measure", "schema"):
        if row[column]:
            entry.property(column, row[column])
    return entry


def _keep_other(entry: Entry, column: str, cell: str) -> None:
    entry.property("vessel_flag" if column == "flag" else column, cell)
    if column in _PLACES:
        entry.countries += [
            code for code in nationality_codes(cell) if code not in entry.countries
        ]


def _keep_number(entry: Entry, column: str, cell: str) -> None:
    keep_numbers(entry, _NUMBERS[column], cell)
    if entry.identifiers[-1:] != [{"kind": _NUMBERS[column], "value": cell, "country": ""}]:
        entry.property(column, cell)


def _keep_reach(entry: Entry, column: str, cell: str) -> None:
    for part in re.split(r"[;,]", cell):
        if value := part.strip():
            entry.identifier(_REACH[column], value)
    if re.search(r"[;,]", cell):
        entry.property(column, cell)


def _keep_imo(entry: Entry, column: str, cell: str) -> None:
    """A firm that owns ships has an IMO number too: of another kind, without a check digit."""
    for value in pieces(cell):
        entry.identifier("imo" if entry.schema == VESSEL else "imo_company", value)


def _keep_address(entry: Entry, column: str, cell: str) -> None:
    for address in pieces(cell):
        entry.address((address,))
        entry.addresses[-1]["country"] = entry.country(country_of_address(address))


_KEEP: dict[str, Callable[[Entry, str, str], None]] = {
    **dict.fromkeys(_NUMBERS, _keep_number),
    **dict.fromkeys(_REACH, _keep_reach),
    "imoNumber": _keep_imo,
    "address": _keep_address,
}

READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="Annexes of EU regulations (Official Journal) as CSV, one file per regulation",
        known_by="columns `celex`, `recordId`, `programKey`, `annex`, `measure`, `name`",
        kept={
            "record": "`celex`/`annex`/`recordId`, the name where there is no item number",
            "names": "`name`, `alias`, `weakAlias`, `previousName`, names inside a joined name",
            "addresses": "`address`, parted at semicolons",
            "countries": "`country`, `nationality`, `jurisdiction`, `flag`, ends of addresses",
            "identifiers": "numbers of every kind, `imoNumber`, `phone`, `email`",
            "dates": "`startDate`, `birthDate`, `incorporationDate`",
            "programmes": "`programKey`, `annex`, `measure`",
            "remarks": "`reason`",
            "citations": "`celex`, `annex`",
        },
        tried=True,
    ),
    several=True,
)
