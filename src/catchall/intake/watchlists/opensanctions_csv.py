"""The table of targets that OpenSanctions publishes (``targets.simple.csv``).

In: one file; out: ``Parsed``. The full data are FollowTheMoney (``ftm_json``).
"""

from collections.abc import Sequence

from catchall.intake.watchlists.column_rules import Column, Rules
from catchall.intake.watchlists.entry import Format, Parsed, Reader
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.ftm_entity import SCHEMAS
from catchall.intake.watchlists.list_rows import has_headers, headers_of
from catchall.intake.watchlists.mapped import read_table

SOURCE = "opensanctions-simple-csv"

_SIGNATURE = ("id", "schema", "name", "aliases", "countries", "identifiers", "dataset")
_SPLIT = ";"
_CODES = {
    code: code.upper() for code in ("am", "as", "at", "be", "by", "do", "in", "is", "it", "la",
                                    "me", "my", "na", "no", "so", "to")
}  # fmt: skip
"""Codes in small letters that elsewhere are words: here they stand alone and are codes."""


def recognise(head: bytes, filename: str) -> bool:
    """Does the header name the columns of that table?"""
    return has_headers(head, _SIGNATURE)


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the table say?

    Raises:
        WatchlistRefusedError: a column is missing, or the file cannot be read.
    """
    file = files[0]
    return read_table(SOURCE, file, _rules(headers_of(file.data, _SIGNATURE)))


def _rules(headers: Sequence[str]) -> Rules:
    """The columns that this version of the table has: they were added to over the years."""

    def columns(header: str, kind: str = "") -> tuple[Column, ...]:
        return (Column((header,), kind, _SPLIT),) if header in headers else ()

    return Rules(
        names=(Column(("name",), "primary"), *columns("aliases", "alias")),
        record=("id",),
        schema=(Column(("schema",), values=SCHEMAS),),
        countries=(Column(("countries",), split=_SPLIT, values=_CODES),),
        addresses=columns("addresses"),
        identifiers=(
            *columns("identifiers", "number"),
            *columns("phones", "phone"),
            *columns("emails", "email"),
        ),
        dates=columns("birth_date", "birth"),
        programmes=(*columns("program_ids"), *columns("sanctions")),
    )


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="`targets.simple.csv` of any OpenSanctions data set",
        known_by="the columns `id`, `schema`, `name`, `aliases`, `countries`, `dataset`",
        kept={
            "record": "`id`",
            "schema": "`schema`",
            "names": "`name`, `aliases`",
            "countries": "`countries`",
            "addresses": "`addresses`",
            "identifiers": "`identifiers`, `phones`, `emails`",
            "dates": "`birth_date`",
            "programmes": "`program_ids`, `sanctions`",
        },
        tried=False,
    ),
)
