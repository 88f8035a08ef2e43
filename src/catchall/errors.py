"""Every deliberate error. In: nothing; out: exceptions whose text says where and what to do.

::

    CatchallError
     |- UsageError             the command was called wrongly             exit status 2
     |- InputError             a whole file cannot be read                exit status 2
     |   `- UnknownColumnsError  none of its columns is known             exit status 2
     |- TableError             a table does not have its schema           exit status 1
     |- WatchlistRefusedError  an official file is damaged or not known   exit status 2
     |   `- WatchlistDoubtError  a person must accept it first            exit status 2
     |- FetchError             a list could not be downloaded             exit status 3
     |- SnapshotDamagedError   a stored snapshot fails its checksum       exit status 5
     |- NoListInForceError     nothing to screen against                  exit status 5
     |- LawbookError           a lawbook file breaks its rules            exit status 2
     |- MissingExtraError      a command's extra is not installed         exit status 2
     |- MarkingError           a marking is wrong or cannot be combined   exit status 2
     `- RecordError            a sealed record is broken or not found     exit status 2

A line of input that cannot be read is not an error: it is a row of REJECTS.
"""


class CatchallError(Exception):
    """The root; ``exit_status`` is what the command line ends with."""

    exit_status = 1


class UsageError(CatchallError):
    """The command was called wrongly; the text says what to type instead."""

    exit_status = 2


class InputError(CatchallError):
    """A whole file cannot be read: ``path``, ``problem``, and what to do (``advice``)."""

    exit_status = 2

    def __init__(self, path: str, problem: str, advice: str) -> None:
        self.path, self.problem, self.advice = path, problem, advice
        super().__init__(f"{path}: {problem}. {advice}")


class UnknownColumnsError(InputError):
    """No column of the file is known; the advice depends on what the file was given as."""


class TableError(CatchallError):
    """A table does not have the schema of ``tables.py``: ``table`` and ``problem``."""

    def __init__(self, table: str, problem: str) -> None:
        self.table, self.problem = table, problem
        super().__init__(f"table {table}: {problem}; the stage that filled it must change")


class WatchlistRefusedError(CatchallError):
    """A list file is refused whole: ``path``, ``place`` in it, ``problem``, ``advice``."""

    exit_status = 2

    def __init__(self, path: str, place: str, problem: str, advice: str) -> None:
        self.path, self.place, self.problem, self.advice = path, place, problem, advice
        super().__init__(f"{path}, {place}: {problem}. Nothing was changed. {advice}")


class WatchlistDoubtError(WatchlistRefusedError):
    """A list can be read but is in doubt: only a person may put it in force."""


class FetchError(CatchallError):
    """A list file could not be downloaded: ``address`` and ``problem``."""

    exit_status = 3

    def __init__(self, address: str, problem: str) -> None:
        self.address, self.problem = address, problem
        super().__init__(
            f"{address}: {problem}. The list in force stays; try again later, or correct the "
            "address in watchlists.yaml"
        )


class SnapshotDamagedError(CatchallError):
    """A stored snapshot or index fails its checksum: ``path`` and ``problem``."""

    exit_status = 5

    def __init__(self, path: str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(
            f"{path}: {problem}. It is not used. Add the list again: catchall watchlist add"
        )


class NoListInForceError(CatchallError):
    """No watchlist is in force on ``day``; the text says what to add."""

    exit_status = 5

    def __init__(self, day: str, detail: str = "") -> None:
        self.day, self.detail = day, detail
        super().__init__(
            f"no watchlist is in force on {day}{detail}: no party was screened. "
            "Add an official file first, for example: "
            "catchall watchlist add ofac SDN.CSV ALT.CSV ADD.CSV"
        )


class LawbookError(CatchallError):
    """A lawbook file breaks its rules: ``path``, ``place`` (key path), ``problem``."""

    exit_status = 2

    def __init__(self, path: str, place: str, problem: str) -> None:
        self.path, self.place, self.problem = path, place, problem
        super().__init__(f"{path}: {place}: {problem}")


class MissingExtraError(CatchallError):
    """A command belongs to an extra that is not installed: its ``name``."""

    exit_status = 2

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"catchall {name} is an extra that is not installed here: pip install "
            f"'catchall[{name}]', or in a clone: make set-up-dev"
        )


class MarkingError(CatchallError):
    """A marking is wrong, or markings cannot be combined: ``marking`` and ``problems``."""

    exit_status = 2

    def __init__(self, marking: str, *problems: str) -> None:
        self.marking, self.problems = marking, problems
        super().__init__(f"marking {marking!r}: {'; '.join(problems)}")


class RecordError(CatchallError):
    """A sealed record is broken or not found: ``path`` and ``problem``."""

    exit_status = 2

    def __init__(self, path: str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{path}: {problem}")
