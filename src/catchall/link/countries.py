"""Where goods go and come from. In: sentences, parties, goods; out: countries with their words.

A country is a destination when goods go there, or when the party that gets them is there; an
origin when goods are made there, or when the maker or seller is called a firm of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catchall.link.blocks import Evidence, Sentence
from catchall.link.items import Item
from catchall.link.places import Place, countries, country_of, demonyms, find
from catchall.link.roles import PartyDraft
from catchall.link.segments import Segment
from catchall.link.vocabulary import joined

_TO = re.compile(rf"\b(?:{joined('whereabouts', 'goes_to')})\s(?:a |an |the )?$")
_GOES = re.compile(rf"\b(?:{joined('whereabouts', 'goes')})\b")
_NO_WAY = re.compile(rf"\b(?:{joined('whereabouts', 'no_way')})\b")
_MAKER = re.compile(rf"\b(?:{joined('whereabouts', 'makers')})\b")
_ONWARD = re.compile(r",? and (?:then|from there|thence)\b[^.;]{0,20}\bto\b")
_LAND = r"(?:U\.S\.|[A-Z]\w+(?: [A-Z]\w+)?)"
_ORIGIN = re.compile(
    rf"\bof (?P<a>{_LAND}) (?:origin|make|manufacture)"
    r"|\b(?P<b>[A-Z]\w+)-(?:made|built|origin|manufactured)"
    rf"|\b(?:originating in|made in|manufactured in|produced in|imported from) (?P<c>{_LAND})"
)
_NEAR, _FRAME = 110, 2.0


@dataclass(frozen=True)
class CountryDraft:
    """A country goods go to or come from, and the words that say so."""

    value: str
    evidence: Evidence


def _gets(party: PartyDraft) -> bool:
    return (
        party.role in {"consignees", "end_users"} or party.votes.get("consignees", 0) >= _FRAME
    )


def _from_parties(parties: list[PartyDraft], kind: str) -> Iterator[CountryDraft]:
    for party in parties:
        if kind == "to" and _gets(party) and party.country and not _buys_onward(party, parties):
            yield CountryDraft(party.country, party.evidence)
        sells = party.role in {"exporters", "suppliers"} and party.country_words in {
            **demonyms(),
            **countries(),
        }
        if (
            kind == "from"
            and sells
            and party.country
            and (_MAKER.search(party.noun) or party.firm)
        ):
            yield CountryDraft(party.country, party.evidence)


def _buys_onward(party: PartyDraft, parties: list[PartyDraft]) -> bool:
    """A buyer beside a receiver told more surely: its own country is only on the way."""
    others = [p for p in parties if p is not party and _gets(p) and p.country]
    weak = party.votes.get("consignees", 0) <= 1 and "end_users" not in party.votes
    return weak and bool(others)


def _goes_there(sentence: Sentence, place: Place) -> bool:
    """Do goods go to this place, as far as the words before it say?"""
    text = sentence.block.text
    if not sentence.start <= place.start < sentence.end or place.kind == "demonym":
        return False
    before = text[sentence.start : place.start]
    way = _TO.search(before) and _GOES.search(before[-_NEAR:]) and not _NO_WAY.search(before)
    return bool(way) and not _ONWARD.match(text, place.end)


def destinations(segment: Segment, parties: list[PartyDraft]) -> list[CountryDraft]:
    """The countries the goods go to."""
    found = {c.value: c for c in _from_parties(parties, "to")}
    for sentence in segment.sentences:
        for place in find(sentence.block.text):
            if _goes_there(sentence, place):
                evidence = sentence.block.evidence(place.start, place.end)
                found.setdefault(place.country, CountryDraft(place.country, evidence))
    sellers = {p.country for p in parties if p.role in {"exporters", "suppliers"}}
    gets = {p.country for p in parties if _gets(p)}
    return [
        c for code, c in found.items() if code not in sellers or len(found) == 1 or code in gets
    ]


def origins(
    segment: Segment, parties: list[PartyDraft], goods: list[Item]
) -> list[CountryDraft]:
    """The countries the goods come from, where the text says so."""
    found = {c.value: c for c in _from_parties(parties, "from")}
    for sentence in segment.sentences:
        for match in _ORIGIN.finditer(sentence.text):
            word = match["a"] or match["b"] or match["c"]
            if code := country_of(word):
                at = sentence.start + match.start()
                found.setdefault(
                    code, CountryDraft(code, sentence.block.evidence(at, at + len(match[0])))
                )
    for item in goods:
        if item.made_in:
            found.setdefault(item.made_in, CountryDraft(item.made_in, item.evidence))
    return list(found.values())
