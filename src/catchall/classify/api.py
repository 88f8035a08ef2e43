"""Goods to outcomes. In: SHIPMENTS, items or JSON rows, and the lawbook; out: MATCHES or dicts.

The outcome says what the control lists held say; catch-all, end user and embargo are judged by
other stages, so ``not_listed`` never means free.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pyarrow as pa

from catchall.classify.evaluate import ORDER, Candidate, candidate
from catchall.classify.goods import Goods, says_something, take_apart
from catchall.classify.prepared import Prepared, prepare
from catchall.law.model import Entry, Lawbook
from catchall.records import Answer
from catchall.tables import MATCHES

NO_PARAMS: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Classified:
    """What the lists held say of one item: outcome, candidates best first, what to ask, why."""

    outcome: str
    no_entry: bool
    candidates: tuple[Candidate, ...] = ()
    ask: tuple[str, ...] = ()
    reasons: tuple[str, ...] = field(default=())

    def as_dict(self) -> dict[str, Any]:
        """The JSON form: outcome, candidates, ask, reasons, and ``no_entry`` where it is so."""
        made: dict[str, Any] = {
            "outcome": self.outcome,
            "candidates": [_as_dict(found) for found in self.candidates],
            "ask": list(self.ask),
            "reasons": list(self.reasons),
        }
        return made | ({"no_entry": True} if self.no_entry else {})


def _as_dict(found: Candidate) -> dict[str, Any]:
    entry = found.entry
    return {
        "entry": entry.id,
        "regime": entry.regime,
        "title": entry.title,
        "eu": list(entry.eu),
        "us": list(entry.us),
        "verdict": found.verdict,
        "score": found.score,
        "reasons": list(found.reasons),
        "ask": list(found.ask),
        "judge": list(found.judge),
        "verified": entry.verified,
        "citation": entry.cite,
    }


def _near(goods: Goods, entry: Entry) -> bool:
    """Can anything point to the entry? A quick no for most entries."""
    found = goods.found
    return bool(
        goods.cas or goods.hs or f"class:{entry.gate}" in found or f"entry:{entry.id}" in found
    )


def _ranked(goods: Goods, day: date) -> tuple[Candidate, ...]:
    near = (entry for entry in goods.law.lawbook.entries if _near(goods, entry))
    made = (candidate(goods, entry, day) for entry in near)
    found = [one for one in made if one is not None]
    return tuple(
        sorted(found, key=lambda one: (ORDER.index(one.verdict), -one.score, one.entry.id))
    )


def _asked(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    """What to ask, the characteristic that bears on most candidates first."""
    names = [name for one in candidates if one.verdict == "unknown" for name in one.ask]
    return tuple(sorted(dict.fromkeys(names), key=lambda name: -names.count(name)))


def _outcome(candidates: tuple[Candidate, ...]) -> str:
    verdicts = {one.verdict for one in candidates}
    for verdict, outcome in (("meets", "listed"), ("unknown", "ask"), ("judge", "judge")):
        if verdict in verdicts:
            return outcome
    return "not_listed"


def _unsaid(goods: Goods, candidates: tuple[Candidate, ...], why: str) -> Classified:
    ask = tuple(dict.fromkeys(("description", *_asked(candidates))))
    return Classified(
        "ask", no_entry=False, candidates=candidates, ask=ask, reasons=(why, *_notes(goods))
    )


def _notes(goods: Goods) -> tuple[str, ...]:
    """What was given and not used, by name."""
    return tuple(f"parameter {name!r} is not known: not used" for name in goods.unread)


def _opened(goods: Goods, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Goods of a listed kind that seem to meet nothing are asked for what was not read."""
    if not goods.unread or any(one.verdict != "fails" for one in found):
        return found
    return tuple(
        replace(one, verdict="unknown", ask=goods.unread) if _of_kind(one) else one
        for one in found
    )


def _of_kind(one: Candidate) -> bool:
    gate = one.gate
    return one.version is not None and gate is not None and gate.answer is not Answer.NO


def _none(goods: Goods) -> Classified:
    held = len(goods.law.lawbook.entries)
    why = f"these words name no class of the {held} entries held; other entries are not held"
    return Classified("not_listed", no_entry=True, reasons=(why, *_notes(goods)))


def _classify(goods: Goods, day: date) -> Classified:
    candidates = _opened(goods, _ranked(goods, day))
    if not goods.text.strip():
        return _unsaid(goods, candidates, "no description was given")
    if not candidates:
        said = says_something(goods)
        vague = "the description does not say what it is"
        return _none(goods) if said else _unsaid(goods, (), vague)
    outcome = _outcome(candidates)
    closed = all(one.gate is not None and one.gate.strength == 0 for one in candidates)
    return Classified(
        outcome,
        no_entry=outcome == "not_listed" and closed,
        candidates=candidates,
        ask=_asked(candidates) if outcome == "ask" else (),
        reasons=(
            *(f"{one.entry.id} {one.verdict}: {one.reasons[0]}" for one in candidates),
            *_notes(goods),
        ),
    )


def item(
    text: str,
    *,
    hs: str = "",
    params: Mapping[str, Any] = NO_PARAMS,
    lawbook: Lawbook,
    day: date,
) -> Classified:
    """Which entries does this item meet, on the lists of that day, and what is to be asked?"""
    return _classify(take_apart(text, hs, params, prepare(lawbook)), day)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def rows(
    given: Iterable[Mapping[str, Any]], lawbook: Lawbook, day: date
) -> Iterator[dict[str, Any]]:
    """The JSON form of each item {"id", "text", optional "hs" and "params"}, in order."""
    for row in given:
        params = row.get("params")
        read = params if isinstance(params, Mapping) else NO_PARAMS
        text, hs = _text(row.get("text")), _text(row.get("hs"))
        done = item(text, hs=hs, params=read, lawbook=lawbook, day=day).as_dict()
        yield {"id": row.get("id"), **done}


def _params(filed: str | None) -> tuple[Mapping[str, Any], str]:
    if not filed:
        return NO_PARAMS, ""
    try:
        read = json.loads(filed)
    except ValueError:
        return NO_PARAMS, "the parameters are no JSON and were not used"
    if isinstance(read, dict):
        return read, ""
    return NO_PARAMS, "the parameters are no JSON object and were not used"


def _unread(goods: Goods, **more: Any) -> str:
    unread = {"unread": list(goods.unread)} if goods.unread else {}
    return json.dumps(more | unread, ensure_ascii=False)


def _evidence(found: Candidate, goods: Goods) -> str:
    spans, text = found.gate.spans if found.gate else (), goods.text
    words = [{"words": text[start:end], "start": start, "end": end} for start, end in spans]
    return _unread(goods, words=words, judge=list(found.judge))


def _match(
    done: Classified, found: Candidate | None, goods: Goods, note: str
) -> dict[str, Any]:
    common = {"outcome": done.outcome, "no_entry": done.no_entry}
    noted = (note,) if note else ()
    if found is None:
        return common | {
            "entry": "", "regime": "", "title": "", "eu": [], "us": [], "verdict": "",
            "score": 0.0, "reasons": [*done.reasons, *noted], "ask": list(done.ask),
            "evidence": _unread(goods), "citation": "", "verified": "",
        }  # fmt: skip
    made = _as_dict(found)
    del made["judge"]
    evidence = _evidence(found, goods)
    reasons = [*made["reasons"], *_notes(goods), *noted]
    return common | made | {"reasons": reasons, "evidence": evidence}


def _matches(key: tuple[Any, ...], law: Prepared, day: date) -> list[dict[str, Any]]:
    text, hs, filed = key
    params, note = _params(filed)
    goods = take_apart(text or "", hs or "", params, law)
    done = _classify(goods, day)
    found: list[Candidate | None] = list(done.candidates) or [None]
    return [_match(done, one, goods, note) for one in found]


def run(shipments: pa.Table, lawbook: Lawbook, *, day: date) -> pa.Table:
    """MATCHES of every row of SHIPMENTS: a row for each candidate, or one row without entry.

    Items with the same description, HS code and parameters are judged once.
    """
    law = prepare(lawbook)
    columns = [
        shipments.column(n).to_pylist() for n in ("description", "hs_code", "parameters")
    ]
    cache: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    out: dict[str, list[Any]] = {name: [] for name in MATCHES.names}
    for row, *parts in zip(shipments.column("row").to_pylist(), *columns, strict=True):
        key = tuple(parts)
        if key not in cache:
            cache[key] = _matches(key, law, day)
        for match in cache[key]:
            out["row"].append(row)
            for name, value in match.items():
                out[name].append(value)
    return pa.table(out, schema=MATCHES)
