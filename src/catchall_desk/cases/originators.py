"""Has each originator of marked material consented to its release? In: a step; out: an answer.

Whose material it is, is told by the marking; where the marking does not say (ORCON, concealed
foreign government information), by the file's list of originators.
"""

from collections.abc import Iterator

from catchall.errors import MarkingError
from catchall.marking import Label, parse
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.ports import World
from catchall_desk.cases.steps import (
    Answer,
    Fields,
    Move,
    Unmet,
    answer,
    listed,
    since,
    text_of,
    who,
)

GUARD = "originators_consent"
CONTROLLED = frozenset({"ORCON", "ORCON-USGOV"})
CLEAR = "TLP:CLEAR"
Shows = tuple[str, ...]
"""Markings that telling of something would show."""


def originators_consent(move: Move, world: World) -> Answer:
    """Has each originator of what is marked ORCON or as another's consented to each recipient?

    The portions are the file itself, its paragraphs or points, the papers and documents it is
    made with. A consent names the recipient, says ``consents``, stands, and came after the last
    change of content; the newest word of an originator on a recipient counts. Sources: 32 CFR
    2001.24(c), 2001.54, 2001.55; CASEWORK 3.7, MK5 and MK6.
    """
    if text_of(move.sets):
        return (Unmet(GUARD, "the step itself changes the text; amend first", (move.file.id,)),)
    problems, needed = asked(move, world)
    for name, shows in needed:
        for to in recipients(move):
            if who(to) != who(name) and not consents(move.file, name, to):
                said = f"{name} has not consented to release to {to or 'a party'}"
                problems.append(Unmet(GUARD, said, (move.file.id,), shows))
    return answer(dict.fromkeys(problems))


def asked(move: Move, world: World) -> tuple[list[Unmet], list[tuple[str, Shows]]]:
    """What stands in the way before anybody is asked, and whose consent is needed."""
    named = listed(move.file.fields, "originators")
    problems: list[Unmet] = []
    needed: dict[str, tuple[str, Shows]] = {who(one): (one, ()) for one in named}
    for marking, shows in portions(move.file, world):
        label = read(marking)
        if label is None:
            problems.append(Unmet(GUARD, "a marking cannot be read; correct it", (), shows))
            continue
        found, unsaid = owners(label, move.actor.country)
        for one in sorted(found):
            needed.setdefault(who(one), (one, shows))
        if unsaid and not named:
            said = "originators of controlled material are not named; whose is it?"
            problems.append(Unmet(GUARD, said, (), shows))
    return problems, list(needed.values())


def portions(file: File, world: World) -> Iterator[tuple[str, Shows]]:
    """Every marking of what goes out, with the markings that telling of it would show."""
    yield file.marking, ()
    yield from marked(file, ())
    for name in ("papers", "documents"):
        for stream in listed(file.fields, name):
            other = world.file(stream)
            if other is not None:
                yield other.marking, (other.marking,)
                yield from marked(other, (other.marking,))


def marked(file: File, shows: Shows) -> Iterator[tuple[str, Shows]]:
    """The portion marks of a file's paragraphs and points."""
    for name in ("paragraphs", "points"):
        for one in listed(file.fields, name):
            if one.get("marking"):
                yield one["marking"], shows


def read(marking: str) -> Label | None:
    """The marking, or ``None`` when a word of it is not understood."""
    try:
        label = parse(marking)
    except MarkingError:
        return None
    return None if label.unknown_tokens else label


def owners(label: Label, home: str) -> tuple[frozenset[str], bool]:
    """Whose consent a portion needs, and whether the marking leaves that unsaid.

    >>> owners(parse("//DEU SECRET"), "USA"), owners(parse("SECRET//ORCON"), "USA")
    ((frozenset({'DEU'}), False), (frozenset(), True))
    """
    controlled = bool(label.caveats & CONTROLLED)
    if not label.foreign or label.text.strip("() ").upper() == CLEAR:
        return frozenset(), controlled
    foreign = (label.fgi if label.policy == "US" else label.owners | label.fgi) - {home}
    unsaid = label.fgi_hidden or not (label.owners or label.fgi)
    return foreign, controlled or unsaid


def recipients(move: Move) -> tuple[str, ...]:
    """The governments that it goes to; an office of one's own is one's own government.

    A party that is no government is told as "", to whom no consent can be given.
    """
    to = move.file.fields.get("to") or ()
    sides: list[Fields] = list(to) if isinstance(to, list | tuple) else [to]
    return tuple(
        dict.fromkeys(
            side.get("government") or (move.actor.country if side.get("office") else "")
            for side in sides or [{}]
        )
    )


def consents(file: File, originator: str, to: str) -> bool:
    """Does the originator's newest word on this recipient consent to the text as it is?"""
    found: list[Event] = [
        event
        for event in standing(file, "consent")
        if who(event.body["originator"]) == who(originator) and to in event.body["to"]
    ]
    if not found:
        return False
    fresh = found[-1].recorded_at >= since(file, text_of)
    return fresh and found[-1].body.get("says") == "consents"
