"""A world in memory for the guards: events are added, files are folded when asked for."""

from datetime import UTC, datetime, timedelta

from catchall_desk.cases import fields
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import fold, standing
from catchall_desk.cases.guards import Met, Move
from catchall_desk.cases.policy import Reader

BEGUN = datetime(2026, 3, 2, 9, tzinfo=UTC)
OPEN, CLOSE = "UNCLASSIFIED", "SECRET//NOFORN"
LISTS = [{"list": "one", "version": "v1"}, {"list": "two", "version": "v7"}]
BUYER, USER = {"role": "consignee", "party": "buyer"}, {"role": "end_user", "party": "user"}
GOODS = {
    "line": "1", "item": "pump", "description": "vacuum pump", "entries": ["2B350.I"],
    "parameters": {"flow": "12 m**3/h"}, "quantity": {"amount": "4", "unit": "kg"},
}  # fmt: skip


class World:
    """All events, a minute apart; what ``ports.World`` asks is answered from them."""

    def __init__(self):
        self.now, self.events = BEGUN, {}
        self.loaded, self.effect = BEGUN, "prohibited"

    @property
    def lists(self):
        """The lists in force, confirmed when the world says."""
        named = [{"name": one["list"], "version": one["version"]} for one in LISTS]
        told = {"loaded": self.loaded.isoformat(), "effect": self.effect}
        return [{**one, **told} for one in named]

    def do(self, stream, type_, body=None, **said):
        """Adds an event to a stream; ``kind`` begins it. Answers its id.

        ``by``, ``role`` and ``marking`` say who did it and how it is marked.
        """
        held = self.events.setdefault(stream, [])
        self.now += timedelta(minutes=1)
        event = Event(
            id=f"{stream}-{len(held) + 1}", stream=stream,
            kind=said.get("kind") or held[0].kind,
            seq=len(held) + 1, type=type_, happened_at=self.now, recorded_at=self.now,
            actor=said.get("by", "ana"), role=said.get("role", "officer"),
            marking=said.get("marking", OPEN), body=body or {},
        )  # fmt: skip
        held.append(event)
        return event.id

    def file(self, stream):
        """The stream folded over all its events."""
        return fold(self.events.get(stream, ()))

    def files(self, kind, **where):
        """The files of a kind with these values."""
        every = [self.file(stream) for stream in self.events]
        return [
            one
            for one in every
            if one.kind == kind and all(one.fields.get(k) == v for k, v in where.items())
        ]

    def naming(self, stream, kind=""):
        """The files and things that name the stream."""
        return [
            one
            for one in map(self.file, self.events)
            if kind in ("", one.kind) and stream in named_by(one)
        ]

    def party(self, stream, name, **more):
        """Records a company of this name."""
        self.do(
            stream, "begin", {"set": {"name": name, "schema": "company"}}, kind="party", **more
        )

    def claim(self, stream, property_, value, **more):
        """Claims something of a party or item; answers the id of the event."""
        body = {"property": property_, "value": value, "source": {"text": "a paper"}}
        return self.do(stream, "claim", body, **more)

    def alias(self, stream, name, **more):
        """Claims another name of a party."""
        return self.claim(stream, "name", {"name": name, "kind": "alias"}, **more)

    def screen(self, stream, parties=(BUYER, USER), **more):
        """The desk screens these (role, party) under all their names on the lists in force."""
        found = [{**one, "names": self.names(one["party"]), "hits": []} for one in parties]
        body = {
            "parties": found,
            "lists": LISTS,
            "outcome": "clear",
            "not_screened": [],
            **more,
        }
        return self.do(stream, "screened", body, by="desk", role="kernel")

    def names(self, stream):
        """All names of a party."""
        party = self.file(stream)
        told = [one.body["value"] for one in standing(party, "claim")]
        return [party.fields["name"], *(v["name"] for v in told if "name" in v)]


def named_by(file):
    pointed = [stream for _, stream in fields.references(file.kind, file.fields)]
    return {*pointed, *(one.body.get("to") for one in standing(file, "link"))}


def ready():
    """An application by ana, with all that an approval by cy needs."""
    world = World()
    world.party("buyer", "Orlenbach Pumpen GmbH")
    world.party("user", "Tarvik Process Institute")
    world.do("pump", "begin", {"set": {"name": "pump", "schema": "goods"}}, kind="item")
    said = {"summary": "pumps", "licence_type": "individual", "roles": [BUYER, USER]}
    world.do("app", "draft", {"set": {**said, "lines": [GOODS]}}, kind="application")
    world.do("app", "register", {"set": {"law": "eu"}})
    entries = {"line": "1", "entries": ["2B350.i"]}
    world.do("app", "classified", entries, by="bo")
    certify(world)
    world.screen("app")
    world.screen("paper", [USER])
    return world


def certify(world, **more):
    """An end user's certificate that covers the application, confirmed by its government."""
    stated = {
        "kind": "end_user_certificate", "issuer": {"party": "user"}, "signer": "end_user",
        "signer_title": "Director", "signed": "2026-02-01", "roles": [USER], "covers": ["app"],
        "clauses": [{"clause": "signed_with_authority", "state": "yes"}], "lines": [GOODS],
        "valid_until": "2027-01-01", "number": "7", **more,
    }  # fmt: skip
    world.do(
        "paper",
        "request",
        {"set": {**stated, "issuer": {"government": "TUR"}}},
        kind="certificate",
    )
    world.do("paper", "receive")
    proof = {"authenticated_by": {"government": "TUR"}, "authenticated_channel": "embassy"}
    world.do("paper", "authenticate", {"set": proof})


def tried(world, event="approve", *, stream="app", sets=None, **who):
    """The step, tried by a supervisor: cy, cleared for TS, unless ``by`` and ``level``."""
    body = {} if sets is None else {"set": sets}
    actor = Reader(who.get("by", "cy"), "supervisor", "USA", who.get("level", "TS"))
    return Move(world.file(stream), event, actor, body)


def why(guard, world, move):
    """The reasons of one guard as one text; "" when it holds."""
    found = guard(move, world)
    return "" if isinstance(found, Met) else "; ".join(one.reason for one in found)
