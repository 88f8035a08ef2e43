"""An invented list in two versions, and stocks of invented parties to screen against it."""

from datetime import date

from tests import builders
from tests.catchall.runners.conftest import add_list

from catchall import snapshots
from catchall.runners import stock

DAY = date(2026, 11, 22)
FIRST = (
    builders.record("1", "KIVROX PUMPS LIMITED", "Kivroks Pump Works", countries=["AE"]),
    builders.record("2", "Tarvon Heavy Lift Bureau", countries=["SY"]),
    builders.record("3", "Zelmark Foundry", countries=["IR"]),
)
SECOND = (
    builders.record("1", "KIVROX PUMPS LIMITED", "Kivroks Pump Works", countries=["AE", "TR"]),
    builders.record("2", "Tarvon Heavy Lift Bureau", countries=["SY"]),
    builders.record("4", "Alder Ceramics", countries=["DE"]),
)
PARTIES = (
    ("c1", "Kivrox Pumps LLC", "AE", ""),
    ("c2", "Alder Ceramics GmbH", "DE", ""),
    ("c3", "Maple Tiles SA", "FR", "Tarvon Heavy Lift Bureau"),
    ("c4", "Zelmark Foundry Ltd", "IR", ""),
)


def written(folder, parties=PARTIES, name="stock.csv"):
    """A stock file of these parties: id, name, country, owners."""
    path = folder / name
    path.write_bytes(builders.csv(("id", "name", "country", "owners"), *parties))
    return path


def screened(home, file, **more):
    """The stock in the file screened by what is in force; its state is kept."""
    job = stock.Job(file, home, snapshots.in_force(home, DAY), **more)
    ran = stock.run(job, lambda *_: None)
    if ran.state is not None:
        stock.save(ran.state)
    return ran


def told(ran):
    """What became of each hit: party to change."""
    return {(row["id"], row["role"]): row["change"] for row in ran.hits.to_pylist()}


__all__ = ["FIRST", "PARTIES", "SECOND", "add_list", "screened", "told", "written"]
