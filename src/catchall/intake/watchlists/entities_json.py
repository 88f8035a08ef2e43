"""US lists as JSON of one shape: a ``list_id`` and ``entities``. In: one file; out: ``Parsed``.

Each ``list_id`` is a list of its own. These lists have no record numbers: a record is known by
its country and name, which stay the same when addresses or citations are amended. They do not
say what is a person and what a firm.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import citations, joined_names
from catchall.intake.watchlists.entry import (
    UNSAID,
    VESSEL,
    Entry,
    Format,
    Parsed,
    Reader,
    Reject,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.labelled_notes import keep_notes
from catchall.intake.watchlists.numbering import numbered
from catchall.text.countries import country_code

SOURCE = "bis-entity-json"

_ENTITY_LISTS = ("bis-entity-list", "exercise-entity-list")
_LISTS = {
    **dict.fromkeys(_ENTITY_LISTS, SOURCE),
    "bis-dpl": "bis-dpl-json",
    "bis-meu": "bis-meu-json",
    "bis-uvl": "bis-uvl-json",
    "state-nonproliferation": "state-nonproliferation-json",
    "state-debarred-statutory": "state-debarred-statutory-json",
    "state-debarred-admin": "state-debarred-admin-json",
    "dow-1260h": "dow-1260h-json",
    "dow-1286": "dow-1286-json",
    "dhs-uflpa": "dhs-uflpa-json",
    "ofac-nscmic": "ofac-nscmic-json",
    "ofac-eo14032": "ofac-eo14032-json",
    "cbp-wro": "cbp-wro-json",
    "fcc-covered": "fcc-covered-json",
}
_TAKEN = frozenset(
    ("name", "aliases", "country", "address", "effective_date", "federal_register", "notes")
)
_HEADER = frozenset(("entities", "list_id", "extracted", "count"))
_SEE = re.compile(r"\(\s*see (?:also |the )?(?:alternate )?address[^)]*\)", re.IGNORECASE)
_AGAIN = "Download or extract the list again; the file must be the whole list."
_SHAPE = re.compile(rb'"list_id"\s*:\s*"([^"]*)"')
_DESCRIPTION = re.compile(rb'"lists"\s*:\s*\[\s*\{[^{}]*"(?:official_name|short_name)"\s*:')


def recognise(head: bytes, filename: str) -> bool:
    """Is this a list of that shape? By ``list_id``; the name of the file is not read.

    A description of such lists is one too, so that it is refused with its reason.
    """
    return bool(_SHAPE.search(head) or _DESCRIPTION.search(head))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not JSON, another shape, or not as many records as it announces.
    """
    file = files[0]
    content = _content(file)
    list_id, records = content["list_id"], content["entities"]
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    for number, record in enumerate(records, 1):
        problem = _problem(record, list_id)
        if problem:
            words = orjson.dumps(record).decode()
            rejects.append(Reject(file.name, 0, f"entities[{number - 1}]", problem, words))
        else:
            entry = _entry(record, list_id, entries)
            entries[entry.record] = entry
    extra = {key: value for key, value in content.items() if key not in _HEADER}
    return Parsed(
        source=_LISTS[list_id],
        entries=list(entries.values()),
        rejects=rejects,
        published=_published(file, content.get("extracted")),
        records_in=len(records),
        names_in=sum(_names_in(record) for record in records),
        names_refused=sum(_names_in(record) for record in records if _problem(record, list_id)),
        records_refused=len(rejects),
        notes=(*(f"{key}: {value}" for key, value in extra.items()), *_lost(records)),
        named=True,
    )


def _lost(records: Sequence[Any]) -> tuple[str, ...]:
    """A note where letters were lost before the list came here (U+FFFD stands for them)."""
    places = [
        f"entities[{number}]"
        for number, record in enumerate(records)
        if "\ufffd" in orjson.dumps(record).decode()
    ]
    return (f"letters are lost (U+FFFD) in {', '.join(places)}",) if places else ()


def _content(file: ListFile) -> dict[str, Any]:
    try:
        content = orjson.loads(file.data)
    except orjson.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _refused(file, place, f"not JSON: {error.msg}") from error
    if isinstance(content, dict) and "entities" not in content and "lists" in content:
        problem = "it describes lists and holds no party: give the list itself"
        raise _refused(file, "lists", problem)
    if not isinstance(content, dict) or not isinstance(content.get("entities"), list):
        raise _refused(file, "entities", "there is no list of entities")
    if content.get("list_id") not in _LISTS:
        known = ", ".join(_LISTS)
        raise _refused(file, "list_id", f"{content.get('list_id')!r} is not one of {known}")
    announced, held = content.get("count"), len(content["entities"])
    if announced is not None and announced != held:
        raise _refused(file, "count", f"it announces {announced} records and holds {held}")
    return content


def _published(file: ListFile, text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError as error:
        raise _refused(file, "extracted", f"{text!r} is no day") from error


def _problem(record: Any, list_id: str) -> str:
    """What is wrong with the record, or nothing. Only the Entity List always has a country."""
    if not isinstance(record, dict):
        return "not an object"
    for key in ("name", "country") if list_id in _ENTITY_LISTS else ("name",):
        if not isinstance(record.get(key), str) or not record[key].strip():
            return f"no {key}"
    aliases = record.get("aliases") or []
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        return "aliases is not a list of texts"
    texts = ("country", "address", "effective_date", "federal_register", "notes")
    odd = [key for key in texts if not isinstance(record.get(key) or "", str)]
    return f"{odd[0]} is not a text" if odd else ""


def _names_in(record: Any) -> int:
    """The names that the record gives, whatever else is wrong with it."""
    if not isinstance(record, dict):
        return 0
    aliases = record.get("aliases")
    given = [record.get("name"), *(aliases if isinstance(aliases, list) else ())]
    return sum(bool(name.strip()) if isinstance(name, str) else True for name in given)


def _entry(record: dict[str, Any], list_id: str, known: dict[str, Entry]) -> Entry:
    text = {key: (record.get(key) or "").strip() for key in _TAKEN - {"aliases"}}
    cited = _citations(text["federal_register"], list_id)
    entry = Entry(_number(text, cited, known), _schema(text))
    entry.citations = cited
    _names(entry, record, list_id)
    if text["country"]:
        entry.country(text["country"])
        entry.property("country", record["country"])
    _addresses(entry, text["address"])
    if text["effective_date"]:
        entry.date("effective", text["effective_date"])
    if list_id in _ENTITY_LISTS:
        entry.licence_requirement = text["notes"]
    else:
        entry.remarks = " ".join(part for part in (text["notes"], entry.remarks) if part)
        keep_notes(entry, text["notes"])
    for key, value in record.items():
        if key not in _TAKEN and value not in (None, "", []):
            entry.property(
                key, value if isinstance(value, str) else orjson.dumps(value).decode()
            )
    return entry


def _schema(text: dict[str, str]) -> str:
    """Orders against fishing vessels have those words for a country."""
    ship = text["country"] == "Fishing Vessels" and text["name"].startswith("Fishing Vessel:")
    return VESSEL if ship else UNSAID


def _number(text: dict[str, str], cited: list[str], known: dict[str, Entry]) -> str:
    """Country and name; where the file repeats them, what tells the records apart too."""
    number = "/".join(part for part in (text["country"], text["name"]) if part)
    told = (text["address"], text["effective_date"], text["notes"])
    return numbered(known, number, "; ".join(cited), *told)


def _names(entry: Entry, record: dict[str, Any], list_id: str) -> None:
    entry.name(record["name"].strip(), "primary")
    for alias in record.get("aliases") or []:
        if alias.strip():
            entry.name(alias.strip(), "alias")
    within = joined_names.inside if list_id in _ENTITY_LISTS else joined_names.parties
    for kind, text in [part for said in list(entry.names) for part in within(said["text"])]:
        _split(entry, text, kind, "taken from a joined name")
    for kind, text in joined_names.subsidiaries(record.get("notes") or ""):
        _split(entry, text, kind, "listed with it as a subsidiary")
        if kind == "alias":
            entry.link("subsidiary", text)


def _split(entry: Entry, text: str, kind: str, quality: str) -> None:
    if text not in [said["text"] for said in entry.names]:
        entry.split_name(text, kind, quality)


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


def _citations(text: str, list_id: str) -> list[str]:
    """The Entity List has one on each line; elsewhere they follow one another."""
    if list_id not in _ENTITY_LISTS:
        return citations.parted(text)
    return [" ".join(part.split()) for part in re.split(r"\.\s*\n", text) if part.strip()]


def _refused(file: ListFile, place: str, problem: str) -> WatchlistRefusedError:
    return WatchlistRefusedError(file.name, place, problem, _AGAIN)


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file=(
            "US lists as JSON: Entity List, Denied Persons, Military End-User, Unverified; "
            "State nonproliferation sanctions, debarred parties; sections 1260H and 1286; "
            "UFLPA; NS-CMIC; E.O. 14032; withhold release orders; FCC covered list"
        ),
        known_by="`list_id`",
        kept={
            "record": "`country`/`name`",
            "names": "`name`, `aliases`, names inside a joined name, subsidiaries",
            "addresses": "`address`, parted at semicolons",
            "countries": "`country`, the countries that end addresses, alternate addresses",
            "identifiers": "USCC in `notes`",
            "dates": "`effective_date`; birth, listed, imposed, ended, expires in `notes`",
            "programmes": "authority or programme in `notes`",
            "remarks": "`notes`, except of the Entity List; notes on alternate addresses",
            "licence_requirement": "`notes` of the Entity List",
            "citations": "`federal_register`",
            "links": "Linked To, parent institution, subsidiaries in `notes`",
        },
        tried=True,
    ),
    also=tuple(source for source in dict.fromkeys(_LISTS.values()) if source != SOURCE),
)
