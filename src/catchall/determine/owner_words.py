"""How a chain of owners is told. In: a chain; out: a sentence, and the evidence for a record.

The sentence goes from the party upwards, one firm after the other; what does not fit into it is
counted. The evidence holds every link. Nothing is judged here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catchall.determine.held_by import Chain, Listed
from catchall.determine.joins import cell
from catchall.determine.owners import Stake, shown, total

MOST_TOLD = 12
"""Firms between that a sentence tells; an auditor finds the others in the evidence."""


def _named(stake: Stake, listed: Mapping[str, Listed]) -> str:
    one = listed.get(stake.above)
    if one is None:
        return stake.owner
    if not one.hits:
        return f"{stake.owner} (not screened: {one.why_not})"
    hit = one.hits[0]
    record = f"list {hit['list']}, record {hit['record']}"
    if one.proven:
        return f"listed {stake.owner} ({record})"
    return f"{stake.owner}, named like {hit['name']} ({record}; not proven)"


def _percent(stake: Stake) -> str:
    if stake.share is None:
        return "not known"
    if stake.control:
        return f"control and {shown(stake.share)}" if stake.share else "control"
    return shown(stake.share)


def _what(stake: Stake) -> str:
    return "a share not known" if stake.share is None else _percent(stake)


def _link(stake: Stake, listed: Mapping[str, Listed]) -> str:
    """By whom a stake is held: ``by listed A (list x, record 1)``, with what is in doubt."""
    notes = "; ".join(note for note in (stake.said, stake.doubt) if note)
    return f"by {_named(stake, listed)}" + (f" [{notes}]" if notes else "")


def _ranked(stakes: Iterable[Stake]) -> list[Stake]:
    """Control first, then the largest share; equal ones by name: no order of rows matters."""
    return sorted(stakes, key=lambda one: (not one.control, -(one.share or 0), one.owner))


def _held(stakes: Sequence[Stake], listed: Mapping[str, Listed]) -> str:
    told = [(one, _link(one, listed)) for one in _ranked(stakes)]
    if len(told) == 1:
        ((stake, link),) = told
        if stake.control:
            owned = f"owned {shown(stake.share)} and " if stake.share else ""
            return f"{owned}controlled {link}"
        unknown = stake.share is None
        return (
            f"owned {link}, share not known" if unknown else f"owned {_percent(stake)} {link}"
        )
    parts = ", ".join(f"{_what(stake)} {link}" for stake, link in told)
    return f"owned {shown(total(stakes))} together: {parts}"


def _between(chain: Chain) -> list[tuple[Stake, ...]]:
    """The stakes in each firm between, nearest first, as far as they lead to the party."""
    found: dict[str, tuple[Stake, ...]] = {}
    waiting = [one.above for one in _ranked(chain.stakes)]
    for key in waiting:
        if key in chain.above and key not in found:
            found[key] = chain.above[key]
            waiting += [one.above for one in _ranked(found[key])]
    return list(found.values())


def sentence(chain: Chain) -> str:
    """Who holds the party and how much, from the party upwards, in words."""
    verb = "is" if chain.sure else "may be"
    told = [f"{chain.firm.words} {verb} {_held(chain.stakes, chain.listed)}"]
    between = _between(chain)
    told += [
        f"{stakes[0].party} is {_held(stakes, chain.listed)}" for stakes in between[:MOST_TOLD]
    ]
    if left := len(between) - MOST_TOLD:
        told += [f"and {left} firms more, in the evidence"] if left > 0 else []
    return "; ".join(told)


def _hit(hit: Mapping[str, Any]) -> dict[str, Any]:
    told = ("list", "list_date", "snapshot", "record", "name", "score", "basis", "citation")
    return {name: hit[name] for name in told if name in hit}


def _row(stake: Stake, listed: Mapping[str, Listed]) -> dict[str, Any]:
    one = listed.get(stake.above)
    about = {
        "party": stake.party,
        "owner": stake.owner,
        "share": _percent(stake),
        **{name: cell(stake.row, name) for name in ("from", "to", "source")},
        "note": "; ".join(note for note in (stake.said, stake.doubt) if note),
        "listed": [_hit(hit) for hit in one.hits] if one else [],
        "proven": one.proven if one else None,
        "not_screened": one.why_not if one else "",
    }
    return {name: value for name, value in about.items() if value not in ("", [], None)}


def stakes_of(chain: Chain) -> Iterator[Stake]:
    """Every stake of the chain, from the party upwards."""
    for stakes in (chain.stakes, *_between(chain)):
        yield from _ranked(stakes)


def evidence(chain: Chain, limit: str, day: str) -> dict[str, Any]:
    """The chain with every link, the sum, the limit and the day it was judged on."""
    return {
        "party": chain.firm.name,
        "sum": shown(total(chain.stakes)),
        "limit": limit,
        "day": day,
        "chain": [_row(stake, chain.listed) for stake in stakes_of(chain)],
    }


def lists(chain: Chain) -> tuple[str, str, str]:
    """The lists of the owners, their days and what the lists cite, each once."""
    involved = {stake.above for stake in stakes_of(chain)}
    hits = [hit for key in involved for hit in _hits(chain, key)]
    named = sorted({(hit["list"], hit.get("list_date", "")) for hit in hits})
    cited = sorted({hit["citation"] for hit in hits if hit.get("citation")})
    names = dict.fromkeys(name for name, _ in named)
    days = dict.fromkeys(day for _, day in named)
    return "; ".join(names), "; ".join(filter(None, days)), "; ".join(cited)


def _hits(chain: Chain, key: str) -> tuple[Mapping[str, Any], ...]:
    return chain.listed[key].hits if key in chain.listed else ()
