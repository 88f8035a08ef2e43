"""Goods, software or technology? In: words of a text, an entry; out: whether they fit.

The third character of an EU code says what an entry is about: A to C goods, D software, E
technology.
"""

from catchall.classify.goods import Goods
from catchall.law.model import Entry

WORDS = {
    "D": frozenset({"software", "program", "source", "firmware", "code"}),
    "E": frozenset({"technology", "technical", "drawing", "blueprint", "know", "training"}),
}


def letters(entry: Entry) -> set[str]:
    """The kinds of the entry's EU codes: A, B, C, D or E; empty for other lists."""
    return {code[1] for code in entry.eu if len(code) > 1 and code[0].isdigit()}


def fits(goods: Goods, entry: Entry) -> bool:
    """Does the text speak of what the entry is about: software, technology, or neither?"""
    of, words = letters(entry), {token.word for token in goods.tokens}
    spoken = {kind for kind, told in WORDS.items() if words & told}
    return not of or (bool(of & spoken) if spoken else not of <= {"D", "E"})
