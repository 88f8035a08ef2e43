"""Messages in the desk: put in, read, proposed, judged. In: texts, verdicts; out: files.

A message is a document; its text and what is proposed of it lie in its own stream, under its
key. Only what a person accepts becomes a file, by commands of that person: markings and guards
hold as for everything else. What was rejected stays there to be read, with its reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from catchall.intake.telegrams.decode import decode
from catchall.runners import reading as reader
from catchall_desk.cases import words
from catchall_desk.cases.commands import Command, Draft
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.policy import Reader, may_act
from catchall_desk.errors import NotAllowedError, NotFoundError, ProposalError
from catchall_desk.jobs.proposal import Hint, Proposal, Span, Value, Verdict
from catchall_desk.jobs.reading import proposals
from catchall_desk.jobs.screening import Body
from catchall_desk.jobs.settling import JOINED, REJECTED, Settled, checked, command
from catchall_desk.store.desk import Moment, record, run, together
from catchall_desk.store.labels import kernel
from catchall_desk.store.view import View, view_of

DRAFTED, VERDICT = "drafted", "verdict"
NEW = "new"
"""Stands for a stream that its own command makes."""
MOST_LIKE = 5
"""Streams that are told as like a proposed party."""

Marks = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came: its bytes and file name, and the marking that it is kept under."""

    data: bytes
    name: str
    marking: str
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of a proposal: who, and which stream came of it; "" for none."""

    says: str
    why: str
    stream: str
    actor: str
    event: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal, what was said of it if anything was, and what is here already like it."""

    proposal: Proposal
    judged: Judged | None = None
    like: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a person says of proposals of one message.

    ``joined`` gives the stream that a joined proposal is. The new files and claims carry
    ``marking``, or that of the message when it is empty.
    """

    said: Sequence[Verdict]
    joined: Mapping[str, str] = field(default_factory=dict)
    marking: str = ""
    addressees: tuple[str, ...] = ()


def put(message: Message, actor: Reader, moment: Moment, own: str = "") -> str:
    """Takes a message in and answers the id of its document.

    ``own`` is the desk's government, three capitals. The reading is done before anything is
    recorded; document and draft are recorded together.

    Raises:
        InputError: nothing of the message can be read.
        NotAllowedError, InvalidBodyError: as every command.
    """
    told = reader.read(message.data, message.name, reader.Desk(moment.now.date()))
    text = told["file"]["text"] if "file" in told else decode(message.data)[0]
    values = {
        "name": ((told.get("header") or {}).get("subject") or {}).get("text") or message.name,
        "schema": "telegram" if told.get("document") else "message",
        "sha256": sha256(message.data).hexdigest(),
        "size": len(message.data),
    }
    begin = Command(
        "document", "begin", body={"set": values}, marking=message.marking,
        addressees=message.addressees,
    )  # fmt: skip
    with together():
        document = run(begin, actor, moment).stream
        offered = [asdict(one) for one in proposals(told, document, own)]
        body = {"text": text.split("\n"), "proposals": offered}
        draft = Draft(
            document, "document", DRAFTED, moment.now, message.marking, body, message.addressees
        )
        with kernel():
            record((draft,), actor, moment)
    return document


def text(view: View, document: str) -> str:
    """The text of a message as it was read.

    Raises:
        NotFoundError: there is no such message that the reader may see.
    """
    return "\n".join(drafted(found(view, document)).body["text"])


def offers(view: View, document: str) -> tuple[Offer, ...]:
    """What a message proposes, with what was said of each proposal.

    Raises:
        NotFoundError: there is no such message that the reader may see.
    """
    file = found(view, document)
    said = verdicts_of(file)
    return tuple(
        Offer(one, said.get(one.key), like(view, one)) for one in offered(drafted(file))
    )


def found(view: View, document: str) -> File:
    """The document, if it is a message that the reader may see."""
    file = view.file(document)
    if file is None or file.kind != "document" or not standing(file, DRAFTED):
        raise NotFoundError("message")
    return file


def drafted(file: File) -> Event:
    """The event that holds text and proposals.

    Raises:
        NotFoundError: it was erased.
    """
    event = standing(file, DRAFTED)[-1]
    if "proposals" not in event.body:
        raise NotFoundError("message")
    return event


def offered(event: Event) -> tuple[Proposal, ...]:
    """The proposals that a draft holds."""
    return tuple(
        Proposal(
            one["key"],
            one["kind"],
            one["type"],
            tuple(valued(value) for value in one["values"]),
            tuple(Hint(**hint) for hint in one["like"]),
        )
        for one in event.body["proposals"]
    )


def valued(told: Mapping[str, Any]) -> Value:
    """A proposed value, with the words it rests on."""
    return Value(**{**told, "span": Span(**told["span"]) if told["span"] else None})


def verdicts_of(file: File) -> dict[str, Judged]:
    """What was said of the proposals, by key."""
    return {
        event.body["key"]: Judged(
            event.body["says"], event.body.get("why", ""), event.body.get("stream", ""),
            event.actor, event.id,
        )
        for event in standing(file, VERDICT)
        if "key" in event.body
    }  # fmt: skip


def like(view: View, one: Proposal) -> tuple[Hint, ...]:
    """What the reader may see already that is called like a proposed party; what was read."""
    names = [str(v.value) for v in one.values if v.field in ("name", "alias") and v.value]
    hints: dict[str, Hint] = {}
    for name in names if one.kind == "party" else ():
        for key in words.asked(name):
            for row in view.words(key.kind, key.key) if key.kind in ("name", "sound") else ():
                score = words.likeness(name, [row.raw])
                if row.stream_kind == "party" and score >= words.NEAREST:
                    stream = str(row.stream)
                    hint = Hint("party", stream, f"{score:.4f}", f"is called {row.raw}")
                    hints[stream] = max(hints.get(stream, hint), hint, key=lambda h: h.score)
    best = sorted(hints.values(), key=lambda hint: (hint.score, hint.target), reverse=True)
    return (*best[:MOST_LIKE], *one.like)


def settle(
    document: str, verdicts: Verdicts, actor: Reader, moment: Moment
) -> tuple[Judged, ...]:
    """Does what a person says of proposals, all of it or nothing; answers what came of each.

    Raises:
        NotFoundError: there is no such message, or nothing to join, that the actor may see.
        NotAllowedError: the actor's role records nothing.
        ProposalError: a verdict is none, comes twice, or names what nobody has judged.
        InvalidBodyError, RefusedError: as the commands themselves.
    """
    if not may_act(actor, "note"):
        raise NotAllowedError(f"verdicts are not for the role {actor.role}")
    with together():
        with view_of(actor) as view:
            file = found(view, document)
            check_joined(view, verdicts)
        return tuple(settled(file, verdicts, actor, moment))


def check_joined(view: View, verdicts: Verdicts) -> None:
    """Nothing, or an error: something joined is not told, or is not there for the reader."""
    for one in verdicts.said:
        if one.says == JOINED:
            stream = verdicts.joined.get(one.key)
            if not stream:
                raise ProposalError(one.key, "say which file or party it is")
            if view.row(stream) is None:
                raise NotFoundError("file or party to join")


def settled(file: File, verdicts: Verdicts, actor: Reader, moment: Moment) -> Iterator[Judged]:
    """Runs the commands of each verdict in the order of the proposals, and records it."""
    event = drafted(file)
    drafts, before = offered(event), verdicts_of(file)
    said = checked(drafts, verdicts.said)
    for key in said.keys() & before.keys():
        raise ProposalError(key, f"{before[key].actor} has judged it already")
    streams: dict[str, str | None] = {key: one.stream or None for key, one in before.items()}
    streams |= dict.fromkeys((k for k, one in said.items() if one.says == REJECTED), None)
    streams |= {key: verdicts.joined[key] for key, one in said.items() if one.says == JOINED}
    joined = {key for key, one in before.items() if one.says == JOINED}
    joined |= {key for key, one in said.items() if one.says == JOINED}
    marks = (verdicts.marking or event.marking, verdicts.addressees or event.addressees)
    for one in drafts:
        if one.key in said:
            verdict = said[one.key]
            if verdict.says != REJECTED:
                own = {**streams, one.key: streams.get(one.key) or NEW}
                known = Settled(own, frozenset(joined))
                bodies = command(one, verdict, known)
                streams[one.key] = made(bodies, own[one.key], (actor, moment), marks)
            yield noted(file, verdict, streams[one.key] or "", (actor, moment))


def made(
    bodies: Iterator[Body], held: str | None, by: tuple[Reader, Moment], marks: Marks
) -> str | None:
    """Runs the commands of one proposal; answers the stream that they made or went to."""
    stream = None if held == NEW else held
    for body in bodies:
        asked = Command(body["kind"], body["type"], stream, body["body"], *marks)
        stream = run(asked, *by).stream
    return stream


def noted(file: File, verdict: Verdict, stream: str, by: tuple[Reader, Moment]) -> Judged:
    """Records a verdict in the message's own stream."""
    actor, moment = by
    body: Body = {"key": verdict.key, "says": verdict.says}
    body |= {"why": verdict.why} if verdict.why else {}
    body |= {"stream": stream} if stream else {}
    body |= {"edits": dict(verdict.edits)} if verdict.edits else {}
    body |= {"rejects": sorted(verdict.rejects)} if verdict.rejects else {}
    draft = Draft(file.id, "document", VERDICT, moment.now, file.marking, body, file.addressees)
    with kernel():
        event = record((draft,), actor, moment)[0]
    return Judged(verdict.says, verdict.why, stream, actor.user, event.id)
