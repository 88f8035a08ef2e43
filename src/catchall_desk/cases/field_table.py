"""The fields of the desk. In: ``fields.yaml``; out: frozen tables of fields, or what is broken.

What a value must be is in ``field_values``; whether a body is right is asked in ``fields``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from catchall_desk.cases.events import KINDS
from catchall_desk.cases.field_values import SCALARS
from catchall_desk.cases.fold import PLAIN
from catchall_desk.cases.machines import keys, known, machines, no_key_twice, word, words
from catchall_desk.errors import FieldTableError, MachineTableError

SECTIONS = frozenset({"words", "records", "common", "kinds", "claims", "plain"})
NEED = frozenset({"type", "says"})
MAY = NEED | {"of", "words", "label", "must", "many", "key", "empty"}
OWN = frozenset({"word", "reference", "claimed"})
"""Types that are neither a scalar nor a record."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``type`` is a scalar's, ``word``, ``reference``, ``claimed`` or ``record``.

    ``of`` are the words, or the kinds a reference may point to (for a claim: the kinds that
    may have it). ``many``: a list of such values. ``key``: no two in a list may share it.
    ``empty``: the list may be empty although it must be there.
    """

    name: str
    type: str
    says: str
    label: str
    of: tuple[str, ...] = ()
    must: bool = False
    many: bool = False
    key: bool = False
    empty: bool = False
    record: "Record | None" = None


@dataclass(frozen=True, slots=True)
class Record:
    """Fields that stand together; at least one of ``some`` must be there."""

    name: str
    fields: Mapping[str, Field]
    some: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file or thing: its fields, its title, the fields that an event needs."""

    name: str
    title: tuple[str, ...]
    fields: Mapping[str, Field]
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """A property that may be claimed: its value, and the kinds that may have it."""

    value: Field
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Everything ``fields.yaml`` says."""

    kinds: Mapping[str, Kind]
    plain: Mapping[str, Record]
    claims: Mapping[str, Claim]
    records: Mapping[str, Record]
    words: Mapping[str, tuple[str, ...]]


@cache
def table() -> Table:
    """The shipped table."""
    return read_table((files("catchall_desk.cases") / "fields.yaml").read_text("utf-8"))


def read_table(text: str) -> Table:
    """The table that a text in YAML holds, or FieldTableError at the first broken rule."""
    try:
        no_key_twice(yaml.compose(text, Loader=yaml.SafeLoader))
        return tabled(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise FieldTableError("whole file", f"not YAML ({error})") from error
    except MachineTableError as error:
        raise FieldTableError(error.place, error.problem) from error


def tabled(read: Any) -> Table:
    """The table that nested mappings hold, or FieldTableError at the first broken rule."""
    try:
        return Reader(read).table()
    except MachineTableError as error:  # the readers of both tables share their checks
        raise FieldTableError(error.place, error.problem) from error


class Reader:
    """Reads the sections one by one; a record may name only records above it."""

    def __init__(self, read: Any) -> None:
        """Nothing is read yet; a missing or unknown section is refused."""
        keys("whole file", read, SECTIONS, SECTIONS)
        self.read = read
        self.words = {
            str(name): words(f"words.{name}", listed) for name, listed in read["words"].items()
        }
        self.records: dict[str, Record] = {}

    def table(self) -> Table:
        """The whole table."""
        for name, body in self.read["records"].items():
            self.records[name] = self.record(f"records.{name}", body)
        common = self.fields("common", self.read["common"])
        self.all_of("kinds", KINDS)
        self.all_of("plain", tuple(PLAIN))
        return Table(
            {name: self.kind(name, body, common) for name, body in self.section("kinds")},
            {name: self.record(f"plain.{name}", body) for name, body in self.section("plain")},
            {name: self.claim(name, body) for name, body in self.section("claims")},
            self.records,
            self.words,
        )

    def section(self, name: str) -> Iterator[tuple[str, Any]]:
        """The names and bodies of one section."""
        yield from self.read[name].items()

    def all_of(self, name: str, wanted: tuple[str, ...]) -> None:
        """Nothing, or an error: the section must hold these names and no others."""
        keys(name, self.read[name], frozenset(wanted), frozenset(wanted))

    def record(self, place: str, body: Any) -> Record:
        """One record: its fields, and of which at least one is needed."""
        if not isinstance(body, dict):
            raise FieldTableError(place, "must map each field to what it is")
        some = body.get("some", [])
        parts = {name: said for name, said in body.items() if name != "some"}
        found = self.fields(place, parts)
        needed = known(f"{place}.some", some, frozenset(found)) if some else ()
        return Record(place.rpartition(".")[2], found, needed)

    def fields(self, place: str, body: Any) -> dict[str, Field]:
        """The fields of one mapping."""
        if not isinstance(body, dict) or not body:
            raise FieldTableError(place, "must map each field to what it is")
        return {
            word(place, name): self.field(f"{place}.{name}", name, said)
            for name, said in body.items()
        }

    def kind(self, name: str, body: Any, common: Mapping[str, Field]) -> Kind:
        """One kind, with the fields that all kinds share."""
        place = f"kinds.{name}"
        keys(
            place, body, frozenset({"title", "fields"}), frozenset({"title", "fields", "needs"})
        )
        own = self.fields(place, body["fields"])
        for twice in own.keys() & common.keys():
            raise FieldTableError(f"{place}.{twice}", "is a field that all kinds share")
        found = {**own, **common}
        names = frozenset(found)
        events = frozenset(machines()[name].transitions) if name in machines() else frozenset()
        needs = body.get("needs", {})
        keys(f"{place}.needs", needs, frozenset(), events)
        return Kind(
            name,
            known(f"{place}.title", body["title"], names),
            found,
            {event: known(f"{place}.needs", listed, names) for event, listed in needs.items()},
        )

    def claim(self, name: str, body: Any) -> Claim:
        """One property that may be claimed; its ``of`` are the kinds that may have it."""
        found = self.field(f"claims.{name}", name, body)
        return Claim(replace(found, of=self.listed(f"claims.{name}", body)), found.of)

    def listed(self, place: str, body: Mapping[str, Any]) -> tuple[str, ...]:
        """The words of a claim whose value is a word."""
        if body["type"] != "word":
            return ()
        return self.named(place, body.get("words"))

    def field(self, place: str, name: str, body: Any) -> Field:
        """One field; an error names a key or type that is not known."""
        keys(place, body, NEED, MAY)
        told = word(f"{place}.type", body["type"])
        record = self.records.get(told)
        if told not in SCALARS and told not in OWN and record is None:
            raise FieldTableError(place, f"{told} is not a type")
        return Field(
            name,
            "record" if record else told,
            word(f"{place}.says", body["says"]),
            word(f"{place}.label", body.get("label", name.replace("_", " ").capitalize())),
            self.of(place, told, body),
            **{key: body.get(key) is True for key in ("must", "many", "key", "empty")},
            record=record,
        )

    def of(self, place: str, told: str, body: Mapping[str, Any]) -> tuple[str, ...]:
        """The words of a word, the kinds of a reference or of a claim."""
        said = body.get("of")
        if told == "word" and isinstance(said, str):
            return self.named(place, said)
        if said == "any":
            return KINDS
        if told == "reference" or place.startswith("claims."):
            return known(f"{place}.of", said, frozenset(KINDS))
        if said is not None or told == "word":
            raise FieldTableError(place, f"of is {said!r}, which says nothing of {told}")
        return ()

    def named(self, place: str, name: Any) -> tuple[str, ...]:
        """The words that stand under one name."""
        if name not in self.words:
            raise FieldTableError(place, f"{name!r} is not one of the word lists")
        return self.words[name]
