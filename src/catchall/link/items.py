"""The goods of a case. In: the sentences of a case; out: its items, each told once.

Goods count when they are counted, sold, asked for or described in the case; what a search
found instead, what goods are for and what a firm's name says are no items. A later count of
goods already told ("three cameras, not four") is kept as an alternative.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catchall.link import goods
from catchall.link.blocks import Block, Evidence, Sentence
from catchall.link.firms import Mention
from catchall.link.goods import Goods, singular
from catchall.link.names import find as find_names
from catchall.link.numbers import Money, sums, value_of
from catchall.link.segments import Reading, Segment

_NOT_THESE = re.compile(
    r"(?:\bfound (?:only )?(?:ordinary |a |an |the )?|\bfor (?:a|an|the|its|their|"
    r"his|fishing|washing|use in|making)\s(?:\w+\s){0,2}|"
    r"\bas (?:a|an|the|its)?\s?(?:use|user|end use)?\s?|\bgives?\s|\bmakers? of\s|"
    r"\bunder the (?:description|name)(?: of)?\s[\"\u201c]?|"
    r"\bby (?:truck|air|sea|road|rail)?\s?$|\blabel+ed (?:as )?[\"\u201c]?|"
    r"\bdeclared (?:the \w+ |it |them )?as\s[\"\u201c]?|"
    r"\blist (?:of|for)\s(?:[\w-]+\s)?|\bthan\s|\blike\s|\bparts? of (?:a|the)\s|"
    r"\bwhich makes? (?:the )?|\bindustry, among them.*|\bfleets?|\bmaker of\s|"
    r"\b(?:serves?|used|meant|intended|needed|able) (?:to|for|in)\s(?:\w+\s){0,2}|"
    r"\b(?:dealer|trader|specialis\w+|producer|seller|buyer)s? (?:in|"
    r"of)\s(?:\w+\s){0,2})$"
)
_TRADE = re.compile(
    r"(?i)\b(?:sell|sold|sale|ship|shipp|export|suppl|deliver|bought|buy|purchas|"
    r"order|procur|acqui|consign|offer|quot|transfer|"
    r"book|seiz|detain|raised|search for|contract|sent|send|licen[cs]e|got|obtain|"
    r"provid|denial|move|keep|hold|held|carr|cargo|load|crate|container|controlled|"
    r"list)\w*"
)
_CURRENT = re.compile(
    r"\b(?:the|these|those|such|its|both|all|other|said|this|that|their|his|of)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"^\s*(?:\d+[.)]?\s{2,})?(?P<goods>[A-Za-z][^\n]*?)\s{2,}(?P<number>\d[\d,.]*|"
    r"-+)\s+(?P<unit>[A-Za-z]+)\.?\s*$"
)


_WORTH_NEAR = 40


@dataclass(frozen=True)
class Item:
    """Goods of a case; ``alternative``: a further count of goods that were told before."""

    description: str
    evidence: Evidence
    quantity: float | int | None = None
    unit: str | None = None
    designation: str | None = None
    article: bool = False
    alternative: bool = False
    made_in: str | None = None
    worth: Money | None = None
    sentence: Sentence | None = None
    order: int = 0


def _tokens(text: str) -> set[str]:
    return {singular(word) for word in re.findall(r"[a-z0-9-]+", text.lower())} - {
        "of",
        "and",
        "for",
        "a",
    }


def _inside_name(block: Block, found: Goods, named: list[Mention]) -> bool:
    if any(m.start < found.end and found.start < m.end for m in named):
        return True
    return any(
        n.start <= found.start < n.end and n.kind != "name"
        for n in find_names(block.text)
        if " " in n.text
    )


def _counts(sentence: Sentence, found: Goods) -> bool:
    """Are these goods of the case, and not what was found instead or what goods are for?"""
    before = sentence.block.text[sentence.start : found.low]
    if before.endswith(('"', "\u201c")) and not found.quantity:
        return False
    if _NOT_THESE.search(before) and not (
        found.quantity and not before.rstrip().endswith(("than", "found"))
    ):
        return False
    return bool(found.quantity) or bool(_TRADE.search(sentence.text))


def _is_known(found: Goods, items: list[Item], *, current: bool) -> Item | None:
    """The item that these words go back to."""
    words = _tokens(found.description)
    for item in items:
        own = _tokens(item.description)
        if words <= own or (own <= words and current):
            return item
        if current and found.head in own and len(words) <= len(own):
            return item
    return None


def _made(sentence: Sentence, found: Goods, *, alternative: bool) -> Item:
    block = sentence.block
    quantity = found.quantity
    near = [
        m
        for m in sums(block.text)
        if sentence.start <= m.start < sentence.end and 0 <= m.start - found.end < _WORTH_NEAR
    ]
    return Item(
        found.description,
        block.evidence(found.low, found.end),
        quantity.value if quantity else (1 if found.article and _is_one(found) else None),
        quantity.unit_written if quantity else None,
        found.designation,
        found.article and not quantity,
        alternative,
        found.made_in,
        near[0] if near and not alternative else None,
        sentence,
        found.start,
    )


def _is_one(found: Goods) -> bool:
    last = (
        found.description.split()[-1]
        if " of " not in found.description
        else found.description.split(" of ")[0]
    )
    return singular(last) == last.lower()


def _table(block: Block) -> Iterator[Item]:
    """The rows of a table: goods, number, unit."""
    for line in block.table:
        match = _ROW.match(line)
        if not match or not goods.find(match["goods"]):
            continue
        start = block.text.find(" ".join(match["goods"].split()))
        shown = " ".join(line.split())
        low = block.text.find(shown)
        found = goods.find(match["goods"])[0]
        number = value_of(match["number"]) if match["number"][0] != "-" else None
        place = (low, low + len(shown)) if low >= 0 else (start, start + len(match["goods"]))
        yield Item(
            found.description, block.evidence(*place), number, match["unit"], found.designation
        )


def _add(items: list[Item], sentence: Sentence, found: Goods) -> None:
    current = (
        bool(_CURRENT.search(sentence.block.text[max(0, found.low - 24) : found.low]))
        and not found.quantity
    )
    known = _is_known(found, items, current=current or bool(found.quantity))
    if known is None:
        if not current or not items:
            items.append(_made(sentence, found, alternative=False))
        return
    value = found.quantity.value if found.quantity else None
    part = re.search(
        r"\bof (?:the|these|those|its)\b", sentence.block.text[found.low : found.start]
    )
    if (
        value is None
        or part
        or any(i.quantity == value and _is_known(found, [i], current=True) for i in items)
    ):
        return
    if known.quantity is None and not known.article:
        items[items.index(known)] = _made(sentence, found, alternative=False)
    else:
        items.append(_made(sentence, found, alternative=True))


def items(reading: Reading, segment: Segment) -> list[Item]:
    """The goods of the case, in the order in which they are told."""
    found: list[Item] = []
    tables = {s.block.order: s.block for s in segment.sentences if s.block.table}
    for sentence in segment.sentences:
        named = reading.mentions[sentence.block.order]
        if sentence.block.order in tables:
            continue
        for thing in goods.find(sentence.block.text):
            here = sentence.start <= thing.start < sentence.end
            if (
                here
                and not _inside_name(sentence.block, thing, named)
                and _counts(sentence, thing)
            ):
                _add(found, sentence, thing)
    for block in tables.values():
        found += [
            item
            for item in _table(block)
            if not any(_tokens(item.description) <= _tokens(i.description) for i in found)
        ]
    return found
