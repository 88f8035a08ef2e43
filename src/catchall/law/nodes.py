"""Conditions from YAML. In: a ``when`` mapping; out: ``model.Node``.

Meaning is not checked here: ``law.checks`` asks whether sources, units and the like exist.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from typing import Any

from catchall.law.fields import Fields, shown
from catchall.law.model import (
    Asked,
    Excepted,
    Group,
    Judged,
    Node,
    OfKind,
    Test,
    Version,
)

COMPARISONS = (
    "<",
    "<=",
    "==",
    ">=",
    ">",
    "between",
    "between_ho",
    "in",
    "intersects",
    "matches",
)
_PAIR = 2
_SPANS = ("between", "between_ho")
_SETS = ("in", "intersects", "matches")
_Number = (int, float)
RULE_LEAVES = frozenset({"is", "judge"})
ENTRY_LEAVES = frozenset({"test", "judge", "entry", "goods"})


def _is_number(value: Any) -> bool:
    return isinstance(value, _Number) and not isinstance(value, bool)


def _fits(comparison: str, value: Any) -> str:
    """What is wrong with the value for the comparison, or ""."""
    if comparison in _SPANS:
        ok = isinstance(value, list) and len(value) == _PAIR and all(map(_is_number, value))
        return "" if ok and value[0] < value[1] else "needs [low, high], two rising numbers"
    if comparison in _SETS:
        ok = isinstance(value, list) and bool(value) and all(isinstance(v, str) for v in value)
        return "" if ok else "needs a list of words"
    if comparison == "==":
        ok = isinstance(value, (str, bool)) or _is_number(value)
        return "" if ok else "needs a number, text, true or false"
    return "" if _is_number(value) else "needs a number"


def _test(fields: Fields) -> Test:
    characteristic = fields.text("test")
    comparison = fields.word("is", COMPARISONS)
    value = fields.take("value")
    if problem := _fits(comparison, value):
        raise fields.wrong(f"{comparison} {problem}, found {shown(value)}", "value")
    return Test(
        characteristic,
        comparison,
        tuple(value) if isinstance(value, list) else value,
        fields.text("unit", ""),
        fields.text("cite"),
    )


def _asked(fields: Fields) -> Asked:
    predicate = fields.text("is")
    args = fields.take("with", {})
    if not isinstance(args, dict):
        raise fields.wrong(f"expected a mapping of arguments, found {shown(args)}", "with")
    return Asked(predicate, args, fields.text("cite"))


def _group(fields: Fields, leaves: Collection[str]) -> Group:
    op = "all" if fields.has("all") else "any"
    if fields.has("all") and fields.has("any"):
        raise fields.wrong("all and any stand in one node: nest one in the other")
    parts = fields.each(op, lambda part: node(part, leaves))
    if not parts:
        raise fields.wrong("an empty group decides nothing", op)
    return Group("all" if op == "all" else "any", parts)


_LEAVES: dict[str, Callable[[Fields], Node]] = {
    "test": _test,
    "entry": lambda fields: Excepted(fields.text("entry"), fields.text("cite")),
    "goods": lambda fields: OfKind(fields.text("goods"), fields.text("cite")),
    "judge": lambda fields: Judged(fields.text("judge"), fields.text("cite")),
    "is": _asked,
}


def _leaf(fields: Fields, leaves: Collection[str]) -> Node:
    for key, made in _LEAVES.items():
        if key in leaves and fields.has(key):
            return made(fields)
    raise fields.wrong(f"no part of a condition: needs all, any, {', '.join(sorted(leaves))}")


def node(fields: Fields, leaves: Collection[str]) -> Node:
    """The condition in this mapping, with only the leaves allowed here."""
    grouped = fields.has("all") or fields.has("any")
    made = _group(fields, leaves) if grouped else _leaf(fields, leaves)
    fields.done()
    return made


def _version(fields: Fields, leaves: Collection[str]) -> Version:
    start: date = fields.day("from")
    end = fields.day("to", None)
    if end is not None and end <= start:
        raise fields.wrong(f"ends on {end}, not after it starts on {start}", "to")
    raw = fields.take("when")
    when = None if raw is None else node(fields.below("when", raw), leaves)
    exclusions = fields.each("not", lambda part: node(part, leaves), ())
    cite = fields.text("cite", "")
    if when is None and not cite:
        raise fields.wrong("a repealed version needs its own cite")
    verified = fields.verified() if fields.has("verified") else ""
    fields.done()
    return Version(start, end, when, exclusions, cite, verified)


def versions(fields: Fields, leaves: Collection[str]) -> tuple[Version, ...]:
    """All versions of a rule or entry, in order; the next one's start ends an open one."""
    read = fields.each("versions", lambda part: _version(part, leaves))
    if not read:
        raise fields.wrong("at least one version is needed", "versions")
    out = []
    for n, version in enumerate(read):
        following = read[n + 1].start if n + 1 < len(read) else None
        if following is not None and following <= version.start:
            raise fields.wrong("versions stand in order of from", f"versions[{n + 1}]")
        end = version.end or following
        if following is not None and end is not None and end > following:
            raise fields.wrong("runs into the next version", f"versions[{n}].to")
        out.append(replace(version, end=end))
    return tuple(out)
