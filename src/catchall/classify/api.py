"""Goods to outcomes. In: SHIPMENTS, items or JSON rows, and the lawbook; out: MATCHES or dicts.

The outcome says what the control lists held say; catch-all, end user and embargo are judged by
other stages, so ``not_listed`` never means free.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from catchall.classify import evaluate
from catchall.classify.evaluate import Candidate, Limit
from catchall.classify.goods import Goods, take_apart
from catchall.classify.outcome import Classified, as_dict, classified, notes
from catchall.classify.prepared import Prepared, prepare
from catchall.classify.texts import NO_TEXTS, Texts
from catchall.law.model import Lawbook
from catchall.tables import MATCHES

NO_PARAMS: Mapping[str, Any] = {}


def item(  # noqa: PLR0913  # what is known of one item, each by name
    text: str,
    *,
    hs: str = "",
    params: Mapping[str, Any] = NO_PARAMS,
    lawbook: Lawbook,
    day: date,
    texts: Texts = NO_TEXTS,
) -> Classified:
    """Which entries does this item meet, on the lists of that day, and what is to be asked?

    ``texts``: official texts the user holds; they help to find entries and decide nothing.
    """
    return classified(take_apart(text, hs, params, prepare(lawbook, texts)), day)


def limits(  # noqa: PLR0913  # what is known of one item, each by name
    text: str,
    found: Iterable[Candidate],
    *,
    hs: str = "",
    params: Mapping[str, Any] = NO_PARAMS,
    lawbook: Lawbook,
    day: date,
) -> dict[str, tuple[Limit, ...]]:
    """Which limits of each of these candidates does the item meet? By the entry's id."""
    goods = take_apart(text, hs, params, prepare(lawbook))
    return {one.entry.id: evaluate.limits(goods, one.entry, day) for one in found}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def rows(
    given: Iterable[Mapping[str, Any]], lawbook: Lawbook, day: date, texts: Texts = NO_TEXTS
) -> Iterator[dict[str, Any]]:
    """The JSON form of each item {"id", "text", optional "hs" and "params"}, in order."""
    for row in given:
        params = row.get("params")
        read = params if isinstance(params, Mapping) else NO_PARAMS
        text, hs = _text(row.get("text")), _text(row.get("hs"))
        done = item(text, hs=hs, params=read, lawbook=lawbook, day=day, texts=texts)
        yield {"id": row.get("id"), **done.as_dict()}


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
    made = as_dict(found)
    del made["judge"], made["destinations"]
    evidence = _evidence(found, goods)
    reasons = [*made["reasons"], *notes(goods), *noted]
    return common | made | {"reasons": reasons, "evidence": evidence}


def _matches(key: tuple[Any, ...], law: Prepared, day: date) -> list[dict[str, Any]]:
    text, hs, filed = key
    params, note = _params(filed)
    goods = take_apart(text or "", hs or "", params, law)
    done = classified(goods, day)
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
    found: dict[str, list[Any]] = {name: [] for name in MATCHES.names}
    places: dict[tuple[Any, ...], tuple[int, int]] = {}  # of the matches of an item in found
    spans = []
    for key in zip(*columns, strict=True):
        if key not in places:
            places[key] = _append(found, _matches(key, law, day))
        spans.append(places[key])
    return _spread(shipments.column("row"), found, spans)


def _append(found: dict[str, list[Any]], made: list[dict[str, Any]]) -> tuple[int, int]:
    first = len(found["row"])
    for match in made:
        for name, value in match.items():
            found[name].append(value)
    found["row"].extend([0] * len(made))
    return first, len(made)


def _spread(
    rows_of: pa.ChunkedArray, found: dict[str, list[Any]], spans: list[tuple[int, int]]
) -> pa.Table:
    """The matches of each row from those of each different item."""
    once = pa.table(found, schema=MATCHES)
    firsts = np.array([first for first, _ in spans], np.int64)
    counts = np.array([count for _, count in spans], np.int64)
    starts = np.repeat(firsts - (np.cumsum(counts) - counts), counts)
    places = starts + np.arange(len(starts))
    held = once.take(pa.array(places))
    numbers = rows_of.take(pa.array(np.repeat(np.arange(len(spans)), counts)))
    at = MATCHES.get_field_index("row")
    return held.set_column(at, MATCHES.field(at), numbers).cast(MATCHES)
