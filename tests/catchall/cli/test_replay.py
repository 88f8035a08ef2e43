"""Replayed records: the same, or what differs."""

import pytest

from catchall.cli import replay as command
from catchall.runners.replay import Replayed


@pytest.fixture
def records(tmp_path):
    folder = tmp_path / "out.records"
    folder.mkdir()
    return folder


def test_the_same_result_ends_well(call, records, home, monkeypatch):
    seen = []

    def run(*given):
        seen.append(given)
        return (Replayed("S-1", same=True, differences=()),)

    monkeypatch.setattr(command, "run_again", run)
    told = call("replay", records, "S-1")
    assert (told.status, told.out) == (0, "1 replayed, 1 the same\n")
    assert seen == [(records, ("S-1",), home)]


def test_a_difference_is_said_and_ends_with_status_1(call, records, monkeypatch):
    one = Replayed("S-1", same=False, differences=("outcome: 'clear' then, 'stop' here",))
    monkeypatch.setattr(command, "run_again", lambda *_: (one,))
    told = call("replay", records, "--home", records)
    assert told.status == 1
    assert "S-1 differs: outcome: 'clear' then, 'stop' here" in told.out
    assert "1 replayed, 0 the same, 1 different" in told.err
