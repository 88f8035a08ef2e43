"""Invented files for tests of clocks and duties. In: days and events; out: files."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from catchall_desk.cases.clock_table import HOLDS
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import fold
from catchall_desk.cases.machines import machines

D = date.fromisoformat
DAY = timedelta(days=1)


def events(kind, fields, *steps, name="f"):
    """Events of one stream: each step is (day, type) or (day, type, body).

    The opening event is put before them unless the first step is it.
    """
    opening = machines()[kind].opening.event
    first = steps[0] if steps else ("2026-01-05", opening)
    rest = steps[1:] if steps and first[1] == opening else steps
    begun = (first[0], opening, {"set": dict(fields), "office": "licensing", "officer": "ana"})
    return tuple(
        event(kind, name, number, step) for number, step in enumerate((begun, *rest), 1)
    )


def event(kind, name, number, step):
    day, type_, *body = step
    at = datetime.combine(D(day), datetime.min.time(), UTC) + timedelta(minutes=number)
    return Event(
        id=f"{name}-{number}",
        stream=name,
        kind=kind,
        seq=number,
        type=type_,
        happened_at=at,
        recorded_at=at,
        actor="ana",
        role="officer",
        marking="UNCLASSIFIED",
        body=body[0] if body else {},
    )


def file(kind, fields, *steps, name="f"):
    """The file that these events add up to."""
    return fold(events(kind, fields, *steps, name=name))


def request(kind, *steps, name="r", **fields):
    return file("request", {"kind": kind, **fields}, *steps, name=name)


def application(*steps, name="f", law="us.ear", **fields):
    return file("application", {"law": law, **fields}, *steps, name=name)


KINDS = {
    "application": {"law": ["us.ear", "gb", "eu"]},
    "request": {
        "law": ["us.ear", "gb"],
        "kind": ["interagency", "rfi", "consultation.eu", "intent_to_deny"],
        "to": [{"government": "DEU"}, {"government": "SAU"}],
    },
    "determination": {"law": ["us.ear"], "kind": ["plc_needed", "keep_records", "catch_all"]},
    "denial": {"whose": ["ours"], "regime": ["wa"], "wassenaar": ["sensitive", "basic"]},
    "transaction": {"law": ["us.ear", "us.itar", "eu", "gb"], "authorisation": ["general"]},
    "licence": {"law": ["us.itar"]},
}
BEGIN = {"register", "refer", "submit", "approve", "send", "screen", "clear", "ship"}
"""Steps that bring a file to where its clocks run; taken whenever they can be."""
FIRST = D("2026-03-02")
LATER = st.integers(0, 200).map(lambda days: FIRST + DAY * days)


@st.composite
def histories(draw, kinds=tuple(KINDS), name="f"):
    """A file that walked its machine, a random number of days between the steps."""
    kind = draw(st.sampled_from(kinds))
    fields = {key: draw(st.sampled_from(said)) for key, said in KINDS[kind].items()}
    machine, day, state = machines()[kind], FIRST, machines()[kind].start
    steps = [(day.isoformat(), machine.opening.event)]
    for turn in range(draw(st.integers(0, 12))):
        able = [t for t in machine.transitions.values() if state in t.sources]
        able = [t for t in able if turn > 5 or t.target not in machine.ends] or able
        if not able:
            break
        step = draw(st.sampled_from([t for t in able if t.event in BEGIN] or able))
        day, state = day + DAY * draw(st.integers(0, 25)), step.target
        reason = draw(st.sampled_from([*HOLDS, "of no kind"]))
        body = {"set": {"hold_reason": reason}} if step.event == "hold" else {}
        steps.append((day.isoformat(), step.event, body))
    return file(kind, {**fields, "case": "k"}, *steps, name=name)
