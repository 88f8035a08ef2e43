"""Findings about the goods. In: facts, destination rules; out: findings and their questions.

An entry that is met asks for what the destination rules say; where no rule is held it is put
before a person. "Not listed" is recorded and never called free.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from catchall.determine import destination, found_licences
from catchall.determine.destination import Desk
from catchall.determine.determination import CONFIDENCE
from catchall.determine.facts import Facts
from catchall.records import Finding, Item, Outcome, Question

Row = Mapping[str, Any]
Found = Finding | Question

WHAT = "What are the goods: kind, material, model and technical parameters?"
LIST, LIST_NOT_HELD = "list", "the list of that day is not held"
NOT_CLASSIFIED = "goods.not_classified"
DOUBTS = {
    "S": " The entry was read in a secondary source only.",
    "M": " The entry is from memory and must be checked against the text.",
}


def _name(item: Item) -> str:
    return f"item {item.line}" if item.line else "the goods"


def _codes(match: Row) -> str:
    told = [f"{where} {', '.join(match[where])}" for where in ("eu", "us") if match[where]]
    return f" ({'; '.join(told)})" if told else ""


def _detail(match: Row) -> Mapping[str, Any]:
    try:
        detail = orjson.loads(match["evidence"] or "{}")
    except orjson.JSONDecodeError:
        detail = match["evidence"]
    return detail if isinstance(detail, dict) else {"text": detail}


def _evidence(match: Row) -> dict[str, Any]:
    told = {"reasons": list(match["reasons"]), "verified": match["verified"]}
    return {**told, "detail": _detail(match)}


def _candidate(item: Item, match: Row, why: str, outcome: Outcome | None) -> Finding:
    level = match["verified"][:1]
    return Finding(
        kind="goods",
        rule=match["entry"],
        severity="block",
        subject=_name(item),
        why=why + DOUBTS.get(level, ""),
        outcome=outcome,
        confidence=CONFIDENCE.get(level, CONFIDENCE["M"]),
        evidence=_evidence(match),
        citation=match["citation"],
    )


def _listed(item: Item, match: Row, facts: Facts, desk: Desk) -> Iterator[Found]:
    what = f"{_name(item)} meets {match['entry']} {match['title']}{_codes(match)}"
    rulings = destination.ruled(desk, facts, match)
    asked = found_licences.asked(facts, item, rulings)
    yield _candidate(item, match, f"{what}; {asked.why}.", asked.outcome)
    for ask in match["ask"]:  # an exclusion that could still take it off the list
        column, text = _in_words(ask, facts.asks)
        yield Question(column, text, (match["entry"],), Outcome.LICENCE, _name(item))
    yield from found_licences.question(_name(item), match["entry"], asked)
    yield from found_licences.found(_name(item), match["entry"], rulings)


def _judged(item: Item, match: Row, facts: Facts, desk: Desk) -> Iterator[Found]:
    what = f"{_name(item)} meets the limits of {match['entry']} {match['title']}{_codes(match)}"
    told = found_licences.if_met(destination.ruled(desk, facts, match))
    left = f"what is left a person must judge{told}"
    yield _candidate(item, match, f"{what}; {left}.", Outcome.REVIEW)
    asked = _detail(match).get("judge") or match["ask"]
    for text in asked:
        yield Question("judgement", text, (match["entry"],), Outcome.LICENCE, _name(item))


def _open_why(asks: Sequence[str], asks_of: Mapping[str, str]) -> str:
    """What is not known of the goods; ``list`` stands for a list not held for the day."""
    words = {"description": "what the goods are", **asks_of}
    facts = [words.get(ask, ask).rstrip("?") for ask in asks if ask != LIST]
    parts = [f"not known: {', '.join(facts)}"] if facts else []
    parts += [LIST_NOT_HELD] if LIST in asks else []
    return "; ".join(parts) or "not known: what the goods are"


def _asked(item: Item, matches: Sequence[Row], asks_of: Mapping[str, str]) -> Iterator[Found]:
    open_ = [match for match in matches if match["verdict"] in ("unknown", "")]
    entries = [match["entry"] for match in open_ if match["entry"]]
    asks = list(dict.fromkeys(one for match in open_ for one in match["ask"]))
    what = ", ".join(entries) or "an entry"
    yield Finding(
        kind="goods",
        rule=entries[0] if entries else NOT_CLASSIFIED,
        severity="block",
        subject=_name(item),
        why=f"{_name(item)} could meet {what}; {_open_why(asks, asks_of)}",
        outcome=None,
        incomplete=True,
        evidence={"entries": entries},
        citation=open_[0]["citation"] if open_ else "",
    )
    for ask in asks:
        if ask == LIST:
            continue  # no answer about the goods settles it
        decides = tuple(
            match["entry"] or NOT_CLASSIFIED for match in open_ if ask in match["ask"]
        )
        column, text = _in_words(ask, asks_of)
        yield Question(column, text, decides, Outcome.LICENCE, _name(item))


def _in_words(ask: str, asks_of: Mapping[str, str]) -> tuple[str, str]:
    """The column or parameter that answers it, and the question as the lawbook words it."""
    if ask == "description":
        return ask, WHAT
    if ask not in asks_of:
        return ask, ask
    text = asks_of[ask]
    return f"parameters.{ask}", text if text.endswith("?") else f"What is it: {text}?"


def _unclassified(item: Item, why: str) -> Iterator[Found]:
    rule = NOT_CLASSIFIED
    yield Finding("goods", rule, "block", _name(item), why, None, incomplete=True)
    yield Question("description", WHAT, (rule,), Outcome.LICENCE, _name(item))


def _free_of_entries(item: Item, match: Row) -> Iterator[Found]:
    what = "no entry held is for such goods" if match["no_entry"] else "no entry held is met"
    why = f"{_name(item)}: {what}; the catch-all, end-user and embargo checks still apply"
    yield Finding("goods", "goods.not_listed", "low", _name(item), why, None)


def _item(item: Item, matches: Sequence[Row], facts: Facts, desk: Desk) -> Iterator[Found]:
    if not matches:
        yield from _unclassified(item, f"{_name(item)} was not classified")
        return
    if not item.description.strip() and not item.parameters and matches[0]["no_entry"]:
        yield from _unclassified(item, f"{_name(item)} has no description")
        return
    met = any(match["verdict"] in ("meets", "judge") for match in matches)
    for match in matches:
        if match["verdict"] == "meets":
            yield from _listed(item, match, facts, desk)
        elif match["verdict"] == "judge":
            yield from _judged(item, match, facts, desk)
    if matches[0]["outcome"] == "ask":
        yield from _asked(item, matches, facts.asks)
    elif matches[0]["outcome"] == "not_listed" and not met:
        yield from _free_of_entries(item, matches[0])


NO_RULES = Desk({})
"""No jurisdiction asked for: no destination rule is checked, which each finding says."""


def found(facts: Facts, desk: Desk = NO_RULES) -> Iterator[Found]:
    """What is found about each item, what the destination asks of it, and what to ask."""
    rows: dict[int, list[Row]] = {}
    for match in facts.matches:
        rows.setdefault(match["row"], []).append(match)
    for item in facts.shipment.items:
        yield from _item(item, rows.get(item.row, ()), facts, desk)
