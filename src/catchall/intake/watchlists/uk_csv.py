"""The UK's lists as CSV: the UK Sanctions List and OFSI's, which ended in January 2026.

In: one file; out: ``Parsed``. Both begin with a line that says their day and have a row for
each name of a party, with its other details repeated.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from catchall.intake.watchlists.cells import day_of
from catchall.intake.watchlists.entry import Entry, Format, Parsed, Reader
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import Row, has_headers, read_rows
from catchall.intake.watchlists.row_groups import Layout, NameColumns, parsed
from catchall.intake.watchlists.uk_fields import (
    keep_address,
    keep_birth_place,
    keep_document,
    keep_field,
    name_kind,
)

SOURCE, OFSI = "uk-sanctions-csv", "uk-ofsi-csv"

_NAME = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")


@dataclass(frozen=True)
class _Columns:
    """What one of both lists calls the columns that belong together."""

    number: str
    name_type: tuple[str, str]
    script: tuple[str, str, str]
    address: tuple[str, ...]
    postcode: str
    country: str
    birth: tuple[str, str]
    passport: tuple[str, str]
    national: tuple[str, ...]

    @property
    def taken(self) -> frozenset[str]:
        """The columns that are not fields of their own."""
        grouped = (*self.name_type, *self.script, *self.address, *self.birth)
        numbers = (*self.passport, *self.national, self.number, self.postcode, self.country)
        return frozenset((*_NAME, *grouped, *numbers))


_UK = _Columns(
    number="Unique ID",
    name_type=("Name type", "Alias strength"),
    script=(
        "Name non-latin script",
        "Non-latin script type",
        "Non-latin script language",
    ),
    address=tuple(f"Address Line {line}" for line in range(1, 7)),
    postcode="Address Postal Code",
    country="Address Country",
    birth=("Town of birth", "Country of birth"),
    passport=("Passport number", "Passport additional information"),
    national=("National Identifier number", "National Identifier additional information"),
)
_OFSI = _Columns(
    number="Group ID",
    name_type=("Alias Type", "Alias Quality"),
    script=(
        "Name Non-Latin Script",
        "Non-Latin Script Type",
        "Non-Latin Script Language",
    ),
    address=tuple(f"Address {line}" for line in range(1, 7)),
    postcode="Post/Zip Code",
    country="Country",
    birth=("Town of Birth", "Country of Birth"),
    passport=("Passport Number", "Passport Details"),
    national=(
        "National Identification Number",
        "NI Details",
        "National Identification Details",
    ),
)
_DAY = re.compile(rb"^\W*(?:Report Date|Last Updated)\s*:?[\s,]*([\d/A-Za-z-]+)")


def recognise(head: bytes, filename: str) -> bool:
    """Are these the columns of the UK Sanctions List: unique ID, name parts, name type?"""
    return has_headers(head, ("Unique ID", "Name 6", "Name type", "Regime Name"))


def recognise_ofsi(head: bytes, filename: str) -> bool:
    """Are these the columns of OFSI's list: group ID, name parts, alias type?"""
    return has_headers(head, ("Group ID", "Name 6", "Alias Type", "Regime"))


def _read(source: str, columns: _Columns, files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: no such header, or the file ends in the middle of a row.
    """
    file = files[0]
    table = read_rows(file, tuple(columns.taken))
    said = _DAY.search(file.data[:200].removeprefix(b"\xef\xbb\xbf"))
    day = day_of(said[1].decode()) if said else None
    layout = Layout(
        source,
        lambda row: row[columns.number],
        (
            NameColumns(_NAME, partial(_kind, columns), columns.name_type),
            NameColumns(columns.script[:1], partial(_script, columns), columns.script[1:]),
        ),
        partial(_keep, columns),
    )
    above = "above the header" if day else ""  # the line of the day, which was read here
    notes = tuple(note for note in table.notes if not above or not note.startswith(above))
    return parsed(file, replace(table, notes=notes), layout, day)


def _kind(columns: _Columns, row: Row) -> tuple[str, str]:
    return name_kind(*(row[column] for column in columns.name_type))


def _script(columns: _Columns, row: Row) -> tuple[str, str]:
    told = [row[column] for column in columns.script[1:] if row[column]]
    return "original_script", ", ".join(told)


def _keep(columns: _Columns, entry: Entry, row: Row) -> None:
    for field, text in row.cells.items():
        if text and field not in columns.taken:
            keep_field(entry, field, text)
    lines = [row[column] for column in columns.address]
    keep_address(entry, lines, row[columns.postcode], row[columns.country])
    keep_birth_place(entry, *(row[column] for column in columns.birth))
    keep_document(entry, "passport", *(row[column] for column in columns.passport))
    number, *told = (row[column] for column in columns.national)
    keep_document(entry, "national_id", number, "; ".join(filter(None, told)))


_KEPT = {
    "names": "`Name 1` to `Name 6` with type and quality; non-Latin names",
    "addresses": "`Address` lines, postcode, country",
    "countries": "every country of addresses, nationalities, documents, births, flags",
    "remarks": "`Other Information`, `UK Statement of Reasons`",
}

READER = Reader(
    SOURCE,
    recognise,
    partial(_read, SOURCE, _UK),
    Format(
        file="The UK Sanctions List as CSV, ODS or XLSX saved as CSV",
        known_by="columns `Unique ID`, `Name 6`, `Name type`, `Regime Name`",
        kept={
            "record": "`Unique ID`",
            **_KEPT,
            "identifiers": "passport, national, business and IMO numbers, phone, email",
            "dates": "`D.O.B`, `Date Designated`, `Last Updated`, `Year Built`",
            "programmes": "`Regime Name`",
            "links": "`Parent company`, `Subsidiaries`, owners and operators of ships",
        },
        tried=False,
    ),
)

OFSI_READER = Reader(
    OFSI,
    recognise_ofsi,
    partial(_read, OFSI, _OFSI),
    Format(
        file="OFSI's consolidated list as CSV (`ConList.csv`, ended in January 2026)",
        known_by="columns `Group ID`, `Name 6`, `Alias Type`, `Regime`",
        kept={
            "record": "`Group ID`",
            **_KEPT,
            "identifiers": "passport and national numbers; ship numbers in the remarks",
            "dates": "`DOB`, `Listed On`, date designated, `Last Updated`",
            "programmes": "`Regime`",
        },
        tried=True,
    ),
)
