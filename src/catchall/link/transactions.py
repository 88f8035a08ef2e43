"""Which outcome belongs to which goods. In: items, outcomes, sentences; out: transactions.

A case with one kind of goods is one transaction. With several, an outcome goes to the goods
its sentence names, else to those named last before it.
"""

import re
from dataclasses import dataclass

from catchall.link.blocks import Sentence
from catchall.link.goods import singular
from catchall.link.items import Item
from catchall.link.outcomes import OutcomeDraft


@dataclass(frozen=True)
class Transaction:
    """Goods of a case and what came of them."""

    key: str
    items: tuple[str, ...]
    outcomes: tuple[str, ...]


def _head(item: Item) -> str:
    return singular(item.description.split(" of ")[0].split()[-1])


def _named(sentence: Sentence, heads: dict[str, Item]) -> str | None:
    """The goods that a sentence names first."""
    words = [singular(word) for word in re.findall(r"[\w-]+", sentence.text)]
    return next((word for word in words if word in heads), None)


def transactions(
    sentences: list[Sentence], items: list[Item], outcomes: list[OutcomeDraft]
) -> list[Transaction]:
    """The deals of a case, when it tells of several kinds of goods; none otherwise."""
    heads = {_head(item): item for item in items if not item.alternative}
    if len(heads) < 2:  # noqa: PLR2004 - one kind of goods is one deal
        return []
    told: dict[str, list[str]] = {head: [] for head in heads}
    current: str | None = None
    for sentence in sentences:
        current = _named(sentence, heads) or current
        span = sentence.block.view.span(sentence.start, sentence.end)
        here = [o.category for o in outcomes if span.start <= o.evidence.start < span.end]
        if current:
            told[current] += here
    return [Transaction(head, (heads[head].description,), tuple(told[head])) for head in heads]
