"""What may be done next with a file. In: a file as a reader sees it; out: actions with reasons.

The machine says what is possible, the role who may, the guards what still stands against it.
A guard that rests on what the reader may not see is told in one constant sentence.
"""

from collections.abc import Iterator

from catchall_desk.cases import guards
from catchall_desk.cases.events import FILES
from catchall_desk.cases.fold import PLAIN, File, is_plain
from catchall_desk.cases.guards import Move
from catchall_desk.cases.machines import Transition, machines
from catchall_desk.cases.policy import LabelClass, Reader, may_act, may_read
from catchall_desk.store.desk import Moment, StoredDesk
from catchall_desk.store.labels import kernel

Told = dict[str, object]
NOT_FIRST = frozenset({"begin"})
"""What begins a stream is no next event."""


def actions(file: File, reader: Reader, moment: Moment) -> list[Told]:
    """The steps of the machine from here, then the plain events of the reader's role.

    Call it outside any reading time: guards see all files, and tell what may be told.
    """
    with kernel():
        desk = StoredDesk(moment)
        whole = desk.whole(file.id) or file
        return [*steps(file, whole, reader, desk), *plain(file, reader)]


def steps(file: File, whole: File, reader: Reader, desk: StoredDesk) -> Iterator[Told]:
    """Every step that the machine has from the file's state, for whoever's role it is."""
    if file.kind not in FILES:
        return
    for name, step in machines()[file.kind].transitions.items():
        if file.state in step.sources and reader.role in step.roles:
            reasons = blocked(step, whole, reader, desk)
            yield {"event": name, "plain": False, "allowed": not reasons, "reasons": reasons}


def blocked(step: Transition, whole: File, reader: Reader, desk: StoredDesk) -> list[str]:
    """Why the step may not be taken now; each reason once."""
    move = Move(whole, step.event, reader, {})
    found = (
        guards.told(one, lambda marking: may_read(reader, LabelClass(0, marking)))
        for one in guards.unmet(move, desk.world)
    )
    return list(dict.fromkeys(found))


def plain(file: File, reader: Reader) -> Iterator[Told]:
    """The plain events that the reader's role may record here."""
    ended = file.kind in FILES and file.state in machines()[file.kind].ends
    for name in PLAIN:
        if name in NOT_FIRST or not is_plain(file.kind, name) or not may_act(reader, name):
            continue
        shut = ended and name in ("amend", "respond", "draw")
        reasons = [f"the file is {file.state}"] if shut else []
        yield {"event": name, "plain": True, "allowed": not shut, "reasons": reasons}
