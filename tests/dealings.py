"""Dealings with a country: a request sent and answered, a case with a measure; all invented."""

from tests.desk_builders import BOSS, CLOSE, OFFICER, OPEN, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run

POINTS = [{"number": "1", "text": "Who bought the pumps?"}]


def sent(days: int | None = 3, marking: str = OPEN, says: str = "acted") -> str:
    """A request to Germany; answered after so many days, or not at all."""
    body = {
        "kind": "rfi",
        "from": {"government": "USA"},
        "to": {"government": "DEU"},
        "points": POINTS,
        "summary": "Ask about the pumps",
    }
    asked = run(Command("request", "draft", body={"set": body}, marking=marking), OFFICER, at())
    for minute, (event, actor) in enumerate(
        [("submit", OFFICER), ("approve", BOSS), ("send", OFFICER)], 1
    ):
        run(Command("request", event, asked.stream), actor, at(minute))
    if days is not None:
        said = {"by": "DEU", "answers": [{"point": "1", "says": says}]}
        late = at(days * 24 * 60 + 5)
        run(Command("request", "respond", asked.stream, body=said), OFFICER, late)
        run(Command("request", "answer", asked.stream), OFFICER, late)
    return asked.stream


def measured() -> tuple[str, str]:
    """The ids of a case about Germany and of a party fined in it."""
    case = run(opening("case", about="DE"), OFFICER, at()).stream
    party = run(opening("party"), OFFICER, at(1)).stream
    body = {"kind": "fine", "by": {"government": "USA"}, "on": [party], "case": case}
    made = Command("measure", "propose", body={"set": body}, marking=OPEN)
    measure = run(made, OFFICER, at(2)).stream
    run(Command("measure", "impose", measure), OFFICER, at(3))
    return case, party


def again(party: str) -> str:
    """A later transaction with the same party."""
    roles = [{"role": "consignee", "party": party}]
    return run(opening("transaction", roles=roles), OFFICER, at(60)).stream


__all__ = ["CLOSE", "again", "measured", "sent"]
