"""The answer of a screening as a page tells it. In: a sealed record and header; out: nouns.

Nothing is judged here: words and order are those of the determination.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catchall.casefile import CaseFile, Header
from catchall.records import Outcome

ORDER = {one.word: -int(one) for one in Outcome}
"""The strictest outcome first."""
TONES = {"stop": "late", "licence": "late", "review": "soon", "clear": "good"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one page of a screening shows."""

    outcome: str
    reads: str
    tone: str
    incomplete: bool
    embargo: str
    reasons: tuple[Mapping[str, Any], ...]
    """Findings that ask for something, the strictest first."""
    undecided: tuple[Mapping[str, Any], ...]
    recorded: tuple[Mapping[str, Any], ...]
    questions: tuple[Mapping[str, Any], ...]
    flags_unknown: int
    flags_need: tuple[str, ...]
    parties: tuple[Mapping[str, Any], ...]
    goods: tuple[Mapping[str, Any], ...]
    proof: Mapping[str, Any]


def answer(record: CaseFile, header: Header) -> Answer:
    """The answer that a sealed record gives."""
    told = record.content["determination"]
    asking = [one for one in told["findings"] if one["outcome"]]
    silent = [one for one in told["findings"] if not one["outcome"]]
    return Answer(
        outcome=told["outcome"],
        reads=told["reads"],
        tone=tone(told),
        incomplete=told["incomplete"],
        embargo=told["embargo"],
        reasons=tuple(sorted(asking, key=lambda one: ORDER[one["outcome"]])),
        undecided=tuple(one for one in silent if one["incomplete"]),
        recorded=tuple(one for one in silent if not one["incomplete"]),
        questions=tuple(told["questions"]),
        flags_unknown=told["flags_unknown"],
        flags_need=tuple(told["flags_need"]),
        parties=tuple(parties(told["screened_parties"], record.content["hits"])),
        goods=tuple(record.content["matches"]),
        proof=proof(record, header),
    )


def tone(told: Mapping[str, Any]) -> str:
    """The colour of an outcome; what is not decided is never the colour of what is clear."""
    found = TONES.get(told["outcome"], "soon")
    return "soon" if found == "good" and told["incomplete"] else found


def parties(
    screened: Iterable[Mapping[str, Any]], hits: Iterable[Mapping[str, Any]]
) -> Iterable[Mapping[str, Any]]:
    """Who was screened, with what each gave; who was not, with why."""
    found = list(hits)
    for one in screened:
        mine = [
            hit for hit in found if (hit["role"], hit["party"]) == (one["role"], one["party"])
        ]
        strong = [hit for hit in mine if hit["match"] or hit["basis"] != "name"]
        yield {**one, "hits": strong, "below": len(mine) - len(strong)}


def proof(record: CaseFile, header: Header) -> dict[str, Any]:
    """What the answer rests on: enough to make it again and to show that it was not changed."""
    body, flat = header.body, record.row(header)
    return {
        "record": record.seal,
        "run": header.hash,
        "inputs": flat["inputs_hash"],
        "lawbook": flat["lawbook"],
        "engine": body["engine"],
        "jurisdictions": ", ".join(body["jurisdictions"]),
        "as_of": body["as_of"],
        "at": header.told["at"],
        "lists": body["lists"],
    }
