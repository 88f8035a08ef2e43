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


class QueueQuery(PageQuery):
    """Which duties: mine, of my office, sent and waiting, asked by partners, lapsing."""

    tab: Literal["mine", "office", "sent", "partner", "lapsing"] = "mine"


class DutiesOut(Schema):
    """A page of duties, the nearest day first."""

    duties: list[DutyOut]
    next: str


class SearchQuery(Strict):
    """What is looked for: a name, address, phone, number, ship, country, word."""

    q: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    kind: Word | None = None
    limit: Limit = 50


class SuggestQuery(Strict):
    """The beginning of a name, number or word."""

    q: Annotated[str, StringConstraints(min_length=1, max_length=100)]


class FoundOut(Schema):
    """A file or thing that was found, and by what."""

    file: RowOut
    score: str
    why: list[dict[str, str]]


class SearchOut(Schema):
    """What was found, the surest first."""

    found: list[FoundOut]


class SuggestOut(Schema):
    """Texts that begin so."""

    suggestions: list[str]


class NetworkQuery(Strict):
    """How many steps from the party."""

    hops: Annotated[int, Field(ge=1, le=3)] = 2


class RecurrenceOut(Schema):
    """A party with measures that may be this one under another name."""

    party: str
    title: str
    measures: list[str]
    score: str
    why: list[str]


class RecurrencesOut(Schema):
    """Every such party, the surest first."""

    recurrences: list[RecurrenceOut]


class WatchIn(Strict):
    """What is to be watched: a file or thing by its id, or words."""

    stream: Id | None = None
    words: Annotated[str, StringConstraints(max_length=500)] | None = None


class WatchOut(Schema):
    """A watched subject."""

    id: str
    stream: str | None
    words: str | None
    title: str
    made_at: datetime


class WatchesOut(Schema):
    """Your watched subjects."""

    watches: list[WatchOut]


class AlertOut(Schema):
    """An event on a watched subject."""

    watch: str
    event: EventOut


class AlertsOut(Schema):
    """What happened to your watched subjects since you watch them, the newest first."""

    alerts: list[AlertOut]


class MadeOut(Schema):
    """Something of your own that was made; ``secret`` is shown this once."""

    id: str
    secret: str | None = None


class GoneOut(Schema):
    """Something of your own that is no more."""

    id: str
    gone: bool


class TokenIn(Strict):
    """A key for a program."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    scopes: Annotated[list[Word], Field(min_length=1, max_length=10)]
    expires_at: AwareDatetime


class TokenOut(Schema):
    """A key without its secret."""

    id: str
    name: str
    scopes: list[str]
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


class TokensOut(Schema):
    """Your keys."""

    tokens: list[TokenOut]


class WebhookIn(Strict):
    """An address to be told of events; without types, of all."""

    url: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    types: Annotated[list[Word], Field(max_length=100)] = Field(default_factory=list)


class WebhookOut(Schema):
    """A webhook without its secret."""

    id: str
    url: str
    types: list[str]
    active: bool
    made_at: datetime


class WebhooksOut(Schema):
    """Your webhooks."""

    webhooks: list[WebhookOut]


class MeOut(Schema):
    """Who you are to the desk at this moment."""

    user: str
    role: str
    country: str
    level: str
    office: str
    readins: list[str]
    scopes: list[str]


class SignInOut(Schema):
    """One attempt to sign in as you."""

    at: datetime
    address: str | None
    how: str
    ok: bool


class SignInsOut(Schema):
    """The newest attempts."""

    sign_ins: list[SignInOut]


class ChainOut(Schema):
    """Is the log as it was written? If not, the first bad record."""

    intact: bool
    event: str | None = None
    problem: str | None = None


class HealthOut(Schema):
    """The desk answers."""

    status: Literal["ok"]


class ImportQuery(Strict):
    """``dry_run``: say what would become of the lines, and record nothing."""

    dry_run: bool = False


class RejectOut(Schema):
    """A line that was not taken, and why."""

    line: int
    id: str
    problem: str


class ImportOut(Schema):
    """What became of the lines: rows = taken + already + rejected."""

    rows: int
    taken: int
    already: int
    rejected: int
    dry_run: bool
    rejects: list[RejectOut]


class ExportQuery(Strict):
    """From where, and how many lines at most."""

    cursor: Cursor = ""
    limit: Annotated[int, Field(ge=1, le=10_000)] = 1000


class ScreenIn(Schema):
    """One shipment in the columns of docs/reference/columns.md, or its lines."""

    model_config = ConfigDict(extra="allow")


class ScreenOut(Schema):
    """The sealed record of the shipment, and the header of the run it belongs to."""

    header: dict[str, Any]
    record: dict[str, Any]
