"""Every question that a program may ask of the desk's API, about a world of ``twin_worlds``.

Questions stand under the route that answers them: method and path as the router has it. What
is asked must not depend on the answers of one world, so all ids are those of the history.
"""

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.twin_worlds import ALL, OPENINGS

from catchall_desk.api.routes_files import NOUNS
from catchall_desk.store.bulk import own_id

ABSENT = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
RICH = frozenset({"case", "party", "request"})
"""Kinds of which everything is asked in turn; of the others, all routes once."""


@dataclass(frozen=True)
class Question:
    """One request. ``tag_of`` is a path whose last ETag goes along as If-Match."""

    route: str
    path: str
    body: object = None
    tag_of: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def method(self) -> str:
        """The method of the route."""
        return self.route.split(" ")[0]


def stream(word: str) -> str:
    """The id of a file by its word; where a ref stands in a body, resolved."""
    return own_id("stream", word)


def resolved(value: object) -> object:
    """A body with every ref as the id that it has here."""
    if isinstance(value, dict):
        if value.keys() == {"ref"}:
            return stream(value["ref"])
        return {name: resolved(part) for name, part in value.items()}
    return [resolved(part) for part in value] if isinstance(value, list) else value


def rich(turn: int) -> str:
    """The kind of which everything is asked in this turn."""
    return sorted(RICH)[turn % len(RICH)]


def nouns(turn: int) -> dict[str, str]:
    """The rich nouns, and a quarter of the others: all of them come up in four turns."""
    plain = [noun for noun, kind in NOUNS.items() if kind not in RICH]
    return {n: k for n, k in NOUNS.items() if k in RICH or plain.index(n) % 4 == turn % 4}


def questions(turn: int) -> Iterator[Question]:
    """All of a turn: reading, then writing, then reading what the writes may have changed."""
    asked = nouns(turn)
    for noun, kind in asked.items():
        yield from of_noun(noun, kind, rich(turn))
    yield from beside()
    for noun, kind in asked.items():
        yield from writes(noun, kind, rich(turn))
    yield from own()
    yield from messages()
    for noun, kind in asked.items():
        if kind in RICH:
            yield Question(f"GET /{noun}", f"/{noun}")
            yield Question(f"GET /{noun}/{{stream}}", f"/{noun}/{stream(f'{kind} all')}")
    yield from overall()


def of_noun(noun: str, kind: str, whole: str) -> Iterator[Question]:
    """Lists, counts and single files of one noun."""
    yield Question(f"GET /{noun}", f"/{noun}")
    yield Question(f"GET /{noun}/counts", f"/{noun}/counts")
    yield from told(noun, f"{kind} all")
    yield Question(f"GET /{noun}/{{stream}}", f"/{noun}/{stream(f'{kind} high')}")
    if kind == whole:
        for by in ("office", "about", "ended"):
            yield Question(f"GET /{noun}/counts", f"/{noun}/counts?by={by}")
        for some in ("state=open&limit=2", "office=desk+one", "about=MT&ended=false&limit=1"):
            yield Question(f"GET /{noun}", f"/{noun}?{some}")
        yield from told(noun, f"{kind} high")
        for more in ("deu", "us?known_on=2026-03-02T08:31:30Z"):
            word, _, past = more.partition("?")
            path = f"/{noun}/{stream(f'{kind} {word}')}?{past}"
            yield Question(f"GET /{noun}/{{stream}}", path)


def told(noun: str, word: str) -> Iterator[Question]:
    """What is told of one file."""
    at = f"/{noun}/{{stream}}"
    own_ = f"/{noun}/{stream(word)}"
    yield Question(f"GET {at}", own_)
    yield Question(f"GET {at}/timeline", f"{own_}/timeline?by=happened&limit=5")
    yield Question(f"GET {at}/edges", f"{own_}/edges")


def beside() -> Iterator[Question]:
    """Search, network, queue: what looks across files."""
    for word in ("all", "high"):
        one = stream(f"party {word}")
        for hops in (1, 2):
            yield Question(
                "GET /parties/{stream}/network", f"/parties/{one}/network?hops={hops}"
            )
        yield Question("GET /parties/{stream}/recurrence", f"/parties/{one}/recurrence")
        case = stream(f"case {word}")
        yield Question("GET /cases/{stream}/bundle", f"/cases/{case}/bundle")
    for tab in ("mine", "office", "sent", "partner", "lapsing"):
        yield Question("GET /queue", f"/queue?tab={tab}&limit=2")
    for said in ("Kavzel", "Kavze+Ltd", "%2B356+2100+4411", "high"):
        yield Question("GET /search", f"/search?q={said}")
    yield Question("GET /openapi.json", "/openapi.json")
    yield Question("GET /docs", "/docs")
    yield Question("GET /search", "/search?q=Kavzel&kind=party&limit=2")
    for begin in ("k", "kavzel+h", "d", "high"):
        yield Question("GET /search/suggest", f"/search/suggest?q={begin}")
    yield from overall()
    for path in ("/me", "/me/sign-ins", "/tokens", "/health", "/chain"):
        yield Question(f"GET {path}", path)


def overall() -> Iterator[Question]:
    """What tells of the whole store, and of the user's own."""
    for path in ("/alerts", "/watches", "/export", "/export?limit=3", "/export/ftm"):
        yield Question(f"GET {path.split('?')[0]}", path)
    for path in ("/webhooks", "/metrics"):
        yield Question(f"GET {path}", path)


def writes(noun: str, kind: str, whole: str) -> Iterator[Question]:
    """Files are opened, notes added to what is there, hidden or absent."""
    values = resolved(OPENINGS[kind][1])
    yield Question(f"POST /{noun}", f"/{noun}", {"set": values, "marking": ALL})
    at = f"POST /{noun}/{{stream}}/events"
    note = {"type": "note", "body": {"text": "Kavzel again"}, "marking": ALL}
    for word in ("all", "high"):
        yield Question(at, f"/{noun}/{stream(f'{kind} {word}')}/events", note)
    if kind == whole:
        amend = {"type": "amend", "set": {"keep": "x"}}
        for lost in (stream(f"{kind} high"), ABSENT):
            yield Question(at, f"/{noun}/{lost}/events", amend)
        known = f"/{noun}/{stream(f'{kind} all')}"
        for asked in (amend, {"type": "assign", "body": {"officer": "ben"}}):
            yield Question(f"GET /{noun}/{{stream}}", known)
            yield Question(at, f"{known}/events", asked, tag_of=known)


def own() -> Iterator[Question]:  # noqa: PLR0915 - a list of questions
    """A case moves; links to hidden and absent things; the user's own things come and go."""
    case, party = f"/cases/{stream('case all')}", f"/parties/{stream('party all')}"
    at = "POST /cases/{stream}/events"
    yield Question("GET /cases/{stream}", case)
    yield Question(at, f"{case}/events", {"type": "take"}, case)
    for end in (stream("party high"), ABSENT, stream("party deu")):
        link = {"type": "owns", "to": end, "source": {"text": "letter"}}
        asked = {"type": "link", "body": link, "marking": ALL}
        yield Question("POST /parties/{stream}/events", f"{party}/events", asked)
    for cause in (own_id("event", "x"), own_id("event", "party high/begin")):
        note = {"type": "note", "body": {"text": "so"}, "marking": ALL, "cause": cause}
        yield Question(at, f"{case}/events", note)
    for subject in ({"stream": stream("case high")}, {"stream": ABSENT}, {"words": "Kavzel"}):
        yield Question("POST /watches", "/watches", subject)
    yield Question("DELETE /watches/{number}", f"/watches/{ABSENT}")
    key = {"name": "k", "scopes": ["read"], "expires_at": "2026-04-01T00:00:00Z"}
    yield Question("POST /tokens", "/tokens", key)
    yield Question("DELETE /tokens/{number}", f"/tokens/{ABSENT[:16]}")
    yield Question("POST /webhooks", "/webhooks", {"url": "https://hook.example/two"})
    yield Question("DELETE /webhooks/{number}", f"/webhooks/{ABSENT}")
    yield Question(
        "POST /screen", "/screen", {"exporter": "Kavzel Trading", "date": "2026-03-01"}
    )
    rows = b'{"id": "S-1", "consignee": "Kavzel Trading"}\n'
    yield Question("POST /uploads", "/uploads?name=a.jsonl&marking=UNCLASSIFIED", rows)
    yield Question("GET /uploads", "/uploads")
    yield Question("GET /uploads/{number}", f"/uploads/{ABSENT}")
    yield Question("POST /uploads/{number}/{wish}", f"/uploads/{ABSENT}/make", {})
    for dry in ("true", "false"):
        yield Question("POST /import", f"/import?dry_run={dry}", b'{"id": "new"}\n')


def messages() -> Iterator[Question]:
    """A message is put in; those that are none, hidden or absent are judged."""
    message = {"name": "m", "text": "EXERCISE\n\n1. Kavzel Trading sold pumps.", "marking": ALL}
    yield Question("POST /messages", "/messages", message)
    said = {"said": [{"key": "case1.party1", "says": "rejected"}]}
    for lost in (stream("document all"), stream("document high"), ABSENT):
        at = f"/messages/{lost}"
        yield Question("GET /messages/{stream}/proposals", f"{at}/proposals")
        yield Question("POST /messages/{stream}/verdicts", f"{at}/verdicts", said)


class Repeatable:
    """Ids and secrets that are the same in both worlds: made of the question's number."""

    def __init__(self) -> None:
        self.question, self.made = 0, 0

    def ask(self, question: int) -> None:
        """From here on, what is made belongs to this question."""
        self.question, self.made = question, 0

    def _next(self) -> bytes:
        self.made += 1
        return hashlib.sha256(f"{self.question}/{self.made}".encode()).digest()

    def uuid4(self) -> uuid.UUID:
        """In place of ``uuid.uuid4``."""
        return uuid.UUID(bytes=self._next()[:16], version=4)

    def token(self, length: int = 32) -> str:
        """In place of ``secrets.token_hex`` and ``token_urlsafe``."""
        return self._next().hex()[: 2 * length]
