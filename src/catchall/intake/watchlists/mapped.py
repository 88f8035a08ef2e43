"""Rows of a list whose columns are known by rules. In: a file and ``Rules``; out: ``Parsed``.

Serves mapping files and the readers of tables whose columns are always the same. What a format
is called and how it is recognised does not belong here.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.column_rules import Column, Rules
from catchall.intake.watchlists.comma_names import is_whole, parts
from catchall.intake.watchlists.entry import (
    AIRPLANE,
    ORGANIZATION,
    PERSON,
    SCHEMAS,
    VESSEL,
    Entry,
    Format,
    Parsed,
    Reject,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import ListTable, Row, read_rows
from catchall.intake.watchlists.mapping_file import Mapped
from catchall.intake.watchlists.numbering import numbered
from catchall.intake.watchlists.row_count import count
from catchall.text.countries import country_code

SOURCE = "mapped"
FORMAT = Format(
    file="Any list that is a CSV or XLSX, with a mapping file that says what its columns mean",
    known_by="never guessed: only with a mapping file",
    kept={
        "record": "`record`: columns of the number; without it the first name",
        "schema": "`schema`",
        "names": "`names`; with `joined` the names inside a cell too",
        "countries": "`countries`",
        "addresses": "`addresses`",
        "identifiers": "`identifiers`",
        "dates": "`dates`",
        "programmes": "`programmes`",
        "remarks": "`remarks`",
        "licence_requirement": "`licence_requirement`",
        "citations": "`citations`",
        "links": "`links`",
    },
    tried=True,
)
_SINGLE = {PERSON: "", ORGANIZATION: "alias", VESSEL: "alias", AIRPLANE: "alias"}
"""What a single word inside a joined name is; of a person it may be a given name: nothing."""
_LABEL = re.compile(r"[A-Za-z][A-Za-z_ ]{1,30}")
_COLUMNS = "Correct the mapping file, or give the file that it was made for."


def read(file: ListFile, mapping: Mapped) -> Parsed:
    """What does this list say, by its mapping file?

    Raises:
        WatchlistRefusedError: a column is missing, or the file cannot be read.
    """
    parsed = read_table(SOURCE, file, mapping.rules)
    return replace(parsed, about=mapping.about)


def read_table(source: str, file: ListFile, rules: Rules) -> Parsed:
    """What does this table say, by these rules?

    Raises:
        WatchlistRefusedError: a column is missing, or the file cannot be read.
    """
    table = read_rows(file, rules.headers)
    if missing := [one for one in rules.headers if one not in table.headers]:
        problem = f"there is no column {', '.join(map(repr, missing))}"
        raise WatchlistRefusedError(file.name, "header", problem, _COLUMNS)
    counted = count(file, table, rules)
    entries, rejects = _entries(file, table, rules)
    return Parsed(
        source=source,
        entries=entries,
        rejects=(*table.rejects, *rejects),
        published=_published(table, rules),
        records_in=counted.records + len(table.rejects),
        names_in=counted.names,
        records_refused=len(table.rejects) + len(rejects),
        notes=table.notes,
        doubts=table.cut,
    )


def _entries(
    file: ListFile, table: ListTable, rules: Rules
) -> tuple[list[Entry], list[Reject]]:
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    for number, rows in _records(table, rules):
        entry = Entry(number, rules.schema_default)
        for row in rows:
            fill(entry, row, rules)
        if not entry.names:
            words = "; ".join(f"{key}={said}" for key, said in rows[0].cells.items() if said)
            problem = "the record has no name"
            rejects.append(Reject(file.name, rows[0].line, number, problem, words))
            continue
        entry.record = number or _number(entry, rows[0], entries)
        entries[entry.record] = entry
    return list(entries.values()), rejects


def _records(table: ListTable, rules: Rules) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each record with its number; a row without one is a record of its own."""
    joined: dict[str, list[Row]] = {}
    for row in table.rows:
        number = record_number([row[one] for one in rules.record])
        key = number or f"\0{row.line}"
        joined.setdefault(key, []).append(row)
    for key, rows in joined.items():
        yield ("" if key[0] == "\0" else key), rows


def record_number(cells: Sequence[str]) -> str:
    """The number that these cells make; nothing when they are empty.

    >>> record_number(["RU", "17 "]), record_number(["", ""])
    ('RU/17', '')
    """
    return "/".join(" ".join(cell.split()) for cell in cells) if any(cells) else ""


def _number(entry: Entry, row: Row, known: dict[str, Entry]) -> str:
    """The name; where it is taken, with a mark of what else the row says."""
    said = "\n".join(f"{key}={cell}" for key, cell in sorted(row.cells.items()))
    mark = hashlib.sha256(said.encode()).hexdigest()[:8]
    return numbered(known, entry.names[0]["text"], mark)


def fill(entry: Entry, row: Row, rules: Rules) -> None:
    """Keep one row in its record; what the record has already is not kept twice."""
    _schema(entry, row, rules)
    _names(entry, row, rules)
    for column, text in _all(row, rules.countries, rules):
        _countries(entry, text, column)
    for column, text in _all(row, rules.addresses, rules):
        entry.address((text,), _cell(row, column.country, rules))
    for column, text in _all(row, rules.identifiers, rules):
        kind, number = _labelled(column, text)
        entry.identifier(kind, number, _cell(row, column.country, rules))
    for column, text in _all(row, rules.dates, rules):
        entry.date(column.kind, text)
    for column, text in _all(row, rules.links, rules):
        entry.link(*_labelled(column, text))
    _texts(entry, row, rules)
    _once(entry)


def _texts(entry: Entry, row: Row, rules: Rules) -> None:
    """What stays text: programmes, citations, remarks, and the columns without a rule."""
    entry.programmes += [text for _, text in _all(row, rules.programmes, rules)]
    entry.citations += [text for _, text in _all(row, rules.citations, rules)]
    for _, text in _all(row, rules.remarks, rules):
        entry.remarks = _added(entry.remarks, text)
    for _, text in _all(row, rules.licence_requirement, rules):
        entry.licence_requirement = _added(entry.licence_requirement, text)
    for header, text in row.cells.items():
        if text and header not in rules.taken:
            entry.property(header, text)


def _labelled(column: Column, text: str) -> tuple[str, str]:
    """The kind and the value: "imo: 9074729" where a value may say its own kind."""
    label, colon, value = text.partition(":")
    words = _LABEL.fullmatch(label.strip())
    if not (column.labelled and colon and words and value.strip()):
        return column.kind, text
    return label.strip().casefold().replace(" ", "_"), value.strip()


def _cell(row: Row, header: str, rules: Rules) -> str:
    """The cell, or nothing when it holds a word that means nothing."""
    text = row[header] if header else ""
    return "" if text in rules.null else text


def said(row: Row, column: Column, rules: Rules) -> list[str]:
    """The values of a column in this row, each on one line, without words for nothing."""
    whole = " ".join(filter(None, (_cell(row, one, rules) for one in column.columns)))
    texts = whole.split(column.split) if column.split else [whole]
    clean = (" ".join(text.split()) for text in texts)
    return [text for text in clean if text and text not in rules.null]


def _all(row: Row, group: Sequence[Column], rules: Rules) -> list[tuple[Column, str]]:
    return [(column, text) for column in group for text in said(row, column, rules)]


def _schema(entry: Entry, row: Row, rules: Rules) -> None:
    for column in rules.schema:
        word = _cell(row, column.columns[0], rules)
        meaning = column.meaning(word)
        entry.schema = meaning if meaning in SCHEMAS else entry.schema


def _names(entry: Entry, row: Row, rules: Rules) -> None:
    known = {name["text"] for name in entry.names}
    for column, text in _all(row, rules.names, rules):
        if text not in known:
            entry.name(text, column.kind)
            known.add(text)
    joined = [column for column in rules.names if column.joined]
    for column, text in _all(row, joined, rules):
        first = entry.names[0]["text"]
        for part in parts(text, column.joined, first):
            kind = _kind_of_part(entry, column, part)
            if kind and part not in known:
                entry.split_name(part, kind, "taken from a joined name")
                known.add(part)


def _kind_of_part(entry: Entry, column: Column, part: str) -> str:
    """What a part of a joined name is: weak where the record's own name holds the sign too."""
    kind = column.kind if is_whole(part) else _SINGLE.get(entry.schema, "weak_alias")
    own_parts = parts(entry.names[0]["text"], column.joined, "")
    return "weak_alias" if kind and own_parts else kind


def _countries(entry: Entry, text: str, column: Column) -> None:
    """The countries of one value: the whole, a word of the rule, or the parts around commas.

    "CHINA, IRAN" and "KOREA, REPUBLIC OF" both hold one: the longest run that is known wins.
    """
    words = [word.strip() for word in text.split(",")]
    at = 0
    while at < len(words):
        for stop in range(len(words), at, -1):
            run = ", ".join(words[at:stop])
            if code := country_code(column.meaning(run)):
                entry.country(code)
                at = stop
                break
        else:
            at += 1


def _added(text: str, more: str) -> str:
    return text if more in text.split("\n") else f"{text}\n{more}".strip()


def _once(entry: Entry) -> None:
    """Rows of one record repeat what they say: keep it once."""
    for held in (entry.addresses, entry.identifiers, entry.dates, entry.links):
        held[:] = [one for at, one in enumerate(held) if one not in held[:at]]
    properties = entry.properties
    properties[:] = [one for at, one in enumerate(properties) if one not in properties[:at]]
    entry.programmes = list(dict.fromkeys(entry.programmes))
    entry.citations = list(dict.fromkeys(entry.citations))


def _published(table: ListTable, rules: Rules) -> date | None:
    """The day of the rules, or the latest day in their column."""
    published = rules.published
    if published.day:
        return date.fromisoformat(published.day)
    days = (_day(row[published.column], published.format) for row in table.rows)
    return max(filter(None, days), default=None) if published.column else None


def _day(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).replace(tzinfo=UTC).date()
    except ValueError:
        return None
