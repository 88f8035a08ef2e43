"""What a new list or a new lawbook can change. In: what was screened; out: what to do again.

A file whose parties no record that was added or changed may be, and that had no hit, keeps what
it had: the answer is that of a full run. A hit that is no longer listed stays open until a
person closes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from catchall import screen
from catchall.determine import joins
from catchall.determine.given import SideTables
from catchall.screen import Owners, delta, stock
from catchall.screen.owners import behind
from catchall.screen.parties import occurrences
from catchall.tables import empty
from catchall_desk.jobs.engine import Engine, InForce
from catchall_desk.jobs.rows import Shipment
from catchall_desk.jobs.screening import Body, numbered

NEVER, LIST, LAW, LOST = "never screened", "list changed", "law changed", "earlier list lost"
RE_SCREEN, JUDGE_HIT = "re_screen", "judge_hit"
"""Duties: to look a file up again, and to say whether a hit is the party."""

Changed = Mapping[str, delta.Changes]


@dataclass(frozen=True)
class Filed:
    """One open file or live licence as it stands, and the body of its last screening."""

    shipment: Shipment
    before: Body | None = None


@dataclass(frozen=True)
class Touched:
    """One file that must be looked up again, and why."""

    id: str
    why: tuple[str, ...]


def touched(
    filed: Sequence[Filed], engine: Engine, now: InForce, side: SideTables | None = None
) -> tuple[Touched, ...]:
    """Which files can a change of lists, lawbook or engine change, since each was screened?

    A file of another law or engine always can, and one of other parties or names; one of other
    lists only where a record added or changed since may be one of its parties, or
    where it had a hit. ``side`` are the tables by which it was judged: owners are looked up
    as parties are.
    """
    owners = screen.index(joins.behind_all(side or SideTables()))
    found = {one.shipment.id: told for one in filed if (told := always(one, now))}
    rest = [one for one in filed if one.shipment.id not in found]
    for versions, group in by_lists(rest).items():
        news = changed(versions, engine, now)
        if news is None:
            found |= {one.shipment.id: (LOST,) for one in group}
        elif news:
            found |= dict.fromkeys(by_news(group, news, owners), (LIST,))
    ids = [one.shipment.id for one in filed]
    return tuple(Touched(id_, found[id_]) for id_ in ids if id_ in found)


def always(one: Filed, now: InForce) -> tuple[str, ...]:
    """Why the file must be done again whatever the lists say; nothing when it need not."""
    before, versions = one.before, now.versions()
    if before is None or parties_differ(one):
        return (NEVER,)
    law = ("lawbook", "engine")
    return (LAW,) if any(before[key] != versions[key] for key in law) else ()


def parties_differ(one: Filed) -> bool:
    """Has the file other parties, roles or names than were screened?"""
    screened = [
        (row["role"], row["party"], tuple(row["names"]))
        for row in (one.before or {}).get("parties", ())
        if row["party"]
    ]
    listed = one.shipment.parties
    return screened != [(p.role, p.party, p.names.names if p.names else ()) for p in listed]


def by_lists(filed: Iterable[Filed]) -> dict[tuple[tuple[str, str], ...], list[Filed]]:
    """The files by the (name, version) of the lists that they were screened by."""
    found: dict[tuple[tuple[str, str], ...], list[Filed]] = {}
    for one in filed:
        lists = (one.before or {}).get("lists", ())
        found.setdefault(tuple((held["list"], held["version"]) for held in lists), []).append(
            one
        )
    return found


def changed(
    versions: Sequence[tuple[str, str]], engine: Engine, now: InForce
) -> Changed | None:
    """What changed on each list since these versions; ``None`` when it cannot be known.

    A list that is new is all news. It cannot be known when an earlier version is not held any
    more, or a list that was in force is not.
    """
    before = dict(versions)
    news: dict[str, delta.Changes] = {}
    for one in now.lists:
        name = one.snapshot.name
        earlier = before.pop(name, None)
        if earlier == one.snapshot.hash:
            continue
        held = engine.earlier(name, earlier) if earlier else None
        if earlier and held is None:
            return None
        news[name] = delta.changes(held.table if held else empty("WATCHLIST"), one.table)
    return None if before else news


def by_news(filed: Sequence[Filed], news: Changed, owners: Owners) -> set[str]:
    """The ids of the files that the news may touch, and of those that had a hit."""
    table = numbered(pa.concat_tables([one.shipment.table for one in filed]))
    ids = table["id"].to_pylist()
    named = tuple(occurrences(table))
    asked = [*named, *behind(named, owners)]
    ready = stock.open_stock(stock.prepare(asked))
    places = [delta.near(ready, one.news) for one in news.values()]
    near = {ids[asked[int(place)].row] for found in places for place in found}
    return near | {one.shipment.id for one in filed if open_hits(one)}


def open_hits(one: Filed) -> bool:
    """Had any party of the file a hit?"""
    return any(row["hits"] for row in (one.before or {}).get("parties", ()))


Place = tuple[str, str, str, str]


@dataclass(frozen=True)
class Differences:
    """What the second of two screenings has that the first had not, and the reverse."""

    new: tuple[Body, ...]
    gone: tuple[Body, ...]


def hits(body: Body | None) -> dict[Place, Body]:
    """The hits of a body by role, party, list and record, each with its place."""
    return {
        (row["role"], row["party"] or hit["asked"], hit["list"], hit["record"]): {
            "role": row["role"],
            "party": row["party"],
            **hit,
        }
        for row in (body or {}).get("parties", ())
        for hit in reversed(row["hits"])
    }


def differences(before: Body | None, after: Body) -> Differences:
    """Which hits are new, and which are gone? A hit that only became surer is new too."""
    old, new = hits(before), hits(after)
    fresh = (
        hit
        for key, hit in new.items()
        if key not in old or (hit["confirmed"] and not old[key]["confirmed"])
    )
    gone = (hit for key, hit in old.items() if key not in new)
    return Differences(tuple(fresh), tuple(gone))


def carried(before: Body | None, after: Body, closed: Iterable[Place] = ()) -> Body:
    """The later body with what is ``gone``: hits of earlier screenings that nobody closed.

    ``closed`` are the places (role, party, list, record) that a person has judged.
    """
    done, now = set(closed), hits(after)
    earlier = [*(before or {}).get("gone", ()), *differences(before, after).gone]
    kept: dict[Place, Body] = {}
    for hit in earlier:
        place = (hit["role"], hit["party"] or hit["asked"], hit["list"], hit["record"])
        if place not in done and place not in now:
            kept.setdefault(place, hit)
    return {**after, "gone": list(kept.values())}


def duties(file: str, before: Body | None, after: Body) -> tuple[dict[str, Any], ...]:
    """The duties that a new screening opens: one ``judge_hit`` for each hit that is new."""
    return tuple(
        {
            "duty": JUDGE_HIT,
            "file": file,
            **{key: hit[key] for key in ("role", "party", "list", "record", "why")},
        }
        for hit in differences(before, after).new
    )


def waiting(found: Iterable[Touched]) -> Iterator[dict[str, Any]]:
    """The duty to look a file up again, for as long as nobody has."""
    for one in found:
        yield {"duty": RE_SCREEN, "file": one.id, "why": "; ".join(one.why)}
