"""Stand-ins for the stages below the command line, and a home of the test's own."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from catchall.cli import options, screen
from catchall.cli.program import main
from catchall.runners.local import Ran


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    """CATCHALL_HOME of this test; wide output, no colours."""
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("CATCHALL_DEBUG", raising=False)
    monkeypatch.setattr(options, "today", lambda: date(2026, 11, 22))
    return tmp_path / "home"


@pytest.fixture
def orders(tmp_path) -> Path:
    """An input file; the stand-in runner does not read it."""
    path = tmp_path / "orders.csv"
    path.write_text("id\nS-1\n")
    return path


def held(**changes) -> SimpleNamespace:
    """A snapshot as the command line sees it."""
    fixed = {
        "name": "sample", "source": "ofac-sdn", "title": "A list", "date": "2026-01-15",
        "date_from": "file", "arrived": "2026-01-16T08:00:00+00:00",
        "confirmed": "2026-01-16T08:00:00+00:00",
        "effect": "prohibited", "records": 300, "names": 900, "refused": 0, "hash": "ab" * 32,
        "files": (("sdn.csv", "ab"),), "notes": (), "accept": "",
    }  # fmt: skip
    return SimpleNamespace(**{**fixed, **changes})


@pytest.fixture
def ran(one_of_each, rejects) -> Ran:
    """What the stand-in runner gives."""
    read = SimpleNamespace(
        source="orders.csv",
        good=5,
        rejected=0,
        notes=("COLOUR: unknown header, kept as extra",),
    )
    return Ran(
        determinations=one_of_each,
        rejects=rejects(),
        reports=(read,),
        lists=(held(),),
        lawbook="1+abc",
        records=None,
        seconds={},
    )


@pytest.fixture
def jobs(monkeypatch, ran):
    """The jobs that were run; ``give`` sets what the runner gives."""
    seen = SimpleNamespace(asked=[], gives=ran)

    def run(job, *, progress):
        progress("screening", 1, 1)
        seen.asked.append(job)
        if isinstance(seen.gives, Exception):
            raise seen.gives
        return seen.gives

    rules = [SimpleNamespace(jurisdictions=("un",))]
    monkeypatch.setattr(screen.load, "load", lambda **_: SimpleNamespace(rules=rules))
    monkeypatch.setattr(screen.local, "run", run)
    return seen


@pytest.fixture
def call(capfd):
    """Run the command line: its status, standard output and standard error."""

    def called(*words: object) -> SimpleNamespace:
        status = main([str(word) for word in words])
        told = capfd.readouterr()
        return SimpleNamespace(status=status, out=told.out, err=told.err)

    return called
