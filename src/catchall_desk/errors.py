"""The desk's deliberate errors. In: nothing; out: exceptions that say where and what to do."""

from catchall.errors import CatchallError


class MachineTableError(CatchallError):
    """The table of state machines breaks its rules: ``place`` in it and ``problem``."""

    exit_status = 2

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"machines.yaml: {place}: {problem}; correct the table")


class FieldTableError(CatchallError):
    """The table of fields breaks its rules: ``place`` in it and ``problem``."""

    exit_status = 2

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"fields.yaml: {place}: {problem}; correct the table")


class InvalidBodyError(CatchallError):
    """The body of an event is not what its kind and type ask for.

    ``problems`` are all that were found, each as (place, problem, what to do).
    """

    exit_status = 2

    def __init__(self, *problems: tuple[str, str, str]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{at}: {what}; {do}" for at, what, do in problems))
