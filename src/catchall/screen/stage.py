"""The stage: parties of SHIPMENTS against every list in force. In: tables; out: ``Screening``.

Each name is looked up once however often it occurs, and mapped back. No clock, no files: the
lists are handed in.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import orjson
import pyarrow as pa

from catchall.names.index import Index, open_index
from catchall.names.packed import Packed, pack
from catchall.names.parts import Parts
from catchall.names.score import readings
from catchall.names.threshold import NAME_MATCH
from catchall.screen import parties
from catchall.screen.by_name import Found, Looker, NameHit, Near, Rules
from catchall.screen.by_number import (
    address_hits,
    identifier_hits,
    ship_problem,
    usable,
    wrong_ship_numbers,
)
from catchall.screen.model import Answer, Asked, Hit, ListInForce, Occurrence, Screening
from catchall.screen.owners import Owners, behind
from catchall.screen.wording import Looked, name_hit
from catchall.tables import HITS, SCREENED
from catchall.text.party import take_apart

MOST_HITS = 10
"""Name matches shown for one party on one list; further ones are counted."""
BATCH = 512
"""Names looked up at a time: bounds the memory of the candidates."""


def why_unread(name: str) -> str:
    """Why does this name give nothing to look up?

    >>> why_unread("TO ORDER")
    "'TO ORDER' names no one"
    """
    return parties.why_not(name) or f"{name!r} holds no word to look up"


class Screener:
    """The lists in force, opened once. Looking up changes nothing in it."""

    def __init__(
        self, watchlists: Sequence[ListInForce], threshold: float, *, most: int = MOST_HITS
    ) -> None:
        self.watchlists, self.threshold = tuple(watchlists), threshold
        self.indexes: tuple[Index, ...] = tuple(
            open_index(one.table, one.index) for one in self.watchlists
        )
        rules = Rules(threshold, most)
        self._lookers = tuple(Looker(index, rules) for index in self.indexes)

    def names(self, asked: Sequence[Asked], *, top_below: int = 1) -> list[Answer]:
        """What each name gives on all lists, in the same order."""
        found: list[Answer] = []
        for first in range(0, len(asked), BATCH):
            found.extend(self._batch(asked[first : first + BATCH], top_below))
        return found

    def _batch(self, asked: Sequence[Asked], top_below: int) -> Iterator[Answer]:
        read = self.read(asked)
        found = self.find(asked, read)
        for at, one in enumerate(asked):
            if not read[at]:
                yield Answer((), (), 0.0, why_unread(one.name))
            elif at in found:
                yield self._answer(one, read[at], found[at], top_below)
            else:
                yield Answer((), tuple(parts.text for parts in read[at]), 0.0)

    def read(self, asked: Sequence[Asked]) -> list[tuple[Parts, ...]]:
        """The readings of each name; none where it cannot be looked up."""
        return [() if parties.why_not(one.name) else readings(one.name) for one in asked]

    def find(
        self, asked: Sequence[Asked], read: Sequence[Sequence[Parts]]
    ) -> dict[int, list[Found]]:
        """What stands near each name on each list; only the names that have anything near."""
        flat = [parts for one in read for parts in one]
        owners = [at for at, one in enumerate(read) for _ in one]
        packed = pack(flat, [False] * len(flat))
        return self.find_packed(asked, packed, owners) if flat else {}

    def find_packed(
        self, asked: Sequence[Asked], packed: Packed, owners: Sequence[int]
    ) -> dict[int, list[Found]]:
        """The same for readings that are packed; ``owners`` are the names they are of."""
        firsts: dict[int, int] = {}
        for reading, at in enumerate(owners):
            firsts.setdefault(at, reading)
        near: dict[int, list[list[Near]]] = {}
        for number, looker in enumerate(self._lookers):
            for one in looker.near(packed):
                at = owners[one.reading]
                per_list = near.setdefault(at, [[] for _ in self._lookers])
                per_list[number].append(one._replace(reading=one.reading - firsts[at]))
        return {
            at: [
                looker.find(asked[at], one)
                for looker, one in zip(self._lookers, per_list, strict=True)
            ]
            for at, per_list in near.items()
        }

    def _answer(
        self,
        asked: Asked,
        read: Sequence[Parts],
        per_list: Sequence[Found],
        top_below: int,
    ) -> Answer:
        below = [(found.below, at) for at, found in enumerate(per_list) if found.below]
        below.sort(key=lambda pair: (-pair[0].score, pair[1], pair[0].row))
        shown = [
            (hit, at, _more(found))
            for at, found in enumerate(per_list)
            for hit in found.matches
        ]
        shown += [(hit, at, "") for hit, at in below[:top_below]]
        text = take_apart(asked.name)
        hits = [
            self._hit(Looked(asked, text, read, self.threshold, remark), hit, at)
            for hit, at, remark in shown
        ]
        tried = tuple(parts.text for parts in read)
        return Answer(ordered(hits), tried, below[0][0].score if below else 0.0)

    def _hit(self, looked: Looked, hit: NameHit, at: int) -> Hit:
        record = self.indexes[at].record(hit.row)
        return name_hit(at, self.watchlists[at], looked, hit, record)

    def others(self, party: Occurrence) -> tuple[Hit, ...]:
        """What the numbers and the address of a party give, on all lists."""
        hits: list[Hit] = []
        for at, (watchlist, index) in enumerate(
            zip(self.watchlists, self.indexes, strict=True)
        ):
            hits.extend(identifier_hits(at, watchlist, index, party))
            hits.extend(address_hits(at, watchlist, index, party))
        return ordered(hits)


def _more(found: Found) -> str:
    if not found.more:
        return ""
    return f"{found.more} further records of this list match and are not shown"


def ordered(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Best first; equal scores by list, record, basis, name. One a list, record and basis."""
    kept: dict[tuple[int, str, str], Hit] = {}
    rank = sorted(hits, key=lambda h: (-h.score, h.list_at, h.record, h.basis, h.name))
    for hit in rank:
        kept.setdefault((hit.list_at, hit.record, hit.basis), hit)
    return tuple(kept.values())


def _row(party: Occurrence, hit: Hit, watchlist: ListInForce) -> dict[str, Any]:
    held = watchlist.snapshot
    return {
        "row": party.row, "role": party.role, "party": party.name,
        "list": held.name, "list_date": held.date.isoformat(), "snapshot": held.hash,
        "effect": held.effect, "record": hit.record, "schema": hit.schema, "name": hit.name,
        "alias": hit.alias, "basis": hit.basis, "score": hit.score, "match": hit.match,
        "confirmed": hit.confirmed, "why": hit.why, "evidence": _json(hit.evidence),
        "citation": hit.citation,
    }  # fmt: skip


def _json(evidence: Mapping[str, Any]) -> str:
    return orjson.dumps(evidence, option=orjson.OPT_SORT_KEYS).decode()


def _together(answers: Sequence[Answer]) -> Answer:
    """One answer for all names of a party; whether it can be looked up, its own name says."""
    if len(answers) == 1:
        return answers[0]
    return Answer(
        tuple(hit for answer in answers for hit in answer.hits),
        tuple(dict.fromkeys(name for answer in answers for name in answer.names_tried)),
        max(answer.best_below for answer in answers),
        answers[0].why_not,
    )


def _why_not(party: Occurrence, answer: Answer, numbers: Sequence[str]) -> str:
    """Why does this party not count as screened? ``""`` when it does.

    A name that cannot be looked up is made good by a number that identifies its bearer. What
    is too long, or a ship's number that cannot be used, is never made good.
    """
    own = parties.why_not(party.name)
    if problem := parties.unread(party) or ship_problem(party):
        return "; ".join(dict.fromkeys(said for said in (own, problem) if said))
    why = own or answer.why_not
    if not why or numbers:
        return ""
    if not party.identifiers:
        return "no name and no identifier" if why == "no name" else why
    return f"{why}, and no identifier that can be looked up alone"


def _screened(party: Occurrence, answer: Answer) -> dict[str, Any]:
    """One row of SCREENED: a party without a usable name is screened by its numbers alone."""
    numbers = usable(party)
    why_not = _why_not(party, answer, numbers)
    return {
        "row": party.row,
        "role": party.role,
        "party": party.name,
        "screened": not why_not,
        "why_not": why_not,
        "names_tried": [*answer.names_tried, *(() if answer.names_tried else numbers)],
        "best_below": answer.best_below,
    }


def _with_wrong_digit(party: Occurrence, rows: list[dict[str, Any]]) -> None:
    """Say in the evidence of a party's hits that its ship number cannot be right."""
    wrong = wrong_ship_numbers(party)
    if not wrong:
        return
    for row in rows:
        evidence = orjson.loads(row["evidence"]) | {"imo_check_digit_wrong": list(wrong)}
        row["evidence"] = _json(evidence)
        if row["basis"] == "name":
            row["why"] += f"; IMO number {', '.join(wrong)} has a wrong check digit"


def run(
    shipments: pa.Table,
    watchlists: Sequence[ListInForce],
    *,
    owners: Owners | None = None,
    threshold: float = NAME_MATCH.value,
    top_below: int = 1,
) -> Screening:
    """Which listed parties may the parties of these shipments be?

    Every party in every role is looked up by name, number and address in every list; whoever
    owns one by ``owners``, directly or not, is so too, in the role ``owner``. HITS holds what
    is at or above the threshold and the best ``top_below`` below it; SCREENED holds each party,
    also those without a hit and those that could not be screened, with the reason.
    """
    screener = Screener(watchlists, threshold)
    named = tuple(parties.occurrences(shipments))
    found = (*named, *behind(named, owners or {}))
    wanted = [(parties.asked(one), *parties.asked_besides(one)) for one in found]
    asked = list(dict.fromkeys(chain.from_iterable(wanted)))
    answers = dict(zip(asked, screener.names(asked, top_below=top_below), strict=True))
    hits: list[dict[str, Any]] = []
    screened = []
    for one, names in zip(found, wanted, strict=True):
        answer = _together([answers[name] for name in names])
        rows = [
            _row(one, hit, watchlists[hit.list_at])
            for hit in ordered([*answer.hits, *screener.others(one)])
        ]
        _with_wrong_digit(one, rows)
        hits.extend(rows)
        screened.append(_screened(one, answer))
    return Screening(
        pa.Table.from_pylist(hits, schema=HITS), pa.Table.from_pylist(screened, schema=SCREENED)
    )
