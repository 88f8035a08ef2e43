"""Two worlds of the desk: one with rows that a reader may not see, one without them.

``LINES`` is the history of the full world, as lines of the bulk import. ``seen`` keeps of them
what one reader may see: by the law of markings alone, line by line. The desk must give that
reader the same answers in both worlds.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from catchall_desk.accounts.models import User, Watch, Webhook
from catchall_desk.cases.policy import LabelClass, Reader, may_read
from catchall_desk.store import bulk
from catchall_desk.store.desk import Moment

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ALL, DEU, GBR = "UNCLASSIFIED", "UNCLASSIFIED//REL TO USA, DEU", "CONFIDENTIAL//REL TO USA, GBR"
US, HIGH, UK = "SECRET//NOFORN", "TOP SECRET//SI//NOFORN", "UK SECRET"
NAMED = "SECRET//ORCON/NOFORN"
MARKINGS = {
    "all": ALL,
    "deu": DEU,
    "gbr": GBR,
    "us": US,
    "high": HIGH,
    "uk": UK,
    "named": NAMED,
}
READERS_OF_NAMED = ["zoe"]
IMPORTER = Reader("importer", "administrator", "USA", "U")

PERSONAS = (
    Reader("ana", "officer", "USA", "S", "desk one"),
    Reader("una", "officer", "USA", "U", "desk one"),
    Reader("ben", "supervisor", "USA", "TS", "desk one"),
    Reader("cid", "analyst", "USA", "C"),
    Reader("lio", "liaison", "USA", "TS", readins=frozenset({"SI"})),
    Reader("pia", "partner", "DEU", "S"),
    Reader("gil", "partner", "GBR", "TS"),
    Reader("fay", "partner", "FRA", "C"),
    Reader("aud", "auditor", "USA", "TS"),
    Reader("adm", "administrator", "USA", "TS"),
    Reader("off", "officer", "USA", "TS", active=False),
    Reader("dot", "officer", "DEU", "S", "posts"),
)
CLEARED = Reader("zoe", "supervisor", "USA", "TS", "desk one", frozenset({"SI"}))

GOODS = [{"line": "1", "description": "Kavzel pumps"}]


def roles(*pairs: tuple[str, str]) -> list[dict]:
    """Parties in roles, each named by its word."""
    return [{"role": role, "party": {"ref": word}} for role, word in pairs]


BUYER = roles(("consignee", "party all"))
OPENINGS: dict[str, tuple[str, dict]] = {
    "party": ("begin", {"name": "Kavzel Trading", "schema": "company"}),
    "item": ("begin", {"name": "Kavzel pump", "schema": "goods"}),
    "country": ("begin", {"name": "Malta", "schema": "country", "code": "MT"}),
    "document": ("begin", {"name": "Letter of Kavzel", "schema": "letter"}),
    "lead": ("receive", {"source": "partner", "text": "Kavzel buys again"}),
    "transaction": (
        "report",
        {"summary": "Kavzel pumps by sea", "roles": BUYER, "lines": GOODS},
    ),
    "case": (
        "open",
        {
            "title": "Kavzel pumps",
            "kind": "procurement",
            "raised_by": ["DEU"],
            "about": "MT",
            "subjects": [{"ref": "party all"}],
            "transactions": [{"ref": "transaction all"}],
        },
    ),
    "request": (
        "draft",
        {
            "kind": "demarche",
            "from": {"government": "USA"},
            "to": {"government": "DEU"},
            "points": [{"number": "1", "text": "Hold the Kavzel pumps"}],
            "case": {"ref": "case all"},
            "due": "2026-03-20",
        },
    ),
    "application": (
        "draft",
        {"summary": "Kavzel pumps", "licence_type": "individual", "roles": BUYER},
    ),
    "licence": (
        "issue",
        {
            "number": "L-100",
            "licence_type": "individual",
            "roles": BUYER,
            "lines": GOODS,
            "valid_from": "2026-01-01",
            "valid_until": "2026-12-31",
        },
    ),
    "denial": (
        "decide",
        {
            "whose": "ours",
            "denied_by": "USA",
            "regime": "ag",
            "reference": "D-100",
            "roles": BUYER,
            "lines": GOODS,
            "reason": "Kavzel may divert",
            "catch_all": False,
            "denied": "2026-02-01",
        },
    ),
    "certificate": ("request", {"kind": "end_user_statement", "issuer": {"government": "DEU"}}),
    "measure": (
        "propose",
        {"kind": "fine", "by": {"government": "USA"}, "on": [{"ref": "party all"}]},
    ),
    "paper": (
        "draft",
        {
            "kind": "memo",
            "title": "Kavzel",
            "paragraphs": [{"number": "1", "text": "Kavzel", "marking": "(U)"}],
        },
    ),
    "determination": (
        "make",
        {
            "kind": "catch_all",
            "subject": {"ref": "transaction all"},
            "finding": "asks for a licence",
            "reasons": "Kavzel",
            "rule": "r1",
        },
    ),
}
EVERY = frozenset({"party", "case", "request"})
"""Kinds that stand under every marking; the others under ``FEW``."""
FEW = ("all", "us", "high")
FIRST = ("party", "item", "country", "document", "transaction", "case")


def line(word: str, kind: str, event: str, told: tuple[str, dict]) -> dict:
    """A line of the import, under a marking by its word."""
    marking, body = told
    number = f"{word}/{event}/{marking}/{json.dumps(body, sort_keys=True)}"
    named = {"addressees": READERS_OF_NAMED} if marking == "named" else {}
    return {
        "id": number,
        "stream": word,
        "kind": kind,
        "type": event,
        "marking": MARKINGS[marking],
        "happened_at": (NOW - timedelta(days=3)).isoformat(),
        "body": body,
        **named,
    }


def openings() -> Iterator[dict]:
    """Files and things of every kind under many markings, all about the same firm."""
    for kind in (*FIRST, *(kind for kind in OPENINGS if kind not in FIRST)):
        event, values = OPENINGS[kind]
        for marking in MARKINGS if kind in EVERY else FEW:
            yield line(f"{kind} {marking}", kind, event, (marking, {"set": values}))


def closer() -> Iterator[dict]:
    """Notes, claims, links and answers of every marking on files that many may see."""
    for marking in MARKINGS:
        for word in ("case all", "case gbr", "party us"):
            note = {"text": f"Kavzel is {marking}"}
            said = line(word, word.split()[0], "note", (marking, note))
            cause = line(word, word.split()[0], "note", ("high", {"text": "Kavzel is high"}))
            yield {**said, "cause": cause["id"]} if marking == "all" else said
        for name in (f"Kavzel {marking} Holding", "Kavze Ltd"):
            value = {"name": name, "kind": "alias"}
            said = {"property": "name", "value": value, "source": {"text": "letter"}}
            yield line("party deu", "party", "claim", (marking, said))
        phone = {"property": "phone", "value": "+356 2100 4411", "source": {"text": "letter"}}
        yield line("party deu", "party", "claim", (marking, phone))
        for end in ("party gbr", "party high", "party us"):
            link = {"type": "owns", "to": {"ref": end}, "source": {"text": "letter"}}
            yield line("party deu", "party", "link", (marking, link))
        if marking in ("high", "uk", "named"):  # between firms that many may see
            link = {"type": "directs", "to": {"ref": "party all"}, "source": {"text": "x"}}
            yield line("party deu", "party", "link", (marking, link))


def steps() -> Iterator[dict]:
    """Files move on: requests are sent and answered, measures imposed, claims retracted."""
    claims = {one["marking"]: one for one in closer() if one["type"] == "claim"}
    for word, marking in MARKINGS.items():
        if word not in ("uk", "named"):
            for step in ("submit", "approve", "send"):
                yield line(f"request {word}", "request", step, (word, {}))
        if word in FEW:
            yield line(f"measure {word}", "measure", "impose", (word, {}))
        answers = [{"point": "1", "says": "accepts", "text": f"Kavzel {word}"}]
        said = {"by": "DEU", "answers": answers}
        yield line("request all", "request", "respond", (word, said))
        gone = {"event": bulk.own_id("event", claims[marking]["id"]), "why": "another firm"}
        yield line("party deu", "party", "retract", (word, gone))
        held = {"office": "desk one", "officer": "ana"}
        yield line(f"case {word}", "case", "assign", (word, held))


BATCHES = (tuple(openings()), tuple(closer()), tuple(steps()))
"""The full history, in the order in which it came to be known."""


def label(said: dict) -> LabelClass:
    """The label of a line."""
    return LabelClass(0, said["marking"], tuple(said.get("addressees", ())))


def seen(reader: Reader) -> tuple[tuple[dict, ...], ...]:
    """The history that the reader may see: lines that he may read, of files that he may see."""
    there = {one["stream"] for one in BATCHES[0] if may_read(reader, label(one))}
    return tuple(
        tuple(one for one in batch if one["stream"] in there and may_read(reader, label(one)))
        for batch in BATCHES
    )


def build(batches: tuple[tuple[dict, ...], ...]) -> None:
    """Makes the world of a history, with its users and what is due."""
    for minute, batch in enumerate(batches):
        moment = Moment(NOW - timedelta(minutes=30 - minute))
        report = bulk.import_lines(
            [json.dumps(one).encode() for one in batch], IMPORTER, moment
        )
        assert not report.rejects, report.rejects[:3]
    users()


def users() -> None:
    """The same users in every world, each with watched subjects and a webhook."""
    for number, one in enumerate((*PERSONAS, CLEARED), 1):
        user = User.objects.create(
            pk=number,
            username=one.user,
            password="!",
            role=one.role,
            country=one.country,
            level=one.level,
            office=one.office,
            readins=sorted(one.readins),
            is_active=one.active,
        )
        Webhook.objects.create(
            id=bulk.own_id("hook", one.user),
            user=user,
            url="https://hook.example/",
            made_at=NOW,
            secret="",
        )
        for subject in ("party all", "party high", "case us"):
            Watch.objects.create(
                id=bulk.own_id("watch", f"{one.user} {subject}"),
                user=one.user,
                stream=bulk.own_id("stream", subject),
                made_at=NOW - timedelta(days=1),
            )
        Watch.objects.create(
            id=bulk.own_id("watch", one.user),
            user=one.user,
            words="+356 2100 4411",
            made_at=NOW - timedelta(days=1),
        )
