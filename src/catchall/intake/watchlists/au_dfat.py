"""Australia's consolidated list (XLSX or CSV). In: one file; out: ``Parsed``.

A row says one name of a party. The rows of a party have one reference with a letter behind it:
1, 1a, 1b. A measure that is not TRUE is not imposed and is not kept.
"""

import re
from collections.abc import Sequence

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
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import Row, has_headers, read_rows
from catchall.intake.watchlists.nationalities import nationality_codes
from catchall.intake.watchlists.row_groups import Layout, NameColumns, parsed

SOURCE = "au-dfat"

_SCHEMAS = {"individual": PERSON, "entity": ORGANIZATION, "vessel": VESSEL}
_NAME = "Name of Individual or Entity"
_MEASURES = (
    "Targeted Financial Sanction",
    "Travel Ban",
    "Arms Embargo",
    "Maritime Restriction",
)
_IMPOSED = frozenset(("true", "yes", "1"))
_COLUMNS = (
    *("Reference", _NAME, "Type", "Name Type", "Alias Strength", "Date of Birth"),
    *("Place of Birth", "Citizenship", "Address", "Additional Information"),
    *("Listing Information", "IMO Number", "Committees", "Control Date"),
    *("Instrument of Designation", *_MEASURES),
)
_REFERENCE = re.compile(r"(\d+)\s*[A-Za-z]+")
_DATES = {"Date of Birth": "birth", "Control Date": "control"}


def recognise(head: bytes, filename: str) -> bool:
    """Are these the columns of the list: reference, name, name type, committees?"""
    return has_headers(head, ("Reference", _NAME, "Name Type", "Committees"))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say? It does not say its day.

    Raises:
        WatchlistRefusedError: no such header, a damaged workbook, or a file cut in a row.
    """
    names = (NameColumns((_NAME,), _kind, ("Name Type", "Alias Strength")),)
    layout = Layout(SOURCE, _number, names, _keep)
    return parsed(files[0], read_rows(files[0], _COLUMNS), layout, None)


def _number(row: Row) -> str:
    """The reference without the letter that tells the names of a party apart."""
    letter = _REFERENCE.fullmatch(row["Reference"])
    return letter[1] if letter else row["Reference"]


def _kind(row: Row) -> tuple[str, str]:
    told = row["Name Type"].casefold()
    strength = row["Alias Strength"]
    quality = ", ".join(text for text in (row["Name Type"], strength) if text)
    if strength.casefold() in ("weak", "low"):
        return "weak_alias", quality
    kinds = (("primary", "primary"), ("script", "original_script"), ("former", "former"))
    return next((kind for word, kind in kinds if word in told), "alias"), quality


def _keep(entry: Entry, row: Row) -> None:
    entry.schema = _SCHEMAS.get(row["Type"].casefold(), UNSAID)
    for column, text in row.cells.items():
        if text and column in _DATES:
            entry.date(_DATES[column], text)
        elif text and column in _MEASURES:
            if text.casefold() in _IMPOSED:
                entry.property("measure", column)
        elif text and column not in (_NAME, "Name Type", "Alias Strength"):
            _keep_cell(entry, column, text)


def _keep_cell(entry: Entry, column: str, text: str) -> None:
    if column == "Address":
        for address in filter(None, (part.strip() for part in text.split(";"))):
            entry.address((address,))
            entry.addresses[-1]["country"] = entry.country(country_of_address(address))
    elif column == "IMO Number":
        keep_numbers(entry, "imo", text)
    elif column == "Committees":
        entry.programmes += [] if text in entry.programmes else [text]
    elif column == "Instrument of Designation":
        entry.citations += [] if text in entry.citations else [text]
    elif column == "Additional Information":
        known = entry.remarks
        entry.remarks = known if text in known else f"{known}\n\n{text}".strip()
    else:
        entry.property(column.lower().replace(" ", "_"), text)
        if column == "Citizenship":
            ties = nationality_codes(text)
            entry.countries += [code for code in ties if code not in entry.countries]


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="Australia's consolidated list (DFAT) as XLSX or CSV",
        known_by=f"columns `Reference`, `{_NAME}`, `Name Type`, `Committees`",
        kept={
            "record": "`Reference` without its letter",
            "names": f"`{_NAME}` with `Name Type` and `Alias Strength`",
            "addresses": "`Address`, parted at semicolons",
            "countries": "`Citizenship`, ends of addresses",
            "identifiers": "`IMO Number`",
            "dates": "`Date of Birth`, `Control Date`",
            "programmes": "`Committees`",
            "remarks": "`Additional Information`",
            "citations": "`Instrument of Designation`",
        },
        tried=False,
    ),
)
