"""Hits in words and as evidence. In: what was found, in numbers; out: ``Hit``s people can read.

One sentence a hit: the listed name, its kind, the list with its date and record, the score,
what agrees and what does not, each once. Whose name it is, its reader puts in front of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from catchall.names.change import would_change
from catchall.names.parts import Parts
from catchall.names.score import NameScore, explain_listed, is_person
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

APART = 0.005
"""From which difference the likeness of the names alone is told beside the score."""


@lru_cache(maxsize=8192)
def _explained(left: Parts, listed: str, *, person: bool) -> NameScore:
    return explain_listed(left, listed, person=person)


def listed(watchlist: ListInForce, record: Mapping[str, Any], name: Mapping[str, Any]) -> str:
    """How a listed name is told: the name, its kind, the list, its date and the record."""
    held = watchlist.snapshot
    alias = _ALIAS.get(name["kind"], name["kind"])
    where = f"list {held.name} of {held.date.isoformat()}, record {record['record']}"
    return f"'{name['text']}' ({alias}), {where}"


def _country(asked: Asked, hit: NameHit, record: Mapping[str, Any]) -> str:
    held = ", ".join(record["countries"])
    if hit.country == "agrees":
        return f"country agrees ({asked.country})"
    if hit.country == "differs":
        said = f"party {asked.country}, record {held}"
        return f"country differs ({said}), which lowers the score and never clears"
    if held:
        return f"country of the party not known (record {held})"
    return "the record names no country"


def _birth(hit: NameHit) -> str:
    if hit.born == "differs":
        return "year of birth differs, which lowers the score and never clears"
    return "year of birth agrees" if hit.born == "agrees" else ""


def _verdict(hit: NameHit, threshold: float) -> str:
    side = "at or above" if hit.score >= threshold else "below"
    alone = f" (names alone {hit.name_only:.2f})" if hit.name_only - hit.score >= APART else ""
    return f"score {hit.score:.2f}{alone}, {side} the threshold {threshold:.2f}"


def _taken_off(text: PartyText) -> str:
    said = ", ".join(f"{kind} '{words}'" for kind, words in text.stripped)
    return f"taken off the field: {said}"


@dataclass(frozen=True)
class Looked:
    """A party's name as it was looked up, and how its hits are judged and remarked upon."""

    asked: Asked
    text: PartyText
    readings: Sequence[Parts]
    threshold: float
    remark: str = ""


def _told(looked: Looked, hit: NameHit, record: Mapping[str, Any], words: str) -> Iterator[str]:
    yield _verdict(hit, looked.threshold)
    yield words
    yield _country(looked.asked, hit, record)
    if born := _birth(hit):
        yield born
    if hit.others:
        yield f"other names of this record that match too: {hit.others}"
    if looked.text.stripped:
        yield _taken_off(looked.text)
    if looked.remark:
        yield looked.remark


def _evidence(
    looked: Looked, hit: NameHit, record: Mapping[str, Any], shown: NameScore
) -> dict[str, Any]:
    left, text = looked.readings[hit.reading], record["names"][hit.name_at]["text"]
    countries = {
        "party": looked.asked.country, "record": record["countries"], "is": hit.country,
    }  # fmt: skip
    return {
        "read_as": shown.reading,
        "aligned": [asdict(one) for one in shown.aligned],
        "did_not_count": list(shown.aside),
        "name_score": hit.name_only,
        "country": countries,
        "stripped": [list(one) for one in looked.text.stripped],
        "other_names": hit.others,
        "born": hit.born,
        "would_change": would_change(
            left, shown, text, looked.threshold, person=is_person(record["schema"])
        ),
    }


def name_hit(
    list_at: int,
    watchlist: ListInForce,
    looked: Looked,
    hit: NameHit,
    record: Mapping[str, Any],
) -> Hit:
    """One name hit in words: which name of which record, what agrees and what does not."""
    name = record["names"][hit.name_at]
    person = is_person(record["schema"])
    shown = _explained(looked.readings[hit.reading], name["text"], person=person)
    told = "; ".join(_told(looked, hit, record, shown.why))
    return Hit(
        list_at, record["record"], record["schema"], name["text"], name["kind"], "name",
        hit.score,
        match=hit.score >= looked.threshold,
        why=f"{listed(watchlist, record, name)}: {told}",
        evidence=_evidence(looked, hit, record, shown),
        citation="; ".join(record["citations"]),
    )  # fmt: skip
