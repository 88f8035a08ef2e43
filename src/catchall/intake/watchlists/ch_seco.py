"""The Swiss consolidated list of sanctions (SECO, XML). In: one file; out: ``Parsed``.

The whole list keeps its history: targets that were taken off stand in it, and each change holds
what was added and removed. Only what is in force is loaded. A target taken off is a reject that
says so and no record refused; the contents of changes are not kept, their days are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from catchall.intake.watchlists.ch_identity import (
    keep_identity,
    keep_other_information,
    keep_relation,
    keep_rest,
    text_of,
)
from catchall.intake.watchlists.entry import (
    ORGANIZATION,
    PERSON,
    UNSAID,
    VESSEL,
    Entry,
    Format,
    Parsed,
    Reader,
    Reject,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.numbering import numbered
from catchall.intake.watchlists.row_groups import primary_first
from catchall.intake.watchlists.safe_xml import (
    decode,
    elements,
    head_text,
    line_of,
    refuse,
    words_of,
)

SOURCE = "ch-seco-xml"

_ROOT = re.compile(r"<(?:\w+:)?swiss-sanctions-list\b[^>]*")
_DATE = re.compile(r"""\bdate\s*=\s*["']([^"']*)["']""")
_CHANGES = re.compile(r"<modification\b[^>]*/>|<modification\b.*?</modification>", re.DOTALL)
_TARGET = re.compile(r"<target[\s>]")
_NAME = re.compile(r"<name[\s>].*?</name>", re.DOTALL)
_VALUE = re.compile(r"<(?:value|name-part)(?:\s[^>]*)?>(?:\s*<!\[CDATA\[)?\s*[^<\s]")
_KINDS = {"individual": PERSON, "entity": ORGANIZATION, "object": UNSAID}
_OBJECTS = {"vessel": VESSEL, "ship": VESSEL}
_CHANGED = {"listed": "listed", "amended": "updated", "de-listed": "delisted"}
_OFF = "de-listed"
_LANGUAGE = "eng"


@dataclass
class _Found:
    """What was read so far."""

    places: dict[str, etree._Element] = field(default_factory=dict)
    sets: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    names_refused: int = 0
    taken_off: int = 0


def recognise(head: bytes, filename: str) -> bool:
    """Is the root element ``swiss-sanctions-list``?"""
    text = head_text(head)
    return bool(_ROOT.search(text))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not well-formed, a DTD, or a day of the list that is none.
    """
    file = files[0]
    decoded = decode(file)
    day = _published(file, decoded.text)
    found = _Found()
    for element in _top(file, decoded.text, ("place", "sanctions-program", "target")):
        _remember(found, element)
    for number, element in enumerate(_top(file, decoded.text, ("target",)), 1):
        _target(found, file, element, number, day)
    _resolve(found.entries)
    now = _CHANGES.sub("", decoded.text)
    notes = decoded.notes
    if found.taken_off:
        told = "targets were taken off the list and are not loaded; see the rejects"
        notes = (*notes, f"{found.taken_off:,} {told}")
    return Parsed(
        source=SOURCE,
        entries=list(found.entries.values()),
        rejects=found.rejects,
        published=day,
        records_in=len(_TARGET.findall(now)) - found.taken_off,
        names_in=sum(bool(_VALUE.search(name)) for name in _NAME.findall(now)),
        names_refused=found.names_refused,
        records_refused=len(found.rejects) - found.taken_off,
        notes=notes,
        doubts=decoded.doubts,
    )


def _published(file: ListFile, text: str) -> date | None:
    root = _ROOT.search(text)
    said = _DATE.search(root[0]) if root else None
    try:
        return date.fromisoformat(said[1][:10]) if said else None
    except ValueError as error:
        raise refuse(file, "date", f"{said and said[1]!r} is no day") from error


def _top(file: ListFile, text: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """The elements of that name below the root; a change may hold copies of them."""
    for element in elements(file, text, tags):
        parent = element.getparent()
        if parent is not None and parent.getparent() is None:
            yield element


def _remember(found: _Found, element: etree._Element) -> None:
    """Keep a place, or the sets of a programme by their numbers; targets come later."""
    if element.tag == "target":
        return
    if element.tag == "place":
        found.places[element.get("ssid", "")] = deepcopy(element)
        return
    key, name = (_in_english(element, tag) for tag in ("program-key", "program-name"))
    for one in element.findall("sanctions-set"):
        number = one.get("ssid", "")
        if one.get("lang", _LANGUAGE) == _LANGUAGE or number not in found.sets:
            found.sets[number] = (key, name, text_of(one))


def _in_english(element: etree._Element, tag: str) -> str:
    texts = {one.get("lang", ""): text_of(one) for one in element.findall(tag)}
    return texts.get(_LANGUAGE, "") or next(iter(texts.values()), "")


def _target(
    found: _Found, file: ListFile, element: etree._Element, number: int, day: date | None
) -> None:
    changes = element.findall("modification")
    for change in changes:
        element.remove(change)
    entry = _entry(element, found)
    entry.record = element.get("ssid", "")
    problem = "the target has no number" if not entry.record else ""
    problem = problem if entry.names else "the record has no name"
    if off := _taken_off(changes, day):
        problem = f"taken off the list on {off}"
        found.taken_off += 1
    if problem:
        found.names_refused += len(entry.names) - entry.names_split
        words = words_of(element)
        place = f"target {entry.record or number}"
        found.rejects.append(Reject(file.name, line_of(element), place, problem, words))
        return
    for change in changes:
        _change(entry, change)
    entry.record = numbered(found.entries, entry.record, entry.names[0]["text"])
    found.entries[entry.record] = entry


def _taken_off(changes: Sequence[etree._Element], day: date | None) -> str:
    """The day on which the target was taken off; nothing while it is in force.

    The latest change tells, and of several of one day any but a removal: better listed in
    doubt than lost. A removal after the day of the list is not in force yet.
    """
    dated = [(_day_of(change), change.get("modification-type", "")) for change in changes]
    latest = max((when for when, _ in dated), default="")
    kinds = {kind for when, kind in dated if when == latest}
    still = day is not None and latest > day.isoformat()
    return latest or "an unknown day" if kinds == {_OFF} and not still else ""


def _day_of(change: etree._Element) -> str:
    keys = ("effective-date", "publication-date", "enactment-date")
    return next((change.get(key, "") for key in keys if change.get(key)), "")


def _change(entry: Entry, change: etree._Element) -> None:
    kind = change.get("modification-type", "")
    if when := _day_of(change):
        entry.date(_CHANGED.get(kind, kind or "changed"), when)
    told = [(str(key), str(text)) for key, text in change.attrib.items() if text]
    if told:
        entry.property("modification", "; ".join(f"{key}: {text}" for key, text in told))


def _entry(element: etree._Element, found: _Found) -> Entry:
    entry = Entry("", UNSAID)
    numbers = [element.get("sanctions-set-id", "")]
    for part in element:
        tag = str(part.tag)
        if tag in _KINDS:
            _subject(entry, part, found.places)
        elif tag == "sanctions-set-id":
            numbers.append(text_of(part))
        elif tag == "identity":
            keep_identity(entry, part, found.places)
        else:
            keep_rest(entry, part)
    for number in dict.fromkeys(filter(None, numbers)):
        _measure(entry, number, found.sets)
    entry.names = primary_first(entry.names)
    return entry


def _measure(entry: Entry, number: str, sets: Mapping[str, tuple[str, str, str]]) -> None:
    """Keep under what programme, ordinance and measure the target is listed."""
    key, name, told = sets.get(number, (number, "", ""))
    entry.programmes += [] if key in entry.programmes else [key]
    entry.citations += [] if not name or name in entry.citations else [name]
    entry.property("sanctions_set", " ".join(text for text in (number, told) if text))


def _subject(
    entry: Entry, element: etree._Element, places: Mapping[str, etree._Element]
) -> None:
    """Keep what the person, entity or object is, and all that is said of it."""
    kind = element.get("object-type", "")
    entry.schema = _OBJECTS.get(kind, _KINDS[str(element.tag)])
    for key in ("sex", "object-type"):
        if value := element.get(key, ""):
            entry.property("gender" if key == "sex" else key, value)
    for part in element:
        tag, text = str(part.tag), text_of(part)
        if tag == "identity":
            keep_identity(entry, part, places)
        elif tag == "relation":
            keep_relation(entry, part)
        elif tag == "other-information":
            keep_other_information(entry, text)
        elif tag == "justification":
            entry.remarks = f"{entry.remarks}\n\n{text}".strip()
        else:
            keep_rest(entry, part)


def _resolve(entries: Mapping[str, Entry]) -> None:
    """Give a link the name of the target that it means by number."""
    for entry in entries.values():
        for link in entry.links:
            if known := entries.get(link["target"]):
                link["target"] = known.names[0]["text"]


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="The Swiss consolidated list (SECO) as XML",
        known_by="root element `swiss-sanctions-list`",
        kept={
            "record": "`ssid` of the `target`",
            "names": "`name` by its parts with type and quality; every `spelling-variant`",
            "addresses": "`address` with the `place` that it names",
            "countries": "every country of addresses, nationalities, documents, births",
            "identifiers": "`identification-document`; labelled numbers in `other-information`",
            "dates": "`day-month-year`, the day of each `modification`",
            "programmes": "`program-key` of each `sanctions-set-id`",
            "remarks": "`justification`, `other-information`",
            "citations": "`program-name`",
            "links": "`relation`",
        },
        tried=False,
    ),
)
