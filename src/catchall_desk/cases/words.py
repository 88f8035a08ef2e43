"""What an event is found by. In: an event, or words asked; out: search keys.

A key is made of its own text alone: no count of other rows enters it, so nothing that a reader
may not see can change what he finds, or in which order. The store keeps a key with the label
class of its event and filters by it before it compares.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from catchall.names.parts import parse, sound
from catchall.names.score import score
from catchall.text import identifiers
from catchall.text.address import address_key
from catchall.text.countries import country_code
from catchall.text.firms import party_key
from catchall.text.normal import fold
from catchall.text.party import take_apart, too_long
from catchall_desk.cases.events import Event
from catchall_desk.cases.naming import COUNTRIES, countries, number, text

KINDS = (
    "name", "token", "sound", "address", "phone", "email", "identifier", "imo", "document",
    "country", "thing", "word",
)  # fmt: skip
"""Kinds of key; ``thing`` is the id of another stream that the event names."""
NEAREST = 0.6
"""Likeness from which a found name is worth showing; below it is another name."""

_PHONE_DIGITS, _SHORTEST_PHONE, _SHORTEST_WORD, _SHORTEST_SOUND = 9, 7, 2, 4
_MOST_WORDS = 4000  # words of one text that are kept as keys
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{5,}\d")
_DOCUMENT = frozenset({"reference", "number", "applicant_ref"})
_LANDS = COUNTRIES | {
    "about", "destination", "origin", "by", "raised_by", "other_countries", "government",
    "programme_country", "denied_by", "code",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """One way to find an event: ``raw`` as written, ``key`` as it is compared."""

    kind: str
    raw: str
    key: str


def keys_of(event: Event) -> tuple[Key, ...]:
    """Every key under which the event is to be found, each once.

    A claim is found by its value as what it is, a screening by its parties and the listed names
    that it hit; other bodies by their words, numbers, countries and the streams that they name.
    """
    if event.type == "claim":
        found = claimed(event)
    elif event.type == "screened":
        found = screened(event)
    else:
        found = chain(first_name(event), walked(event.body, ""))
    return tuple(dict.fromkeys(found))


def first_name(event: Event) -> Iterator[Key]:
    """The keys of the name under which a party is first recorded: a name like any other."""
    name = event.body.get("set", {}).get("name")
    if event.kind == "party" and isinstance(name, str):
        yield from named(name)


def screened(event: Event) -> Iterator[Key]:
    """The keys of a screening: not those of all the words that the engine says."""
    for row in event.body.get("parties", ()):
        if isinstance(row, Mapping):
            yield from walked(row.get("party", ""), "party")
            for hit in row.get("hits", ()):
                yield from named(str(hit["name"]))


def claimed(event: Event) -> Iterator[Key]:
    """The keys of a claim about a thing, and of the source that it cites."""
    kind, said = str(event.body.get("property", "")), text(event.body)
    held = number(event)
    if held:
        yield from numbered(*held)
    yield from _READ[kind](said) if kind in _READ else worded(said)
    for country in countries(event):
        yield from placed(country)
    yield from walked(event.body.get("source", ""), "source")


def walked(value: Any, field: str) -> Iterator[Key]:
    """The keys of a body, part by part; ``field`` is the name under which a part stands."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from walked(part, str(name))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from walked(part, field)
    elif isinstance(value, str) and value:
        yield from written(value, field)


def written(said: str, field: str) -> Iterator[Key]:
    """The keys of one text of a body."""
    if _UUID.fullmatch(said):
        yield Key("thing", said, said)
        return
    if field in _DOCUMENT and (key := document_key(said)):
        yield Key("document", said, key)
    if field in _LANDS:
        yield from placed(said)
    yield from inside(said)
    yield from worded(said)


def inside(said: str) -> Iterator[Key]:
    """Ship numbers, e-mail addresses and telephone numbers that stand in a text."""
    for found in identifiers.imo_in(said):
        yield Key("imo", found, found)
    for match in _EMAIL.finditer(said):
        yield from mailed(match[0])
    for match in _PHONE.finditer(said):
        if match[0].startswith(("+", "00")):
            yield from phoned(match[0])


def named(said: str) -> Iterator[Key]:
    """The keys of a name: whole, each word, and how each longer word sounds."""
    if too_long(said):
        return
    for reading in take_apart(said).names:
        if key := party_key(reading):
            yield Key("name", said, key)
        parts = parse(reading)
        for token in dict.fromkeys(parts.tokens):
            yield Key("token", said, token)
            if len(token) >= _SHORTEST_SOUND and not token.isdigit():
                yield Key("sound", said, sound(token))
    yield from worded(said)


def phone_key(said: str) -> str:
    """The last nine digits of a telephone number, or "" when there are fewer than seven.

    A country's prefix or a leading zero so makes no other number of it, and no library has to
    guess the country.

    >>> phone_key("+49 (0)30 1234567") == phone_key("030 1234567")
    True
    """
    digits = re.sub(r"\D", "", said.replace("(0)", ""))
    return digits[-_PHONE_DIGITS:] if len(digits) >= _SHORTEST_PHONE else ""


def document_key(said: str) -> str:
    """The number of a document without blanks and signs, or "" when there is none.

    >>> document_key("EX-D/2025 09"), document_key("none")
    ('EXD202509', '')
    """
    spelt = re.sub(r"[^0-9A-Z]", "", said.upper())
    return spelt if any(map(str.isdigit, spelt)) else ""


def phoned(said: str) -> Iterator[Key]:
    """The key of a telephone number."""
    if key := phone_key(said):
        yield Key("phone", said, key)


def mailed(said: str) -> Iterator[Key]:
    """The key of an e-mail address, and that of its domain: a house has many addresses."""
    spelt = said.strip().casefold()
    if "@" in spelt:
        yield Key("email", said, spelt)
        yield Key("word", said, spelt.rpartition("@")[2])
    else:
        yield from worded(said)


def addressed(said: str) -> Iterator[Key]:
    """The key of a full address, and its words."""
    if key := address_key(said):
        yield Key("address", said, key)
    yield from worded(said)


def placed(said: str) -> Iterator[Key]:
    """The key of a country, however it is written; groups and unknown words have none."""
    if code := country_code(said):
        yield Key("country", said, code)


def numbered(kind: str, value: str) -> Iterator[Key]:
    """The key of an identifying number; a ship's number has a kind of its own."""
    found = identifiers.key(kind, value)
    if found is None:
        if key := document_key(value):
            yield Key("document", value, key)
        return
    known, spelt = found
    if known == "phone":
        yield from phoned(value)
    elif known in {"imo", "email"}:
        yield Key(known, value, spelt)
    else:
        yield Key("identifier", value, spelt)


def worded(said: str) -> Iterator[Key]:
    """Each word of a text, folded; single signs say nothing."""
    for word in list(dict.fromkeys(fold(said).split()))[:_MOST_WORDS]:
        if len(word) >= _SHORTEST_WORD:
            yield Key("word", word, word)


_READ = {"name": named, "phone": phoned, "email": mailed, "address": addressed}


def asked(said: str) -> tuple[Key, ...]:
    """What a reader may mean by these words: the keys to look for, the surest kinds first.

    >>> [key.kind for key in asked("IMO 9074729")][:1]
    ['imo']
    >>> asked("info@kavzel.example")[0]
    Key(kind='email', raw='info@kavzel.example', key='info@kavzel.example')
    """
    bare = re.sub(r"\D", "", said)
    found: list[Key] = list(inside(said))
    if identifiers.imo_is_valid(bare) and re.fullmatch(r"[\d\s.]+", said.strip()):
        found.append(Key("imo", said, bare))
    for kind, value in identifiers.of_field(said)[:1]:
        found += numbered(kind, value)
    if _PHONE.fullmatch(said.strip()):
        found += phoned(said)
    if " " not in said.strip() and (key := document_key(said)):
        found.append(Key("document", said, key))
    found += [*addressed(said), *placed(said), *named(said)]
    return tuple(dict.fromkeys(found))


def likeness(query: str, names: Iterable[str], schema: str = "") -> float:
    """How alike is what was asked to the best of a party's names, 0 to 1?

    Pairs alone are compared: what else is stored plays no part.
    """
    found = (score(query, name, schema=schema).score for name in names)
    return max(found, default=0.0)
