"""The moment of a request: what is in force is looked up again after a while."""

import pytest

from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs import moment
from catchall_desk.jobs.moment import Clock


class Counted:
    """An engine that counts how often it is asked."""

    def __init__(self, *, ready=True):
        self.asked, self.ready = 0, ready

    def at(self, _now):
        """How often it was asked, if it is ready."""
        self.asked += 1
        if not self.ready:
            raise EngineNotReadyError("no list is in force")
        return self.asked


def clock(engine):
    made = Clock()
    made._engine = engine
    return made


def test_what_is_in_force_is_kept_for_a_while(monkeypatch):
    seconds = iter((100.0, 100.0, 101.0, 106.0, 106.0))
    monkeypatch.setattr(moment.time, "monotonic", lambda: next(seconds))
    made = clock(Counted())
    assert [made.in_force() for _ in range(3)] == [1, 1, 2]


def test_an_engine_that_is_not_ready_screens_nobody(monkeypatch):
    monkeypatch.setattr(moment, "clock", clock(Counted(ready=False)))
    with pytest.raises(EngineNotReadyError):
        moment.clock.in_force()
    assert (moment.lists(), dict(moment.ruleset())) == ([], {})
