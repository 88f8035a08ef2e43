"""Places, countries and ships of a case. In: sentences and parties; out: where goods come from and go.

A capital that stands for its government is no place; the flag of a ship is none either; a post
("Embassy Abu Dhabi") is none. A country is a destination when goods go there, or when the party
that gets them is there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catchall.link.blocks import Evidence, Sentence
from catchall.link.items import Item
from catchall.link.places import Place, countries, country_of, demonyms, find
from catchall.link.roles import PartyDraft
from catchall.link.segments import Reading, Segment

_POST = re.compile(
    r"\b(?:Embassy|Embassies(?: \w+ and)?|Posts|Consulate(?: General)?|AmEmbassy|AmConsul|Consul|Mission|AIT|Post|FOR|PASS)\s(?:in\s|of\s)?$"
)
_AT = re.compile(
    r"\b(?:in|at|of|from|to|through|via|for|near|into|off|between|reach(?:es|ed)?|outside|port|by way of|left|towards?|leaving|and|or|called at)\s"
    r"(?:the\s)?(?:port (?:of|at)\s|city of\s|airport (?:of|at)\s|nearby\s|both\s)?$"
)
_NOT_AT = re.compile(r"\b(?:[Aa]ccording to|man from|native of|from our|name of)\s$")
_ONWARD = re.compile(r",? and (?:then|from there|thence)\b[^.;]{0,20}\bto\b")
_SPEAKS = re.compile(
    r"\s(?:was concerned|said|says|states?|stated|expects?|asks?|asked|wants?|could|would|should|told|holds?|held that|raised|may|will|"
    r"has|had|is|considers?|regards?|denied|approved|replied|answered|believes?)\b"
)
_AIRPORT, _PORT = (
    re.compile(r"^\s(?:International )?[Aa]irport\b"),
    re.compile(r"\b[Pp]ort (?:of |at )?$"),
)
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            "airport_of_loading_stopped",
            r"(?:stopped|held|detained|seized|intercepted)[^.]{0,60} at @ airport",
        ),
        ("port_records_checked", r"records (?:at|of|in) (?:the port of )?@"),
        (
            "port_of_inspection",
            r"(?:opened|inspected|searched|examined|detained|seized|customs)[^.]{0,50} (?:at|in) (?:the port of )?@",
        ),
        (
            "transshipment_port",
            r"(?:transshipped|trans-shipped|transferred|put ashore|unloaded|reloaded|moved to another)[^.]{0,40} (?:at|in) @|@ and moved to another",
        ),
        (
            "transit_via_agent",
            r"(?:by way of|via|through)[^.]{0,50} (?:agent|broker|forwarder|firm|company)[^.]{0,10} in @",
        ),
        (
            "port_of_loading",
            r"(?:shipped|left|sailed|loaded|departed|dispatched|exported)[^.]{0,40} (?:from|at|in) (?:the port of )?@|went[^.]{0,20} to @ and left",
        ),
        (
            "planned_port_of_unloading",
            r"(?:due|planned|expected|scheduled|booked)[^.]{0,40} (?:at|in|for) @",
        ),
        ("port_of_unloading", r"(?:discharged|unloaded|arrived|landed)[^.]{0,40} (?:at|in) @"),
        ("place_of_forwarder", r"@ (?:freight )?forwarder|forwarder (?:in|of|from) @"),
        ("place_of_agent", r"agent (?:in|of|from) @|@ (?:agent|broker)"),
        ("border_crossing", r"border[^.]{0,30} (?:at|near) @|@ (?:border|crossing)"),
        (
            "destination_city",
            r"(?:shipped|send|sent|sell|sold|exported?|deliver(?:ed)?|consigned|moved|truck|bound)[^.]{0,90} (?:to|for) @",
        ),
        (
            "place_of_check",
            r"(?:check|visit|showed|studio|saw|inspected)[^.]{0,60} (?:in|at|to) @|@ check",
        ),
    )
)
_VESSEL = re.compile(
    r"\b(?P<prefix>M/?V|M/?T|M/?S|S/?S|S\.S\.|motor vessel|motor tanker|tanker|vessel|freighter|bulk carrier|container ship|steamer|ship|flagged)\s"
    r"(?:named\s|called\s)?(?:the\s)?[\"\u201c]?(?P<name>(?-i:[A-Z][\w'\u2019-]+(?:\s(?:[A-Z][\w'\u2019-]*|\d+|[IVX]+))*))"
)
_FLAG = re.compile(
    r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:-|\s)(?:flagged|flag|registered)\b|flying the ([A-Z]\w+) flag|under (?:the )?([A-Z]\w+) flag"
)
_OPERATOR = re.compile(r"\b(?:run|operated|owned|managed) by\s(?:the\s)?$")
_TO = re.compile(
    r"\b(?:to|for|bound for|destined for|meant for|into|sent them to|onward to|on to|over to|mean|for use in)\s(?:a |an |the )?$"
)
_GOES = re.compile(
    r"\b(?:sell|sold|ship|shipp?ed|shipping|shipments?|sales?|deliver(?:y|ies)|exports?|shipments?|sales?|deliver(?:y|ies)|exports?|export(?:ed|ing)?|suppl(?:y|ied|ying)|deliver(?:ed)?|sent?|sending|send|re-?exported|booked|moved?|bound|"
    r"destined|meant|intended|diverted|transferred|forwarded|go|goods?|went|mean|end[ -]use[rd]?|consigned|onward|trip|way|purchase|buy(?:er)?|selling)\b"
)
_FROM_MAKER = re.compile(
    r"\b(?:firm|company|maker|manufacturer|producer|supplier|exporter|concern|industries)\b"
)
_ORIGIN = re.compile(
    r"\bof (?P<a>[A-Z]\w+(?: [A-Z]\w+)?) (?:origin|make|manufacture)|\b(?P<b>[A-Z]\w+)-(?:made|built|origin|manufactured)|"
    r"\b(?:originating in|made in|manufactured in|produced in|imported from) (?P<c>[A-Z]\w+(?: [A-Z]\w+)?)"
)
_DENIED = re.compile(
    r"\b(?:owner|partner|manager|director|family|he|she|president)\b[^.;]{0,30}\b(?:moved|fled|went|returned|travel\w+)\b|\b(?:no idea|not know|never|no sign|denied that|unknown)\b"
)


@dataclass(frozen=True)
class PlaceDraft:
    """A place of a case with what it was in it ("" = not said)."""

    name: str
    country: str | None
    role: str
    evidence: Evidence


@dataclass(frozen=True)
class CountryDraft:
    """A country goods go to or come from, and the words that say so."""

    value: str
    evidence: Evidence


@dataclass(frozen=True)
class VesselDraft:
    """A ship: name, prefix as written, flag, operator."""

    name: str
    prefix: str | None
    flag: str | None
    operator: str | None
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
    if (
        place.capital
        and _SPEAKS.match(after)
        and not re.search(r"\b(?:in|at|of|from|to|near|via)\s$", before)
    ):
        return False
    stands = bool(_AT.search(before) or _AIRPORT.match(after) or _PORT.search(before))
    described = bool(
        re.match(
            r"\s(?:[a-z-]+\s){0,2}(?:firm|company|forwarder|broker|dealer|buyer|agent|trader|reseller|port|free zone|check|customs|office)\b",
            after,
        )
    )
    return stands or described or not place.capital


def _role(sentence: Sentence, name: str, parties: list[PartyDraft]) -> str:
    pattern = re.escape(name)
    for role, rule in _ROLES:
        if re.search(rule.pattern.replace("@", pattern), sentence.text, re.IGNORECASE):
            return role
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
        _add_unlisted(found, sentence)
    for party in parties:
        _add_seat(found, party)
    return list(found.values())


_UNLISTED = re.compile(
    r"\b(?:at|from|to|in|via|through)\s(?:the\s)?(?P<a>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\s(?:[Ii]nternational )?(?:[Aa]irport|port\b|harbou?r|[Ff]ree [Zz]one|border)"
    r"|\b[Pp]ort of (?P<b>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
)


def _add_unlisted(found: dict[str, PlaceDraft], sentence: Sentence) -> None:
    """A place that no list has, but that is called an airport, a port or a free zone."""
    for match in _UNLISTED.finditer(sentence.text):
        group = "a" if match["a"] else "b"
        name = match[group]
        if name not in found and not country_of(name):
            at = sentence.start + match.start(group)
            found[name] = PlaceDraft(
                name, None, "", sentence.block.evidence(at, at + len(name))
            )


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


_STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
    Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Bavaria Saxony Ontario Quebec
    Contact Customs""".split()
)


def vessels(segment: Segment) -> list[VesselDraft]:
    """The ships of the case that are named."""
    found: dict[str, VesselDraft] = {}
    for sentence in segment.sentences:
        for match in _VESSEL.finditer(sentence.text):
            name = match["name"].removesuffix("'s").removesuffix("\u2019s")
            word = match["prefix"]
            if (
                name in found
                or country_of(name)
                or name.split()[0] in {"The", "At", "In", "On", "Customs"}
            ):
                continue
            flag = _FLAG.search(sentence.text)
            code = country_of(next(g for g in flag.groups() if g)) if flag else None
            operator = _operator(sentence)
            prefix = word if word[0].isupper() and len(word) <= 4 else None  # noqa: PLR2004 - M/V, MV, SS
            at = sentence.start + match.start("name" if prefix is None else "prefix")
            evidence = sentence.block.evidence(
                at, sentence.start + match.start("name") + len(name)
            )
            found[name] = VesselDraft(name, prefix, code, operator, evidence)
    return list(found.values())


def _operator(sentence: Sentence) -> str | None:
    match = re.search(
        r"\b(?:run|operated|owned|managed) by (?:the )?((?:[A-Z][\w-]+|de|of|and)(?: (?:[A-Z][\w.-]+|de|of|and))*)",
        sentence.text,
    )
    return match[1].rstrip(".") if match else None


def _gets(party: PartyDraft) -> bool:
    return party.role in {"consignees", "end_users"}


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
            and (_FROM_MAKER.search(party.noun) or party.firm)
        ):
            yield CountryDraft(party.country, party.evidence)


def _buys_onward(party: PartyDraft, parties: list[PartyDraft]) -> bool:
    """A buyer for whom another, stronger, receiver is told: its own country is only on the way."""
    others = [p for p in parties if p is not party and _gets(p) and p.country]
    weak = party.votes.get("consignees", 0) <= 1 and "end_users" not in party.votes
    return weak and bool(others)


def destinations(segment: Segment, parties: list[PartyDraft]) -> list[CountryDraft]:
    """The countries the goods go to."""
    found = {c.value: c for c in _from_parties(parties, "to")}
    for sentence in segment.sentences:
        text = sentence.block.text
        for place in find(text):
            before = text[sentence.start : place.start]
            here = sentence.start <= place.start < sentence.end and place.kind in {
                "country",
                "city",
            }
            if (
                here
                and _TO.search(before)
                and not _ONWARD.match(text, place.end)
                and _GOES.search(before[-110:])
                and not _DENIED.search(before)
            ):
                found.setdefault(
                    place.country,
                    CountryDraft(
                        place.country, sentence.block.evidence(place.start, place.end)
                    ),
                )
    own = {m.country for m in _makers(parties)}
    return [
        c
        for code, c in found.items()
        if code not in own
        or len(found) == 1
        or code in {p.country for p in parties if _gets(p)}
    ]


def _makers(parties: list[PartyDraft]) -> list[PartyDraft]:
    return [p for p in parties if p.role in {"exporters", "suppliers"} and p.country]


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
