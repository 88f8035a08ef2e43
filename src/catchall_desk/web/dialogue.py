"""Classifying goods as a dialogue. In: goods and answers so far; out: what to ask next.

The state is the address: goods, customs code and each answer as ``p.NAME``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catchall.classify import api
from catchall.classify.evaluate import Candidate, Limit
from catchall.classify.outcome import NEAR, Classified
from catchall.law.model import Characteristic, Lawbook
from catchall.records import Answer

PREFIX = "p."
WORDS = {Answer.YES: "meets", Answer.NO: "fails", Answer.UNKNOWN: "missing"}
TONES = {"listed": "late", "ask": "soon", "judge": "soon", "not_listed": ""}
MEANS = {
    "listed": "Listed: an entry is met",
    "ask": "Not decided: an entry could be met, an answer decides",
    "judge": "A person must judge: only that is left",
    "not_listed": "Not listed, as far as the lists held say. Catch-all rules, end user and "
    "embargo still count",
}


@dataclass(frozen=True, slots=True)
class Goods:
    """What is known of the goods: words, customs code, and values by characteristic."""

    text: str
    hs: str = ""
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: its name in the address, its words, how it is answered, what it decides."""

    name: str
    text: str
    look: str
    """number, flag, word or text."""
    unit: str = ""
    options: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A limit of an entry beside the value known: meets, fails or missing."""

    name: str
    limit: str
    given: str
    says: str
    cite: str
    excludes: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A candidate entry with its evidence and its limits."""

    id: str
    title: str
    regime: str
    codes: str
    verdict: str
    reasons: tuple[str, ...]
    judge: tuple[str, ...]
    rows: tuple[Row, ...]
    cite: str
    verified: str
    start: str
    """First day of the version of the text that was applied; empty: none was."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where the dialogue stands."""

    outcome: str
    means: str
    tone: str
    reasons: tuple[str, ...]
    entries: tuple[Entry, ...]
    near: tuple[Entry, ...]
    asks: tuple[Ask, ...]
    """Still open, the most telling first."""
    answered: tuple[Ask, ...]


def read(sent: Mapping[str, Any]) -> Goods:
    """The goods of an address."""
    params = {
        name.removeprefix(PREFIX): str(value).strip()
        for name, value in sent.items()
        if name.startswith(PREFIX) and str(value).strip()
    }
    return Goods(str(sent.get("text", "")).strip(), str(sent.get("hs", "")).strip(), params)


def dialogue(goods: Goods, lawbook: Lawbook, day: date) -> Dialogue:
    """Which entries can the goods meet, on the lists of that day, and what is to be asked?"""
    params = dict(goods.params)
    done = api.item(goods.text, hs=goods.hs, params=params, lawbook=lawbook, day=day)
    shown = (*done.candidates, *done.near)
    limits = api.limits(goods.text, shown, hs=goods.hs, params=params, lawbook=lawbook, day=day)
    entries = tuple(entry(one, limits[one.entry.id], lawbook) for one in shown)
    return Dialogue(
        done.outcome,
        MEANS[done.outcome],
        TONES[done.outcome],
        done.reasons,
        tuple(one for one in entries if one.verdict != NEAR),
        tuple(one for one in entries if one.verdict == NEAR),
        tuple(asks(done, lawbook)),
        tuple(ask(name, lawbook, value=value) for name, value in params.items()),
    )


def asks(done: Classified, lawbook: Lawbook) -> Iterable[Ask]:
    """The open questions in the order of their power."""
    decides = {one.name: one.entries for one in done.questions}
    for name in done.ask:
        yield ask(name, lawbook, decides=decides.get(name, ()))


def ask(name: str, lawbook: Lawbook, *, decides: tuple[str, ...] = (), value: str = "") -> Ask:
    """The question for one characteristic."""
    about = lawbook.characteristics.get(name)
    if about is None:
        text = "What are the goods? Say it in more words." if name == "description" else name
        return Ask(name, text, "text", decides=decides, value=value)
    return Ask(name, about.asks, *shape(about), decides=decides, value=value)


def shape(about: Characteristic) -> tuple[str, str, tuple[str, ...]]:
    """How a characteristic is answered: its look, unit and words to choose from."""
    if about.kind == "flag":
        return "flag", "", ("yes", "no")
    if about.kind == "word":
        return "word", "", tuple(about.words)
    return "number", about.unit, ()


def entry(found: Candidate, limits: Iterable[Limit], lawbook: Lawbook) -> Entry:
    """A candidate as the page tells it."""
    law = found.entry
    codes = [
        f"{where} {', '.join(held)}" for where, held in (("EU", law.eu), ("US", law.us)) if held
    ]
    if law.destinations:
        codes.append(f"only for {', '.join(law.destinations)}")
    return Entry(
        id=law.id,
        title=law.title,
        regime=law.regime,
        codes="; ".join(codes),
        verdict=found.verdict,
        reasons=found.reasons,
        judge=found.judge,
        rows=tuple(row(one, lawbook) for one in limits),
        cite=law.cite,
        verified=law.verified,
        start=found.version.start.isoformat() if found.version else "",
    )


def row(limit: Limit, lawbook: Lawbook) -> Row:
    """One limit; of a characteristic by what it asks, else by what was found."""
    about = lawbook.characteristics.get(limit.name)
    name = about.asks if about else (limit.name or "of the goods")
    given = limit.given.removeprefix(f"{name}: ")
    return Row(name, limit.limit, given, WORDS[limit.answer], limit.cite, limit.excludes)
