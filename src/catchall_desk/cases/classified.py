"""Have two people classified the goods of every line? In: a step; out: an answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.ports import World
from catchall_desk.cases.screened import KERNEL
from catchall_desk.cases.steps import (
    Answer,
    Fields,
    Move,
    Unmet,
    answer,
    last_set,
    listed,
    since,
    there,
    who,
)

GUARD = "classified_by_second_person"
GOODS = ("item", "description", "hs_code", "parameters")
"""What of a line says which goods it is of; a change of it voids what was said of them."""
ITEM_CLAIMS = frozenset({"name", "description", "parameter", "hs_code"})


@dataclass(frozen=True, slots=True)
class Said:
    """What one person says of the goods: the entries they meet, by which event."""

    person: str
    entries: frozenset[str]
    event: Event


def classified_by_second_person(move: Move, world: World) -> Answer:
    """Do two different people say the same of the goods of each line, as they now are?

    Who enters the entries of a line, or first classifies it, is the first; another must have
    recorded ``classified`` after the last change of item, description or parameters, and the
    newest word must not be contradicted. Source: CASEWORK 1.2.
    """
    if {"lines", "transaction"} & move.sets.keys():
        said = "the step itself changes the goods; amend first, then classify"
        return (Unmet(GUARD, said, (move.file.id,)),)
    file = of_goods(move.file, world)
    lines = listed(file.fields, "lines")
    if not lines:
        return (Unmet(GUARD, "no line of goods; what is to be sent?", (file.id,)),)
    return answer(found for line in lines for found in unsettled(move.file, file, line, world))


def of_goods(file: File, world: World) -> File:
    """The file that says which goods it is about: itself, else its transaction."""
    own = there(world, file.fields.get("transaction"))
    return file if own is None or listed(file.fields, "lines") else own


def unsettled(
    file: File, source: File, line: Mapping[str, Any], world: World
) -> Iterator[Unmet]:
    """Why the goods of a line do not count as classified by a second person."""
    number = line["line"]
    found = statements((file, source), line, world)
    events = [one for one in found if one.event.type == "classified"]
    about = (source.id, *(one.event.id for one in events))
    marks = (source.marking, *(one.event.marking for one in events))
    first = found[0].person if found else ""
    if not any(one.person != first for one in events):
        who_has = "nobody has classified" if not found else "no second person has classified"
        yield Unmet(GUARD, f"line {number}: {who_has} the goods as they now are", about, marks)
        return
    newest = {one.person: one for one in found}
    last = found[-1]
    if len({one.entries for one in newest.values()}) > 1:
        told = ", ".join(sorted(last.entries)) or "no entry"
        said = f"line {number}: the last to classify says {told}, another says otherwise; agree"
        yield Unmet(GUARD, said, about, marks)


def statements(
    files: tuple[File, File], line: Mapping[str, Any], world: World
) -> tuple[Said, ...]:
    """What people say of the goods of a line as they now are, oldest first."""
    file, source = files
    item = there(world, line.get("item"))
    changed = last_change(source, line, item)
    places = {one.id: one for one in (file, source, *([item] if item else []))}
    found = [
        Said(who(event.actor), entries(event.body), event)
        for place in places.values()
        for event in standing(place, "classified")
        if event.recorded_at >= changed
        and event.role != KERNEL
        and names_line(event, line, in_source=place.id == source.id)
    ]
    if line.get("entries") is not None:
        setter = last_set(source, line_of(line["line"], (*GOODS, "entries")))
        found.append(Said(who(setter.actor), entries(line), setter))
    return tuple(sorted(found, key=lambda one: one.event.recorded_at))


def entries(values: Fields) -> frozenset[str]:
    """The control entries that are named; none: the goods meet no entry."""
    return frozenset(one.strip().upper() for one in values.get("entries") or ())


def names_line(event: Event, line: Mapping[str, Any], *, in_source: bool) -> bool:
    """Is the event about the goods of this line?

    A number of a line counts only in the file that has the line; an event that names an item
    and a line must be right in both.
    """
    item, number = event.body.get("item"), event.body.get("line")
    if event.kind == "item":
        return item in (None, event.stream)
    if item is not None and item != line.get("item"):
        return False
    if number is not None:
        return in_source and number == line["line"]
    return item is not None


def line_of(number: str, names: tuple[str, ...]) -> Any:
    """A look at these parts of one line."""

    def look(values: Fields) -> Any:
        for line in listed(values, "lines"):
            if line.get("line") == number:
                return tuple(line.get(name) for name in names)
        return None

    return look


def last_change(source: File, line: Mapping[str, Any], item: File | None) -> datetime:
    """When the goods of the line last became others."""
    moments = [since(source, line_of(line["line"], GOODS))]
    if item is not None:
        claims = standing(item, "claim")
        told = [one for one in claims if one.body.get("property") in ITEM_CLAIMS]
        # what was retracted is not seen any more, so every retraction counts as a change
        changed = [item.moves[0], *item.amends, *told, *standing(item, "retract")]
        moments += [event.recorded_at for event in changed]
    return max(moments)
