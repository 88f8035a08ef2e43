"""A home with one invented list, and a file of invented shipments to run against it."""

from datetime import date
from pathlib import Path

import pytest
from tests import builders

from catchall import snapshots
from catchall.names import index
from catchall.runners import local
from catchall.runners.prepare import Job
from catchall.snapshots import Origin
from catchall.tables import empty

NOW = "2026-11-22T10:00:00+00:00"
COLUMNS = (
    "id", "exporter", "exporter_country", "consignee", "consignee_country", "end_user",
    "end_user_country", "description", "destination_country", "exporter_knowledge",
)  # fmt: skip
ROWS = [
    (f"T{number:02d}", "Alder Ceramics GmbH", "DE", "Maple Tiles SA", "FR", "Maple Tiles SA",
     "FR", "ceramic wall tiles", "FR", "none")
    for number in range(9)
]  # fmt: skip
LISTED = ("T99", "Alder Ceramics GmbH", "DE", "Kivrox Pumps LLC", "AE", "Kivrox Pumps LLC",
          "AE", "ceramic wall tiles", "AE", "none")  # fmt: skip


def add_list(home: Path, *records, day="2026-01-02", arrived=NOW):
    """Save an invented list under the name ``exercise``."""
    table = builders.watchlist(*records)
    origin = Origin(
        name="exercise", source="ofac-xml", title="Exercise list", effect="prohibited",
        date=date.fromisoformat(day), date_from="given", arrived=arrived,
    )  # fmt: skip
    return snapshots.save(home, origin, table, empty("REJECTS"), index.build(table))


@pytest.fixture
def home(tmp_path) -> Path:
    """A CATCHALL_HOME that holds one list of two records."""
    folder = tmp_path / "home"
    add_list(
        folder,
        builders.record("1", "KIVROX PUMPS LIMITED", "Kivroks Pump Works", countries=["AE"]),
        builders.record("2", "Tarvon Heavy Lift Bureau", countries=["SY"]),
    )
    return folder


@pytest.fixture
def job(home, tmp_path) -> Job:
    """Ten shipments, one of them to the listed firm."""
    path = tmp_path / "shipments.csv"
    path.write_bytes(builders.csv(COLUMNS, *ROWS, LISTED))
    return Job((path,), home, date(2026, 11, 22), NOW, out=tmp_path / "out.parquet")


@pytest.fixture
def small_batches(monkeypatch):
    """Three shipments a batch."""
    monkeypatch.setattr(local, "BATCH", 3)
