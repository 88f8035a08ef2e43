"""The BIS Entity List as JSON. In: one file; out: ``Parsed``.

The list has no record numbers: a record is known by its country and name, which stay the same
when addresses or citations are amended. The list does not say what is a person and what a firm.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.entry import UNSAID, Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.text.countries import country_code

SOURCE = "bis-entity-json"

_TAKEN = frozenset(("name", "aliases", "country", "address", "federal_register", "notes"))
_HEADER = frozenset(("entities", "list_id", "extracted", "count"))
_NESTED = re.compile(r"\s*\(?\b([afn])\.k\.a\.,?\s*[“\"]?")
_KINDS = {"a": "alias", "f": "former", "n": "alias"}
_SEE = re.compile(r"\(\s*see (?:also |the )?(?:alternate )?address[^)]*\)", re.IGNORECASE)
_AGAIN = "Download or extract the list again; the file must be the whole Entity List."


def recognise(head: bytes, filename: str) -> bool:
    """Is this the Entity List? By its ``list_id``; the name of the file is not read."""
    return bool(re.search(rb'"list_id"\s*:\s*"(?:bis|exercise)-entity-list"', head))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not JSON, another shape, or not as many records as it announces.
    """
    file = files[0]
    content = _content(file)
    records = content["entities"]
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    for number, record in enumerate(records, 1):
        problem = _problem(record)
        if problem:
            words = orjson.dumps(record).decode()
            rejects.append(Reject(file.name, 0, f"entities[{number - 1}]", problem, words))
        else:
            entry = _entry(record, entries)
            entries[entry.record] = entry
    extra = {key: value for key, value in content.items() if key not in _HEADER}
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=_published(file, content.get("extracted")),
        records_in=len(records),
        names_in=sum(_names_in(record) for record in records),
        names_refused=sum(_names_in(record) for record in records if _problem(record)),
        records_refused=len(rejects),
        notes=tuple(f"{key}: {value}" for key, value in extra.items()),
    )


def _content(file: ListFile) -> dict[str, Any]:
    try:
        content = orjson.loads(file.data)
    except orjson.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _refused(file, place, f"not JSON: {error.msg}") from error
    if not isinstance(content, dict) or not isinstance(content.get("entities"), list):
        raise _refused(file, "entities", "there is no list of entities")
    announced, held = content.get("count"), len(content["entities"])
    if announced is not None and announced != held:
        raise _refused(file, "count", f"it announces {announced} records and holds {held}")
    return content


def _published(file: ListFile, text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError as error:
        raise _refused(file, "extracted", f"{text!r} is no day") from error


def _problem(record: Any) -> str:
    """What is wrong with the record, or nothing."""
    if not isinstance(record, dict):
        return "not an object"
    for key in ("name", "country"):
        if not isinstance(record.get(key), str) or not record[key].strip():
            return f"no {key}"
    aliases = record.get("aliases") or []
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        return "aliases is not a list of texts"
    texts = ("address", "federal_register", "notes")
    odd = [key for key in texts if not isinstance(record.get(key) or "", str)]
    return f"{odd[0]} is not a text" if odd else ""


def _names_in(record: Any) -> int:
    """The names that the record gives, whatever else is wrong with it."""
    if not isinstance(record, dict):
        return 0
    aliases = record.get("aliases")
    given = [record.get("name"), *(aliases if isinstance(aliases, list) else ())]
    return sum(bool(name.strip()) if isinstance(name, str) else True for name in given)


def _entry(record: dict[str, Any], known: dict[str, Entry]) -> Entry:
    citations = _citations(record.get("federal_register") or "")
    entry = Entry(_number(record, citations, known), UNSAID)
    _names(entry, record)
    entry.country(record["country"])
    entry.property("country", record["country"])
    _addresses(entry, record.get("address") or "")
    entry.citations = citations
    entry.licence_requirement = (record.get("notes") or "").strip()
    for key, value in record.items():
        if key not in _TAKEN and value not in (None, "", []):
            text = value if isinstance(value, str) else orjson.dumps(value).decode()
            entry.property(key, text)
    return entry


def _number(record: dict[str, Any], citations: list[str], known: dict[str, Entry]) -> str:
    """Country and name; the citations too when the file repeats them for another record."""
    number = f"{record['country'].strip()}/{record['name'].strip()}"
    if number in known:
        number = f"{number} ({'; '.join(citations)})"
    while number in known:
        number += "*"  # the very same record again
    return number


def _names(entry: Entry, record: dict[str, Any]) -> None:
    entry.name(record["name"].strip(), "primary")
    for alias in record.get("aliases") or []:
        if alias.strip():
            entry.name(alias.strip(), "alias")
    for kind, text in [part for said in list(entry.names) for part in _inside(said["text"])]:
        if text not in [said["text"] for said in entry.names]:
            entry.split_name(text, kind, "taken from a joined name")


def _inside(text: str) -> list[tuple[str, str]]:
    """Names inside a name as filed: "X (f.k.a., Y)" and "X; and".

    >>> _inside("Sample Works, OOO (f.k.a., Sample Plant)")
    [('alias', 'Sample Works, OOO'), ('former', 'Sample Plant')]
    >>> _inside("Sample; and"), _inside("Sample Works")
    ([('alias', 'Sample')], [])
    """
    found: list[tuple[str, str]] = []
    for part in re.split(r";\s*(?:and\b)?", text):
        pieces = _NESTED.split(part)
        names = [("alias", pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
        found += [(_KINDS.get(kind, kind), name.strip(' ,”"')) for kind, name in names]
    cleaned = [(kind, _closed(name)) for kind, name in found]
    return [(kind, name) for kind, name in cleaned if len(name) > 1 and name != text]


def _closed(name: str) -> str:
    """Without the bracket that closed the joined name."""
    opened = name.count(")") > name.count("(") and name[-1] == ")"
    return name[:-1].rstrip(' ”"') if opened else name


def _addresses(entry: Entry, text: str) -> None:
    """Split at semicolons; "(See alternate addresses under X)" is a remark and a tie too."""
    entry.remarks = " ".join(_SEE.findall(text))
    country = entry.countries[0] if entry.countries else ""
    for part in re.split(r";\s*(?:and\b\s*)?", text):
        if address := part.strip():
            entry.address((address,))
            entry.addresses[-1]["country"] = entry.country(_last_country(address)) or country
    for see in _SEE.findall(text):
        for word in re.findall(r"under ([^)]*)\)", see):
            for country in re.split(r",|\band\b", word):
                entry.country(country)


def _last_country(address: str) -> str:
    """The country that ends an address, perhaps before a postcode; nothing when none does.

    >>> _last_country("1 Sample Street, Moscow, Russia 101000."), _last_country("Sample Street")
    ('RU', '')
    """
    ended = re.sub(r"[\d\s.]+$", "", _SEE.sub("", address).strip(" ."))
    last = " ".join(ended.rpartition(",")[2].split())
    return country_code(last)


def _citations(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\.\s*\n", text) if part.strip()]


def _refused(file: ListFile, place: str, problem: str) -> WatchlistRefusedError:
    return WatchlistRefusedError(file.name, place, problem, _AGAIN)


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="The Entity List (Supplement No. 4 to part 744 of the EAR) as JSON",
        known_by="`list_id` is `bis-entity-list`",
        kept={
            "record": "`country`/`name`",
            "names": "`name`, `aliases`, names inside a joined name",
            "addresses": "`address`, parted at semicolons",
            "countries": "`country`, the countries that end addresses, alternate addresses",
            "remarks": "notes on alternate addresses",
            "licence_requirement": "`notes`",
            "citations": "`federal_register`",
        },
        tried=True,
    ),
)
