"""What is the thing itself, and what stands only beside it? In: words of a text; out: places.

In "battery for a drone" and "lathe chuck" the drone and the lathe are not the goods. A name
after a word like "for", before the word of an accessory or after "toy" names something else.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from catchall.classify.words import Token

OPENERS = frozenset({
    "for", "with", "without", "against", "excluding", "except", "besides", "resembling",
    "fur", "fuer", "pour", "para", "voor", "для", "avec", "mit", "con",
})  # fmt: skip
_BREAKS = ",;:()[]|\n\t\u2022\u3001\uff0c\uff1b"
_OF = frozenset(("of", "de", "von", "du", "des"))
_SMALL = frozenset({
    "of", "de", "von", "du", "des", "a", "an", "the", "and", "or", "und", "et", "y", "и",
    "in", "to", "on", "by", "as", "from", "at",
})  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """For each word: its statement, and whether it stands after a word like "for" there.

    ``bare``: nothing but empty words ("parts", "equipment") stands before that word.
    """

    statement: tuple[int, ...]
    after: tuple[bool, ...]
    bare: tuple[bool, ...]


NOWHERE = Layout((), (), ())


def _breaks(text: str, last: Token, token: Token) -> bool:
    between = text[last.end : token.start]
    if last.word.isdigit() and token.word.isdigit() and len(between) == 1:
        return False  # a decimal comma
    return any(mark in between for mark in _BREAKS) or ". " in between


def layout(text: str, tokens: Sequence[Token], empty: Collection[str]) -> Layout:
    """Statements of the text, parted by commas and the like, and what in them is secondary.

    >>> from catchall.classify.words import tokens
    >>> made = layout("pump for water, PVDF", tokens("pump for water, PVDF"), ())
    >>> made.statement, made.after
    ((0, 0, 0, 1), (False, False, True, False))
    """
    number, opened, said = 0, False, False
    rows: list[tuple[int, bool, bool]] = []
    for at, token in enumerate(tokens):
        if at and _breaks(text, tokens[at - 1], token):
            number, opened = number + 1, False
        opens = token.word in OPENERS
        rows.append((number, opened, not said))
        opened = opened or opens
        counts = not (opened or token.word in empty or token.word in _SMALL)
        said = said or (counts and token.word.isalpha())
    statement, after, bare = zip(*rows, strict=True) if rows else ((), (), ())
    return Layout(tuple(statement), tuple(after), tuple(bare))


@dataclass(frozen=True)
class Others:
    """Words that make another thing of a name: ``after`` it, or ``before`` it.

    ``forms``: shapes, containers and empty words, which do not.
    """

    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()


def _next(tokens: Sequence[Token], where: Layout, last: int) -> str:
    """The word after a name in its statement, over numbers and short units."""
    inside = last < len(tokens) and where.statement[last] == where.statement[last - 1]
    return tokens[last].word if inside else ""


def _within(where: Layout, at: int, other: int) -> bool:
    return at >= 0 and where.statement[at] == where.statement[other]


def beside(
    tokens: Sequence[Token], where: Layout, first: int, last: int, others: Others
) -> str:
    """Why the words ``first`` to ``last`` do not name the goods themselves; "" when they do.

    >>> from catchall.classify.words import tokens
    >>> words, others = tokens("lathe chuck, 200 mm"), Others(frozenset(["chuck"]))
    >>> beside(words, layout("lathe chuck, 200 mm", words, ()), 0, 1, others)
    'chuck'
    """
    if where.after[first] and not where.bare[first]:
        return "for"
    following = _next(tokens, where, last)
    if following in others.after and _ends(tokens, where, last + 1, others):
        return following
    return _preceding(tokens, where, first, others)


def _ends(tokens: Sequence[Token], where: Layout, last: int, others: Others) -> bool:
    """Does the name end here, but for shapes, numbers and what stands beside it?"""
    after = _next(tokens, where, last)
    known = others.forms | others.after | _SMALL | OPENERS
    return not after.isalpha() or len(after) == 1 or after in known


def _preceding(tokens: Sequence[Token], where: Layout, first: int, others: Others) -> str:
    """The word before a name that makes another thing of it: "toy drone", "poster of"."""
    before = tokens[first - 1].word if _within(where, first - 1, first) else ""
    if before not in _OF:
        return before if before in others.before else ""
    head = tokens[first - 2].word if _within(where, first - 2, first) else ""
    return head if head in others.after else ""


def is_head(
    tokens: Sequence[Token], where: Layout, first: int, last: int, others: Others
) -> bool:
    """Is it the last word of what it stands in ("carbon" is not, in "carbon paper")?

    >>> from catchall.classify.words import tokens
    >>> words, others = tokens("magnesium ingot"), Others(forms=frozenset(["ingot"]))
    >>> is_head(words, layout("magnesium ingot", words, ()), 0, 1, others)
    True
    """
    ends = _ends(tokens, where, last, others) and _next(tokens, where, last) not in others.after
    before = tokens[first - 1].word if _within(where, first - 1, first) else ""
    if before not in _OF:
        return ends
    head = tokens[first - 2].word if first > 1 else ""
    return ends and head in others.forms
