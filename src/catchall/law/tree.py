"""Kleene's three values over a condition. In: a node and its leaves' answers; out: the answer.

Shared by control list entries and rules. How a leaf is answered is not known here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from catchall.law.model import Asked, Excepted, Group, Judged, Node, OfKind, Test
from catchall.records import Answer

Leaf = Asked | Test | Judged | Excepted | OfKind


@dataclass(frozen=True)
class Evaluated:
    """The answer, why, and the leaves that could still change it: the questions to ask."""

    answer: Answer
    reasons: tuple[str, ...]
    open: tuple[Leaf, ...]


def both(answers: Iterable[Answer]) -> Answer:
    """Are all of them YES? NO if one is NO, else UNKNOWN if one is UNKNOWN.

    >>> both([Answer.YES, Answer.UNKNOWN]), both([Answer.UNKNOWN, Answer.NO])
    (<Answer.UNKNOWN: 'unknown'>, <Answer.NO: 'no'>)
    """
    seen = set(answers)
    if Answer.NO in seen:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in seen else Answer.YES


def either(answers: Iterable[Answer]) -> Answer:
    """Is one of them YES? YES if one is YES, else UNKNOWN if one is UNKNOWN.

    >>> either([Answer.NO, Answer.UNKNOWN])
    <Answer.UNKNOWN: 'unknown'>
    """
    return opposite(both(opposite(answer) for answer in answers))


def opposite(answer: Answer) -> Answer:
    """YES for NO and NO for YES; UNKNOWN stays.

    >>> opposite(Answer.UNKNOWN)
    <Answer.UNKNOWN: 'unknown'>
    """
    turned = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}
    return turned.get(answer, Answer.UNKNOWN)


def _once(found: Iterable[Leaf]) -> tuple[Leaf, ...]:
    out: list[Leaf] = []  # arguments of a leaf may be mappings: no hashing
    for leaf in found:
        if leaf not in out:
            out.append(leaf)
    return tuple(out)


def _join(op: str, parts: list[Evaluated]) -> Evaluated:
    answer = (both if op == "all" else either)(part.answer for part in parts)
    if answer is Answer.UNKNOWN:  # a part already settled cannot turn it any more
        still = [part for part in parts if part.answer is Answer.UNKNOWN]
        reasons = tuple(reason for part in parts for reason in part.reasons)
        return Evaluated(answer, reasons, _once(leaf for part in still for leaf in part.open))
    deciding = Answer.NO if op == "all" else Answer.YES
    if answer is deciding:
        parts = [part for part in parts if part.answer is deciding]
    return Evaluated(answer, tuple(r for part in parts for r in part.reasons), ())


def evaluate(node: Node, leaf: Callable[[Leaf], tuple[Answer, str]]) -> Evaluated:
    """Does the condition hold, why, and which unknown leaves could still change that?

    Each reason reads "yes|no|unknown: what was found (citation)". Of a decided group only the
    parts that decide it give their reasons.
    """
    if isinstance(node, Group):
        return _join(node.op, [evaluate(part, leaf) for part in node.parts])
    answer, why = leaf(node)
    reason = f"{answer.value}: {why} ({node.cite})"
    return Evaluated(answer, (reason,), (node,) if answer is Answer.UNKNOWN else ())


def leaves(node: Node) -> Iterator[Leaf]:
    """Every leaf below the node, in the order written."""
    if isinstance(node, Group):
        for part in node.parts:
            yield from leaves(part)
    else:
        yield node
