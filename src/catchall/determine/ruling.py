"""The rules of the lawbook in force on a day, asked of facts. In: lawbook, facts; out: answers.

An argument whose name begins with ``values`` names a dated value; it is put in its place here.
No outcome is known here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from catchall.dates import in_force
from catchall.determine.facts import Facts
from catchall.determine.predicates import ASKS, PREDICATES
from catchall.law import tree
from catchall.law.model import Asked, Group, Judged, Lawbook, Node, Rule, Version
from catchall.records import Answer

Told = tuple[Answer, str]


@dataclass(frozen=True)
class Answered:
    """A rule's answer for one shipment, why, and the leaves that could still change it."""

    rule: Rule
    answer: Answer
    why: str
    citation: str
    open: tuple[tree.Leaf, ...]
    missing: tuple[str, ...]  # what the open leaves say is missing


@dataclass(frozen=True)
class Held:
    """A rule with its version in force, its dated values in place."""

    rule: Rule
    version: Version


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


def held(lawbook: Lawbook, day: date, jurisdictions: Iterable[str]) -> tuple[Held, ...]:
    """The rules in force on the day in the jurisdictions; repealed ones ask nothing."""
    where = set(jurisdictions)
    found = []
    for rule in lawbook.rules:
        version = in_force(rule.versions, day)
        if version is None or version.when is None:
            continue
        if not rule.jurisdictions or where & set(rule.jurisdictions):
            when = _placed(version.when, lawbook, day)
            exclusions = tuple(_placed(node, lawbook, day) for node in version.exclusions)
            found.append(Held(rule, replace(version, when=when, exclusions=exclusions)))
    return tuple(found)


def ask(leaf: tree.Leaf, facts: Facts) -> Told:
    """What a leaf answers; a value not held on the day, or a judgement, is UNKNOWN."""
    if isinstance(leaf, Judged):
        return Answer.UNKNOWN, f"a person must judge: {leaf.asks}"
    if not isinstance(leaf, Asked):
        return Answer.UNKNOWN, "a test of goods does not belong in a rule"
    if any(value is None for value in leaf.args.values()):
        return Answer.UNKNOWN, "the value that holds on that day"
    return PREDICATES[leaf.predicate](facts, leaf.args)


def answer(one: Held, facts: Facts) -> Answered:
    """Does the rule hold for the shipment? An exclusion that is YES lifts it."""
    told: list[tuple[tree.Leaf, Told]] = []

    def leaf(node: tree.Leaf) -> Told:
        found = ask(node, facts)
        told.append((node, found))
        return found

    assert one.version.when is not None  # noqa: S101  # held() leaves repealed versions out
    parts = [tree.evaluate(one.version.when, leaf)]
    parts += [tree.evaluate(node, leaf) for node in one.version.exclusions]
    answers = [parts[0].answer, *(tree.opposite(part.answer) for part in parts[1:])]
    result = tree.both(answers)
    still = [part for part in parts if part.answer is Answer.UNKNOWN]
    open_ = tuple(leaf for part in still for leaf in part.open)
    deciding = [(node, why) for node, (said, why) in told if said is result]
    return Answered(
        rule=one.rule,
        answer=result,
        why="; ".join(dict.fromkeys(why for _, why in deciding)),
        citation=citation(one.rule, [node.cite for node, _ in deciding]),
        open=open_ if result is Answer.UNKNOWN else (),
        missing=tuple(dict.fromkeys(why for _, (said, why) in told if said is Answer.UNKNOWN)),
    )


def citation(rule: Rule, cites: Sequence[str]) -> str:
    """The rule's citation and those of the lines that decided it, each once."""
    every = [rule.cite, *(one for cite in cites for one in cite.split("; "))]
    return "; ".join(dict.fromkeys(every))


def columns(leaf: tree.Leaf) -> tuple[str, ...]:
    """The columns and side tables that would answer an open leaf."""
    if not isinstance(leaf, Asked):
        return ("judgement",)
    if "asks" in leaf.args:
        return (str(leaf.args["asks"]),)
    if "legs" in leaf.args:
        return tuple(leaf.args["legs"])
    if "field" in leaf.args:
        return (str(leaf.args["field"]),)
    named = ASKS[leaf.predicate]
    if leaf.predicate in ("party_in", "address_says"):
        what = named[0].rpartition("_")[2]
        return tuple(f"{role}_{what}" for role in leaf.args["roles"])
    return named
