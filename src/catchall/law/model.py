"""What the lawbook holds once read: frozen records with dates. In: nothing; out: types.

The YAML form is told in ``docs/reference/lawbook.md``; ``law.load`` reads it. A limit, date,
country or list number stands in the lawbook, never here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal


@dataclass(frozen=True)
class Asked:
    """A leaf of a rule: a predicate of ``determine.predicates`` with its arguments."""

    predicate: str
    args: Mapping[str, Any]
    cite: str


@dataclass(frozen=True)
class Test:
    """A leaf of an entry: a characteristic compared with a number, set or span, with its unit.

    ``comparison`` is one of ``< <= == >= > between between_ho in intersects matches``;
    ``value`` a number, text, tuple or bool; ``unit`` pint's name or "" for plain values.
    """

    __test__ = False  # not a pytest class

    characteristic: str
    comparison: str
    value: Any
    unit: str
    cite: str


@dataclass(frozen=True)
class Judged:
    """A leaf only a person can decide ("specially designed", "usable in"): always UNKNOWN."""

    asks: str
    cite: str


@dataclass(frozen=True)
class Excepted:
    """A leaf of an entry's exclusions: goods that meet entry ``entry`` are left to it."""

    entry: str
    cite: str


@dataclass(frozen=True)
class OfKind:
    """A leaf met by what the goods are: YES when the words name the class ``goods``."""

    goods: str
    cite: str


@dataclass(frozen=True)
class Group:
    """``all`` or ``any`` of the parts."""

    op: Literal["all", "any"]
    parts: "tuple[Node, ...]"


Node = Asked | Test | Judged | Excepted | OfKind | Group


@dataclass(frozen=True)
class Version:
    """A rule or entry as it stands from ``start`` until the day before ``end``.

    ``when`` None means repealed from that day. ``exclusions`` lift it when one of them is YES.
    ``verified`` is said where this version was checked less far than the entry of today.
    """

    start: date
    end: date | None
    when: Node | None
    exclusions: tuple[Node, ...] = ()
    cite: str = ""
    verified: str = ""


@dataclass(frozen=True)
class Rule:
    """A party, catch-all, embargo, destination, licence or certificate rule, or a red flag.

    ``outcome`` is a word of DESIGN 4.3 (``prohibited``, ``licence_required``,
    ``prohibited_or_licence``, ``must_notify``, ``enhanced_due_diligence``, ``none``) or, for a
    flag, "" with ``severity`` high, med or low. ``jurisdictions`` empty means everywhere.
    ``asks`` is the question put to a person when the answer is UNKNOWN and could matter.
    """

    id: str
    kind: Literal["party", "catch_all", "embargo", "flag", "certificate", "licence", "denial"]
    title: str
    asks: str
    outcome: str
    severity: str
    jurisdictions: tuple[str, ...]
    verified: str
    versions: tuple[Version, ...]
    cite: str
    lifts: str = ""
    needs: tuple[str, ...] = ()  # columns or tables without which a flag is UNKNOWN


@dataclass(frozen=True)
class Entry:
    """One entry of a control list. ``gate`` names the class of goods it is about.

    ``covers``: further numbers of its own list that it states. ``destinations``: the entry
    binds only for these countries (lists of the Security Council); empty means everywhere.
    """

    id: str
    regime: str
    category: str
    title: str
    gate: str
    eu: tuple[str, ...]
    us: tuple[str, ...]
    other: tuple[str, ...]
    verified: str
    versions: tuple[Version, ...]
    cite: str
    note: str = ""
    aliases: tuple[str, ...] = ()
    cover_names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """One instrument the lawbook cites."""

    id: str
    title: str
    publisher: str
    address: str
    dated: str
    text_hash: str = ""


@dataclass(frozen=True)
class DatedValue:
    """A number or set that several rules share, as it stands from ``start``."""

    start: date
    end: date | None
    value: Any
    cite: str
    verified: str = ""


@dataclass(frozen=True)
class Case:
    """A worked example with the outcome expected of one rule, flag or entry on one day.

    ``kind`` is entry, rule or flag; ``given`` holds ``text``, ``params`` and ``hs`` of an entry
    case, or the ``facts`` of the others.
    """

    kind: Literal["entry", "rule", "flag"]
    subject: str
    why: str
    day: date
    outcome: str
    given: Mapping[str, Any]
    path: str


@dataclass(frozen=True)
class GoodsClass:
    """A kind of goods: the words that name it, may name it, or name something else."""

    id: str
    title: str
    names: tuple[str, ...] = ()
    may_be: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Characteristic:
    """What a technical test asks about: its question, its unit, and the words that state it.

    ``kind`` number: ``unit``, ``near`` (words next to the number) and ``sole``; flag: ``yes``
    and ``no`` words; word: ``words`` maps each value to the words that state it (a number may
    have them too: tolerance classes). ``also`` are other names of the parameter.
    """

    id: str
    asks: str
    kind: Literal["number", "flag", "word"]
    unit: str = ""
    near: tuple[str, ...] = ()
    sole: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    min: float = 0  # a number below it is not believed
    none: bool = False  # "none" may be given: the goods have no such size


@dataclass(frozen=True)
class Grade:
    """A designation or trade name of a material and the class it points to: a hint only."""

    name: str
    goods: str
    synonyms: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Lawbook:
    """The whole lawbook: what was read, under which version and content hash."""

    version: str
    hash: str
    entries: tuple[Entry, ...]
    rules: tuple[Rule, ...]
    sources: Mapping[str, Source]
    values: Mapping[str, tuple[DatedValue, ...]]
    classes: Mapping[str, GoodsClass] = field(default_factory=dict)
    characteristics: Mapping[str, Characteristic] = field(default_factory=dict)
    grades: tuple[Grade, ...] = ()
    vague: tuple[str, ...] = ()  # words that do not say what goods are
    accessories: tuple[str, ...] = ()  # after a name: another thing than the name says
    consumer: tuple[str, ...] = ()  # before a name: the same
    forms: tuple[str, ...] = ()  # shapes and containers: after a name it stays that name
    real_words: tuple[str, ...] = ()  # no misspelling of a word of the lists
    cases: tuple[Case, ...] = ()
