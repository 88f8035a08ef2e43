"""One item to its outcome. In: goods and a day; out: candidates best first, what to ask, why.

``listed`` when an entry is met, else ``ask`` when an answer could make one met, else ``judge``,
else ``not_listed``. Entries that the words only come near to never count: a person may look.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from catchall.classify import nominate, questions, rank
from catchall.classify.evaluate import Candidate, candidate
from catchall.classify.gates import named_else
from catchall.classify.goods import Goods, says_something
from catchall.classify.questions import Question
from catchall.classify.rank import Weighed
from catchall.classify.settles import DESCRIPTION
from catchall.records import Answer

NEAR = "near"
_SHOWN = 8  # entries the words only come near to, shown at most


@dataclass(frozen=True)
class Classified:
    """What the lists held say of one item: outcome, candidates best first, what to ask, why.

    ``near``: entries that the words come near to without naming their goods; not counted.
    """

    outcome: str
    no_entry: bool
    candidates: tuple[Candidate, ...] = ()
    ask: tuple[str, ...] = ()
    reasons: tuple[str, ...] = field(default=())
    near: tuple[Candidate, ...] = ()
    questions: tuple[Question, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The JSON form: outcome, candidates, ask, reasons, and ``no_entry`` where it is so."""
        shown = rank.distinct((*self.candidates, *self.near))
        made: dict[str, Any] = {
            "outcome": self.outcome,
            "candidates": [as_dict(found) for found in shown],
            "ask": list(self.ask),
            "questions": [
                {"ask": one.name, "decides": list(one.entries)} for one in self.questions
            ],
            "reasons": list(self.reasons),
        }
        return made | ({"no_entry": True} if self.no_entry else {})


def as_dict(found: Candidate) -> dict[str, Any]:
    """The JSON form of one candidate."""
    entry = found.entry
    return {
        "entry": entry.id,
        "regime": entry.regime,
        "title": entry.title,
        "eu": list(entry.eu),
        "us": list(entry.us),
        "destinations": list(entry.destinations),
        "verdict": found.verdict,
        "score": found.score,
        "reasons": list(found.reasons),
        "ask": list(found.ask),
        "judge": list(found.judge),
        "verified": entry.verified,
        "citation": entry.cite,
    }


@dataclass(frozen=True)
class _Found:
    counted: tuple[Candidate, ...]
    near: tuple[Candidate, ...]


def _near(goods: Goods, number: int, pointed: nominate.Pointed) -> Candidate:
    entry = goods.law.lawbook.entries[number]
    words = ", ".join(f'"{word}"' for word in dict.fromkeys(pointed.words))
    why = f"near: {words or 'its words'} come near to {entry.title}; a person may look"
    return Candidate(entry, NEAR, round(pointed.weight * 0.3, 3), (why,))


def _points(one: Candidate) -> bool:
    """Do names point to the entry, for every destination?"""
    return one.gate is not None and one.gate.strength > 0 and not one.entry.destinations


def _nominated(goods: Goods, day: date) -> tuple[list[Weighed], list[Weighed]]:
    """The entries that count, and those the words only come near to."""
    pointed, named = nominate.by_words(goods), nominate.named(goods)
    counted: list[Weighed] = []
    near: list[Weighed] = []
    entries = goods.law.lawbook.entries
    for number in sorted(named):
        made = candidate(goods, entries[number], day)
        if made is not None:
            counted.append(Weighed(made, pointed[number].weight if number in pointed else 0.0))
    alone = not any(_points(one.candidate) for one in counted)
    held = {one.candidate.entry.id for one in counted}
    for number, words in pointed.items():
        if entries[number].id in held:
            continue
        opens = alone and words.strong and not named_else(goods, entries[number])
        opened = nominate.opened(words, entries[number].title) if opens else None
        made = candidate(goods, entries[number], day, opened) if opened else None
        shown = _near(goods, number, words)
        (counted if made else near).append(Weighed(made or shown, words.weight))
    return counted, near


def _found(goods: Goods, day: date) -> _Found:
    counted, near = _nominated(goods, day)
    return _Found(rank.ordered(goods, counted), rank.ordered(goods, near)[:_SHOWN])


def _outcome(candidates: Iterable[Candidate]) -> str:
    """The outcome of those that bind everywhere; a list for one destination waits for it."""
    verdicts = {one.verdict for one in candidates if not one.entry.destinations}
    for verdict, outcome in (("meets", "listed"), ("unknown", "ask"), ("judge", "judge")):
        if verdict in verdicts:
            return outcome
    return "not_listed"


def notes(goods: Goods) -> tuple[str, ...]:
    """What was given and not used, by name."""
    return tuple(f"parameter {name!r} is not known: not used" for name in goods.unread)


def _unsaid(goods: Goods, found: _Found, why: str) -> Classified:
    asked = questions.asked(found.counted)
    ask = tuple(dict.fromkeys((DESCRIPTION, *(one.name for one in asked))))
    return Classified(
        "ask",
        no_entry=False,
        candidates=found.counted,
        ask=ask,
        reasons=(why, *notes(goods)),
        near=found.near,
        questions=asked,
    )


def _opened(goods: Goods, found: _Found) -> _Found:
    """Goods of a listed kind that seem to meet nothing are asked for what was not read."""
    if not goods.unread or any(one.verdict != "fails" for one in found.counted):
        return found
    settles = dict.fromkeys(goods.unread, 1.0)
    counted = tuple(
        replace(one, verdict="unknown", ask=goods.unread, settles=settles)
        if _of_kind(one)
        else one
        for one in found.counted
    )
    return replace(found, counted=counted)


def _of_kind(one: Candidate) -> bool:
    gate = one.gate
    return one.version is not None and gate is not None and gate.answer is not Answer.NO


def _none(goods: Goods, found: _Found) -> Classified:
    held = len(goods.law.lawbook.entries)
    why = f"these words name no class of the {held} entries held"
    nearest = ", ".join(one.entry.id for one in found.near[:3])
    shown = (f"nearest, for a person to look at: {nearest}",) if nearest else ()
    return Classified(
        "not_listed", no_entry=True, reasons=(why, *shown, *notes(goods)), near=found.near
    )


def _reason(one: Candidate) -> str:
    bound = " (binds only for some destinations)" if one.entry.destinations else ""
    return f"{one.entry.id} {one.verdict}{bound}: {one.reasons[0]}"


def classified(goods: Goods, day: date) -> Classified:
    """What do the lists in force on the day say of the item?"""
    found = _opened(goods, _found(goods, day))
    if not goods.text.strip():
        return _unsaid(goods, found, "no description was given")
    if not found.counted:
        vague = "the description does not say what it is"
        said = says_something(goods)
        return _none(goods, found) if said else _unsaid(goods, found, vague)
    outcome = _outcome(found.counted)
    asked = questions.asked(found.counted) if outcome == "ask" else ()
    closed = all(one.gate is not None and one.gate.strength == 0 for one in found.counted)
    return Classified(
        outcome,
        no_entry=outcome == "not_listed" and closed,
        candidates=found.counted,
        ask=tuple(one.name for one in asked),
        reasons=(*map(_reason, found.counted), *notes(goods)),
        near=found.near,
        questions=asked,
    )
