"""The invented watchlist of the story, confirmed anew each morning. In: a home; out: a list."""

from datetime import datetime
from pathlib import Path

import pyarrow as pa

from catchall import snapshots, tables
from catchall.names import index
from catchall_desk.jobs import moment
from catchall_desk.jobs.engine import Engine

LISTED = {
    "list": "exercise",
    "record": "E-1",
    "schema": "Organization",
    "names": [{"text": "Kivrox Pumps Limited", "kind": "primary", "quality": ""}],
    "addresses": [],
    "countries": [],
    "identifiers": [],
    "dates": [],
    "programmes": ["EXERCISE"],
    "remarks": "",
    "licence_requirement": "",
    "citations": [],
    "links": [],
    "properties": [],
}


def confirm(home: Path, now: datetime) -> None:
    """The list is fetched again, unchanged, and found in force by the desk."""
    table = pa.Table.from_pylist([LISTED], schema=tables.WATCHLIST)
    origin = snapshots.Origin(
        name="exercise",
        source="ofac-xml",
        effect="prohibited",
        date=now.date(),
        title="Exercise list",
        date_from="given",
        arrived=now.isoformat(),
    )
    snapshots.save(home, origin, table, tables.empty("REJECTS"), index.build(table))
    clock = moment.clock
    clock._engine = Engine(home)  # noqa: SLF001 - the story has a home of its own
    clock._looked = float("-inf")  # noqa: SLF001
