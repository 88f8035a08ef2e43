"""The facts of a message, one by one. In: proposals, verdicts, text; out: nouns, inputs.

A fact is one proposal: a party, a shipment, a case, a request. Its values can be left out or
changed; what names another fact is not written by hand, but follows from the verdict on that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from catchall_desk.jobs.drafts import Offer
from catchall_desk.jobs.proposal import Hint, Proposal, Span, Value, Verdict
from catchall_desk.jobs.settling import CLAIMED, MANY
from catchall_desk.web import forms
from catchall_desk.web.words import spaced

LABEL = ("name", "title", "summary", "text")
"""Values that say in a list what a fact is."""
JOINABLE = frozenset({"party", "case"})


@dataclass(frozen=True, slots=True)
class Told:
    """A proposed value: its place, field, words for it, where it stands, how it was read."""

    at: int
    field: str
    text: str
    words: str
    anchor: str
    """Where in the text its words are marked; empty: nowhere."""
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as the page tells it; ``says`` is empty until somebody has judged it."""

    key: str
    kind: str
    title: str
    says: str
    by: str
    why: str
    stream: str
    values: tuple[Told, ...]
    like: tuple[Hint, ...]
    inputs: tuple[forms.Input, ...]

    @property
    def joinable(self) -> bool:
        """May it be one that is here already?"""
        return self.kind in JOINABLE


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text: ``anchor`` where it is marked, ``here`` if the fact rests on it."""

    text: str
    anchor: str = ""
    here: bool = False
    says: str = ""


def fact(offer: Offer, text: str) -> Fact:
    """One fact."""
    one, judged = offer.proposal, offer.judged
    return Fact(
        key=one.key,
        kind=one.kind,
        title=title(one),
        says=judged.says if judged else "",
        by=judged.actor if judged else "",
        why=judged.why if judged else "",
        stream=judged.stream if judged else "",
        values=tuple(told(at, value, text) for at, value in enumerate(one.values)),
        like=offer.like,
        inputs=() if judged else inputs(one),
    )


def title(one: Proposal) -> str:
    """What a list calls a fact."""
    said = (str(v.value) for name in LABEL for v in one.values if v.field == name and v.value)
    return next(said, spaced(one.kind))


def told(at: int, value: Value, text: str) -> Told:
    """A proposed value."""
    span = value.span
    return Told(
        at,
        spaced(value.field),
        written(value.value),
        span.text if span else "",
        anchor(span) if span and stands(span, text) else "",
        value.rule,
        value.confidence,
    )


def written(value: Any) -> str:
    """A value in one line of words.

    >>> written({"role": "consignee", "party": {"proposed": "case1.party1"}})
    'role: consignee, party: fact case1.party1'
    """
    if isinstance(value, Mapping):
        if set(value) in ({"proposed"}, {"joined"}):
            return f"fact {next(iter(value.values()))}"
        return ", ".join(f"{spaced(name)}: {written(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(written, value))
    return str(value)


def stands(span: Span, text: str) -> bool:
    """Do the words of the span stand there in the text of the message itself?"""
    return not span.part and span.end > span.start and text[span.start : span.end] == span.text


def anchor(span: Span) -> str:
    """The name of a place in the text."""
    return f"s{span.start}-{span.end}"


def pieces(text: str, offers: Iterable[Offer], here: str) -> tuple[Piece, ...]:
    """The text with the words that facts rest on marked; those of the fact ``here`` apart.

    Of words that overlap, those of ``here`` are marked, else the longer ones.
    """
    found: dict[tuple[int, int], tuple[bool, str]] = {}
    for offer in offers:
        one = offer.proposal
        for value in one.values:
            if value.span and stands(value.span, text):
                key, mine = (value.span.start, value.span.end), one.key == here
                if mine or key not in found:
                    found[key] = (mine, f"{spaced(value.field)} of {title(one)}")
    ranked = sorted(found, key=lambda key: (not found[key][0], key[0] - key[1], key))
    return tuple(cut(text, apart(ranked), found))


def apart(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap none before them, in the order of the text."""
    kept: list[tuple[int, int]] = []
    for start, end in ranked:
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end))
    return sorted(kept)


def cut(
    text: str,
    marks: Sequence[tuple[int, int]],
    found: Mapping[tuple[int, int], tuple[bool, str]],
) -> Iterator[Piece]:
    """The text in pieces."""
    at = 0
    for start, end in marks:
        yield Piece(text[at:start])
        here, says = found[start, end]
        yield Piece(text[start:end], f"s{start}-{end}", here, says)
        at = end
    yield Piece(text[at:])


def inputs(one: Proposal) -> tuple[forms.Input, ...]:
    """What of a fact can be written by hand, filled with what was read.

    Fields that the fact must have stand there even where nothing was read for them.
    """
    held = values(one)
    bound = {value.field for value in one.values if names_another(value.value)}
    found = forms.inputs(one.kind, one.type, opening=True)
    return tuple(
        replace(each, value=forms.written(held.get(each.field.name)), other=False)
        for each in found
        if each.field.name not in bound
        and each.name.startswith(forms.SET)
        and (each.must or each.field.name in held)
    )


def values(one: Proposal) -> dict[str, Any]:
    """The values that were read, by field; several of one field are its list."""
    found: dict[str, Any] = {}
    for value in one.values:
        if one.kind == "party" and value.field in CLAIMED:
            continue
        if value.field in MANY:
            found.setdefault(value.field, []).append(value.value)
        else:
            found.setdefault(value.field, value.value)
    return found


def names_another(value: Any) -> bool:
    """Does a value name another fact?"""
    if isinstance(value, Mapping):
        if set(value) in ({"proposed"}, {"joined"}):
            return True
        return any(names_another(one) for one in value.values())
    return isinstance(value, list | tuple) and any(map(names_another, value))


def verdict(one: Fact, sent: Mapping[str, Any], kept: Iterable[str]) -> Verdict:
    """What a person says of a fact, by the form it was judged with.

    Raises:
        InvalidBodyError: a text that is no YAML where YAML is asked for.
    """
    says, why = str(sent.get("says", "")), str(sent.get("why", "")).strip()
    if says not in ("accepted", "joined"):
        return Verdict(one.key, says, why=why)
    places = set(kept)
    rejects = frozenset(value.at for value in one.values if str(value.at) not in places)
    if says == "joined":
        return Verdict(one.key, says, rejects=rejects, why=why)
    shown = tuple(each for each in one.inputs if each.name in sent)
    edits = forms.body(shown, sent).get("set", {})
    return Verdict(one.key, "edited" if edits else says, edits, rejects, why)
