"""Hits in words and as evidence. In: what was found, in numbers; out: ``Hit``s people can read.

Every sentence names the list, its date, the record and the listed name, then what agrees and
what does not. Nothing is decided here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from catchall.names.parts import Parts
from catchall.names.score import NameScore, explain, is_person
from catchall.screen.by_name import NameHit
from catchall.screen.model import Asked, Hit, ListInForce
from catchall.text.party import PartyText

_ALIAS = {
    "primary": "its primary name",
    "alias": "an alias",
    "weak_alias": "a weak alias",
    "former": "a former name",
    "original_script": "its name in its own script",
}


@lru_cache(maxsize=8192)
def _explained(left: Parts, right: Parts, *, person: bool) -> NameScore:
    return explain(left, right, person=person)


def listed(watchlist: ListInForce, record: Mapping[str, Any]) -> str:
    """How a record is named to people: list, date and number."""
    held = watchlist.snapshot
    return f"list {held.name} of {held.date.isoformat()}, record {record['record']}"


def _country(asked: Asked, hit: NameHit, record: Mapping[str, Any]) -> str:
    held = ", ".join(record["countries"])
    if hit.country == "agrees":
        return f"Country agrees ({asked.country})."
    if hit.country == "differs":
        return f"Country differs (party {asked.country}, record {held}): this lowers, never clears."
    if held:
        return f"Country of the party not known (record {held})."
    return "The record names no country."


def _verdict(hit: NameHit, threshold: float) -> str:
    side = "at or above" if hit.score >= threshold else "below"
    return f"Score {hit.score:.2f}, {side} the threshold {threshold:.2f}."


def _taken_off(text: PartyText) -> str:
    if not text.stripped:
        return ""
    return "Taken off the field: " + ", ".join(f"{kind} '{said}'" for kind, said in text.stripped)


def name_hit(
    watchlist: ListInForce,
    place: tuple[int, float, str],
    found: tuple[Asked, PartyText, Sequence[Parts]],
    hit: NameHit,
    parsed: Parts,
    record: Mapping[str, Any],
) -> Hit:
    """One name hit in words; ``place`` is the list's number, the threshold, and a remark."""
    list_at, threshold, remark = place
    asked, text, readings = found
    name = record["names"][hit.name_at]
    shown = _explained(readings[hit.reading], parsed, person=is_person(record["schema"]))
    others = f"{hit.others} other names of this record match too." if hit.others else ""
    said = (
        f"'{asked.name}' against {listed(watchlist, record)}, '{name['text']}' "
        f"({_ALIAS.get(name['kind'], name['kind'])}): {shown.why}.",
        _verdict(hit, threshold),
        _country(asked, hit, record),
        others,
        _taken_off(text) and f"{_taken_off(text)}.",
        remark,
    )
    evidence = {
        "read_as": shown.reading,
        "aligned": [asdict(one) for one in shown.aligned],
        "did_not_count": list(shown.aside),
        "name_score": hit.name_only,
        "country": {"party": asked.country, "record": record["countries"], "is": hit.country},
        "stripped": [list(one) for one in text.stripped],
        "other_names": hit.others,
    }
    return Hit(
        list_at, record["record"], record["schema"], name["text"], name["kind"], "name",
        hit.score, hit.score >= threshold, " ".join(part for part in said if part), evidence,
        "; ".join(record["citations"]),
    )  # fmt: skip
