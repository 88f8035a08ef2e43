"""The EU financial sanctions list as CSV, in both layouts. In: one file; out: ``Parsed``.

A row says one name, address, birth, number or citizenship of a party and repeats what its
record says; rows are joined by the number of the party. The columns become the words of the
XML (eu_blocks): layout 1.1 writes ``NameAlias_WholeName``, layout 1.0 ``Naal_wholename``.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from catchall.intake.watchlists.cells import day_of
from catchall.intake.watchlists.entry import ORGANIZATION, Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.eu_blocks import (
    KEEPERS,
    Said,
    keep_entity,
    number_of,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import ListTable, Row, has_headers, read_rows
from catchall.intake.watchlists.row_groups import words_of

SOURCE = "eu-fsf-csv"

_PARTS = {
    "NameAlias": "nameAlias",
    "Naal": "nameAlias",
    "Address": "address",
    "Addr": "address",
    "BirthDate": "birthdate",
    "Birt": "birthdate",
    "Identification": "identification",
    "Iden": "identification",
    "Citizenship": "citizenship",
    "Citi": "citizenship",
    "Entity_Regulation": "regulation",
    "Leba": "regulation",
    "Entity": "entity",
}
_WORDS = {
    "entity": {
        "logical_id": "logicalId",
        "EU_ReferenceNumber": "euReferenceNumber",
        "SubjectType_ClassificationCode": "classificationCode",
        "SubjectType": "code",
    },
    "regulation": {
        "Type": "regulationType",
        "numtitle": "numberTitle",
        "publication_date": "publicationDate",
        "url": "publicationUrl",
    },
    "nameAlias": {
        "lastname": "lastName",
        "firstname": "firstName",
        "middlename": "middleName",
        "wholename": "wholeName",
        "language": "nameLanguage",
    },
    "address": {"zipcode": "zipCode", "country": "countryDescription", "other": "remark"},
    "birthdate": {
        "BirthDate": "birthdate",
        "date": "birthdate",
        "country": "countryDescription",
        "Day": "dayOfMonth",
        "Month": "monthOfYear",
    },
    "identification": {
        "country": "countryDescription",
        "TypeCode": "identificationTypeCode",
        "TypeDescription": "identificationTypeDescription",
    },
    "citizenship": {"country": "countryDescription"},
}
_BARE = {
    "EU_ref_num": ("entity", "euReferenceNumber"),
    "Subject_type": ("entity", "classificationCode"),
    "Programme": ("regulation", "programme"),
}
_DAYS = ("fileGenerationDate", "Date_file")
_NUMBERS = ("Entity_LogicalId", "Entity_logical_id")
_NAMES = ("NameAlias_", "Naal_")
_NAMED = re.compile(r"(?:NameAlias|Naal)_(?:whole|first|middle|last)name", re.IGNORECASE)
_REPEATED = re.compile(r" \(\d+\)$")
_WANTED = (*_NUMBERS, "NameAlias_WholeName", "Naal_wholename", "EU_ref_num", *_DAYS)


def recognise(head: bytes, filename: str) -> bool:
    """Does the header name the party's number and the whole name, in one of both layouts?"""
    return has_headers(head, ("Entity_LogicalId", "NameAlias_WholeName")) or has_headers(
        head, ("Entity_logical_id", "Naal_wholename")
    )


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: no such header, or the file ends in the middle of a row.
    """
    file = files[0]
    table = read_rows(file, _WANTED)
    places = {header: _place(header) for header in table.headers}
    groups, rejects = _groups(file, table)
    entries: dict[str, Entry] = {}
    refused_names = 0
    for rows in groups.values():
        entry = _entry([_said(row, places) for row in rows], entries)
        if entry.names:
            entries[entry.record] = entry
        else:
            words = words_of(rows[0])
            place = f"entity {entry.record}"
            reason = "the record has no name"
            rejects.append(Reject(file.name, rows[0].line, place, reason, words))
    refused_names = sum(_has_name(row) for row in table.rows if not _number(row))
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=_published(table),
        records_in=len({_number(row) or f"line {row.line}" for row in table.rows})
        + len(table.rejects),
        names_in=_names_in(table),
        names_refused=refused_names,
        records_refused=len(rejects),
        notes=table.notes,
        doubts=table.cut,
    )


def _number(row: Row) -> str:
    return row[_NUMBERS[0]] or row[_NUMBERS[1]]


def _groups(file: ListFile, table: ListTable) -> tuple[dict[str, list[Row]], list[Reject]]:
    """The rows of each party; a row without its number is rejected."""
    groups: dict[str, list[Row]] = {}
    rejects = list(table.rejects)
    for row in table.rows:
        if number := _number(row):
            groups.setdefault(number, []).append(row)
        else:
            words = words_of(row)
            rejects.append(Reject(file.name, row.line, "row", "no entity number", words))
    return groups, rejects


def _has_name(row: Row) -> bool:
    return any(cell and _NAMED.fullmatch(header) for header, cell in row.cells.items())


def _names_in(table: ListTable) -> int:
    """How many different names with all that is said of them stand in the rows."""
    columns = [header for header in table.headers if header.startswith(_NAMES)]
    named = [row for row in table.rows if _has_name(row)]
    joined = {(_number(row), *(row[name] for name in columns)) for row in named if _number(row)}
    return len(joined) + sum(not _number(row) for row in named)


def _published(table: ListTable) -> date | None:
    """The day on which the file was made; nothing when the first row does not say it."""
    said = [row[column] for row in table.rows[:1] for column in _DAYS]
    return next((day for day in map(day_of, said) if day), None)


def _place(header: str) -> tuple[str, str]:
    """The part of a record and the word of the XML that a column means.

    >>> _place("NameAlias_WholeName"), _place("Addr_zipcode"), _place("Leba_url")
    (('nameAlias', 'wholeName'), ('address', 'zipCode'), ('regulation', 'publicationUrl'))
    """
    bare = _REPEATED.sub("", header)
    if bare in _BARE:
        return _BARE[bare]
    for prefix, part in _PARTS.items():
        if bare.startswith(f"{prefix}_") and not (part == "entity" and "Regulation_" in bare):
            return part, _word(part, bare.removeprefix(f"{prefix}_"))
    if bare.startswith("Entity_Regulation_"):
        return "regulation", _word("regulation", bare.removeprefix("Entity_Regulation_"))
    return "entity", bare


def _word(part: str, word: str) -> str:
    """The word of the XML; what is said of a part's regulation keeps both names."""
    for prefix in ("Regulation_", "leba_"):
        if word.startswith(prefix):
            return f"regulationSummary/{_word('regulation', word.removeprefix(prefix))}"
    known = _WORDS[part].get(word, "")
    return known or (word[:1].lower() + word[1:])


def _said(row: Row, places: Mapping[str, tuple[str, str]]) -> dict[str, Said]:
    """What a row says of each part."""
    said: dict[str, Said] = {}
    for header, cell in row.cells.items():
        if cell and header not in _DAYS:
            part, word = places[header]
            said.setdefault(part, {})[word] = cell
    return said


def _entry(rows: Sequence[dict[str, Said]], known: Mapping[str, Entry]) -> Entry:
    """The record of all rows of a party; a part that rows repeat is kept once."""
    head: Said = {}
    for word, cell in [one for row in rows for one in row["entity"].items()]:
        told = head.get(word, "")
        if cell not in told.split("\n"):
            head[word] = f"{told}\n{cell}" if told else cell
    entry = Entry(number_of(head, known), ORGANIZATION)
    keep_entity(entry, head)
    for part, keep in KEEPERS.items():
        seen = dict.fromkeys(tuple(row[part].items()) for row in rows if part in row)
        for said in seen:
            keep(entry, dict(said))
    return entry


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="The EU's financial sanctions list (FSF) as CSV, layouts 1.0 and 1.1",
        known_by=(
            "columns `Entity_LogicalId` and `NameAlias_WholeName`, or `Entity_logical_id` "
            "and `Naal_wholename`"
        ),
        kept={
            "record": "`Entity_EU_ReferenceNumber`, else `Entity_LogicalId` (`EU_ref_num`)",
            "names": "`NameAlias_` (`Naal_`)",
            "addresses": "`Address_` (`Addr_`)",
            "countries": "every country of addresses, citizenships, documents, births",
            "identifiers": "`Identification_` (`Iden_`) with the issuing country",
            "dates": "`BirthDate_` (`Birt_`), designation, entry into force",
            "programmes": "`Entity_Regulation_Programme` (`Programme`)",
            "remarks": "`Entity_Remark`",
            "citations": "`Entity_Regulation_NumberTitle` (`Leba_numtitle`)",
        },
        tried=False,
    ),
)
