"""What the numbers in OFAC's advanced XML mean: values, places, dates.

In: elements of the file; out: plain text. The file names everything by a number and says once,
at its head, what each number means. What a party is does not belong here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from catchall.intake.watchlists.entry import AIRPLANE, ORGANIZATION, PERSON, UNSAID, VESSEL

_SCHEMAS = {
    "Individual": PERSON,
    "Entity": ORGANIZATION,
    "Vessel": VESSEL,
    "Aircraft": AIRPLANE,
}
_LINES = ("Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3")
_KNOWN = (("CITY", "city"), ("STATE/PROVINCE", "region"), ("POSTAL CODE", "postcode"))
_FIRST_DAY, _LAST_DAY, _YEAR = "-01-01", "-12-31", 4


@dataclass(frozen=True)
class References:
    """The values that the file refers to, by the name of their kind and their number."""

    texts: Mapping[tuple[str, str], str]
    party_types: Mapping[str, str]

    def text(self, kind: str, number: str | None) -> str:
        """What does the number mean? Kind and number themselves when the file does not say."""
        return self.texts.get((kind, number), f"{kind} {number}") if number else ""

    def party_type(self, sub_type: str | None) -> str:
        """What kind of party has this subtype? One that is "Unknown" takes its type's."""
        told = self.text("PartySubType", sub_type)
        above = self.text("PartyType", self.party_types.get(sub_type or "", ""))
        return above if told == "Unknown" else told

    def schema(self, sub_type: str | None) -> str:
        """The schema of a party of this subtype."""
        return _SCHEMAS.get(self.party_type(sub_type), UNSAID)


@dataclass(frozen=True)
class Place:
    """A place: its lines in order, what is known of its parts, its country as filed."""

    lines: tuple[str, ...]
    country: str
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The place in one line."""
        return ", ".join(part for part in (*self.lines, self.country) if part)


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def said(element: etree._Element, path: str) -> str:
    """The text below an element at that path, whatever the namespace; nothing when none."""
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return (element.findtext(steps) or "").strip()


def references(element: etree._Element) -> References:
    """What do the reference value sets at the head of the file say?"""
    texts: dict[tuple[str, str], str] = {}
    party_types: dict[str, str] = {}
    for value in element.iterfind("{*}*/{*}*"):
        number, kind = value.get("ID", ""), local(value)
        told = (value.text or "").strip()
        texts[kind, number] = told or value.get("ISO2", "") or value.get("Description", "")
        if kind == "AreaCode":
            texts[kind, number] = value.get("Description", told)
        if kind == "PartySubType":
            party_types[number] = value.get("PartyTypeID", "")
    return References(texts, party_types)


def place(element: etree._Element, values: References) -> Place:
    """What does a Location say? A country that is "undetermined" is none."""
    parts: dict[str, str] = {}
    for part in element.iterfind("{*}LocationPart"):
        kind = values.text("LocPartType", part.get("LocPartTypeID"))
        told = [
            (one.text or "").strip() for one in part.iterfind("{*}LocationPartValue/{*}Value")
        ]
        parts[kind] = ", ".join(text for text in (parts.get(kind, ""), *told) if text)
    areas = [
        values.text("AreaCode", one.get("AreaCodeID"))
        for one in element.iterfind("{*}LocationAreaCode")
    ]
    countries = [
        values.text("Country", one.get("CountryID"))
        for one in element.iterfind("{*}LocationCountry")
    ]
    named = [name for name in (*countries, *areas) if name and name != "undetermined"]
    known = {column: parts.pop(kind, "") for kind, column in _KNOWN}
    lines = [parts.pop(kind, "") for kind in _LINES]
    return Place(
        lines=tuple(part for part in (*lines, *parts.values(), *known.values()) if part),
        country=named[0] if named else "",
        known=known if known["region"] else {k: v for k, v in known.items() if k != "region"},
    )


def day(element: etree._Element | None) -> str:
    """A date of year, month and day as far as they are told: ``1965-03-12``, ``1965``."""
    if element is None:
        return ""
    parts = [said(element, part) for part in ("Year", "Month", "Day")]
    return "-".join(part.zfill(2) for part in parts if part)


def period(element: etree._Element) -> str:
    """A date period in words: a day, a year, ``1960-01-01 to 1962-12-31``, ``circa 1961``."""
    ends = [
        day(element.find(f"{{*}}{end}/{{*}}{limit}"))
        for end in ("Start", "End")
        for limit in ("From", "To")
    ]
    told = [end for end in ends if end]
    if not told:
        return ""
    first, last = told[0], told[-1]
    circa = any(
        one.get("Approximate") == "true" for one in element if local(one) in ("Start", "End")
    )
    words = first if first == last else f"{first} to {last}"
    if (first[:_YEAR], first[_YEAR:], last[_YEAR:]) == (last[:_YEAR], _FIRST_DAY, _LAST_DAY):
        words = first[:_YEAR]
    return f"circa {words}" if circa else words
