"""One item of goods, taken apart once. In: its text, HS code and parameters; out: ``Goods``.

What the parts mean for an entry is left to ``gates`` and ``parameters``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from catchall.classify import heads, loose, numbers, phrases, respell, words
from catchall.classify.heads import NOWHERE, Layout
from catchall.classify.numbers import Measured
from catchall.classify.phrases import Find
from catchall.classify.prepared import Prepared

_CAS = re.compile(r"(?<![\d-])(\d{2,7})-(\d{2})-(\d)(?![\d-])")


ABSTRACT = frozenset(
    {
        "software", "program", "source", "code", "firmware", "technology", "technical", "data",
        "drawing", "know", "how", "document", "documentation", "package", "development",
        "production", "design", "use",
    }
)  # fmt: skip
"""Words before "for" that leave open what the software or technology is about."""
_SHORTEST = 3  # letters: a shorter word is an abbreviation we cannot judge


@dataclass(frozen=True)
class Goods:
    """An item as filed and as read: words, phrases found by subject, numbers, CAS numbers.

    ``params`` by name in small letters; ``unread`` the names, as filed, that nothing reads.
    """

    text: str
    hs: str
    params: Mapping[str, Any]
    tokens: tuple[words.Token, ...]
    found: Mapping[str, tuple[Find, ...]]
    numbers: tuple[Measured, ...]
    cas: tuple[str, ...]
    law: Prepared
    unread: tuple[str, ...] = ()
    where: Layout = NOWHERE
    held: dict[str, Any] = field(default_factory=dict, compare=False)  # what was read already

    def quote(self, find: Find) -> str:
        """The words of a find, as they stand in the text."""
        return self.text[find.start : find.end]

    def roles(self, subject: str, *roles: str) -> tuple[Find, ...]:
        """What was found of a subject in one of these roles, as the goods themselves."""
        found = self.found.get(subject, ())
        return tuple(
            f for f in found if f.mark.role in roles and not f.beside and f.how != "within"
        )

    def beside(self, subject: str, *roles: str) -> tuple[Find, ...]:
        """What was found of a subject in one of these roles, in the name of something else."""
        found = self.found.get(subject, ())
        return tuple(f for f in found if f.mark.role in roles and f.beside)


def cas_numbers(text: str) -> tuple[str, ...]:
    """The CAS numbers in the text whose check digit is right.

    >>> cas_numbers("NaCN, CAS 143-33-9, lot 123-45-1")
    ('143-33-9',)
    """
    return tuple(
        found[0]
        for found in _CAS.finditer(text)
        if sum(n * int(d) for n, d in enumerate(reversed(found[1] + found[2]), start=1)) % 10
        == int(found[3])
    )


def _key(name: Any) -> str:
    return str(name).strip().casefold()


def _by_name(params: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters by name in small letters; a name given twice with two values keeps both."""
    found: dict[str, list[Any]] = {}
    for name, value in params.items():
        held = found.setdefault(_key(name), [])
        if value is not None and value not in held:
            held.append(value)
    return {name: held[0] if len(held) == 1 else held for name, held in found.items() if held}


def _of_the_goods(finds: tuple[Find, ...]) -> Iterator[Find]:
    """All but the facts in the name of something else: a "fishing rod" is no rod."""
    others = [find for find in finds if find.mark.role == "not_names"]
    for find in finds:
        within = (
            other.first <= find.first and find.last <= other.last
            for other in others
            if other.last - other.first > find.last - find.first
        )
        if not (find.mark.subject.startswith("fact:") and any(within)):
            yield find


_NAMING = frozenset({"names", "may_be", "aliases", "cover_names", "grades"})


def _placed(find: Find, parts: tuple[words.Token, ...], where: Layout, law: Prepared) -> Find:
    """The find with the word that makes another thing of it, if there is one.

    A single wide word that is not the thing itself ("carbon paper") points to nothing.
    """
    if find.mark.role not in _NAMING:
        return find
    place = (parts, where, find.first, find.last, law.others)
    other = heads.beside(*place)
    wide = find.mark.role == "may_be" and find.last == find.first + 1
    if not other and wide and not heads.is_head(*place):
        return replace(find, how="within")
    return replace(find, beside=other) if other else find


def _finds(parts: tuple[words.Token, ...], where: Layout, law: Prepared) -> Iterator[Find]:
    """Every phrase in the text: as written, then those held more loosely."""
    exact = tuple(_of_the_goods(phrases.find(law.phrases, parts)))
    yield from (_placed(find, parts, where, law) for find in exact)
    written = {(find.mark, find.first, find.last) for find in exact}
    marks = {find.mark for find in exact}
    for find in loose.find(law.loose, parts, where):
        if (find.mark, find.first, find.last) not in written and (
            not find.how or find.mark not in marks
        ):
            yield _placed(find, parts, where, law)


def take_apart(text: str, hs: str, params: Mapping[str, Any], law: Prepared) -> Goods:
    """The item with its words, phrases, numbers and CAS numbers found."""
    parts = respell.read(text, law.words)
    where = heads.layout(text, parts, law.vague | ABSTRACT)
    found: dict[str, list[Find]] = {}
    for find in _finds(parts, where, law):
        found.setdefault(find.mark.subject, []).append(find)
    given = _by_name(params)
    stated = cas_numbers(json.dumps(given.get("cas"), default=str))
    return Goods(
        text,
        "".join(char for char in hs if char.isdigit()),
        given,
        parts,
        {subject: tuple(finds) for subject, finds in found.items()},
        numbers.find(text),
        tuple(dict.fromkeys((*stated, *cas_numbers(text)))),
        law,
        tuple(
            str(name)
            for name, value in params.items()
            if value is not None and _key(name) not in law.parameters
        ),
        where,
    )


def says_something(goods: Goods) -> bool:
    """Does the description hold one word that could say what the goods are?

    Words that say nothing ("other", "parts", a colour), numbers, and scripts of which the
    lawbook knows too few words do not count.
    """
    return any(
        len(token.word) >= _SHORTEST
        and token.word.isascii()
        and token.word.isalpha()
        and token.word not in goods.law.vague
        for token in goods.tokens
    )
