"""What a person makes of proposals. In: proposals, verdicts, streams; out: bodies of commands.

Only what was accepted or edited gives a command. Every verdict gives a record, so that what was
rejected can be read later, with its reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catchall_desk.cases.events import canonical
from catchall_desk.errors import ProposalError
from catchall_desk.jobs.proposal import VERDICTS, Proposal, Value, Verdict
from catchall_desk.jobs.screening import Body

JOINED, REJECTED = VERDICTS[2:]
MANY = frozenset({"lines", "roles", "raised_by", "subjects", "transactions", "points"})
"""Fields of which each proposed value is one of a list."""
CLAIMED = frozenset({"alias", "country"})
"""Values of a proposed party that become claims of their own, besides its first name."""


def commands(
    drafted: Sequence[Proposal], verdicts: Sequence[Verdict], streams: Mapping[str, str]
) -> tuple[Body, ...]:
    """The commands of what was accepted, in order: {key, stream, kind, type, body}.

    ``streams`` gives the new stream of each accepted proposal by its key, and of a joined one
    the stream that it is. Claims of a party follow it, each with its source; a joined party
    gets the claims alone. A value that names a rejected proposal falls with it.

    Raises:
        ProposalError: a verdict is on no proposal or is none, a rejection gives no reason, an
            accepted proposal names one that nobody has judged or has no name itself, a stream
            is missing, or what is joined is neither party nor case.
    """
    judged = checked(drafted, verdicts)
    there = {
        key: None if one.says == REJECTED else streams.get(key, "")
        for key, one in judged.items()
    }
    joined = frozenset(key for key, one in judged.items() if one.says == JOINED)
    known = Settled(there, joined)
    return tuple(
        body
        for one in drafted
        if there.get(one.key) is not None
        for body in command(one, judged[one.key], known)
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """The stream of each judged proposal, ``None`` where it was rejected; which were joined."""

    streams: Mapping[str, str | None]
    joined: frozenset[str]


def checked(drafted: Sequence[Proposal], verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The verdicts by key, or ProposalError: a proposal without one is not made."""
    keys, found = {one.key for one in drafted}, {}
    for one in verdicts:
        if one.key not in keys:
            raise ProposalError(one.key, "the draft proposes no such thing")
        if one.says not in VERDICTS:
            raise ProposalError(one.key, f"{one.says!r} is not one of {', '.join(VERDICTS)}")
        if one.says == REJECTED and not one.why.strip():
            raise ProposalError(one.key, "a rejection needs its reason")
        found[one.key] = one
    return found


def command(one: Proposal, verdict: Verdict, known: Settled) -> Iterator[Body]:
    """The command of one accepted proposal, and the claims that follow it."""
    stream = known.streams[one.key]
    if not stream:
        raise ProposalError(one.key, "its stream is not told")
    kept = [value for at, value in enumerate(one.values) if at not in verdict.rejects]
    told = {"key": one.key, "stream": stream, "kind": one.kind}
    if verdict.says != JOINED:
        body = {**fields(one, kept, known), **verdict.edits}
        if one.kind == "party" and not body.get("name"):
            raise ProposalError(
                one.key, "the message names nobody; write the name or reject it"
            )
        yield {**told, "type": one.type, "body": {"set": body}}
    elif one.kind not in {"party", "case"}:
        raise ProposalError(one.key, f"a {one.kind} cannot be joined; accept or reject it")
    for value in kept if one.kind == "party" else ():
        if (
            value.field in {*CLAIMED, "name"}
            and value.field not in verdict.edits
            and value.value
        ):
            yield {**told, "type": "claim", "body": claim(value, verdict.says)}


def fields(one: Proposal, values: Iterable[Value], known: Settled) -> Body:
    """The fields that the proposed values set; several of one field are its list."""
    found: Body = {}
    for value in values:
        told = placed(value.value, one.key, known)
        if told is None or (one.kind == "party" and value.field in CLAIMED):
            continue
        if value.field in MANY:
            held = found.setdefault(value.field, [])
            held += [] if told in held else [told]
        else:
            found.setdefault(value.field, told)
    return found


def placed(value: Any, key: str, known: Settled) -> Any:
    """The value with streams in the place of keys; ``None`` when it falls."""
    if not isinstance(value, Mapping):
        return value
    if set(value) == {"joined"}:
        return known.streams[value["joined"]] if value["joined"] in known.joined else None
    if set(value) != {"proposed"}:
        parts = {name: placed(part, key, known) for name, part in value.items()}
        return None if None in parts.values() else parts
    if value["proposed"] not in known.streams:
        raise ProposalError(key, f"names {value['proposed']}, which nobody has judged yet")
    return known.streams[value["proposed"]]


def claim(value: Value, says: str) -> Body:
    """A claim of a party's stream: the value with the words it rests on.

    The name of a party that is joined is an alias of the one it is.
    """
    told: Any = value.value
    if value.field in {"name", "alias"}:
        kind = "primary" if value.field == "name" and says != JOINED else "alias"
        told = {"name": value.value, "kind": kind}
    source = value.span.source() if value.span else {"text": "the draft of a message"}
    prop = "name" if value.field == "alias" else value.field
    return {"property": prop, "value": told, "source": source}


def record(drafted: Sequence[Proposal], verdicts: Sequence[Verdict]) -> tuple[Body, ...]:
    """Bodies of notes for the document: what was proposed, what was said of it, and why.

    A proposal without a verdict is told too, as open.
    """
    judged = checked(drafted, verdicts)
    return tuple(noted(one, judged.get(one.key)) for one in drafted)


def noted(one: Proposal, verdict: Verdict | None) -> Body:
    """The note of one proposal."""
    says = verdict.says if verdict else "open"
    why = f": {verdict.why}" if verdict and verdict.why else ""
    kept = {
        "key": one.key,
        "kind": one.kind,
        "values": [[value.field, value.value] for value in one.values],
        "rejects": sorted(verdict.rejects) if verdict else [],
    }
    told = canonical(kept).decode()
    return {"text": f"draft {one.key} {says}{why}\n{told}"}
