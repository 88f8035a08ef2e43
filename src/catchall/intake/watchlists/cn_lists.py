"""China's counter-sanctions and export-control lists as a table. In: a file; out: ``Parsed``.

The columns are those of the table that OpenSanctions keeps of the announcements of the Ministry
of Foreign Affairs and the Ministry of Commerce. A party that several announcements name is one
record; how long each holds, and by which list, stays with it.
"""

from collections.abc import Sequence
from dataclasses import replace

from catchall.intake.watchlists.column_rules import Column, Published, Rules
from catchall.intake.watchlists.entry import ORGANIZATION, PERSON, Format, Parsed, Reader
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import has_headers
from catchall.intake.watchlists.mapped import read_table

SOURCE = "cn-lists-csv"

_SIGNATURE = ("Chinese name", "Chinese summary", "Body", "List", "Source URL")
_RULES = Rules(
    names=(
        Column(("Name",), "primary"),
        Column(("Chinese name",), "original_script", split=";"),
        Column(("Alias",), "alias", split=";"),
    ),
    record=("Type", "Name"),
    schema=(
        Column(
            ("Type",),
            values={"Person": PERSON, "Company": ORGANIZATION, "Organization": ORGANIZATION},
        ),
    ),
    countries=(Column(("Country",), split=";"),),
    addresses=(Column(("Address",)),),
    identifiers=(Column(("QID",), "wikidata"),),
    dates=(Column(("Date",), "listed"), Column(("End date",), "expires")),
    programmes=(Column(("List",)), Column(("Topics",), split=";")),
    remarks=(Column(("Summary",)), Column(("Chinese summary",))),
    citations=(Column(("Body", "List", "Date", "Source URL")),),
    published=Published(column="Date", format="%d.%m.%Y"),
)


def recognise(head: bytes, filename: str) -> bool:
    """Does the header name the columns of that table?"""
    return has_headers(head, _SIGNATURE)


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the table say?

    Raises:
        WatchlistRefusedError: a column is missing, or the file cannot be read.
    """
    parsed = read_table(SOURCE, files[0], _RULES)
    return replace(parsed, notes=(*parsed.notes, "the day is the latest one of a listing"))


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="China's counter-sanctions and export-control lists as one table (CSV)",
        known_by="the columns `Chinese name`, `Chinese summary`, `Body`, `List`, `Source URL`",
        kept={
            "record": "`Type`/`Name`; rows of one party are one record",
            "schema": "`Type`",
            "names": "`Name`, `Chinese name`, `Alias`",
            "countries": "`Country`",
            "addresses": "`Address`",
            "identifiers": "`QID`",
            "dates": "`Date`, `End date`",
            "programmes": "`List`, `Topics`",
            "remarks": "`Summary`, `Chinese summary`",
            "citations": "`Body`, `List`, `Date` and `Source URL` together",
        },
        tried=True,
    ),
)
