"""The desk's deliberate errors. In: nothing; out: exceptions that say where and what to do."""

from catchall.errors import CatchallError


class MachineTableError(CatchallError):
    """The table of state machines breaks its rules: ``place`` in it and ``problem``."""

    exit_status = 2

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"machines.yaml: {place}: {problem}; correct the table")


class DeskSettingError(CatchallError):
    """A variable of the environment cannot be used: its ``name`` and the ``problem``."""

    exit_status = 2

    def __init__(self, name: str, problem: str) -> None:
        self.name, self.problem = name, problem
        super().__init__(f"{name}: {problem}; see docs/reference/environment.md")
