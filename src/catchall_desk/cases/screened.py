"""Is every party in every role screened on the lists in force? In: a step; out: an answer.

A screening counts for the names and numbers that it could see: one recorded with a marking that
hides a name did not screen that name (see ``policy.adds_nothing``).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.naming import names_of
from catchall_desk.cases.policy import LabelClass, adds_nothing
from catchall_desk.cases.ports import World
from catchall_desk.cases.steps import Answer, Fields, Move, Unmet, answer, listed, since, there

GUARD = "parties_screened"
OLDEST = timedelta(days=1)
"""Age from which a list no longer decides (CASEWORK 1.2)."""
PARTIES = frozenset({"roles", "legs", "lines", "transaction", "issuer", "signatory"})
"""Fields that bring parties into a file."""
TOUCHING = ("claim", "link", "retract")
SAME = "same"
"""The finding of a ``match`` that says: it is the listed party."""
NO_BAR = frozenset(
    {"licence_required", "prohibited_or_licence", "review", "enhanced_due_diligence"}
)
"""Effects of a list under which a licence may be granted to a party that is on it."""
KERNEL = "kernel"
"""The role under which the desk itself records; it judges no hit."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stands:
    """One party in one role of one file."""

    file: File
    role: str
    party: File


def parties_screened(move: Move, world: World) -> Answer:
    """Is every party in every role screened, now, on all lists, with no hit left open?

    The parties are those of the file, of its transaction or application and of the
    certificates that cover it, with issuer and signatory. No list in force, or one that was
    confirmed more than a day ago, is a no. Sources: CASEWORK 1.2 and 2, mistakes 1 and 2.
    """
    problems = [*list_problems(move, world)]
    if PARTIES & move.sets.keys():
        problems.append(
            Unmet(GUARD, "the step itself changes parties; amend first, then screen")
        )
    if problems:
        return tuple(problems)
    about = surrounding(move.file, world)
    if not any(in_roles(file.fields, world) for file in about):
        return (Unmet(GUARD, "no party stands in any role; who buys and who uses it?"),)
    warnings: list[Unmet] = []
    for file in about:
        for role, party in in_roles(file.fields, world):
            found = world.file(party)
            if found is None:
                problems.append(Unmet(GUARD, f"{role} {party} is not known", (party,)))
                continue
            asked = Stands(file, role, found)
            problems += uncovered(asked, move, world)
            problems += open_hits(asked, move, world, warnings)
    return answer(dict.fromkeys(problems), dict.fromkeys(warnings))


def list_problems(move: Move, world: World) -> Iterator[Unmet]:
    """Why the lists in force cannot decide."""
    if not world.lists:
        yield Unmet(GUARD, "no list is in force; load the lists, then screen", (move.file.id,))
    for one in world.lists:
        age = age_of(one.get("loaded"), world.now)
        if age is None or not timedelta(0) <= age <= OLDEST:
            told = f"the list {one.get('name')} was not confirmed within the last day"
            yield Unmet(GUARD, f"{told}; update it, then screen")


def age_of(loaded: Any, now: datetime) -> timedelta | None:
    """How long ago that was; ``None`` when it is no moment."""
    try:
        moment = loaded if isinstance(loaded, datetime) else datetime.fromisoformat(loaded)
        return now - moment
    except (TypeError, ValueError):
        return None


def surrounding(file: File, world: World) -> tuple[File, ...]:
    """The file, its transaction, and the certificates held for either."""
    own = there(world, file.fields.get("transaction"))
    found = [file, *([own] if own else [])]
    certificates = [
        paper
        for one in tuple(found)
        for paper in (
            *(there(world, stream) for stream in listed(one.fields, "certificates")),
            *world.naming(one.id, "certificate"),
        )
        if paper is not None and paper.kind == "certificate" and paper.state not in GONE
    ]
    return tuple({one.id: one for one in [*found, *certificates]}.values())


GONE = frozenset({"rejected", "lapsed"})
"""Certificates that nobody relies on any more."""


def in_roles(values: Fields, world: World) -> tuple[Pair, ...]:
    """Every (role, party) that the fields of a file name, each once.

    Those of its roles, of its route, makers of its items; of a certificate also who issued and
    who signed it.
    """
    found = [(str(one["role"]), str(one["party"])) for one in listed(values, "roles")]
    for leg in listed(values, "legs"):
        found += [(role, str(leg[role])) for role in ("carrier", "vessel") if leg.get(role)]
    for line in listed(values, "lines"):
        item = there(world, line.get("item"))
        if item is not None and item.fields.get("maker"):
            found.append(("manufacturer", str(item.fields["maker"])))
    issuer = values.get("issuer") or {}
    if issuer.get("party"):
        found.append(("issuer", str(issuer["party"])))
    if values.get("signatory"):
        found.append(("signatory", str(values["signatory"])))
    return tuple(dict.fromkeys(found))


def current(file: File, world: World) -> tuple[Event, ...]:
    """The screenings of the file on exactly the lists in force; one that failed is none."""
    now = {(one["name"], one["version"]) for one in world.lists}
    return tuple(
        event
        for event in standing(file, "screened")
        if event.body.get("outcome") != "failed"
        and now <= {(one["list"], one["version"]) for one in event.body.get("lists") or ()}
    )


def rows(event: Event, asked: Stands, part: str = "parties") -> Iterator[Mapping[str, Any]]:
    """What the screening tells of the party in this role."""
    for row in event.body.get(part) or ():
        told = row if isinstance(row, Mapping) else {}
        if (told.get("role"), told.get("party")) == (asked.role, asked.party.id):
            yield told


def seen_by(event: Event, asked: Stands) -> frozenset[str]:
    """The names of the party that this screening looked up."""
    missed = {row.get("name", "") for row in rows(event, asked, "not_screened")}
    if "" in missed:
        return frozenset()
    found = {name for row in rows(event, asked) for name in row.get("names") or ()}
    return frozenset(found - missed)


def uncovered(asked: Stands, move: Move, world: World) -> Iterator[Unmet]:
    """Why the party does not count as screened in this role."""
    done = [(one, seen_by(one, asked)) for one in current(asked.file, world)]
    done = [(event, names) for event, names in done if names]
    first = since(
        asked.file, lambda values: (asked.role, asked.party.id) in in_roles(values, world)
    )
    lists = ", ".join(str(one["name"]) for one in world.lists)
    if not any(event.recorded_at >= first for event, _ in done):
        yield unscreened(asked, move, f"is not screened on {lists}", ())
        return
    looked_up = frozenset[str]().union(*(names for _, names in done))
    for event in touching(asked.party):
        moment = max(first, event.recorded_at)
        if not any(one.recorded_at >= moment and sees(one, event) for one, _ in done):
            yield unscreened(
                asked, move, f"has changed since it was screened on {lists}", (event,)
            )
    for event in named_by(asked.party, looked_up):
        yield unscreened(asked, move, f"has a name that was not screened on {lists}", (event,))


def touching(party: File) -> tuple[Event, ...]:
    """The events that make the party what is screened."""
    found = [event for kind in TOUCHING for event in standing(party, kind)]
    return (party.moves[0], *party.amends, *found)


def named_by(party: File, looked_up: frozenset[str]) -> Iterator[Event]:
    """The events that give the party a name that was not looked up."""
    missing = set(names_of(party).names) - looked_up
    for event in touching(party):
        value = event.body.get("value")
        told = {value.get("name")} if isinstance(value, Mapping) else {value}
        if event.type != "claim":
            told = {(event.body.get("set") or {}).get("name")}
        if any(isinstance(one, str) and one.strip() in missing for one in told):
            yield event


def sees(screening: Event, event: Event) -> bool:
    """Could the screening, by its marking, see what the event says?"""
    own = LabelClass(0, screening.marking, screening.addressees)
    return adds_nothing(LabelClass(0, event.marking, event.addressees), own)


def unscreened(asked: Stands, move: Move, told: str, more: Iterable[Event]) -> Unmet:
    """The reason, with everything that it tells of."""
    known = (*more,)
    name = str(asked.party.fields.get("name", asked.party.id))
    where = "" if asked.file.id == move.file.id else f" of the {asked.file.kind}"
    return Unmet(
        GUARD,
        f"{asked.role} {name}{where} {told}",
        (asked.file.id, asked.party.id, *(event.id for event in known)),
        (asked.file.marking, asked.party.marking, *(event.marking for event in known)),
    )


def open_hits(
    asked: Stands, move: Move, world: World, warnings: list[Unmet]
) -> Iterator[Unmet]:
    """The hits on which no person has made a determination; judged ones become warnings."""
    for event in current(asked.file, world):
        gone = [hit for hit in event.body.get("gone") or () if belongs(hit, asked)]
        hits = [hit for row in rows(event, asked) for hit in row.get("hits") or ()]
        behind = [
            hit
            for row in event.body.get("parties") or ()
            if isinstance(row, Mapping) and not row.get("party")
            for hit in row.get("hits") or ()
        ]
        for hit in (*hits, *gone, *behind):
            made = judged(hit, asked, world)
            if made is None:
                told = f"has an open hit on {hit['list']}: {hit['record']}; determine it"
                yield unscreened(asked, move, told, (event,))
                continue
            finding = str(made.fields.get("finding", ""))
            found = Unmet(
                GUARD,
                f"hit on {hit['list']}: {finding}",
                (made.id,),
                (event.marking, made.marking),
            )
            if is_barred(finding, str(hit["list"]), world):
                said = f"{found.reason}; the list prohibits dealing with it"
                yield replace(found, reason=said)
            else:
                warnings.append(found)


def is_barred(finding: str, name: str, world: World) -> bool:
    """Does a person say that it is the party of a list that prohibits, or may prohibit?

    A list that asks for a licence or a review does not bar one; a list whose effect is not
    told does. Source: DESIGN 4.3, prohibited party.
    """
    effects = [one.get("effect") for one in world.lists if one.get("name") == name]
    no_bar = bool(effects) and all(one in NO_BAR for one in effects)
    return finding.casefold() == SAME and not no_bar


def belongs(hit: Mapping[str, Any], asked: Stands) -> bool:
    """Is it a hit of this party in this role?"""
    return (hit.get("role"), hit.get("party")) == (asked.role, asked.party.id)


def judged(hit: Mapping[str, Any], asked: Stands, world: World) -> File | None:
    """The standing determination that a person made on the hit, if any.

    What the engine itself recorded is for a person to judge, and judges nothing.
    """
    rule = f"{hit['list']}:{hit['record']}"
    for made in world.files("determination", rule=rule):
        person = made.moves[0].role != KERNEL and made.fields.get("kind") == "match"
        about = made.fields.get("subject") in (asked.party.id, asked.file.id)
        if person and about and made.state == "made":
            return made
    return None
