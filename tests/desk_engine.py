"""An engine with one invented list, put in the place of the desk's own for a test."""

from tests.catchall_desk.jobs import sample

from catchall_desk.jobs import moment
from catchall_desk.jobs.engine import Engine

_ENGINES = {}


def in_force(tmp_path_factory):
    """What is in force with the invented list; made once."""
    if not _ENGINES:
        home = tmp_path_factory.mktemp("engine")
        sample.keep(home, sample.LISTED)
        _ENGINES["now"] = Engine(home).at(sample.NOW)
    return _ENGINES["now"]


class FixedClock(moment.Clock):
    """The desk's clock, with the engine of the tests."""

    def __init__(self, found):
        super().__init__()
        self._given = found

    def in_force(self):
        """The invented list and the lawbook."""
        return self._given
