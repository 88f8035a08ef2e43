"""Findings about the goods. In: facts; out: findings and the questions that go with them.

Until the destination rules of a jurisdiction are held, an entry that is met is put before a
person. "Not listed" is recorded and never called free.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from catchall.determine.determination import CONFIDENCE
from catchall.determine.facts import Facts
from catchall.records import Finding, Item, Outcome, Question

Row = Mapping[str, Any]
Found = Finding | Question

DOUBTS = {
    "S": " The entry was read in a secondary source only.",
    "M": " The entry is from memory and must be checked against the text.",
}


def _name(item: Item) -> str:
    return f"item {item.line}" if item.line else "the goods"


def _codes(match: Row) -> str:
    told = [f"{where} {', '.join(match[where])}" for where in ("eu", "us") if match[where]]
    return f" ({'; '.join(told)})" if told else ""


def _evidence(match: Row) -> dict[str, Any]:
    try:
        detail = orjson.loads(match["evidence"] or "{}")
    except orjson.JSONDecodeError:
        detail = {"text": match["evidence"]}
    return {"reasons": list(match["reasons"]), "verified": match["verified"], "detail": detail}


def _candidate(item: Item, match: Row, why: str, outcome: Outcome) -> Finding:
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


def _listed(item: Item, match: Row) -> Iterator[Found]:
    what = f"{_name(item)} meets {match['entry']} {match['title']}{_codes(match)}"
    yield _candidate(item, match, f"{what}; destination rule not checked.", Outcome.REVIEW)


def _judged(item: Item, match: Row) -> Iterator[Found]:
    what = f"{_name(item)} meets the limits of {match['entry']} {match['title']}{_codes(match)}"
    yield _candidate(item, match, f"{what}; what is left a person must judge.", Outcome.REVIEW)
    for text in match["ask"]:
        yield Question("judgement", text, (match["entry"],), Outcome.LICENCE, _name(item))


def _asked(item: Item, matches: Sequence[Row]) -> Iterator[Found]:
    open_ = [match for match in matches if match["verdict"] == "unknown"]
    entries = [match["entry"] for match in open_]
    asks = list(dict.fromkeys(one for match in open_ for one in match["ask"]))
    yield Finding(
        kind="goods",
        rule=entries[0] if entries else "goods.not_classified",
        severity="block",
        subject=_name(item),
        why=f"{_name(item)} could meet {', '.join(entries) or 'an entry'}; not known: "
        f"{', '.join(asks) or 'what the goods are'}",
        outcome=None,
        incomplete=True,
        evidence={"entries": entries},
        citation=open_[0]["citation"] if open_ else "",
    )
    for ask in asks:
        decides = tuple(match["entry"] for match in open_ if ask in match["ask"])
        yield Question(
            f"parameters.{ask}" if ask.isidentifier() else ask,
            f"What is the {ask.replace('_', ' ')}?" if ask.isidentifier() else ask,
            decides,
            Outcome.LICENCE,
            _name(item),
        )


def _unclassified(item: Item, why: str) -> Iterator[Found]:
    rule = "goods.not_classified"
    yield Finding("goods", rule, "block", _name(item), why, None, incomplete=True)
    text = "What are the goods: kind, material, model and technical parameters?"
    yield Question("description", text, (rule,), Outcome.LICENCE, _name(item))


def _free_of_entries(item: Item, match: Row) -> Iterator[Found]:
    what = "no entry held is for such goods" if match["no_entry"] else "no entry held is met"
    why = f"{_name(item)}: {what}; the catch-all, end-user and embargo checks still apply"
    yield Finding("goods", "goods.not_listed", "low", _name(item), why, None)


def _item(item: Item, matches: Sequence[Row]) -> Iterator[Found]:
    if not matches:
        yield from _unclassified(item, f"{_name(item)} was not classified")
        return
    if not item.description.strip() and not item.parameters and matches[0]["no_entry"]:
        yield from _unclassified(item, f"{_name(item)} has no description")
        return
    for match in matches:
        if match["verdict"] == "meets":
            yield from _listed(item, match)
        elif match["verdict"] == "judge":
            yield from _judged(item, match)
    if matches[0]["outcome"] == "ask":
        yield from _asked(item, matches)
    elif matches[0]["outcome"] == "not_listed":
        yield from _free_of_entries(item, matches[0])


def found(facts: Facts) -> Iterator[Found]:
    """What is found about each item, and what to ask."""
    rows: dict[int, list[Row]] = {}
    for match in facts.matches:
        rows.setdefault(match["row"], []).append(match)
    for item in facts.shipment.items:
        yield from _item(item, rows.get(item.row, ()))
