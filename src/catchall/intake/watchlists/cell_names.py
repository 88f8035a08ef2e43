"""Names that a list joins in one cell. In: the cell as filed; out: names of an ``Entry``.

What stands between semicolons is a name each. Other marks (comma, slash, "or", brackets) join
names in some cells and belong to the name in others: there the text is kept as filed, and its
parts are added as names that were taken out of it.
"""

import re
from dataclasses import dataclass

from catchall.intake.watchlists.entry import Entry
from catchall.text.countries import country_code

TAKEN_OUT = "taken from a joined name"

_LANGUAGE = (
    r"(?:arabic|bel+arus+ian|chinese|english|farsi|french|hebrew|korean|persian|russian"
    r"|ukrain?ian)\s*:"
)
_MARKS = rf"\s*,?\s+or\s+|(?<!\b\w)\s*/\s*(?!\w\b)|,?\s+(?={_LANGUAGE})"
_LABEL = re.compile(rf"^{_LANGUAGE}\s*", re.IGNORECASE)
_AKA = re.compile(r"^(?:(?:also|formerly|previously) known as|[afn]\.?k\.?a\.?,?)\s+", re.I)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile(r"[\u0370-\u1fff\u2c00-\ud7ff\uf900-\uffdc]")
_NO_SPACES = re.compile(r"[\u3040-\u9fff]{4}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 5
"""Letters of a part of one word: a shorter one is a legal form more often than a name."""


def pieces(text: str) -> list[str]:
    """Which names stand between the semicolons of this cell?

    >>> pieces("Invented Works; Sample Plant;")
    ['Invented Works', 'Sample Plant']
    """
    return [part for part in (" ".join(one.split()) for one in text.split(";")) if part]


@dataclass(frozen=True)
class Joins:
    """What joins names in a list beside "or", slashes and a bracket in another script.

    ``commas``, and ``brackets`` that hold a second name in the same script too.
    """

    commas: bool = False
    brackets: bool = False


PLAIN = Joins()


def keep_alias(entry: Entry, text: str, kind: str = "alias", joins: Joins = PLAIN) -> None:
    """Keep an alias as filed, and the names that it joins."""
    entry.name(text, kind)
    keep_parts(entry, text, joins)


def keep_parts(entry: Entry, text: str, joins: Joins = PLAIN) -> None:
    """Keep the names that are joined in a name kept before; a single word is a weak one."""
    known = {name["text"].casefold() for name in entry.names}
    for part in parts_of(text, joins):
        if part.casefold() not in known:
            known.add(part.casefold())
            whole = len(_WORD.findall(part)) > 1 or _NO_SPACES.search(part)
            entry.split_name(part, "alias" if whole else "weak_alias", TAKEN_OUT)


def parts_of(text: str, joins: Joins = PLAIN) -> list[str]:
    """Which names may be joined in this one by "or", a slash, a language, brackets or commas?

    >>> parts_of("Invented Works (Изобретённый завод)")
    ['Invented Works', 'Изобретённый завод']
    >>> parts_of("Invented Works (also known as Sample Plant)")
    ['Invented Works', 'Sample Plant']
    >>> parts_of("Sample Testov, Russian: Сампле Тестов", Joins(commas=True))
    ['Sample Testov', 'Сампле Тестов']
    >>> parts_of("Invented Works, OOO"), parts_of("Invented Works (Branch of Testland)")
    ([], ['Invented Works'])
    """
    marks = _MARKS + (r"|\s*,\s*" if joins.commas else "")
    pieces_of = re.split(marks, text, flags=re.IGNORECASE)
    found = [part for one in pieces_of for part in _brackets(one, joins)]
    cleaned = [_LABEL.sub("", _AKA.sub("", part)).strip(" ,:") for part in found]
    return [part for part in dict.fromkeys(cleaned) if part != text and _is_name(part)]


def _brackets(text: str, joins: Joins) -> list[str]:
    """The text without its brackets, and the names in them; a branch is no other name."""
    inside = [part.strip() for part in _BRACKET.findall(text)]
    if any(country_code(part) for part in inside):
        return [text]
    outside = " ".join(_BRACKET.sub(" ", text).split())
    return [outside, *(part for part in inside if _also(part, outside, joins))]


def _also(one: str, two: str, joins: Joins) -> bool:
    """Is the first a second name: said to be one, in another script, or by its words?"""
    scripts = bool(_OTHER.search(one)) != bool(_OTHER.search(two))
    other_script = scripts and bool(_LATIN.search(one) or _LATIN.search(two))
    words = joins.brackets and len(_WORD.findall(one)) > 1
    return bool(_AKA.match(one)) or other_script or words


def _is_name(text: str) -> bool:
    """Two words, or one of enough letters; a bracket left open is no name."""
    words = _WORD.findall(text)
    whole = text.count("(") == text.count(")")
    return whole and (len(words) > 1 or (len(words) == 1 and len(words[0]) >= _FEWEST))
