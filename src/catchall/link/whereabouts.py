"""The places of a case. In: its sentences and parties; out: places with what each was in it.

A capital that stands for its government is no place; the flag of a ship is none either; a post
("Embassy Abu Dhabi") is none.
"""

import re
from dataclasses import dataclass
from functools import cache

from catchall.link.blocks import Evidence, Sentence
from catchall.link.names import kind_of
from catchall.link.places import Place, countries, country_of, find
from catchall.link.roles import PartyDraft
from catchall.link.segments import Reading, Segment
from catchall.link.vocabulary import joined, table, words

_POST = re.compile(rf"\b(?:{joined('whereabouts', 'post_before')})\s(?:in\s|of\s)?$")
_AT = re.compile(
    rf"\b(?:{joined('whereabouts', 'place_before')})\s(?:the\s)?"
    r"(?:port (?:of|at)\s|city of\s|airport (?:of|at)\s|nearby\s|both\s)?$"
)
_NOT_AT = re.compile(rf"\b(?:{joined('whereabouts', 'not_a_place_before')})\s$")
_SPEAKS = re.compile(rf"\s(?:{joined('whereabouts', 'speaks')})\b")
_AIRPORT = re.compile(r"^\s(?:International )?[Aa]irport\b")
_PORT = re.compile(r"\b[Pp]ort (?:of |at )?$")
_STANDS_AT = re.compile(r"\b(?:in|at|of|from|to|near|via)\s$")
_DESCRIBES = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:firm|company|forwarder|broker|dealer|buyer|agent|trader|reseller|"
    r"port|free zone|check|customs|office)\b"
)
_MONTHS = words("names", "months")
_STATES = words("demonyms", "states")
_UNLISTED = re.compile(
    r"\b(?:at|from|to|in|via|through)\s(?:the\s)?(?P<a>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\s"
    r"(?:[Ii]nternational )?(?:[Aa]irport|port\b|harbou?r|[Ff]ree [Zz]one|border|"
    r"terminal|docks?|railway|industrial)"
    r"|\b[Pp]ort of (?P<b>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
)
_EVENT_AT = re.compile(
    r"\b(?:halted|held|stopped|seized|detained|warehouse|crossed|loaded|unloaded|inspected|stored|"
    r"located|intercepted|arrived|searched|berthed|docked)\b[^.;]{0,40}?\s(?:at|in)\s"
    r"(?P<a>[A-Z][a-z][\w-]+(?: [A-Z][a-z]\w+)?)(?=[\s,.;])(?! (?:airport|port|free|[A-Z]))"
)


@dataclass(frozen=True)
class PlaceDraft:
    """A place of a case with what it was in it ("" = not said)."""

    name: str
    country: str | None
    role: str
    evidence: Evidence


@cache
def _seat_pattern(seat: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(seat)}(?!\w)")


def _is_place(text: str, place: Place) -> bool:
    before, after = (
        text[max(0, place.start - 40) : place.start],
        text[place.end : place.end + 30],
    )
    if (
        _POST.search(before)
        or _NOT_AT.search(before)
        or after.startswith(("'s", "\u2019s", "-flagged"))
    ):
        return False
    if place.capital and _SPEAKS.match(after) and not _STANDS_AT.search(before):
        return False
    stands = bool(_AT.search(before) or _AIRPORT.match(after) or _PORT.search(before))
    return stands or bool(_DESCRIBES.match(after)) or not place.capital


def _role(sentence: Sentence, name: str, parties: list[PartyDraft]) -> str:
    for role, rule in table("whereabouts")["roles"]:
        if re.search(rule.replace("@", re.escape(name)), sentence.text, re.IGNORECASE):
            return str(role)
    if name.endswith("Free Zone"):
        return "free_zone"
    return "place_of_firm" if any(p.seat == name for p in parties) else ""


def places(reading: Reading, segment: Segment, parties: list[PartyDraft]) -> list[PlaceDraft]:
    """The places of the case, each once; the seats of its parties among them."""
    found: dict[str, PlaceDraft] = {}
    for sentence in segment.sentences:
        block = sentence.block
        for place in find(block.text):
            here = sentence.start <= place.start < sentence.end and place.kind == "city"
            in_name = any(
                m.firm and m.start <= place.start < m.end for m in reading.mentions[block.order]
            )
            if (
                here
                and not in_name
                and place.name not in found
                and _is_place(block.text, place)
            ):
                evidence = block.evidence(place.start, place.end)
                found[place.name] = PlaceDraft(
                    place.name, place.country, _role(sentence, place.name, parties), evidence
                )
        _add_unlisted(found, sentence, reading)
    for party in parties:
        _add_seat(found, party)
    return list(found.values())


def _add_unlisted(found: dict[str, PlaceDraft], sentence: Sentence, reading: Reading) -> None:
    """A place that no list has, but that is called a port, or where goods are held."""
    taken = {m.start for m in reading.mentions[sentence.block.order]}
    for pattern in (_UNLISTED, _EVENT_AT):
        for match in pattern.finditer(sentence.text):
            group = match.lastgroup or "a"
            name, at = match[group], sentence.start + match.start(group)
            other = at in taken or name in reading.found.persons or kind_of(name) != "name"
            if name not in found and not other and not country_of(name) and name not in _MONTHS:
                evidence = sentence.block.evidence(at, at + len(name))
                found[name] = PlaceDraft(name, None, "", evidence)


def _add_seat(found: dict[str, PlaceDraft], party: PartyDraft) -> None:
    seat = party.seat
    if (
        not seat
        or seat in found
        or seat in _STATES
        or country_of(seat)
        or seat in countries()
        or seat.isupper()
    ):
        return
    block = party.mention.block
    match = _seat_pattern(seat).search(block.text)
    if match:
        found[seat] = PlaceDraft(
            seat, party.country, "place_of_firm", block.evidence(*match.span())
        )
