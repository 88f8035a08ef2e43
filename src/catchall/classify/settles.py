"""How far would one answer settle an entry? In: its condition as answered; out: a power.

All open leaves of one characteristic answered NO or YES may make the entry fail or be met: a
question that can do neither alone is asked last.
"""

from collections.abc import Callable, Iterable

from catchall.law import tree
from catchall.law.model import Group, Node, OfKind, Test, Version
from catchall.records import Answer

Answers = Callable[[tree.Leaf], Answer]
DESCRIPTION = "description"
_FAILS, _MEETS = 0.5, 1.0
"""What an answer is worth that takes the goods off the entry, and one that puts them on it."""


def decide(node: Node, answers: Answers) -> Answer:
    """The answer to a condition from those to its leaves, without reasons."""
    if isinstance(node, Group):
        parts = (decide(part, answers) for part in node.parts)
        return tree.both(parts) if node.op == "all" else tree.either(parts)
    return answers(node)


def _asks(leaf: tree.Leaf) -> str:
    if isinstance(leaf, Test):
        return leaf.characteristic
    return DESCRIPTION if isinstance(leaf, OfKind) else ""


def _supposed(answers: Answers, name: str, answer: Answer) -> Answers:
    def supposed(leaf: tree.Leaf) -> Answer:
        known = answers(leaf)
        return answer if known is Answer.UNKNOWN and _asks(leaf) == name else known

    return supposed


def _whole(kind: Answer, version: Version, answers: Answers) -> Answer:
    assert version.when is not None  # noqa: S101  # the callers left repealed versions out
    lifted = decide(Group("any", version.exclusions), answers)
    taken_off = Answer.YES if lifted is Answer.YES else Answer.NO  # once it is shown
    return tree.both((kind, decide(version.when, answers), tree.opposite(taken_off)))


def powers(
    names: Iterable[str], kind: Answer, version: Version, answers: Answers
) -> dict[str, float]:
    """How much each question could settle of this entry: 0 when nothing by itself."""
    made = {}
    for name in names:
        of_kind = kind is Answer.UNKNOWN and name == DESCRIPTION
        sure = Answer.YES if of_kind else kind
        results = {
            _whole(sure, version, _supposed(answers, name, answer))
            for answer in (Answer.NO, Answer.YES)
        }
        fails, meets = of_kind or Answer.NO in results, Answer.YES in results
        made[name] = _FAILS * fails + _MEETS * meets
    return made
