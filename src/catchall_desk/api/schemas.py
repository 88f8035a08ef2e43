"""The shapes of what goes in and out, as OpenAPI tells them. In: nothing; out: schemas."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime, ConfigDict, StringConstraints

Word = Annotated[str, StringConstraints(max_length=100)]
Cursor = Annotated[str, StringConstraints(max_length=500)]
Limit = Annotated[int, Field(ge=1, le=200)]
Id = Annotated[str, StringConstraints(max_length=36)]


class Strict(Schema):
    """Something sent: what is not known is refused."""

    model_config = ConfigDict(extra="forbid")


class PlaceOut(Schema):
    """One place that is wrong."""

    place: str
    problem: str
    what_to_do: str


class ProblemOut(Schema):
    """A refusal, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    problems: list[PlaceOut]


class ListQuery(Strict):
    """Which files of a noun a list is to hold."""

    state: Word | None = None
    office: Word | None = None
    officer: Word | None = None
    about: Annotated[str, StringConstraints(max_length=3)] | None = None
    author: Word | None = None
    ended: bool | None = None
    cursor: Cursor = ""
    limit: Limit = 50


class CountsQuery(Strict):
    """By what files are counted."""

    by: Literal["state", "office", "officer", "about", "author", "ended"] = "state"


class KnownQuery(Strict):
    """As it was known on a day (to its end, UTC) or at a moment; absent: now."""

    known_on: AwareDatetime | date | None = None


class TimelineQuery(KnownQuery):
    """In which order, and from where."""

    by: Literal["happened", "recorded"] = "recorded"
    cursor: Cursor = ""
    limit: Limit = 200


class PageQuery(Strict):
    """A page and its size."""

    cursor: Cursor = ""
    limit: Limit = 50


class RowOut(Schema):
    """What a list shows of a file or thing."""

    id: str
    kind: str
    title: str
    state: str
    ended: bool
    marking: str
    office: str
    officer: str
    author: str
    about: str
    opened_at: datetime
    changed_at: datetime


class FilesOut(Schema):
    """A page of files; ``next`` is the cursor of the next page, empty at the end."""

    files: list[RowOut]
    next: str


class CountsOut(Schema):
    """How many files you may see, by one of their properties."""

    by: str
    counted: str
    counts: dict[str, int]


class EventOut(Schema):
    """One event, with its marking and source."""

    id: str
    stream: str
    kind: str
    type: str
    happened_at: datetime
    recorded_at: datetime
    actor: str
    role: str
    marking: str
    addressees: list[str]
    cause: str | None
    body: dict[str, Any]
    ruleset: dict[str, Any]


class ActionOut(Schema):
    """A lawful next event, and why it is blocked if it is."""

    event: str
    plain: bool
    allowed: bool
    reasons: list[str]


class WaitingOut(Schema):
    """An open request on which the file waits."""

    request: str
    to: dict[str, Any]
    due: str | None
    state: str


class DutyOut(Schema):
    """Something that must be done by a day."""

    file: str
    file_kind: str
    title: str
    kind: str
    due: date | None
    overdue: bool
    office: str
    officer: str
    basis: str
    silence: str
    marking: str
    why_mine: list[str]


class FileOut(Schema):
    """A file or thing as you may see it."""

    id: str
    kind: str
    title: str
    state: str
    marking: str
    addressees: list[str]
    office: str
    officer: str
    author: str
    opened_at: datetime
    changed_at: datetime
    fields: dict[str, Any]
    actions: list[ActionOut]
    waiting_on: list[WaitingOut]
    screening: str
    duties: list[DutyOut]
    entries: list[EventOut]
    known_on: datetime | None


class EventsOut(Schema):
    """A page of events."""

    events: list[EventOut]
    next: str


class EdgeOut(Schema):
    """A reference of a file, or a link of a thing; both ends are to be seen by you."""

    name: str
    source: str
    source_kind: str
    target: str
    event: str
    marking: str


class NodeOut(Schema):
    """One end of edges."""

    id: str
    kind: str
    title: str
    state: str
    marking: str
    hops: int


class EdgesOut(Schema):
    """Edges and what stands at their ends."""

    edges: list[EdgeOut]
    nodes: list[NodeOut]
    cut: bool


class DoneOut(Schema):
    """What a command led to."""

    id: str
    events: list[str]
    tag: str


class Labelled(Strict):
    """What every write may say beside its body."""

    marking: Annotated[str, StringConstraints(max_length=500)] = ""
    addressees: Annotated[list[Word], Field(max_length=100)] = Field(default_factory=list)
    happened_at: AwareDatetime | None = None
    cause: Id | None = None


class OpeningIn(Labelled):
    """A file to be opened or a thing to be recorded: its field values in ``set``."""

    set: dict[str, Any]
    office: Word | None = None
    officer: Word | None = None
    why: Annotated[str, StringConstraints(max_length=10_000)] | None = None


class EventIn(Labelled):
    """An event to be recorded: field values in ``set``, the rest of its body in ``body``."""

    type: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    set: dict[str, Any] | None = None
    body: dict[str, Any] = Field(default_factory=dict)
