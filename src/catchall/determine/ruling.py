"""The rules of the lawbook in force on a day, asked of facts. In: both; out: answers.

An argument whose name begins with ``values`` names a dated value; it is put in its place here.
A question that several rules ask is asked once a shipment. What a pattern of answers means for
a rule is worked out once (``law.tree``) and remembered. No outcome is known here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from catchall.dates import in_force
from catchall.determine.facts import Facts
from catchall.determine.predicates import ASKS, PREDICATES
from catchall.law import tree
from catchall.law.model import Asked, Group, Judged, Lawbook, Node, Rule, Version
from catchall.records import Answer

Told = tuple[Answer, str]


@dataclass(frozen=True)
class Decided:
    """What one pattern of answers means for a rule: its answer, and which leaves matter."""

    answer: Answer
    deciding: tuple[int, ...]  # leaves that answer as the rule does
    unknown: tuple[int, ...]  # leaves that could still change it
    columns: tuple[str, ...]  # what would answer those


@dataclass(frozen=True)
class Held:
    """A rule with its version in force, dated values in place, and where its leaves stand."""

    rule: Rule
    version: Version
    leaves: tuple[tree.Leaf, ...]
    places: tuple[int, ...]  # of each leaf in Rulebook.questions
    known: dict[bytes, Decided] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Rulebook:
    """The rules in force on a day, and the different questions that they ask."""

    held: tuple[Held, ...]
    questions: tuple[Callable[[Facts], Told], ...]
    known: dict[bytes, tuple[Decided, ...]] = field(default_factory=dict, compare=False)


class Answered(NamedTuple):
    """A rule's answer for one shipment; the reasons are put into words when they are wanted."""

    rule: Rule
    decided: Decided
    held: Held
    told: Sequence[Told]

    @property
    def answer(self) -> Answer:
        """YES, NO or UNKNOWN."""
        return self.decided.answer

    @property
    def why(self) -> str:
        """What decided it, in the words of the questions."""
        return "; ".join(self._words(self.decided.deciding))

    @property
    def missing(self) -> tuple[str, ...]:
        """What the leaves that could still change it say is missing."""
        return self._words(self.decided.unknown)

    @property
    def citation(self) -> str:
        """The rule's citation and those of the lines that decided it, each once."""
        cites = [self.held.leaves[at].cite for at in self.decided.deciding]
        every = [self.rule.cite, *(one for cite in cites for one in cite.split("; "))]
        return "; ".join(dict.fromkeys(every))

    def _words(self, leaves: Iterable[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.told[self.held.places[at]][1] for at in leaves))


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _frozen(one) for key, one in value.items()}
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


def _placed(node: Node, lawbook: Lawbook, day: date) -> Node:
    """The condition with each dated value in the place of its name."""
    if isinstance(node, Group):
        return Group(node.op, tuple(_placed(part, lawbook, day) for part in node.parts))
    if not isinstance(node, Asked):
        return node
    args, cite = {}, node.cite
    for key, argument in node.args.items():
        args[key] = _frozen(argument)
        if key.startswith("values"):
            held = in_force(lawbook.values.get(argument, ()), day)
            args[key] = _frozen(held.value) if held else None
            cite = f"{cite}; {held.cite}" if held and held.cite != node.cite else cite
    return Asked(node.predicate, args, cite)


def _nodes(version: Version) -> Iterator[Node]:
    if version.when is not None:
        yield version.when
    yield from version.exclusions


def asked(version: Version) -> Iterator[Asked]:
    """The questions a version asks, exclusions included."""
    for node in _nodes(version):
        for leaf in tree.leaves(node):
            if isinstance(leaf, Asked):
                yield leaf


def _question(leaf: tree.Leaf) -> Callable[[Facts], Told]:
    """The leaf as a question to facts; a value not held, or a judgement, is UNKNOWN."""
    if not isinstance(leaf, Asked):
        text = leaf.asks if isinstance(leaf, Judged) else "a test of goods"
        return lambda _facts: (Answer.UNKNOWN, f"a person must judge: {text}")
    if any(value is None for value in leaf.args.values()):
        return lambda _facts: (Answer.UNKNOWN, "the value that holds on that day")
    predicate, args = PREDICATES[leaf.predicate], leaf.args
    return lambda facts: predicate(facts, args)


_KEPT = 65_536
"""Patterns of answers of which the meaning is remembered."""

NOT_HELD = "the law of that day is not held"


def _version(rule: Rule, day: date) -> Version | None:
    """The version in force; before the first a question nobody can answer: it is not held."""
    version = in_force(rule.versions, day)
    begun = any(one.start <= day for one in rule.versions)
    if version is None and not begun:
        leaf = Asked("not_held", {"needs": NOT_HELD}, rule.cite)
        return Version(day, None, leaf, (), rule.cite)
    return version


def _in_force(lawbook: Lawbook, day: date, where: set[str]) -> Iterator[tuple[Rule, Version]]:
    for rule in lawbook.rules:
        version = _version(rule, day)
        if version is None or version.when is None:
            continue
        if not rule.jurisdictions or where & set(rule.jurisdictions):
            when = _placed(version.when, lawbook, day)
            exclusions = tuple(_placed(node, lawbook, day) for node in version.exclusions)
            yield rule, replace(version, when=when, exclusions=exclusions)


def held(lawbook: Lawbook, day: date, jurisdictions: Iterable[str]) -> Rulebook:
    """The rules in force on the day in the jurisdictions; repealed ones ask nothing.

    A rule whose first version begins later is open on that day: what stood before is not held.
    """
    questions: list[Callable[[Facts], Told]] = []
    places: dict[str, int] = {}
    rules = []
    for rule, version in _in_force(lawbook, day, set(jurisdictions)):
        leaves = tuple(leaf for node in _nodes(version) for leaf in tree.leaves(node))
        for leaf in leaves:
            if _key(leaf) not in places:
                places[_key(leaf)] = len(questions)
                questions.append(_question(leaf))
        rules.append(Held(rule, version, leaves, tuple(places[_key(leaf)] for leaf in leaves)))
    return Rulebook(tuple(rules), tuple(questions))


def _key(leaf: tree.Leaf) -> str:
    """The same for leaves that ask the same, whatever they cite."""
    return repr(replace(leaf, cite=""))


def _decide(one: Held, answers: Sequence[Answer]) -> Decided:
    """What these answers of its leaves mean for the rule. An exclusion that is YES lifts it."""
    given = iter(answers)
    numbered = iter(range(len(answers)))
    order: list[int] = []

    def leaf(_leaf: tree.Leaf) -> Told:
        order.append(next(numbered))
        return next(given), ""

    parts = [tree.evaluate(node, leaf) for node in _nodes(one.version)]
    result = tree.both([parts[0].answer, *(tree.opposite(part.answer) for part in parts[1:])])
    open_ = [leaf for part in parts if part.answer is Answer.UNKNOWN for leaf in part.open]
    still = result is Answer.UNKNOWN
    unknown = tuple(
        at
        for at in order
        if still and answers[at] is Answer.UNKNOWN and one.leaves[at] in open_
    )
    return Decided(
        answer=result,
        deciding=tuple(at for at in order if answers[at] is result),
        unknown=unknown,
        columns=tuple(
            dict.fromkeys(name for at in unknown for name in columns(one.leaves[at]))
        ),
    )


def answer(book: Rulebook, facts: Facts) -> list[Answered]:
    """What does each rule answer for the shipment? In the order of the lawbook."""
    told = [question(facts) for question in book.questions]
    # compared by identity: an Enum member hashes slowly, and this is asked most often
    codes = bytes(
        0 if said is Answer.YES else 1 if said is Answer.NO else 2 for said, _ in told
    )
    decided = book.known.get(codes)
    if decided is None:
        decided = tuple(_decided(one, codes, told) for one in book.held)
        if len(book.known) < _KEPT:
            book.known[codes] = decided
    return [Answered(one.rule, d, one, told) for one, d in zip(book.held, decided, strict=True)]


def _decided(one: Held, codes: bytes, told: Sequence[Told]) -> Decided:
    """What the answers mean for one rule; the same pattern of its own leaves is asked once."""
    pattern = bytes(codes[place] for place in one.places)
    decided = one.known.get(pattern)
    if decided is None:
        decided = one.known[pattern] = _decide(one, [told[place][0] for place in one.places])
    return decided


def columns(leaf: tree.Leaf) -> tuple[str, ...]:
    """The columns and side tables that would answer an open leaf."""
    if not isinstance(leaf, Asked):
        return ("judgement",)
    for name in ("asks", "field"):
        if name in leaf.args:
            return (str(leaf.args[name]),)
    named: tuple[str, ...] = leaf.args.get("legs", ASKS[leaf.predicate])
    if leaf.predicate in ("party_in", "address_says"):
        what = named[0].rpartition("_")[2]
        return tuple(f"{role}_{what}" for role in leaf.args["roles"])
    return named
