"""The US Consolidated Screening List of trade.gov, CSV (both layouts) and JSON.

In: one file; out: ``Parsed``. It joins a dozen lists of different effect; each record keeps the
name of its own list as a programme. Names are joined by semicolons in CSV.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.csl_record import (
    LISTS,
    TEXTS,
    Address,
    Fields,
    Identifier,
    entry_of,
)
from catchall.intake.watchlists.entry import Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import Row, has_headers, read_rows
from catchall.intake.watchlists.ofac_remarks import count_names
from catchall.text.countries import country_code

CSV_SOURCE, JSON_SOURCE = "us-csl-csv", "us-csl-json"

_AGAIN = "Download the file again from the Consolidated Screening List of trade.gov."
_HEADERS = ("_id", *TEXTS, *LISTS, "addresses", "ids")
_CODE = re.compile(r"[A-Z]{2}")
_ADDRESS = ("address", "city", "state", "postal_code")


def recognise_csv(head: bytes, filename: str) -> bool:
    """Does a header line have the columns of the list? The name of the file is not read."""
    return has_headers(head, ("source", "entity_number", "alt_names", "source_list_url"))


def recognise_json(head: bytes, filename: str) -> bool:
    """Do the first records have the fields of the list? The name of the file is not read."""
    keys = (b"source", b"alt_names", b"source_list_url")
    return all(re.search(rb'"%s"\s*:' % key, head) for key in keys)


def read_csv(files: Sequence[ListFile]) -> Parsed:
    """What does the CSV file say?

    Raises:
        WatchlistRefusedError: no such header, or the last line is cut.
    """
    file = files[0]
    table = read_rows(file, _HEADERS)
    entries: dict[str, Entry] = {}
    rejects = list(table.rejects)
    refused_names = len(rejects)
    for row in table.rows:
        if not row["name"] or not row["source"]:
            words = "; ".join(cell for cell in row.cells.values() if cell)
            reason = "no source" if row["name"] else "no name"
            rejects.append(Reject(file.name, row.line, "", reason, words))
            refused_names += _names_in_row(row)
            continue
        entry = entry_of(_row_fields(row), entries)
        entries[entry.record] = entry
    return Parsed(
        source=CSV_SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=None,
        records_in=len(table.rows) + len(table.rejects),
        names_in=sum(map(_names_in_row, table.rows)) + len(table.rejects),
        names_refused=refused_names,
        records_refused=len(rejects),
        notes=table.notes,
        doubts=table.cut,
    )


def _names_in_row(row: Row) -> int:
    return bool(row["name"]) + len(_parts(row["alt_names"])) + count_names(row["remarks"])


def _row_fields(row: Row) -> Fields:
    old = "_id" not in row.cells
    ids = [part.strip() for part in row["ids"].split("; ") if part.strip()]
    return Fields(
        number=row["_id"],
        text={key: row[key] for key in TEXTS},
        lists={key: _parts(row[key]) for key in LISTS},
        addresses=[_address(part) for part in _parts(row["addresses"])],
        ids=[_old_id(part) if old else _id(part) for part in ids],
        others={key: cell for key, cell in row.cells.items() if cell and key not in _HEADERS},
    )


def _parts(text: str) -> list[str]:
    """The values of a cell that holds several: "A; B; and C"."""
    return [part.strip() for part in re.split(r";\s*(?:and\b)?", text) if part.strip()]


def _address(text: str) -> Address:
    """The country ends the address, as code or name; not told where none is known."""
    first, _, last = text.rpartition(",")
    known = country_code(last.strip())
    return Address((first.strip(),), last.strip()) if known else Address((text,), "")


def _id(text: str) -> Identifier:
    """Label, value and perhaps country: "Passport, 1234567, IR"."""
    label, *values = (part.strip() for part in text.split(","))
    country = values.pop() if len(values) > 1 and _CODE.fullmatch(values[-1]) else ""
    return Identifier(label, ", ".join(values), country, text)


def _old_id(text: str) -> Identifier:
    """Perhaps country, value and label: "IR, 1234567, Passport"."""
    *values, label = (part.strip() for part in text.split(","))
    country = values.pop(0) if len(values) > 1 and _CODE.fullmatch(values[0]) else ""
    return Identifier(label, ", ".join(values), country, text)


def read_json(files: Sequence[ListFile]) -> Parsed:
    """What does the JSON file say?

    Raises:
        WatchlistRefusedError: not JSON, or another shape.
    """
    file = files[0]
    records, doubts = _results(file)
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    refused_names = 0
    for number, record in enumerate(records):
        if problem := _problem(record):
            words = orjson.dumps(record).decode()
            rejects.append(Reject(file.name, 0, f"results[{number}]", problem, words))
            refused_names += _names_in(record)
            continue
        entry = entry_of(_json_fields(record), entries)
        entries[entry.record] = entry
    return Parsed(
        source=JSON_SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=None,
        records_in=len(records),
        names_in=sum(map(_names_in, records)),
        names_refused=refused_names,
        records_refused=len(rejects),
        doubts=doubts,
    )


def _results(file: ListFile) -> tuple[list[Any], tuple[str, ...]]:
    """The records, and a doubt where there are fewer than the file says there are in all."""
    try:
        content = orjson.loads(file.data)
    except orjson.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        problem = f"not JSON: {error.msg}"
        raise WatchlistRefusedError(file.name, place, problem, _AGAIN) from error
    records = content.get("results") if isinstance(content, dict) else content
    if not isinstance(records, list):
        raise WatchlistRefusedError(file.name, "results", "there is no list", _AGAIN)
    total = content.get("total") if isinstance(content, dict) else None
    if isinstance(total, int) and total != len(records):
        return records, (f"it announces {total:,} records and holds {len(records):,}",)
    return records, ()


def _problem(record: Any) -> str:
    """What is wrong with the record, or nothing."""
    if not isinstance(record, dict):
        return "not an object"
    for key in ("name", "source"):
        if not isinstance(record.get(key), str) or not record[key].strip():
            return f"no {key}"
    if not all(isinstance(name, str) for name in _several(record.get("alt_names"))):
        return "alt_names is not a list of texts"
    return ""


def _names_in(record: Any) -> int:
    if not isinstance(record, dict):
        return 0
    names = [record.get("name"), *_several(record.get("alt_names"))]
    told = sum(bool(_text(name)) for name in names)
    return told + count_names(_text(record.get("remarks")))


def _json_fields(record: Mapping[str, Any]) -> Fields:
    taken = {"id", *TEXTS, *LISTS, "addresses", "ids"}
    return Fields(
        number=_text(record.get("id")),
        text={key: _text(record.get(key)) for key in TEXTS},
        lists={key: _texts(record.get(key)) for key in LISTS},
        addresses=[_json_address(one) for one in _several(record.get("addresses"))],
        ids=[_json_id(one) for one in _several(record.get("ids"))],
        others={k: _text(v) for k, v in record.items() if k not in taken and _text(v)},
    )


def _several(value: Any) -> list[Any]:
    """The values of a field that is a list, one value, or null."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def _texts(value: Any) -> list[str]:
    return [text for one in _several(value) if (text := _text(one))]


def _text(value: Any) -> str:
    """A value as text: nothing for null, what is no text as JSON."""
    if isinstance(value, str):
        return value.strip()
    return "" if value in (None, [], {}) else orjson.dumps(value).decode()


def _json_address(one: Any) -> Address:
    if not isinstance(one, dict):
        return _address(_text(one))
    street, city, region, postcode = (_text(one.get(key)) for key in _ADDRESS)
    rest = [_text(value) for key, value in one.items() if key not in (*_ADDRESS, "country")]
    known = {"city": city, "region": region, "postcode": postcode}
    return Address((street, city, region, postcode, *rest), _text(one.get("country")), known)


def _json_id(one: Any) -> Identifier:
    if not isinstance(one, dict):
        return _id(_text(one))
    label, value, country = (_text(one.get(key)) for key in ("type", "number", "country"))
    written = ", ".join(f"{key} {_text(text)}" for key, text in one.items() if _text(text))
    return Identifier(label, value, country, written)


_KEPT = {
    "record": "`_id` or `id`; else the short name of the list with `entity_number` or `name`",
    "names": "`name`, `alt_names`, names inside a joined name; a.k.a. in `remarks`",
    "addresses": "`addresses`",
    "countries": "countries of addresses, flags, citizenships, nationalities, ids, births",
    "identifiers": "`ids` with a label that is known; `call_sign`",
    "dates": "`dates_of_birth`, `start_date`, `end_date`; dates among the ids",
    "programmes": "`source` (the list it comes from), `programs`",
    "remarks": "`remarks`",
    "licence_requirement": "`license_requirement`, `license_policy`",
    "citations": "`federal_register_notice`",
    "links": "`vessel_owner`; Linked To in `remarks`",
}

CSV_READER = Reader(
    CSV_SOURCE,
    recognise_csv,
    read_csv,
    Format(
        file="The US Consolidated Screening List as CSV, with `_id` or (until 2019) without",
        known_by="columns `source`, `entity_number`, `alt_names`, `source_list_url`",
        kept=_KEPT,
        tried=True,
    ),
)
JSON_READER = Reader(
    JSON_SOURCE,
    recognise_json,
    read_json,
    Format(
        file="The US Consolidated Screening List as JSON",
        known_by="fields `source`, `alt_names`, `source_list_url`",
        kept=_KEPT,
        tried=False,
    ),
)
