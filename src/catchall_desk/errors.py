"""The desk's deliberate errors. In: nothing; out: exceptions that say where and what to do."""

from catchall.errors import CatchallError


class MachineTableError(CatchallError):
    """The table of state machines breaks its rules: ``place`` in it and ``problem``."""

    exit_status = 2

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"machines.yaml: {place}: {problem}; correct the table")


class ClockTableError(CatchallError):
    """The table of clocks breaks its rules: ``place`` in it and ``problem``."""

    exit_status = 2

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"clocks.yaml: {place}: {problem}; correct the table")


class CalendarError(CatchallError):
    """Working days that are not known: the ``code`` of the place and the ``problem``."""

    exit_status = 2

    def __init__(self, code: str, problem: str) -> None:
        self.code, self.problem = code, problem
        super().__init__(f"calendar {code!r}: {problem}; give an ISO code like DE or GB-ENG")


class DeskSettingError(CatchallError):
    """A variable of the environment cannot be used: its ``name`` and the ``problem``."""

    exit_status = 2

    def __init__(self, name: str, problem: str) -> None:
        self.name, self.problem = name, problem
        super().__init__(f"{name}: {problem}; see docs/reference/environment.md")


class NotFoundError(CatchallError):
    """There is no such file that the reader may see; it says the same of what is hidden."""

    exit_status = 2

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"no such {kind} that you may see; check the id")


class NotAllowedError(CatchallError):
    """The signed-in user's role may not do this."""

    exit_status = 2

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{reason}; ask somebody whose role it is")


class StaleError(CatchallError):
    """The file changed since the caller last saw it: ``kind`` and ``stream``."""

    exit_status = 2

    def __init__(self, kind: str, stream: str) -> None:
        self.kind, self.stream = kind, stream
        super().__init__(f"this {kind} has changed since you read it; read it again, then act")


class RefusedError(CatchallError):
    """The law of the file or a guard forbids it: ``reasons``, one sentence each."""

    exit_status = 2

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reasons))


class KeyReusedError(CatchallError):
    """An idempotency key came again with another command."""

    exit_status = 2

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"the key {key!r} was used for another command; use a new one")


class ErasedError(CatchallError):
    """Something was to be added to a thing whose text was erased by law."""

    exit_status = 2

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"this {kind} was erased; record a new one")


class BadCursorError(CatchallError):
    """A cursor that no page of this desk gave."""

    exit_status = 2

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__("the cursor is not one of this desk; begin again without one")


class BadHeadsError(CatchallError):
    """Signed heads, or their key, are not what they should be: ``place``, ``problem``."""

    exit_status = 2

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"{place} {problem}; compare with the copy that was kept elsewhere")


class BadBackupError(CatchallError):
    """A backup cannot be restored: ``path`` and ``problem``."""

    exit_status = 2

    def __init__(self, path: str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{path}: {problem}")


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


class SealBrokenError(CatchallError):
    """A secret in the database cannot be opened: it was sealed with another key."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__(
            "a secret in the database was sealed with another key; set CATCHALL_DESK_SECRET "
            "or put back desk.key, as it was when the secret was sealed"
        )


class TokenRefusedError(CatchallError):
    """A key for programs cannot be made as wished."""

    exit_status = 2

    def __init__(self, problem: str) -> None:
        super().__init__(f"no key was made: {problem}")


class ScopeMissingError(CatchallError):
    """The key for programs is not good for what is asked: 403."""

    exit_status = 2

    def __init__(self, scope: str) -> None:
        self.scope = scope
        super().__init__(f"this key lacks the scope {scope}; make one that has it")


class WebhookRefusedError(CatchallError):
    """A webhook may not go to this address."""

    exit_status = 2

    def __init__(self, url: str) -> None:
        super().__init__(
            f"{url}: a webhook goes to an address with https (http only to this machine), "
            "without a user or password in it"
        )


class PreconditionMissingError(CatchallError):
    """A step of a file was asked for without saying in which state it was last seen."""

    exit_status = 2

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"say which {kind} you saw: send its ETag as If-Match")


class UserRefusedError(CatchallError):
    """A user cannot be added or changed as wished: ``name`` and ``problem``."""

    exit_status = 2

    def __init__(self, name: str, problem: str) -> None:
        self.name, self.problem = name, problem
        super().__init__(f"user {name}: {problem}")
