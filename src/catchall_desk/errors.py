"""The desk's deliberate errors. In: nothing; out: exceptions that say where and what to do."""

from catchall.errors import CatchallError


class MachineTableError(CatchallError):
    """The table of state machines breaks its rules: ``place`` in it and ``problem``."""

    exit_status = 2

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"machines.yaml: {place}: {problem}; correct the table")


class EngineNotReadyError(CatchallError):
    """Lists or lawbook cannot be used, so nobody was screened: ``problem``."""

    exit_status = 5

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"not screened: {problem}")


class BundleError(CatchallError):
    """A bundle cannot be made of what was handed in: ``case`` and ``problem``."""

    exit_status = 2

    def __init__(self, case: str, problem: str) -> None:
        self.case, self.problem = case, problem
        super().__init__(f"bundle of case {case}: {problem}")


class ProposalError(CatchallError):
    """A proposal of a draft cannot be made: its ``key`` and ``problem``."""

    exit_status = 2

    def __init__(self, key: str, problem: str) -> None:
        self.key, self.problem = key, problem
        super().__init__(f"draft, {key}: {problem}")
