"""Guards: what must hold before a step is taken. In: a step, the world; out: what does not.

Each guard of the table of machines has one function here or in a module of its own. A guard
that cannot be checked does not hold. Whoever acts is the signed-in reader; names that a body
gives for author, countersigner or approver are not looked at.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from catchall_desk.cases.certified import authenticated_by_other_channel, certificate_held
from catchall_desk.cases.classified import classified_by_second_person
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, moved, standing
from catchall_desk.cases.identical import no_identical_denial
from catchall_desk.cases.machines import machines
from catchall_desk.cases.originators import originators_consent
from catchall_desk.cases.ports import World
from catchall_desk.cases.screened import parties_screened
from catchall_desk.cases.steps import (
    Answer,
    Met,
    Move,
    Unmet,
    answer,
    contents,
    listed,
    since,
    text_of,
    who,
)

__all__ = ["CHECKS", "Met", "Move", "Unmet", "met", "reasons", "told", "unmet", "warnings"]

HIDDEN = "something that you may not see stands against it; ask somebody who may"
"""The one sentence for whatever may not be told."""
SUBMITS = ("submit", "register")
"""Steps by which somebody puts a file forward."""
DECISION = frozenset(
    {"reasons", "statute", "regulation", "licence", "despite_denial", "numbers"}
)
"""Fields that an approving step may set: its own grounds, nothing of what is approved."""
APPROVES = ("approve", "clear")
DECIDES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "escalated": (("escalate",), "oc_decide"),
    "at_acep": (("acep_request",), "acep_decide"),
    "at_earb": (("earb_appeal",), "earb_decide"),
}
"""By which step an application came to a level, and by which the level decides."""
PRESIDENT = "president"
"""The office whose position stands for a decision of the last level, which has no event."""


def author_is_not_approver(move: Move, world: World) -> Answer:
    """Is the approver none of those who opened it, wrote any of it or submitted it?

    Told by the user alone: another role or office makes nobody another person. A step that
    would itself rewrite what it approves is refused too. Source: CASEWORK 1.2 and 2, mistake 6.
    """
    guard, file, approver = "author_is_not_approver", move.file, who(move.actor.user)
    found = []
    if not approver or approver in {who(event.actor) for event in written(file)}:
        said = "you wrote or submitted it; somebody else must decide"
        found.append(Unmet(guard, said, (file.id,)))
    if changed := sorted(move.sets.keys() - DECISION):
        said = f"the step would itself change {', '.join(changed)}; amend first, then decide"
        found.append(Unmet(guard, said, (file.id,)))
    return answer(found)


def written(file: File) -> Iterator[Event]:
    """The events by which somebody wrote or submitted any of the file."""
    yield from contents(file)
    yield from (one for one in file.moves if one.type in SUBMITS)


def offices_cleared(move: Move, world: World) -> Answer:
    """Has every listed office cleared the text as it now is, and is it the text approved?

    A clearance counts when it says ``cleared``, came after the last change of content, and is
    of somebody who wrote none of it; one person clears for one office. Source: CASEWORK 1.2.
    """
    guard, file = "offices_cleared", move.file
    changed = since(file, text_of)
    found = []
    if text_of(move.sets):
        found.append(Unmet(guard, "the step itself changes the text; amend first", (file.id,)))
    approved = moved(file, *APPROVES)
    if approved is None or approved.recorded_at < changed:
        found.append(Unmet(guard, "the text changed after it was approved", (file.id,)))
    authors = {who(event.actor) for event in contents(file)}
    taken: dict[str, str] = {}
    for office in listed(file.fields, "offices"):
        given = [e for e in standing(file, "clearance") if who(e.body["office"]) == who(office)]
        last = given[-1] if given else None
        person = who(last.actor) if last else ""
        fresh = last is not None and last.recorded_at >= changed
        clears = last is not None and last.body.get("says") == "cleared"
        own = person not in authors and taken.setdefault(person, who(office)) == who(office)
        if not (fresh and clears and own):
            said = f"{office} has not cleared the text as it now is"
            found.append(Unmet(guard, said, (file.id,)))
    return answer(found)


def level_has_decided(move: Move, world: World) -> Answer:
    """Has the level that holds the application decided since it came there?

    Source: 15 CFR 750.4(f), CASEWORK 3.5. A decision of the President is a ``position``.
    """
    guard, file = "level_has_decided", move.file
    here, event = DECIDES.get(file.state, (("escalate_to_president",), ""))
    came = moved(file, *here)
    done = moved(file, event) if event else None
    if not event:
        offices = [e for e in standing(file, "position") if who(e.body["office"]) == PRESIDENT]
        done = offices[-1] if offices else None
    if came is not None and done is not None and done.seq > came.seq:
        return Met()
    said = f"the level that holds it ({file.state.replace('_', ' ')}) has not decided"
    return (Unmet(guard, said, (file.id,)),)


CHECKS: Mapping[str, Callable[[Move, World], Answer]] = {
    "author_is_not_approver": author_is_not_approver,
    "parties_screened": parties_screened,
    "classified_by_second_person": classified_by_second_person,
    "no_identical_denial": no_identical_denial,
    "certificate_held": certificate_held,
    "offices_cleared": offices_cleared,
    "originators_consent": originators_consent,
    "authenticated_by_other_channel": authenticated_by_other_channel,
    "level_has_decided": level_has_decided,
}
"""The function of each guard that the table of machines names."""


def answers(move: Move, world: World) -> Iterator[tuple[str, Answer]]:
    """What each guard of the step says, in the order of the table."""
    for guard in machines()[move.file.kind].transitions[move.event].guards:
        yield guard, CHECKS[guard](move, world)


def met(move: Move, world: World) -> frozenset[str]:
    """The guards of the step that hold: what ``machines.apply`` asks for."""
    return frozenset(guard for guard, one in answers(move, world) if isinstance(one, Met))


def unmet(move: Move, world: World) -> tuple[Unmet, ...]:
    """Every reason why a guard of the step does not hold, in the order of the table."""
    return tuple(
        found for _, one in answers(move, world) if not isinstance(one, Met) for found in one
    )


def warnings(move: Move, world: World) -> tuple[Unmet, ...]:
    """What guards that hold would still have the approver know."""
    held = (one for _, one in answers(move, world) if isinstance(one, Met))
    return tuple(found for one in held for found in one.warnings)


def told(found: Unmet, may_read: Callable[[str], bool]) -> str:
    """The reason as somebody may be told it who may read such markings.

    >>> told(Unmet("g", "a denial", markings=("SECRET//NOFORN",)), lambda marking: False)
    'something that you may not see stands against it; ask somebody who may'
    """
    return found.reason if all(map(may_read, found.markings)) else HIDDEN


def reasons(found: Iterable[Unmet], may_read: Callable[[str], bool]) -> tuple[str, ...]:
    """The reasons as somebody may be told them, each once.

    What may not be told is told once and last, so that neither number nor place shows of it.

    >>> hidden = Unmet("g", "a denial", markings=("SECRET//NOFORN",))
    >>> len(reasons([hidden, hidden, Unmet("h", "not cleared")], lambda marking: False))
    2
    """
    said = tuple(dict.fromkeys(told(one, may_read) for one in found))
    return (*(one for one in said if one != HIDDEN), *((HIDDEN,) if HIDDEN in said else ()))
