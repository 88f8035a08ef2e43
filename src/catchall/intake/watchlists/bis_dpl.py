"""The BIS Denied Persons List as published: dpl.txt, one party a line.

In: one file; out: ``Parsed``. The list has no numbers and names each address of a party on a
line of its own. A country is missing from most US addresses; it is not guessed.
"""

from collections.abc import Sequence

from catchall.intake.watchlists import citations, joined_names
from catchall.intake.watchlists.entry import UNSAID, Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import Row, has_headers, read_rows
from catchall.intake.watchlists.numbering import numbered

SOURCE = "bis-dpl-txt"

_HEADERS = (
    "Name",
    "Street_Address",
    "City",
    "State",
    "Country",
    "Postal_Code",
    "Effective_Date",
    "Expiration_Date",
    "Standard_Order",
    "Last_Update",
    "Action",
    "FR_Citation",
)
_DATES = {
    "Effective_Date": "effective",
    "Expiration_Date": "expires",
    "Last_Update": "updated",
}
_TAKEN = frozenset(_HEADERS) - {"Standard_Order"}


def recognise(head: bytes, filename: str) -> bool:
    """Does a header line have the columns of the list? The name of the file is not read."""
    return has_headers(head, ("Name", "Standard_Order", "Last_Update", "FR_Citation"))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: no such header, or the last line is cut.
    """
    file = files[0]
    table = read_rows(file, _HEADERS)
    entries: dict[str, Entry] = {}
    rejects = list(table.rejects)
    for row in table.rows:
        if not row["Name"]:
            words = "; ".join(cell for cell in row.cells.values() if cell)
            rejects.append(Reject(file.name, row.line, "Name", "no name", words))
            continue
        entry = _entry(row, entries)
        entries[entry.record] = entry
    spoilt = len(table.rejects)
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=None,
        records_in=len(table.rows) + spoilt,
        names_in=sum(bool(row["Name"]) for row in table.rows) + spoilt,
        names_refused=spoilt,
        records_refused=len(rejects),
        notes=table.notes,
        doubts=table.cut,
    )


def _entry(row: Row, known: dict[str, Entry]) -> Entry:
    street, city, region, postcode, country = (
        row[key] for key in ("Street_Address", "City", "State", "Postal_Code", "Country")
    )
    number = "/".join(part for part in (country, row["Name"]) if part)
    more = (row["FR_Citation"], street, row["Effective_Date"], row["Expiration_Date"])
    entry = Entry(numbered(known, number, *more), UNSAID)
    entry.name(row["Name"], "primary")
    for kind, text in joined_names.parties(row["Name"]):
        entry.split_name(text, kind, "taken from a joined name")
    if any((street, city, region, postcode, country)):
        known_parts = {"city": city, "region": region, "postcode": postcode}
        entry.address((street, city, region, postcode), country, **known_parts)
    for column, kind in _DATES.items():
        if row[column]:
            entry.date(kind, row[column])
    entry.remarks = row["Action"]
    entry.citations = citations.parted(row["FR_Citation"])
    for header, cell in row.cells.items():
        if cell and header not in _TAKEN:
            entry.property(header, cell)
    return entry


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="The Denied Persons List as `dpl.txt` (tab-separated) or CSV of the same columns",
        known_by="columns `Standard_Order`, `Last_Update`, `FR_Citation`",
        kept={
            "record": "`Country`/`Name`",
            "names": "`Name`, names inside a joined name",
            "addresses": "`Street_Address`, `City`, `State`, `Postal_Code`, `Country`",
            "countries": "`Country`",
            "dates": "`Effective_Date`, `Expiration_Date`, `Last_Update`",
            "remarks": "`Action`",
            "citations": "`FR_Citation`",
        },
        tried=True,
    ),
)
