"""A rule or an entry of the lawbook in words. In: ``law.model``; out: text.

Shown as it stands: every version with its days, every condition with its citation.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from catchall.dates import in_force
from catchall.law.model import (
    Asked,
    Entry,
    Group,
    Judged,
    Lawbook,
    Node,
    OfKind,
    Rule,
    Test,
    Version,
)
from catchall.law.tree import Leaf
from catchall.output.plain import plain


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{plain(key)} {_value(one)}" for key, one in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return " ".join(_value(one) for one in value)
    return plain(value)


def _leaf(node: Leaf) -> str:
    if isinstance(node, Asked):
        told = f"{node.predicate.replace('_', ' ')} {_value(node.args)}".rstrip()
    elif isinstance(node, Test):
        test = (node.characteristic, node.comparison, _value(node.value), node.unit)
        told = " ".join(one for one in test if one)
    elif isinstance(node, Judged):
        told = f"a person decides: {node.asks}"
    elif isinstance(node, OfKind):
        told = f"the goods are of the kind {node.goods}"
    else:
        told = f"entry {node.entry} is met"
    return f"{told} [{node.cite}]" if node.cite else told


def _tree(node: Node, depth: int) -> Iterator[str]:
    lead = "  " * depth
    if not isinstance(node, Group):
        yield lead + plain(_leaf(node))
        return
    yield f"{lead}{node.op} of:"
    for part in node.parts:
        yield from _tree(part, depth + 1)


def _days(version: Version) -> str:
    return f"from {version.start}" + (f" until {version.end}" if version.end else "")


def _version(version: Version) -> Iterator[str]:
    cited = f" [{version.cite}]" if version.cite else ""
    if version.when is None:
        yield f"{_days(version)}: repealed{cited}"
        return
    yield f"{_days(version)}{cited}"
    yield from _tree(version.when, 1)
    for one in version.exclusions:
        yield "  but not if"
        yield from _tree(one, 2)


def _facts(one: Entry | Rule) -> Iterable[tuple[str, str]]:
    if isinstance(one, Entry):
        yield from (("regime", one.regime), ("category", one.category))
        yield from (("eu", " ".join(one.eu)), ("us", " ".join(one.us)), ("note", one.note))
    else:
        yield from (("kind", one.kind), ("asks", one.asks), ("outcome", one.outcome))
        yield from (
            ("severity", one.severity),
            ("in", " ".join(one.jurisdictions) or "everywhere"),
        )
        yield from (("lifts", one.lifts), ("needs", " ".join(one.needs)))
    yield from (("checked", one.verified), ("cited", one.cite))


def shown(one: Entry | Rule) -> str:
    """The entry or rule in words, with every version of it."""
    lines = [f"{one.id}: {plain(one.title)}"]
    lines += [f"  {name:<9} {plain(value)}" for name, value in _facts(one) if value]
    for version in one.versions:
        lines += _version(version)
    return "\n".join(lines)


def find(book: Lawbook, wanted: str) -> Entry | Rule | None:
    """The entry or rule of that id, or None."""
    every: tuple[Entry | Rule, ...] = (*book.entries, *book.rules)
    return next((one for one in every if one.id == wanted), None)


def standing(book: Lawbook, day: date) -> tuple[Entry | Rule, ...]:
    """Which entries and rules are in force on the day? Repealed ones are not."""
    every: tuple[Entry | Rule, ...] = (*book.entries, *book.rules)
    versions = [(one, in_force(one.versions, day)) for one in every]
    return tuple(one for one, version in versions if version and version.when is not None)
