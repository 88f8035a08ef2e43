"""Is a party held by listed owners? In: facts and a test; out: the chain, or nothing.

A test is what a rule of the lawbook asks: the limit, whose lists count, whether shares add up.
What follows from it is left to the rules.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from catchall.dates import Span
from catchall.determine.decisions import proven, settled_as_different
from catchall.determine.determination import EFFECTS
from catchall.determine.facts import Facts
from catchall.determine.owners import Limit, Stake, counted, stakes
from catchall.records import Outcome
from catchall.text.firms import party_key
from catchall.text.normal import fold

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Test:
    """What a rule asks of the owners. ``through``: from when a firm between passes on a hold.

    ``lists`` begin the names of the sources that count, none meaning all. Without ``together``
    one listed party must hold the share alone.
    """

    __test__ = False  # not a pytest class

    limit: Limit
    through: Limit
    lists: tuple[str, ...]
    together: bool


@dataclass(frozen=True)
class Firm:
    """A party of the shipment with all its roles."""

    name: str
    roles: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key by which owners are told of it."""
        return party_key(self.name)

    @property
    def words(self) -> str:
        """The party as a reason names it."""
        roles = " and ".join(role.replace("_", " ") for role in self.roles)
        return f"{roles} {self.name}"


@dataclass(frozen=True)
class Listed:
    """One owner that counts as listed: its hits, or why it could not be screened."""

    key: str
    effect: Outcome
    proven: bool
    hits: tuple[Row, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class Chain:
    """How a firm is held: by which stakes, and who above it counts. ``sure`` or at most."""

    firm: Firm
    stakes: tuple[Stake, ...]
    above: Mapping[str, tuple[Stake, ...]]  # of every firm between, by key
    listed: Mapping[str, Listed]
    sure: bool


@dataclass(frozen=True)
class Behind:
    """What is known of the owners of a shipment's parties on its day."""

    held: tuple[Stake, ...]
    firms: tuple[Firm, ...]
    day: Span | None
    screened: frozenset[str] = field(default_factory=frozenset)


def of_rule(args: Mapping[str, Any]) -> Test:
    """The test that the arguments of a rule describe."""
    above, control = args["reach"] == "more", bool(args["control"])
    through = args.get("through", args["percent"])
    return Test(
        limit=Limit(Decimal(str(args["percent"])), above=above, control=control),
        through=Limit(Decimal(str(through)), above=above, control=control),
        lists=tuple(args.get("values") or ()),
        together=bool(args["together"]),
    )


def day_of(facts: Facts) -> Span | None:
    """The day of the shipment, else of the run; None when the shipment's cannot be told."""
    if "date_unread" in facts.values or "date" in facts.shipment.differing:
        return None
    found: Span | None = facts.values.get("date") or facts.values.get("day")
    return found


def _firms(facts: Facts) -> tuple[Firm, ...]:
    roles: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for role, named in facts.values.get("parties", {}).items():
        for party in named:
            key = party_key(party["name"])
            names.setdefault(key, party["name"])
            roles.setdefault(key, {})[role] = None
    return tuple(Firm(names[key], tuple(told)) for key, told in roles.items() if key)


def _homes(facts: Facts) -> dict[str, frozenset[str]]:
    """Where each party is; nothing for one of which a country is not known."""
    found: dict[str, set[str]] = {}
    for named in facts.values.get("parties", {}).values():
        for party in named:
            found.setdefault(party_key(party["name"]), set()).add(party.get("country") or "")
    return {key: frozenset(codes) for key, codes in found.items() if "" not in codes}


def behind(facts: Facts) -> Behind:
    """Who stands behind the parties on the day of the shipment, by the table of owners."""
    day = day_of(facts)
    rows = facts.values.get("owner_screened", ())
    return Behind(
        held=stakes(facts.values.get("owners", ()), day, _homes(facts)),
        firms=_firms(facts),
        day=day,
        screened=frozenset(
            key for one in rows if one["screened"] for key in owner_keys(one["party"])
        ),
    )


def owner_keys(name: str) -> tuple[str, str]:
    """The two keys that an owner of this name can have: see ``Stake.above``."""
    return party_key(name), fold(name)


def _counts(hit: Row, facts: Facts, lists: Sequence[str]) -> bool:
    """Is the hit one on these lists, not settled as another party, and no shared address?"""
    if lists and not str(hit["source"]).startswith(tuple(lists)):
        return False
    if not hit["match"] or (hit["basis"] == "address" and not hit["confirmed"]):
        return False
    return not settled_as_different(hit, facts)


def _of_effect(key: str, hits: Sequence[Row], facts: Facts) -> list[Listed]:
    """The owner once for each way in which it counts: proven or by name, with each effect."""
    found: dict[tuple[Outcome, bool], list[Row]] = {}
    for hit in hits:
        effect = EFFECTS.get(hit["effect"], Outcome.STOP)  # a new effect is not let through
        found.setdefault((effect, proven(hit, facts)), []).append(hit)
    return [Listed(key, effect, sure, tuple(rows)) for (effect, sure), rows in found.items()]


def listed_owners(facts: Facts, known: Behind, lists: Sequence[str]) -> list[Listed]:
    """The owners that are, or are named like, someone on these lists."""
    hits: dict[str, list[Row]] = {}
    for hit in facts.values.get("owner_hits", ()):
        if _counts(hit, facts, lists):
            for key in dict.fromkeys(owner_keys(hit["party"])):
                hits.setdefault(key, []).append(hit)
    owners = dict.fromkeys(stake.above for stake in known.held)
    return [one for key in owners for one in _of_effect(key, hits.get(key, ()), facts)]


def unscreened(facts: Facts, known: Behind) -> list[Listed]:
    """The owners that were not screened: each may be anyone."""
    reasons = {
        key: one["why_not"]
        for one in facts.values.get("owner_screened", ())
        for key in owner_keys(one["party"])
    }
    owners = dict.fromkeys(stake.above for stake in known.held)
    return [
        Listed(key, Outcome.STOP, proven=False, why_not=reasons.get(key) or "not handed to it")
        for key in owners
        if key not in known.screened
    ]


def _by_key(listed: Iterable[Listed]) -> dict[str, Listed]:
    """One an owner: what is proven first, then the strictest; hits of all together."""
    found: dict[str, Listed] = {}
    for one in sorted(listed, key=lambda one: (one.proven, one.effect)):
        before = found.get(one.key)
        hits = (*one.hits, *(before.hits if before else ()))
        found[one.key] = Listed(one.key, one.effect, one.proven, hits, one.why_not)
    return found


def chain(
    firm: Firm, known: Behind, listed: Sequence[Listed], test: Test, *, sure: bool
) -> Chain | None:
    """How these owners hold the firm to the limit; None when they do not.

    ``sure`` takes what is known for certain; else all that is possible, whoever acts together.
    What the firm itself holds plays no part.
    """
    of = _by_key(one for one in listed if one.key != firm.key)
    held = [stake for stake in known.held if stake.above != firm.key]
    alone = sure and not test.together
    groups = [frozenset((key,)) for key in of] if alone else [frozenset(of)]
    for group in groups:
        counting = counted(held, group, test.through, at_most=not sure)
        into: dict[str, tuple[Stake, ...]] = {}
        for stake in held:
            if stake.above in counting and (not sure or not stake.doubt):
                into[stake.below] = (*into.get(stake.below, ()), stake)
        mine = into.pop(firm.key, ())
        if mine and test.limit.held(mine, at_most=not sure):
            between = {key: into[key] for key in counting if key in into and key not in group}
            return Chain(firm, mine, between, {key: of[key] for key in group}, sure)
    return None


def strictest(
    firm: Firm, known: Behind, listed: Sequence[Listed], test: Test, *, sure: bool
) -> tuple[Outcome, Chain] | None:
    """The strictest effect whose listed owners hold the firm to the limit, and how."""
    for effect in sorted({one.effect for one in listed}, reverse=True):
        strict = [one for one in listed if one.effect >= effect]
        if found := chain(firm, known, strict, test, sure=sure):
            return effect, found
    return None
