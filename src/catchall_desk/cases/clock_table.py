"""The table of clocks. In: ``clocks.yaml``; out: each clock as a frozen record, checked.

Every event that a clock names exists in the machine of the file it is named for, or is a plain
event; every reason for a pause and every other clock it names exists. What the records mean at
a given day is worked out in ``clocks.py``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from catchall_desk.cases.calendars import calendar
from catchall_desk.cases.events import FILES
from catchall_desk.cases.field_table import table
from catchall_desk.cases.fold import PLAIN
from catchall_desk.cases.machines import keys, known, machines, no_key_twice, word, words
from catchall_desk.errors import CalendarError, ClockTableError, MachineTableError

UNITS = frozenset({"calendar", "working"})
HOLDS = {
    "applicant": "(1) the applicant agrees to the delay",
    "pre_licence_check": "(2) a pre-licence check, if asked for and reported in time",
    "assurances": "(3) assurances from a government are asked for",
    "other_governments": "(4) other governments are consulted",
    "multilateral_review": "(5) a multilateral review is under way",
    "congress": "(6) Congress is notified",
    "control_consultation": "(7) a consultation under 15 CFR 743.5",
    "ttcp": "(8) a review for the TTCP",
}
"""Why an application may be on hold and the time not count: 15 CFR 750.4(b)(1) to (8)."""

NEED = frozenset({"file", "starts", "unit", "source", "seen"})
MAY = NEED | {
    *("days", "years", "extend_to", "prefer", "target", "year_end", "longer", "calendar"),
    *("from", "given", "stops", "pauses", "frozen_by", "silence", "must", "dates", "duty"),
}
WHOLE = ("days", "years", "extend_to", "prefer")
FIELD = "field:"


@dataclass(frozen=True, slots=True)
class Selector:
    """Events of a kind of file, while its fields have one of the values listed.

    ``file`` is empty for the file that the clock is read on. ``within_years``: the event lies
    no more than so many years before the start of the clock.
    """

    events: frozenset[str]
    file: str = ""
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)
    within_years: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of the table; the keys are told in the head of ``clocks.yaml``.

    ``longer`` is another number of years with the values of fields for which it holds.
    """

    id: str
    files: tuple[str, ...]
    starts: Selector
    unit: str
    source: str
    seen: bool
    days: int | None = None
    years: int | None = None
    extend_to: int | None = None
    prefer: int | None = None
    target: str = ""
    year_end: bool = False
    longer: tuple[int, Mapping[str, frozenset[str]]] | None = None
    calendar: str = ""
    after: str = ""
    given: tuple[Selector, ...] = ()
    stops: tuple[Selector, ...] = ()
    pauses: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    frozen_by: str = ""
    silence: str = ""
    must: str = ""
    duty: str = ""


@cache
def clocks() -> Mapping[str, Clock]:
    """Every clock of the shipped table, by its id."""
    return read_clocks((files("catchall_desk.cases") / "clocks.yaml").read_text("utf-8"))


def read_clocks(text: str) -> dict[str, Clock]:
    """The clocks of a table in YAML, or ClockTableError at the first broken rule."""
    try:
        no_key_twice(yaml.compose(text, Loader=yaml.SafeLoader))
        loaded = yaml.safe_load(text)
        if not isinstance(loaded, dict):
            raise ClockTableError("whole file", "must map each id to its clock")
        read = {str(name): read_clock(str(name), body) for name, body in loaded.items()}
    except yaml.YAMLError as error:
        raise ClockTableError("whole file", f"not YAML ({error})") from error
    except MachineTableError as error:
        raise ClockTableError(error.place, error.problem) from error
    for clock in read.values():
        for other in {clock.after, clock.frozen_by} - {""} - read.keys():
            raise ClockTableError(clock.id, f"{other} is not a clock")
    return read


def read_clock(name: str, body: Any) -> Clock:
    """One clock of the table; the errors name the place."""
    keys(name, body, NEED, MAY)
    kinds = known(f"{name}.file", body["file"], frozenset(FILES))
    numbers: dict[str, Any] = {
        key: whole(f"{name}.{key}", body[key]) for key in WHOLE if key in body
    }
    if body.get("unit") not in UNITS:
        raise ClockTableError(f"{name}.unit", "is neither calendar nor working")
    if {"days", "years"} <= numbers.keys() or not (numbers or body.get("stops")):
        raise ClockTableError(name, "needs days, or years, or what stops it")
    held = body.get("pauses")
    return Clock(
        id=name,
        files=kinds,
        starts=selector(f"{name}.starts", body["starts"], kinds),
        unit=body["unit"],
        seen=flag(f"{name}.seen", body["seen"]),
        year_end=flag(f"{name}.year_end", body.get("year_end", False)),
        longer=longer(f"{name}.longer", body["longer"]) if "longer" in body else None,
        calendar=place(name, body),
        given=selectors(f"{name}.given", body.get("given", []), kinds),
        stops=selectors(f"{name}.stops", body.get("stops", []), kinds),
        pauses=known(f"{name}.pauses", held, frozenset(HOLDS)) if held is not None else (),
        dates=dates(name, body, kinds),
        **numbers,
        **told(name, body),
    )


def told(name: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that hold a text, those that are there."""
    found: dict[str, Any] = {
        key: word(f"{name}.{key}", body[key])
        for key in ("source", "target", "frozen_by", "silence", "must", "duty")
        if key in body
    }
    if "from" in body:
        found["after"] = word(f"{name}.from", body["from"])
    return found


def dates(name: str, body: Mapping[str, Any], kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The fields whose days count; ClockTableError for one that its files do not have."""
    if "dates" not in body:
        return ()
    found = words(f"{name}.dates", body["dates"])
    for kind in kinds:
        for one in found:
            held = table().kinds[kind].fields.get(one)
            if held is None or held.type != "day":
                raise ClockTableError(f"{name}.dates", f"no {kind} has a day named {one}")
    return found


def place(name: str, body: Mapping[str, Any]) -> str:
    """Where working days are counted; an empty text for a clock of calendar days."""
    if body["unit"] == "calendar":
        if "calendar" in body:
            raise ClockTableError(f"{name}.calendar", "is for working days only")
        return ""
    code = word(f"{name}.calendar", body.get("calendar"))
    if not code.startswith(FIELD):
        try:
            calendar(code)
        except CalendarError as error:
            raise ClockTableError(f"{name}.calendar", error.problem) from error
    return code


def selectors(place: str, body: Any, kinds: tuple[str, ...]) -> tuple[Selector, ...]:
    """A list of selectors, or ClockTableError."""
    if not isinstance(body, list):
        raise ClockTableError(place, "must be a list")
    return tuple(selector(f"{place}[{n}]", one, kinds) for n, one in enumerate(body))


def selector(place: str, body: Any, kinds: tuple[str, ...]) -> Selector:
    """One selector; every event it names is one that a file of its kind can have."""
    keys(place, body, frozenset({"events"}), frozenset(Selector.__dataclass_fields__))
    events = words(f"{place}.events", body["events"])
    file = body.get("file", "")
    of = known(f"{place}.file", [file], frozenset(FILES)) if file else kinds
    for event in events:
        if not any(event in possible(kind) for kind in of):
            raise ClockTableError(place, f"{event} is no event of {' or '.join(of)}")
    when = values(f"{place}.when", body.get("when", {}))
    check_fields(place, of, when)
    years = body.get("within_years")
    return Selector(
        frozenset(events),
        file,
        when,
        None if years is None else whole(f"{place}.within_years", years),
    )


def check_fields(
    place: str, kinds: tuple[str, ...], when: Mapping[str, frozenset[str]]
) -> None:
    """Nothing, or ClockTableError: a field that the files lack, a word that it may not hold."""
    for kind in kinds:
        fields = table().kinds[kind].fields
        for name, listed in when.items():
            if name not in fields or not listed <= set(fields[name].of):
                raise ClockTableError(f"{place}.when", f"no {kind} has such a {name}")


def possible(kind: str) -> frozenset[str]:
    """The events that a file of this kind can have."""
    machine = machines()[kind]
    return frozenset({machine.opening.event, *machine.transitions, *PLAIN})


def values(place: str, body: Any) -> dict[str, frozenset[str]]:
    """Field names, each with the values that it may have; ClockTableError if not so."""
    if not isinstance(body, dict):
        raise ClockTableError(place, "must map each field to a list of values")
    return {str(name): frozenset(words(f"{place}.{name}", v)) for name, v in body.items()}


def longer(place: str, body: Any) -> tuple[int, Mapping[str, frozenset[str]]]:
    """Another number of years and when it holds."""
    keys(place, body, frozenset({"years", "when"}), frozenset({"years", "when"}))
    return whole(f"{place}.years", body["years"]), values(f"{place}.when", body["when"])


def whole(place: str, value: Any) -> int:
    """A whole number from 0, or ClockTableError."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ClockTableError(place, f"{value!r} is not a whole number from 0")
    return value


def flag(place: str, value: Any) -> bool:
    """True or false, or ClockTableError."""
    if not isinstance(value, bool):
        raise ClockTableError(place, f"{value!r} is neither true nor false")
    return value
