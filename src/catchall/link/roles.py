"""Who does what in a deal. In: the sentences of a case; out: its parties with their roles.

Each sentence is read with frames ("X sold G to Y", "bought from X by Y"): a verb, the party
that does it and the parties behind its prepositions. A word that describes a party ("buyer",
"freight forwarder") says a role by itself. What is said most weighs most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from catchall.link.blocks import Evidence, Sentence
from catchall.link.descriptions import role_of
from catchall.link.firms import Firm, Mention
from catchall.link.places import country_of
from catchall.link.segments import Reading, Segment
from catchall.link.vocabulary import table

ROLES = ("exporters", "suppliers", "intermediaries", "consignees", "end_users", "other_parties")
_NOUN, _BROKER_NOUN, _FRAME, _PATTERN, _WEAK, _PRIOR = 3.0, 2.1, 2.0, 4.0, 1.0, 0.9
_SUBJECT_GAP, _PASSIVE = (
    90,
    re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s(?:\w+ly\s|then\s|being\s)?$"),
)
_PARTICIPLE = re.compile(r"\s(?:[\w-]+\s){0,3}by\b")
_NO_SUBJECT = re.compile(
    r"\b(?:of|to|from|by|with|for|through|via|against|on|about|into|behind|"
    r"at)\s(?:the\s|a\s|an\s)?$"
)
_RELATIVE = re.compile(r"^(?:\s\([^)]*\))?,?\s(?:which|who|that)\b")
_OTHER_SUBJECT = re.compile(
    r"\b(?:Malaysian|authorities|ministry|officials?|customs|he|she|we|government|"
    r"MITI|BOFT|the United States|Washington)\b",
    re.I,
)


@dataclass
class PartyDraft:
    """A party of a case: the firm (None: not named), the votes for its role, its evidence."""

    firm: Firm | None
    mention: Mention
    votes: dict[str, float] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    noun: str = ""
    country: str | None = None
    country_words: str = ""
    seat: str | None = None
    spoken: Sentence | None = None

    def vote(self, role: str, weight: float, rule: str) -> None:
        """Count a reason for a role; a role with "?" counts little."""
        if not role:
            return
        self.votes[role.lstrip("?")] = self.votes.get(role.lstrip("?"), 0.0) + (
            _WEAK if role.startswith("?") else weight
        )
        self.rules.append(rule)

    @property
    def role(self) -> str:
        """The role with most votes; "" when nothing was said."""
        return max(self.votes, key=lambda role: self.votes[role], default="")

    @property
    def evidence(self) -> Evidence:
        """The words that name or describe it."""
        return self.mention.block.evidence(self.mention.low, self.mention.high)


@dataclass(frozen=True)
class _Spot:
    """A party in a sentence; places are those of the block."""

    low: int
    high: int
    party: PartyDraft


@cache
def _classes() -> list[tuple[str, re.Pattern[str], dict[str, str]]]:
    made = []
    for name, row in table("frames")["classes"].items():
        said = row["words"]
        verbs = said.split("~") if "~" in said else said.split()
        pattern = re.compile(
            r"\b(?:" + "|".join(sorted(verbs, key=len, reverse=True)) + r")\b", re.I
        )
        made.append((name, pattern, {k: v for k, v in row.items() if k != "words"}))
    return made


@cache
def _preposition() -> re.Pattern[str]:
    words = "|".join(table("frames")["prepositions"])
    return re.compile(rf"\b({words})\s(?:the\s|its\s|an?\s|[\"\u201c])*$")


@cache
def _stand_ins() -> list[tuple[str, re.Pattern[str]]]:
    rows = table("frames")["stand_ins"].items()
    return [(role, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for role, pattern in rows]


class _Case:
    """The parties of one case while its sentences are read."""

    def __init__(self, reading: Reading, segment: Segment) -> None:
        self.reading, self.segment = reading, segment
        self.parties: dict[str, PartyDraft] = {}

    def party(self, mention: Mention) -> PartyDraft:
        key = mention.firm.name if mention.firm else f"{mention.noun}|{mention.country}"
        party = self.parties.setdefault(key, PartyDraft(mention.firm, mention))
        better = len(mention.block.text[mention.low : mention.high]) > len(
            party.mention.block.text[party.mention.low : party.mention.high]
        )
        if better and mention.firm and (party.noun == "" or mention.noun):
            party.mention = mention
        party.noun = party.noun or mention.noun
        if mention.country and not party.country:
            party.country, party.country_words = mention.country, mention.country_words
        party.seat = party.seat or mention.seat
        return party

    def spots(self, sentence: Sentence) -> list[_Spot]:
        here = [
            m
            for m in self.reading.mentions[sentence.block.order]
            if sentence.start <= m.start < sentence.end
        ]
        found = [_Spot(m.low, m.high, self.party(m)) for m in here]
        for spot, mention in zip(found, here, strict=True):
            spot.party.spoken = spot.party.spoken or sentence
            weight = _noun_weight(mention)
            spot.party.vote(role_of(mention.noun), weight, f"noun:{mention.noun}")
        for role, pattern in _stand_ins():
            for match in pattern.finditer(sentence.block.text, sentence.start, sentence.end):
                party = self.stands_for(role, match[0])
                if party and not any(
                    s.low < match.end() and match.start() < s.high for s in found
                ):
                    found.append(_Spot(match.start(), match.end(), party))
                    if match[0].lower().startswith("this "):
                        party.vote(
                            role_of(match[0].split()[-1].lower()),
                            _BROKER_NOUN,
                            match[0].lower(),
                        )
        return sorted(found, key=lambda spot: spot.low)

    def stands_for(self, role: str, words: str) -> PartyDraft | None:
        """The party that "the Swiss firm", "the buyer" or "it" goes back to."""
        land = country_of(words.split()[1]) if len(words.split()) > 2 else None  # noqa: PLR2004
        if land:
            return next((p for p in self.parties.values() if p.country == land), None)
        if role:
            return next((p for p in self.parties.values() if role in p.votes), None)
        principal = self.segment.principal
        if principal:
            return self.parties.get(principal.name)
        return next(iter(self.parties.values()), None)


_TRADE_OF = re.compile(r"\b[a-z]+\s(?:maker|manufacturer|producer|supplier)\b")


def _noun_weight(mention: Mention) -> float:
    """How much the describing noun says: "soap maker" names a trade, not this maker."""
    role = role_of(mention.noun)
    words = mention.block.text[mention.low : mention.high]
    if role == "suppliers" and _TRADE_OF.search(words):
        return _WEAK
    return _BROKER_NOUN if role == "intermediaries" else _NOUN


def _verbs(
    sentence: Sentence, spots: list[_Spot]
) -> list[tuple[int, int, str, dict[str, str]]]:
    text = sentence.block.text
    found: list[tuple[int, int, str, dict[str, str]]] = []
    for name, pattern, roles in _classes():
        for match in pattern.finditer(text, sentence.start, sentence.end):
            inside = any(s.low <= match.start() < s.high for s in spots)
            if not inside and not any(a <= match.start() < b for a, b, _, _ in found):
                found.append((match.start(), match.end(), name, roles))
    return sorted(found, key=lambda verb: verb[0])


def _subject(text: str, spots: list[_Spot], verb: int, low: int) -> _Spot | None:
    """The party that does what the verb says: the nearest on the left that can be a subject."""
    for spot in reversed([s for s in spots if s.high <= verb]):
        between = text[spot.high : verb]
        named = sum(s.high - s.low for s in spots if spot.high <= s.low < verb)
        if len(between) - named > _SUBJECT_GAP or ";" in between:
            return None
        if _RELATIVE.match(between) or not _NO_SUBJECT.search(text[low : spot.low]):
            return None if _OTHER_SUBJECT.search(between) and "," in between else spot
    return None


def _governed(
    text: str, spots: list[_Spot], verb: tuple[int, int], stop: int
) -> Iterator[tuple[str, _Spot]]:
    """The parties behind the verb with the preposition before each; "object" without one."""
    for spot in spots:
        if verb[1] <= spot.low < stop:
            match = _preposition().search(text[verb[1] : spot.low])
            gap = text[verb[1] : spot.low].strip()
            if match:
                yield match[1], spot
            elif not gap or gap in {"the", "its", "a", "an"}:
                yield "object", spot


def _read_frames(sentence: Sentence, spots: list[_Spot]) -> None:
    text = sentence.block.text
    verbs = _verbs(sentence, spots)
    for i, (start, end, name, roles) in enumerate(verbs):
        stop = verbs[i + 1][0] if i + 1 < len(verbs) else sentence.end
        passive = bool(
            _PASSIVE.search(text[sentence.start : start]) or _PARTICIPLE.match(text, end)
        )
        right = list(_governed(text, spots, (start, end), stop))
        subject = None if passive else _subject(text, spots, start, sentence.start)
        if subject and "subject" in roles:
            role = roles["subject"]
            if name == "buy" and any(
                preposition in {"for", "on behalf of"} for preposition, _ in right
            ):
                role = "intermediaries"
            subject.party.vote(role, _FRAME, f"frame:{name}.subject")
        for preposition, spot in right:
            if (
                preposition in roles
                and not (preposition == "by" and not passive)
                and (not subject or spot.party is not subject.party)
            ):
                spot.party.vote(roles[preposition], _FRAME, f"frame:{name}.{preposition}")


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (role, re.compile(p.replace("<P>", "\u00a7(?P<p>\\d+)\u00a7"), re.I))
        if p.count("<P>") == 1
        else (
            role,
            re.compile(
                "|".join(
                    a.replace("<P>", f"\u00a7(?P<p{i}>\\d+)\u00a7")
                    for i, a in enumerate(p.split("|<P>"))
                ),
                re.I,
            ),
        )
        for role, p in _split_rows()
    ]


def _split_rows() -> list[tuple[str, str]]:
    rows = []
    for role, pattern in table("frames")["patterns"]:
        depth, part = 0, ""
        for char in pattern:
            depth += {"(": 1, ")": -1}.get(char, 0)
            if char == "|" and depth == 0:
                rows.append((role, part))
                part = ""
            else:
                part += char
        rows.append((role, part))
    return rows


def _masked(sentence: Sentence, spots: list[_Spot]) -> str:
    text, at = [], sentence.start
    for i, spot in enumerate(spots):
        if spot.low >= at:
            text.append(sentence.block.text[at : spot.low] + f"\u00a7{i}\u00a7")
            at = spot.high
    return "".join(text) + sentence.block.text[at : sentence.end]


def _read_patterns(sentence: Sentence, spots: list[_Spot], case: _Case) -> None:
    _read_named_now(sentence, spots, case)
    masked = _masked(sentence, spots)
    for role, pattern in _patterns():
        for match in pattern.finditer(masked):
            spots[int(match["p"])].party.vote(role, _PATTERN, f"pattern:{role}")


def _read_named_now(sentence: Sentence, spots: list[_Spot], case: _Case) -> None:
    """The unnamed intermediary of before is X, when it is "traced to X"."""
    own = [s for s in spots if s.party.firm and sentence.block.text[s.low].isupper()]
    masked = _masked(sentence, own)
    named = re.compile(
        table("frames")["named_now"].replace("<P>", "\u00a7(?P<p>\\d+)\u00a7"), re.I
    )
    for match in named.finditer(masked):
        own[int(match["p"])].party.vote(role_of(match["noun"]), _PATTERN, "named now")
        for key in [
            k for k, p in case.parties.items() if p.firm is None and p.noun == match["noun"]
        ]:
            del case.parties[key]


_UNTIED = re.compile(
    r"\b(?:different|unrelated|not (?:connected|related|tied)|nothing (?:that "
    r")?(?:ties|links|connects)|no (?:tie|link|connection)|second firm|"
    r"sister|not to be confused|another (?:firm|company))\b",
    re.IGNORECASE,
)


def _place_silent(party: PartyDraft, others: list[PartyDraft]) -> None:
    """A firm of which no frame says anything: the receiver, if the case has none."""
    seller = next((p for p in others if p.role in {"exporters", "suppliers"}), None)
    gets = any(p.role in {"consignees", "end_users"} for p in others)
    block = party.mention.block.text
    same = seller and party.country and party.country == seller.country
    if (
        seller is None
        or gets
        or same
        or _UNTIED.search(block[max(0, party.mention.low - 60) : party.mention.high + 160])
    ):
        party.vote("other_parties", _WEAK, "named only")
    else:
        party.vote("consignees", _WEAK, "the only other firm")


def parties(reading: Reading, segment: Segment) -> list[PartyDraft]:
    """The parties of a case, named and unnamed, each with the reasons for its role."""
    case = _Case(reading, segment)
    for sentence in segment.sentences:
        spots = case.spots(sentence)
        _read_frames(sentence, spots)
        _read_patterns(sentence, spots, case)
    principal = case.parties.get(segment.principal.name) if segment.principal else None
    if principal is None and segment.principal and segment.head:
        whole = (0, len(segment.head.text), 0, len(segment.head.text))
        principal = case.party(Mention(segment.head, *whole, segment.principal))
    if principal:
        principal.vote("exporters", _PRIOR, "the firm the case is about")
    kept = [p for p in case.parties.values() if p.firm or p.votes]
    for party in kept:
        if not party.votes:
            _place_silent(party, kept)
    return kept
