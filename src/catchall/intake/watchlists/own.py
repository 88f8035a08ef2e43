"""A user's own list: CSV or XLSX with plain columns. In: one file; out: ``Parsed``.

Known by its header words: every column is one of them, and there are enough of them. Several
values stand in one cell with ";" between them. Any other table needs a mapping file.
"""

from collections.abc import Sequence

from catchall.intake.watchlists.column_rules import Column, Rules
from catchall.intake.watchlists.entry import (
    AIRPLANE,
    ORGANIZATION,
    PERSON,
    VESSEL,
    Format,
    Parsed,
    Reader,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import headers_of
from catchall.intake.watchlists.mapped import read_table

SOURCE = "own"

_WORDS = {
    "name": ("name",),
    "id": ("id", "number", "record"),
    "schema": ("schema", "type", "kind"),
    "alias": ("aliases", "alias", "also known as", "aka"),
    "weak_alias": ("weak aliases", "weak alias"),
    "former": ("former names", "former name", "previous names", "previous name"),
    "original_script": ("original name", "name in own script"),
    "country": ("country", "countries"),
    "address": ("address", "addresses"),
    "identifier": ("identifiers", "identifier"),
    "birth": ("birth date", "birth_date", "date of birth", "dob"),
    "remarks": ("remarks", "remark", "note", "notes", "reason", "comment"),
    "programme": ("programme", "programmes", "program", "programs"),
    "link": ("link", "links", "linked to"),
}
_KNOWN = frozenset(word for words in _WORDS.values() for word in words)
_FEWEST = 3
"""Columns from which a table is a list: "name, country" may be anybody's customers."""
_SPLIT = ";"
_SCHEMAS = {
    "person": PERSON,
    "individual": PERSON,
    "organization": ORGANIZATION,
    "organisation": ORGANIZATION,
    "company": ORGANIZATION,
    "firm": ORGANIZATION,
    "vessel": VESSEL,
    "ship": VESSEL,
    "airplane": AIRPLANE,
    "aircraft": AIRPLANE,
}


def recognise(head: bytes, filename: str) -> bool:
    """Is every column a word of ours, ``name`` among them, and are there three or more?"""
    headers = headers_of(head, _KNOWN)
    return len(headers) >= _FEWEST and "name" in headers and _KNOWN.issuperset(headers)


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the list say?

    Raises:
        WatchlistRefusedError: there is no column ``name``, or the file cannot be read.
    """
    file = files[0]
    return read_table(SOURCE, file, _rules(headers_of(file.data, _KNOWN)))


def _rules(headers: Sequence[str]) -> Rules:
    """The rules for those of our words that this file has."""

    def columns(idea: str, kind: str = "", *, labelled: bool = False) -> tuple[Column, ...]:
        split = "" if idea in ("name", "remarks", "schema") else _SPLIT
        values = _SCHEMAS if idea == "schema" else {}
        return tuple(
            Column((word,), kind, split, values=values, labelled=labelled)
            for word in _WORDS[idea]
            if word in headers
        )

    kinds = ("alias", "weak_alias", "former", "original_script")
    names = [one for kind in kinds for one in columns(kind, kind)]
    return Rules(
        names=(Column(("name",), "primary"), *names),
        record=tuple(word for word in _WORDS["id"] if word in headers)[:1],
        schema=columns("schema"),
        countries=columns("country"),
        addresses=columns("address"),
        identifiers=columns("identifier", "number", labelled=True),
        dates=columns("birth", "birth"),
        programmes=columns("programme"),
        remarks=columns("remarks"),
        links=columns("link", "linked_to", labelled=True),
    )


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file='Your own list: CSV or XLSX, several values in a cell with ";" between them',
        known_by="every column is one of these words, `name` among them, three or more",
        kept={
            "record": "`id`; rows with one id are one record; without it the name",
            "schema": "`type` or `schema`: person, organization, company, vessel, aircraft",
            "names": "`name`, `aliases`, `weak aliases`, `former names`, `original name`",
            "countries": "`country`",
            "addresses": "`address`",
            "identifiers": "`identifiers`, each with its kind: `imo: 9074729; tax: 770012345`",
            "dates": "`birth date`",
            "programmes": "`programme`",
            "remarks": "`remarks`",
            "links": "`link`, with its kind if you like: `owner: Sample Holding`",
        },
        tried=False,
    ),
)
