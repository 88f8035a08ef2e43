"""The desk's own work, as typed."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError

from catchall_desk.errors import EngineNotReadyError
from catchall_desk.program import screen


class Ready:
    """An engine that is always ready."""

    def at(self, now):
        """Itself: nothing changes."""
        return self

    def versions(self):
        """No lists."""
        return {}


@pytest.fixture
def work(monkeypatch):
    """What is due, round by round; what is screened comes off."""
    due = ["a", "b"]
    monkeypatch.setattr(screen, "Engine", lambda home: Ready())
    monkeypatch.setattr(screen.work, "due", lambda now, limit: tuple(due[:limit]))

    def screen_one(engine, now, moment):
        due.pop(0)
        return SimpleNamespace(judged=1, carried=0)

    monkeypatch.setattr(screen.work, "screen_due", screen_one)
    return due


def test_it_screens_until_nothing_is_due(work, call):
    done = call(screen.screen)
    assert (done.return_value, done.output) == (0, "2 screened; nothing is due\n")


def test_what_stays_due_ends_it(monkeypatch, work, call):
    stays = SimpleNamespace(file="7")
    monkeypatch.setattr(screen.work, "due", lambda now, limit: (stays,))
    done = call(screen.screen)
    assert (done.return_value, "file 7: stays due" in done.stderr) == (1, True)


def test_watching_goes_on_without_lists(monkeypatch, call):
    class Missing(Ready):
        def at(self, now):
            raise EngineNotReadyError("no list is in force")

    waits = iter([None])
    monkeypatch.setattr(screen, "Engine", lambda home: Missing())
    monkeypatch.setattr(screen.time, "sleep", lambda seconds: next(waits))
    done = call(screen.screen, "--watch", "5")
    assert isinstance(done.exception, StopIteration)
    assert done.stderr.count("no list is in force") == 2
    assert isinstance(call(screen.screen).exception, EngineNotReadyError)


class EnoughError(Exception):
    """Ends a loop that has no end."""


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (SimpleNamespace(judged=0, carried=0, problem=""), ""),
        (SimpleNamespace(judged=0, carried=0, problem="no list"), "no list"),
        (OperationalError("gone"), "the database does not answer"),
    ],
)
def test_beside_the_server_it_goes_on_and_tells_a_problem_once(
    monkeypatch, caplog, answer, told
):
    naps = iter([None, None])

    def work(engine, moment):
        if isinstance(answer, Exception):
            raise answer
        return answer

    def sleep(seconds):
        if next(naps, "end") == "end":
            raise EnoughError

    monkeypatch.setattr(screen.work, "work", work)
    monkeypatch.setattr(screen.time, "sleep", sleep)
    monkeypatch.setattr(screen, "close_old_connections", lambda: None)
    with pytest.raises(EnoughError):
        screen.forever(1)
    assert [record.args for record in caplog.records] == ([(told,)] if told else [])
