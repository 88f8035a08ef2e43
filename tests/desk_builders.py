"""Commands and readers for the desk's tests; every firm here is invented."""

from datetime import UTC, datetime, timedelta

from django.db import connections

from catchall_desk.cases.commands import Command
from catchall_desk.cases.policy import Reader
from catchall_desk.store.database import alias
from catchall_desk.store.desk import Moment

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
OFFICER = Reader("ana", "officer", "USA", "S", "desk one")
BOSS = Reader("ben", "supervisor", "USA", "S", "desk one")
PARTNER = Reader("pia", "partner", "DEU", "S", "posts")
OPEN = "UNCLASSIFIED//REL TO USA, DEU"
CLOSE = "SECRET//NOFORN"
OPENINGS = {
    "lead": ("receive", {"source": "open_source", "text": "Pumps are on the way"}),
    "transaction": ("report", {"summary": "Two pumps by sea"}),
    "case": (
        "open",
        {
            "title": "Pumps by another way",
            "about": "AE",
            "kind": "diversion",
            "raised_by": ["DEU"],
        },
    ),
    "party": ("begin", {"name": "Holm Feinwerk", "schema": "company"}),
}


def at(minutes: int = 0, **ruleset) -> Moment:
    """So many minutes after the morning on which the tests begin."""
    return Moment(NOW + timedelta(minutes=minutes), ruleset)


def opening(kind: str, marking: str = OPEN, *, key: str = "", **values) -> Command:
    """A command that opens a file of this kind, or first records a thing."""
    event, usual = OPENINGS[kind]
    return Command(kind, event, body={"set": {**usual, **values}}, marking=marking, key=key)


def claim(stream: str, name: str, marking: str = OPEN) -> Command:
    """A command that claims another name for a party."""
    value = {"name": name, "kind": "alias"}
    body = {"property": "name", "value": value, "source": {"text": "letter"}}
    return Command("party", "claim", stream, body=body, marking=marking)


def tables() -> dict[str, str]:
    """Everything that the database holds, table by table, as text: bytes as they are."""
    connection = connections[alias()]
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of ours
            rows = [
                [bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor
            ]
            found[table] = repr(rows)
    return found
