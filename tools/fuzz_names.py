"""Random strings through the names API: ``python tools/fuzz_names.py [HOW_MANY] [SEED]``.

In: a number of strings and a seed. Out: what was asked, and how fast; status 1 and the string
where one crashes, loses its row or gives a score that is none. ``make drills`` asks a million,
each time others; the gate asks a few, always the same.
"""

import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from typing import Any

import pyarrow as pa

from catchall.names import index
from catchall.screen import names_api
from catchall.tables import WATCHLIST

A_MILLION = 1_000_000
BATCH = 5_000
PAIRED = 10
"""Every tenth string is also scored against the one ten before: that is slower."""
LISTED = (
    "Kavzel Optik LLC", "Moravit Trading Co., Ltd.", "Ostrelin", "Zarvania Dorvina",
    "JSC 41st Bearing Plant", "\u041a\u0430\u0432\u0437\u0435\u043b \u041e\u041e\u041e",
    "\u674e\u660e \u5149\u5b66", "Al Dorvina bin Moravit",
)  # fmt: skip
_WORDS = (
    *" ".join(LISTED).split(), "ATTN:", "C/O", "ON BEHALF OF", "TO ORDER OF", "NOTIFY", "M/S",
    "SAME AS CONSIGNEE", "GmbH", "Sdn Bhd", "A.S.", "(FZE)", "TEL", "+90 212", "IMO", "9074729",
    "Tbilisi", "Turkey", "34000", "&#10;", "&amp;", "f.k.a.", "AND", "&", "/", ";", ",", "\n",
)  # fmt: skip
# what breaks readers: zero width, direction marks, joiners, ligatures, full width, digits,
# control characters, lines of all kinds
_ODD = (
    "\u200b\u200d\u202e\u2066\ufeff\u00ad\u0301\u0130\u0131\u00df\ufb01\uff21\u0661"
    "\u0966\u2460\x00\x07\x1b\t\r\n\x85\u2028"
)
_RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x52F), (0x5D0, 0x6FF), (0x900, 0xDFF),
    (0x10A0, 0x10FF), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xE000, 0xF8FF),
    (0x1F300, 0x1F6FF), (0x20000, 0x2A6DF),
)  # fmt: skip


@dataclass(frozen=True)
class _Snapshot:
    name: str = "invented"
    effect: str = "prohibited"
    date: date = date(2026, 1, 1)
    hash: str = "-"


@dataclass(frozen=True)
class _List:
    snapshot: _Snapshot
    table: pa.Table
    index: dict[str, Any]


class FuzzError(Exception):
    """A string that the names API does not survive; the text says which, and how."""


def _listed() -> _List:
    blank: dict[str, Any] = {
        field.name: "" if pa.types.is_string(field.type) else [] for field in WATCHLIST
    }
    rows = [
        {**blank, "record": str(at), "schema": "Person" if at % 3 == 0 else "Organization",
         "names": [{"text": name, "kind": "primary", "quality": ""}]}
        for at, name in enumerate(LISTED)
    ]  # fmt: skip
    table = pa.Table.from_pylist(rows, schema=WATCHLIST)
    return _List(_Snapshot(), table, index.build(table))


def _letters(chance: random.Random) -> str:
    """Letters of one script, or of all."""
    ranges = chance.sample(_RANGES, chance.choice((1, 1, 1, 3)))
    picked = (chance.choice(ranges) for _ in range(chance.randrange(1, 40)))
    return "".join(chr(chance.randint(*one)) for one in picked)


def _words(chance: random.Random) -> str:
    """Words of trade documents in any order."""
    return " ".join(chance.choices(_WORDS, k=chance.randrange(1, 14)))


def _damaged(chance: random.Random) -> str:
    """The same with letters lost, doubled, odd ones put in, cut off or run together."""
    text = list(_words(chance))
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(text) + 1)
        text[at : at + chance.choice((0, 1, 2))] = chance.choice(
            (_ODD[chance.randrange(len(_ODD))], "", "..", "  ")
        )
    joined = "".join(text)
    return joined[:35] if chance.random() < 1 / 4 else joined


def _long(chance: random.Random) -> str:
    """Far more than a name."""
    return chance.choice((_words, _letters))(chance) * chance.randrange(2, 120)


_KINDS: Sequence[Callable[[random.Random], str]] = (
    _letters,
    _words,
    _damaged,
    _damaged,
    _words,
)


def strings(how_many: int, seed: int) -> Iterator[str]:
    """So many random strings, the same for the same seed; one in 1,000 is very long."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(how_many):
        kind = _long if chance.random() < 1 / 1000 else chance.choice(_KINDS)
        yield kind(chance)


def _sound(row: dict[str, Any]) -> bool:
    """Is an answer one that a caller can read: hits with scores, or why there are none?"""
    scores = [hit["score"] for hit in row["hits"]]
    there = all(math.isfinite(one) and 0.0 <= one <= 1.0 for one in scores)
    return there and scores == sorted(scores, reverse=True)


def _check(asked: Sequence[dict[str, str]], held: _List) -> None:
    answers = list(names_api.match(asked, [held]))
    if [row["id"] for row in answers] != [row["id"] for row in asked]:
        raise FuzzError("match lost a row or changed the order")
    pairs = [
        {"query": one["name"], "candidate": other["name"], "schema": "Person"}
        for one, other in pairwise(asked[::PAIRED] if asked[PAIRED:] else asked)
    ]
    scores = [row["score"] for row in names_api.score_pairs(pairs)]
    if len(scores) != len(pairs) or not all(0.0 <= one <= 1.0 for one in scores):
        raise FuzzError("score lost a row or gave a score that is none")
    for row, answer in zip(asked, answers, strict=True):
        if not _sound(answer):
            raise FuzzError(f"{row['name']!r} gives {answer}")


def _culprit(asked: Sequence[dict[str, str]], held: _List) -> str:
    """The first string that fails alone or with those after it."""
    for at, row in enumerate(asked):
        try:
            _check([row], held)
            _check(asked[at : at + PAIRED + 1 : PAIRED], held)
        except Exception as error:
            return f"{row['name']!r}, or the one {PAIRED} after it: {error!r}"
    return "only all of them together"


def run(how_many: int, seed: int) -> int:
    """Ask so many strings; how many were answered.

    Raises:
        FuzzError: one crashes, loses its row or gives no score; says which.
    """
    held, done = _listed(), 0
    made = strings(how_many, seed)
    while texts := list(islice(made, BATCH)):
        asked = [{"id": str(done + at), "name": text} for at, text in enumerate(texts)]
        try:
            _check(asked, held)
        except Exception as error:
            raise FuzzError(f"seed {seed}: {_culprit(asked, held)}") from error
        done += len(asked)
    return done


def main(arguments: Sequence[str]) -> int:
    """Ask a million strings, or as many as are said, by a new seed or the one that is said."""
    how_many = int(arguments[0]) if arguments else A_MILLION
    seed = int(arguments[1]) if arguments[1:] else random.SystemRandom().randrange(2**32)
    start = time.perf_counter()
    print(f"fuzz names: {how_many:,} strings, seed {seed}", flush=True)
    try:
        done = run(how_many, seed)
    except FuzzError as error:
        print(f"fuzz names: {error}", file=sys.stderr)
        return 1
    seconds = time.perf_counter() - start
    print(f"fuzz names: {done:,} strings asked and answered in {seconds:,.0f} s")
    return 0 if done == how_many else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
