"""The state machines of the desk. In: ``machines.yaml``; out: the next state, or why not.

Nothing here holds a file or looks at a clock. Who acts, and which guards hold, is told by the
caller; a guard that the caller does not tell of counts as not met.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from catchall_desk.errors import MachineTableError

ROLES = frozenset(
    {"officer", "supervisor", "analyst", "liaison", "partner", "auditor", "administrator"}
)
GUARDS = {
    "author_is_not_approver": "whoever approves did not write it",
    "parties_screened": "every party in every role is screened on current lists",
    "classified_by_second_person": "a second person classified the goods",
    "no_identical_denial": "no denial of an essentially identical transaction is open",
    "certificate_held": "the end-user certificate that the licence type needs is held",
    "offices_cleared": "every listed office has cleared it",
    "originators_consent": "each originator of marked material has consented",
    "authenticated_by_other_channel": "authenticated by a channel other than the applicant",
    "level_has_decided": "the level that now holds the application has decided",
}
"""What each guard of the table asks."""

MACHINE_KEYS = frozenset({"start", "opens", "opened_by", "ends", "events"})
EVENT_KEYS = frozenset({"from", "to", "by"})


@dataclass(frozen=True, slots=True)
class Transition:
    """One event of a machine: from which states, to which, by whom, under what guards."""

    event: str
    sources: frozenset[str]
    target: str
    roles: frozenset[str]
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Machine:
    """The life of one kind of file; the opening event has no source state."""

    name: str
    start: str
    ends: frozenset[str]
    opening: Transition
    transitions: Mapping[str, Transition]

    @property
    def states(self) -> frozenset[str]:
        """Every state that the table names for this file."""
        named = {t.target for t in self.transitions.values()} | self.ends | {self.start}
        return frozenset(named.union(*(t.sources for t in self.transitions.values())))


@dataclass(frozen=True, slots=True)
class Attempt:
    """An event that somebody tries: in which role, and the guards known to be met."""

    event: str
    role: str
    met: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an event is not taken; ``guards`` are those still unmet."""

    reason: str
    guards: tuple[str, ...] = ()


def apply(machine: Machine, state: str | None, attempt: Attempt) -> str | Refusal:
    """The state after the attempt, or the reason why the file stays; ``None``: no file yet.

    >>> apply(machines()["lead"], "received", Attempt("triage", "officer"))
    'triaged'
    >>> apply(machines()["lead"], "linked", Attempt("triage", "officer")).reason
    'lead: triage is not possible from linked, only from received'
    """
    found = allowed(machine, state, attempt.event)
    if isinstance(found, Refusal):
        return found
    if attempt.role not in found.roles:
        may = ", ".join(sorted(found.roles))
        return Refusal(f"{machine.name}: {attempt.event} is for {may}, not {attempt.role}")
    unmet = tuple(guard for guard in found.guards if guard not in attempt.met)
    if unmet:
        asked = "; ".join(GUARDS[guard] for guard in unmet)
        return Refusal(f"{machine.name}: {attempt.event} needs: {asked}", unmet)
    return found.target


def allowed(machine: Machine, state: str | None, event: str) -> Transition | Refusal:
    """The transition of this name out of this state, or why there is none."""
    found = machine.opening if state is None else machine.transitions.get(event)
    if found and found.event == event and (state is None or state in found.sources):
        return found
    if state is None:
        why = f"a new file begins with {machine.opening.event}"
    elif state not in machine.states:
        why = f"{state} is not one of its states"
    elif found is None:
        why = f"{event} is not one of its events"
    else:
        only = ", ".join(sorted(found.sources))
        why = f"{event} is not possible from {state}, only from {only}"
    return Refusal(f"{machine.name}: {why}")


@cache
def machines() -> Mapping[str, Machine]:
    """Every machine of the shipped table, by the name of its file."""
    return read_machines((files("catchall_desk.cases") / "machines.yaml").read_text("utf-8"))


def read_machines(text: str) -> dict[str, Machine]:
    """The machines of a table in YAML, or MachineTableError at the first broken rule."""
    try:
        table = yaml.compose(text, Loader=yaml.SafeLoader)
        no_key_twice(table)
        read = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise MachineTableError("whole file", f"not YAML ({error})") from error
    if not isinstance(read, dict):
        raise MachineTableError("whole file", "must map each file to its machine")
    return {str(name): read_machine(str(name), body) for name, body in read.items()}


def no_key_twice(node: yaml.Node | None) -> None:
    """Nothing, or MachineTableError: YAML would keep the last of two equal keys in silence."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            no_key_twice(item)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise MachineTableError(f"line {line}", f"{key.value} stands twice")
            seen.add(key.value)
            no_key_twice(value)


def read_machine(name: str, body: Any) -> Machine:
    """One machine of the table, checked; MachineTableError names the place."""
    keys(name, body, MACHINE_KEYS, MACHINE_KEYS)
    start = word(f"{name}.start", body["start"])
    roles = known(f"{name}.opened_by", body["opened_by"], ROLES)
    opens = word(f"{name}.opens", body["opens"])
    events = body["events"]
    if not isinstance(events, dict):
        raise MachineTableError(f"{name}.events", "must map each event to its transition")
    moves = {str(event): read_event(name, str(event), said) for event, said in events.items()}
    opening = Transition(opens, frozenset(), start, frozenset(roles))
    ends = frozenset(words(f"{name}.ends", body["ends"]))
    machine = Machine(name, start, ends, opening, moves)
    check_paths(machine)
    return machine


def read_event(name: str, event: str, body: Any) -> Transition:
    """One transition of the table; MachineTableError names the place."""
    place = f"{name}.{event}"
    keys(place, body, EVENT_KEYS, EVENT_KEYS | {"needs"})
    needs = body.get("needs")
    return Transition(
        event,
        frozenset(words(f"{place}.from", body["from"])),
        word(f"{place}.to", body["to"]),
        frozenset(known(f"{place}.by", body["by"], ROLES)),
        () if needs is None else known(f"{place}.needs", needs, frozenset(GUARDS)),
    )


def check_paths(machine: Machine) -> None:
    """Nothing, or MachineTableError: a state nobody reaches, or one that leads to no end."""
    steps = {(s, t.target) for t in machine.transitions.values() for s in t.sources}
    lost = machine.states - reach({machine.start}, steps)
    if lost:
        raise MachineTableError(machine.name, f"unreachable: {', '.join(sorted(lost))}")
    stuck = machine.states - reach(set(machine.ends), {(b, a) for a, b in steps})
    if stuck:
        raise MachineTableError(machine.name, f"dead end: {', '.join(sorted(stuck))}")


def reach(begun: set[str], steps: set[tuple[str, str]]) -> set[str]:
    """Every state that the steps lead to from those begun with, these included.

    >>> sorted(reach({"a"}, {("a", "b"), ("c", "d")}))
    ['a', 'b']
    """
    found = set(begun)
    while more := {b for a, b in steps if a in found} - found:
        found |= more
    return found


def keys(place: str, body: Any, need: frozenset[str], may: frozenset[str]) -> None:
    """Nothing, or MachineTableError: a key that is missing or not known."""
    if not isinstance(body, dict):
        raise MachineTableError(place, f"must be a mapping with {', '.join(sorted(need))}")
    for key in sorted(need - body.keys()):
        raise MachineTableError(place, f"{key} is missing")
    for key in sorted(map(str, body.keys() - may)):
        raise MachineTableError(place, f"{key} is not known")


def word(place: str, value: Any) -> str:
    """A name of the table, or MachineTableError: YAML reads a bare ``no`` as false."""
    if not isinstance(value, str) or not value:
        raise MachineTableError(place, f"{value!r} is not a name")
    return value


def words(place: str, value: Any) -> tuple[str, ...]:
    """A list of names that is not empty, or MachineTableError."""
    if not isinstance(value, list) or not value:
        raise MachineTableError(place, "must be a list with at least one name")
    return tuple(word(place, item) for item in value)


def known(place: str, value: Any, names: frozenset[str]) -> tuple[str, ...]:
    """A list of names each of which is one of ``names``, or MachineTableError."""
    found = words(place, value)
    for item in found:
        if item not in names:
            raise MachineTableError(place, f"{item} is not one of {', '.join(sorted(names))}")
    return found


def diagram(machine: Machine) -> str:
    """The machine as Mermaid text, one line for each step.

    >>> diagram(machines()["lead"]).splitlines()[:2]
    ['stateDiagram-v2', '  [*] --> received: receive']
    """
    lines = [f"  [*] --> {machine.start}: {machine.opening.event}"]
    for event, step in machine.transitions.items():
        lines += [f"  {source} --> {step.target}: {event}" for source in sorted(step.sources)]
    lines += [f"  {end} --> [*]" for end in sorted(machine.ends)]
    return "\n".join(["stateDiagram-v2", *lines])
