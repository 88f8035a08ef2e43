"""The shapes of what stands beside the files: queue, search, accounts, upkeep. All schemas."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime, StringConstraints

from catchall_desk.api.schemas import (
    Cursor,
    DutyOut,
    EventOut,
    Id,
    Limit,
    PageQuery,
    RowOut,
    Strict,
    Word,
)


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


class MessageIn(Strict):
    """A telegram or other message as text, and the marking that it is kept under."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    text: Annotated[str, StringConstraints(min_length=1, max_length=1_000_000)]
    marking: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    addressees: Annotated[list[Word], Field(max_length=100, default_factory=list)]


class SpanOut(Schema):
    """Where a value stands in the text."""

    start: int
    end: int
    text: str
    paragraph: str
    part: str


class ValueOut(Schema):
    """A proposed value of a field, with the words it rests on and the rule that found it."""

    field: str
    value: Any
    span: SpanOut | None
    rule: str
    confidence: str


class HintOut(Schema):
    """What is here already, or on a list, and may be the same."""

    kind: str
    target: str
    score: str
    why: str


class JudgedOut(Schema):
    """What a person said of a proposal; ``stream`` is what came of it."""

    says: str
    why: str
    stream: str
    actor: str
    event: str


class ProposalOut(Schema):
    """One file or thing that the message proposes."""

    key: str
    kind: str
    type: str
    values: list[ValueOut]
    like: list[HintOut]
    judged: JudgedOut | None


class ProposalsOut(Schema):
    """A message's text and what it proposes."""

    text: str
    proposals: list[ProposalOut]


class VerdictIn(Strict):
    """What is said of a proposal: accepted, edited, joined to ``stream``, or rejected."""

    key: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    says: Literal["accepted", "edited", "joined", "rejected"]
    edits: Annotated[dict[str, Any], Field(default_factory=dict)]
    rejects: Annotated[list[int], Field(max_length=1000, default_factory=list)]
    why: Annotated[str, StringConstraints(max_length=5000)] = ""
    stream: Id | None = None


class VerdictsIn(Strict):
    """What is said of proposals of one message; all of it is done, or nothing."""

    said: Annotated[list[VerdictIn], Field(min_length=1, max_length=1000)]
    marking: Annotated[str, StringConstraints(max_length=500)] = ""
    addressees: Annotated[list[Word], Field(max_length=100, default_factory=list)]


class VerdictsOut(Schema):
    """The message, and what came of each verdict, in the order of the proposals."""

    id: str
    judged: Annotated[list[JudgedOut], Field(default_factory=list)]


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


class ScreenOut(Schema):
    """The sealed record of the shipment, and the header of the run it belongs to."""

    header: dict[str, Any]
    record: dict[str, Any]
