"""Parts of a body that are about a party, sealed under its key. In: bodies; out: bodies.

What the desk itself records on a file names parties: who was screened, what a hit rests on.
Such parts stand in the log under the keys of the parties they are about, so that the erasure
of one takes them away wherever they stand, and the chain still verifies. What is left says
which party, list and record it was, which the guards and duties read.
"""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from catchall_desk.cases.events import canonical
from catchall_desk.store.seal import NONCE

SEALED, LOST = "sealed", "lost"
HIT = ("name", "asked", "why")
"""What a hit tells in words."""
TOLD = ("findings", "questions")
"""What of a screening tells of any of its parties."""

Body = Mapping[str, Any]
Keys = Mapping[str, bytes]
Place = tuple[str | int, ...]
Owners = tuple[str, ...]
Named = Iterator[tuple[Place, Owners]]


def screened(body: Body) -> Named:
    """The places of a screening that tell of parties, and of which."""
    rows = body.get("parties") or ()
    everybody = tuple(sorted({row["party"] for row in rows if row.get("party")}))
    for at, row in enumerate(rows):
        mine = (row["party"],) if row.get("party") else everybody
        yield ("parties", at, "names"), mine
        for number, hit in enumerate(row.get("hits") or ()):
            yield from (
                (("parties", at, "hits", number, name), mine) for name in HIT if name in hit
            )
    for part, names in (("not_screened", ("name", "why")), ("gone", HIT)):
        for at, row in enumerate(body.get(part) or ()):
            mine = (row["party"],) if row.get("party") else everybody
            yield from (((part, at, name), mine) for name in names if name in row)
    yield from (((name,), everybody) for name in TOLD if body.get(name))


def recurrence(body: Body) -> Named:
    """The places of a recurrence that tell of parties, and of which."""
    yield ("why",), tuple(sorted({str(body["party"]), str(body["of"])}))


ABOUT: Mapping[str, Callable[[Body], Named]] = {
    "screened": screened,
    "recurrence": recurrence,
}
"""Events of which parts are sealed, and which parts."""


def owners(kind: str, body: Body) -> frozenset[str]:
    """The parties under whose keys parts of such a body are sealed."""
    if SEALED in body:
        return frozenset(party for part in body[SEALED] for party in part["by"])
    found = ABOUT[kind](body) if kind in ABOUT else ()
    return frozenset(party for _, mine in found for party in mine)


def close(kind: str, event: str, body: Body, keys: Keys) -> Body:
    """The body with its parts sealed, each under the keys of all that it is about.

    What is about nobody stays open; a part about parties of which one has no key is lost.
    """
    left = json.loads(canonical(body))
    groups: dict[Owners, list[tuple[Place, Any]]] = {}
    for place, mine in ABOUT[kind](body) if kind in ABOUT else ():
        if mine:
            groups.setdefault(mine, []).append((place, emptied(left, place)))
    parts = [
        {"by": list(mine), "text": sealed(mixed(keys, mine), bound(event, mine), held)}
        for mine, held in groups.items()
        if all(party in keys for party in mine)
    ]
    gone = {party for mine in groups for party in mine if party not in keys}
    return {**left, **({SEALED: parts} if parts else {}), **lost(gone)}


def open_up(event: str, body: Body, keys: Keys) -> Body:
    """The body as it was recorded, as far as the keys are there.

    ``lost`` names the parties of which parts are gone for good.

    Raises:
        InvalidTag: a part or a key was changed.
    """
    if SEALED not in body:
        return body
    whole = {name: value for name, value in body.items() if name != SEALED}
    gone = set(whole.get(LOST, ()))
    for part in body[SEALED]:
        mine = tuple(part["by"])
        if missing := {party for party in mine if party not in keys}:
            gone |= missing
            continue
        for place, value in opened(mixed(keys, mine), bound(event, mine), part["text"]):
            put(whole, place, value)
    return {**whole, **lost(gone)}


def lost(gone: set[str]) -> dict[str, list[str]]:
    """The parties of which parts are gone, as the body tells them."""
    return {LOST: sorted(gone)} if gone else {}


def emptied(body: Any, place: Place) -> Any:
    """The value at a place, which is left empty there."""
    for step in place[:-1]:
        body = body[step]
    value = body[place[-1]]
    body[place[-1]] = type(value)()
    return value


def put(body: Any, place: Sequence[str | int], value: Any) -> None:
    """Puts a value back to its place."""
    for step in place[:-1]:
        body = body[step]
    body[place[-1]] = value


def mixed(keys: Keys, mine: Owners) -> bytes:
    """One key of those of several parties: without any one of them it cannot be made."""
    held = b"".join(keys[party] for party in mine)
    return hashlib.sha256(b"catchall parts\n" + held).digest()


def bound(event: str, mine: Owners) -> bytes:
    """What binds a sealed part to its event and its parties."""
    return canonical([event, list(mine)])


def sealed(key: bytes, to: bytes, value: Any) -> str:
    """A value under a key, in base64."""
    nonce = os.urandom(NONCE)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, canonical(value), to)).decode()


def opened(key: bytes, to: bytes, text: str) -> Any:
    """The value again.

    Raises:
        InvalidTag: it was changed, or belongs to another event or key.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise InvalidTag from error
    return json.loads(AESGCM(key).decrypt(raw[:NONCE], raw[NONCE:], to))
