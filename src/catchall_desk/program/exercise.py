"""The world of the demo: cases, requests, papers, parties. In: a moment; out: recorded events.

What is told stands in ``exercise.yaml``; here it is spread over the weeks before the moment.
Everything is invented and says so; ``catchall desk --demo`` alone records it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from catchall_desk.accounts.models import User
from catchall_desk.program.exercise_files import Trade, Written, case_files
from catchall_desk.program.exercise_home import told
from catchall_desk.store import log
from catchall_desk.store.bulk import Before, drafted, own_id
from catchall_desk.store.labels import kernel
from catchall_desk.store.rebuild import rebuild_streams

BEFORE = 61
"""Days before the moment on which the parties were first recorded."""
REGISTER = {"text": "exercise register"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as for an import, recorded at a moment by a user of the demo."""

    at: datetime
    by: str
    said: Mapping[str, Any]


@dataclass
class World:
    """Everything that happened before ``now``, in the order in which it was recorded."""

    now: datetime
    entries: list[Entry] = field(default_factory=list)

    def write(self, one: Written) -> None:
        """One event, so many days ago; each a minute after the one written before it."""
        at = self.now - timedelta(days=one.age) + timedelta(seconds=len(self.entries) % 3600)
        happened = self.now - timedelta(days=one.happened or one.age)
        said = {
            "id": f"exercise-{len(self.entries)}",
            "stream": one.stream,
            "kind": one.kind,
            "type": one.type,
            "marking": told()["markings"][one.marking],
            "happened_at": min(at, happened).isoformat(),
            "body": dated(one.body, self.now),
        }
        self.entries.append(Entry(at, one.by, said))


def dated(value: Any, now: datetime) -> Any:
    """The value with ``{"days": n}`` replaced by the day that many days after ``now``.

    >>> dated({"due": {"days": 2}}, datetime(2026, 3, 1))
    {'due': '2026-03-03'}
    """
    if isinstance(value, dict):
        if value.keys() == {"days"}:
            return (now + timedelta(days=value["days"])).date().isoformat()
        return {name: dated(part, now) for name, part in value.items()}
    return [dated(part, now) for part in value] if isinstance(value, list) else value


def world(now: datetime) -> World:
    """The world as it stands at this moment."""
    made = World(now)
    for one in (*parties(), *links()):
        made.write(one)
    for number, row in enumerate(told()["cases"]):
        for one in case_files(Trade(number, row, told())):
            made.write(one)
    return made


def parties() -> Iterator[Written]:
    """Every party with its country and its other names, each with its source."""
    for word, one in told()["parties"].items():
        schema = one.get("schema", "company")
        begun = {"name": one["name"], "schema": schema}
        yield Written(word, "party", "begin", "shared", "ana", BEFORE, {"set": begun})
        yield claim(word, "country", one["country"])
        for text, kind, script in one.get("names", ()):
            yield claim(word, "name", {"name": text, "kind": kind, "script": script})
        yield claim(word, "statement", "Exercise material: no such party exists.")
    weak = {"name": "Tarsin", "kind": "weak_alias"}
    source = {"text": "a report, not released"}
    body = {"property": "name", "value": weak, "source": source, "confidence": "C3"}
    yield Written("tarsin", "party", "claim", "ours", "noor", 12, body, 30)


def claim(word: str, name: str, value: object) -> Written:
    """What a register says of a party."""
    body = {"property": name, "value": value, "source": REGISTER}
    return Written(word, "party", "claim", "shared", "ana", BEFORE - 1, body)


def links() -> Iterator[Written]:
    """What ties parties; every second tie is the desk's own knowledge."""
    for number, (source, kind, target) in enumerate(told()["links"]):
        marking = ("shared", "ours")[number % 2]
        body = {"type": kind, "to": {"ref": target}, "source": REGISTER, "confidence": "B2"}
        yield Written(source, "party", "link", marking, "noor", BEFORE - 20 - number, body)


def fill(now: datetime, users: Mapping[str, User]) -> int:
    """Records the world in the desk of these users, in one transaction; how many events.

    It is recorded as an import is: steps must be lawful and fields right, guards are not asked.
    """
    states: dict[str, Before] = {}
    stamped = []
    for one in sorted(world(now).entries, key=lambda one: one.at):
        draft = drafted(one.said, states, own_id("event", one.said["id"]))
        stamped.append((draft, log.Stamp(one.by, users[one.by].role, one.at)))
    with kernel():
        rebuild_streams(log.append_stamped(stamped))
    return len(stamped)
