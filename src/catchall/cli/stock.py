"""``catchall screen --parties STOCK``: a stock of parties screened. In: a file; out: hits.

Without shipments there is no determination: what is told is who may be listed, who could not be
looked up, and what is new, gone or changed since the last time.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from catchall.cli import options, results
from catchall.cli.surroundings import err, home, now, out, say, today, write
from catchall.determine.determination import EFFECTS
from catchall.output import files, progress, tables
from catchall.records import Outcome
from catchall.runners import stock

REJECTED, FAIL_ON_MET = 3, 4


@dataclass(frozen=True)
class Wanted:
    """What the user typed beside the stock; as for a screening of shipments."""

    to: Path | None
    rejects: Path | None
    lists: Sequence[str]
    day: date | None
    fail_on: str | None
    as_json: bool


def run(file: Path, wanted: Wanted) -> int:
    """Screen the parties in the file and tell what was found; the exit status."""
    for path in filter(None, (wanted.to, wanted.rejects)):
        options.output(path, (file,))
        files.kind_of(files.check(path))
    lists = options.used_lists(wanted.day, wanted.lists)
    past = wanted.day is not None and wanted.day < today()
    job = stock.Job(file, home(), lists, wanted.lists, past)
    with progress.shown(err()) as tell:
        ran = stock.run(job, tell)
    say(tables.screened_against(map(results.list_used, job.lists)))
    for note in (*results.old_lists(job.lists, wanted.day or today(), now()), *ran.notes):
        say(note)
    for line in tables.rejected(ran.rejects, 5 if wanted.rejects else None):
        say(line)
    if wanted.to is not None:
        files.write(ran.hits, wanted.to)
    if wanted.rejects is not None:
        files.write(ran.rejects, wanted.rejects)
    _show(ran, as_json=wanted.as_json)
    # only now: had the telling failed, what is new would never be told as new
    if ran.state is not None:
        stock.save(ran.state)
    return _status(ran, wanted.fail_on)


def _show(ran: stock.Ran, *, as_json: bool) -> None:
    unlooked = [row for row in ran.screened.to_pylist() if not row["screened"]]
    if as_json:
        for hit in ran.hits.to_pylist():
            write(orjson.dumps(hit, option=orjson.OPT_APPEND_NEWLINE))
    else:
        out().print(tables.stock_hits(ran.hits.to_pylist()))
    say(_told(ran, len(unlooked)))
    for row in unlooked:
        say(f"not screened: {row['id']}, {row['role']} {row['party']!r}: {row['why_not']}")


def _told(ran: stock.Ran, unlooked: int) -> str:
    counts = Counter(ran.hits["change"].to_pylist())
    since = f"{counts['']:,} hits; the first screening of this stock"
    if not ran.first:
        kinds = ("new", "changed", "gone", "same")
        since = ", ".join(f"{counts[kind]:,} {kind}" for kind in kinds)
    return (
        f"{ran.parties:,} parties, {ran.again:,} looked up, {unlooked:,} names not screened: "
        f"{since}"
    )


def _status(ran: stock.Ran, fail_on: str | None) -> int:
    outcomes = [_outcome(hit) for hit in ran.hits.to_pylist() if hit["change"] != "gone"]
    # who could not be looked up is not clear
    outcomes += [Outcome.REVIEW] * (False in ran.screened["screened"].to_pylist())
    if fail_on and max(outcomes, default=Outcome.CLEAR) >= Outcome[fail_on.upper()]:
        return FAIL_ON_MET
    return REJECTED if ran.rejects.num_rows else 0


def _outcome(hit: Mapping[str, Any]) -> Outcome:
    """What a hit asks for: review, until an identifier proves who it is (DESIGN 4.3)."""
    if not hit["confirmed"]:
        return Outcome.REVIEW
    return EFFECTS.get(hit["effect"], Outcome.STOP)
