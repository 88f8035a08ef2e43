"""One item of goods, taken apart once. In: its text, HS code and parameters; out: ``Goods``.

What the parts mean for an entry is left to ``gates`` and ``parameters``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catchall.classify import numbers, phrases, words
from catchall.classify.numbers import Measured
from catchall.classify.phrases import Find
from catchall.classify.prepared import Prepared

_CAS = re.compile(r"(?<![\d-])(\d{2,7})-(\d{2})-(\d)(?![\d-])")


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

    def quote(self, find: Find) -> str:
        """The words of a find, as they stand in the text."""
        return self.text[find.start : find.end]

    def roles(self, subject: str, *roles: str) -> tuple[Find, ...]:
        """What was found of a subject in one of these roles."""
        return tuple(f for f in self.found.get(subject, ()) if f.mark.role in roles)


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


def take_apart(text: str, hs: str, params: Mapping[str, Any], law: Prepared) -> Goods:
    """The item with its words, phrases, numbers and CAS numbers found."""
    parts = words.tokens(text)
    found: dict[str, list[Find]] = {}
    for find in _of_the_goods(phrases.find(law.phrases, parts)):
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
