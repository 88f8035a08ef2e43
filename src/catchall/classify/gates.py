"""Is the item of the kind an entry is about? In: goods, entry; out: a gate in three values.

NO only on words that name another class, an exclusion or a consumer form, and only when
nothing outside those words names the class: a word beside a name opens a question, no more.
The HS code is evidence that goods could be of a class, and never decides. No evidence: None.
"""

from dataclasses import dataclass, replace
from itertools import chain

from catchall.classify.goods import Goods
from catchall.classify.heads import OPENERS
from catchall.classify.phrases import Find
from catchall.law.model import Entry, GoodsClass
from catchall.records import Answer

STRENGTH = {
    "cas": 1.0, "names": 1.0, "close": 0.9, "grades": 0.7, "may_be": 0.6, "apart": 0.55,
    "doubt": 0.5, "hs": 0.4, "words": 0.35,
}  # fmt: skip
_SHORT = 5  # characters: a shorter designation is also a model number of anything
_FORMS = ("names", "may_be")
_GAP = 2  # words between two names that are still one
USE = frozenset({"for", "fur", "pour", "para", "для"})
ANOTHER = "described as another kind of goods"  # the words that say so are not shown
ITSELF = "are these the goods themselves, or an accessory or another kind of goods?"


@dataclass(frozen=True)
class Gate:
    """Whether the goods are of the entry's class, how strongly, why, and on which words."""

    answer: Answer
    strength: float
    why: str
    spans: tuple[tuple[int, int], ...] = ()


def _both(goods: Goods, entry: Entry, of_class: str, of_entry: str) -> tuple[Find, ...]:
    return goods.roles(f"class:{entry.gate}", of_class) + goods.roles(
        f"entry:{entry.id}", of_entry
    )


def _gate(goods: Goods, role: str, answer: Answer, why: str, finds: tuple[Find, ...]) -> Gate:
    quoted = ", ".join(dict.fromkeys(f'"{goods.quote(find)}"' for find in finds))
    spans = tuple(dict.fromkeys((find.start, find.end) for find in finds))
    return Gate(answer, STRENGTH[role], f"{quoted} {why}", spans)


def _grades(goods: Goods, entry: Entry) -> tuple[Find, ...]:
    """Designations; a short one counts only beside a word for the form of a material."""
    found = _both(goods, entry, "grades", "grades")
    formed = any(find.mark.role.startswith("=") for find in goods.found.get("fact:form", ()))
    formed = formed or bool(goods.roles(f"class:{entry.gate}", *_FORMS))
    return tuple(
        find for find in found if formed or len(goods.quote(find).replace(" ", "")) > _SHORT
    )


def _covers(goods: Goods, other: Find, find: Find) -> bool:
    """Is the name only a part of the other name ("lathe" in "lathe chuck")?

    So it is too when both make one name: next to each other, or with "for" between. Never
    across a comma or a full stop: what follows is another statement.
    """
    first, last = min(other.first, find.first), max(other.last, find.last)
    if len(set(goods.where.statement[first:last])) > 1:
        return False
    if other.first < find.last and find.first < other.last:
        inside = other.first <= find.first and find.last <= other.last
        return inside or bool(find.how)  # words of a name, parted by another name
    between = [token.word for token in goods.tokens[first:last]]
    gap = between[min(other.last, find.last) - first : max(other.first, find.first) - first]
    opens = [word for word in gap if word in OPENERS]
    return len(gap) <= _GAP and opens in ([], [word for word in gap if word in USE])


def _others(goods: Goods, entry: Entry, of: GoodsClass) -> tuple[Find, ...]:
    """The words that name something else: another class, an exclusion, a consumer form."""
    named = (goods.roles(f"class:{other}", "names") for other in of.yields_to)
    return _both(goods, entry, "not_names", "not_names") + tuple(chain.from_iterable(named))


def _inside(other: Find, find: Find) -> bool:
    """Is the other name only a part of this one ("gyro" in "gyro tuning station"), or it?"""
    return not find.how and find.first <= other.first and other.last <= find.last


def _another(goods: Goods, entry: Entry, of: GoodsClass, named: Gate) -> Gate:
    """NO when something else is named and nothing outside it names the class, else a doubt."""
    own = _both(goods, entry, "names", "aliases") + _both(goods, entry, "grades", "cover_names")
    wide = _both(goods, entry, "may_be", "may_be")
    others = tuple(
        other
        for other in _others(goods, entry, of)
        if not any(_inside(other, find) for find in own + wide)
    )
    if not others:
        return named
    made = Gate(Answer.NO, 0.0, f"{ANOTHER} than {of.title}", named.spans)
    alone = all(any(_covers(goods, other, find) for other in others) for find in own)
    return replace(made, spans=()) if alone else doubted(made)


def doubted(made: Gate) -> Gate:
    """The gate of goods that bear the name or a limit of the entry and another name too."""
    why = f"{made.why}; {ITSELF}"
    return Gate(Answer.UNKNOWN, STRENGTH["doubt"], why, made.spans)


def _part(goods: Goods, find: Find) -> bool:
    """Does it stand after "parts for" or the like, which say nothing themselves?"""
    return goods.where.after[find.first]


def _by_name(goods: Goods, finds: tuple[Find, ...], of: GoodsClass) -> Gate | None:
    """The gate of names found, as surely as they stand there."""
    whole = tuple(find for find in finds if find.how != "apart" and not _part(goods, find))
    if whole:
        how = "names" if any(not find.how for find in whole) else "close"
        return _gate(goods, how, Answer.YES, f"names {of.title}", whole)
    if finds:
        return _gate(goods, "apart", Answer.UNKNOWN, f"could name {of.title}", finds)
    return None


def _named(goods: Goods, entry: Entry, of: GoodsClass) -> Gate | None:
    if made := _by_name(goods, _both(goods, entry, "names", "aliases"), of):
        return made
    if finds := _grades(goods, entry):
        return _gate(goods, "grades", Answer.UNKNOWN, f"is a designation of {of.title}", finds)
    if finds := _both(goods, entry, "may_be", "cover_names"):
        return _gate(goods, "may_be", Answer.UNKNOWN, f"could mean {of.title}", finds)
    return None


def _in_another(goods: Goods, entry: Entry, of: GoodsClass) -> Gate | None:
    """NO when the class is named only in the name of something else ("battery for a drone")."""
    aside = goods.beside(f"class:{entry.gate}", *_FORMS) + goods.beside(
        f"entry:{entry.id}", "aliases", "cover_names"
    )
    return Gate(Answer.NO, 0.0, f"{ANOTHER} than {of.title}") if aside else None


def _by_code(goods: Goods, entry: Entry, of: GoodsClass) -> Gate | None:
    codes = (*entry.hs, *of.hs)
    hit = [code for code in codes if goods.hs.startswith(code)]
    if not hit:
        return None
    why = f"HS code {goods.hs} can hold {of.title}; the description does not say so"
    return Gate(Answer.UNKNOWN, STRENGTH["hs"], why)


def of_class(goods: Goods, name: str) -> tuple[Answer, str]:
    """Do the words name this class of goods? What they do not say is UNKNOWN."""
    of = goods.law.lawbook.classes[name]
    named = tuple(f for f in goods.roles(f"class:{name}", "names") if f.how != "apart")
    others = goods.roles(f"class:{name}", "not_names")
    alone = all(any(_covers(goods, other, find) for other in others) for find in named)
    if named and not alone:
        return Answer.YES, f'"{goods.quote(named[0])}" names {of.title}'
    if others:
        return Answer.NO, f"{ANOTHER} than {of.title}"
    return Answer.UNKNOWN, f"not said: {of.title}"


def named_else(goods: Goods, entry: Entry) -> bool:
    """Do the words name another class, an exclusion of the entry or a consumer form?"""
    return bool(_others(goods, entry, goods.law.lawbook.classes[entry.gate]))


def gate(goods: Goods, entry: Entry) -> Gate | None:
    """Is the item of the entry's class? None when nothing at all points to it."""
    of = goods.law.lawbook.classes[entry.gate]
    if same := [number for number in goods.cas if number in entry.cas]:
        return Gate(Answer.YES, STRENGTH["cas"], f"CAS {same[0]} is that of {entry.title}")
    named = _named(goods, entry, of)
    if named is None:
        named = _in_another(goods, entry, of) or _by_code(goods, entry, of)
    if named is None or named.answer is Answer.NO:
        return named
    return _another(goods, entry, of, named)
