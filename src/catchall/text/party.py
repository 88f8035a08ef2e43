"""The party field of a trade document -> the names in it and what stood around them.

In: the field as filed. Out: ``PartyText``: names to try, most literal first, and every piece
that was taken off with its kind. Nothing is thrown away and no name is emptied: when it is not
sure where the name ends, several readings come back. Comparing names does not belong here.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from catchall.text import legal_forms, marks, normal, words
from catchall.text.countries import country_code
from catchall.text.nobody import SHIP_PREFIX, says_nobody
from catchall.text.places import is_city, is_place

_EDGES = " \t\r\n,;:-|"
MOST_READINGS = 24
LONGEST = 1000
"""Characters of a field that can be compared; no party's name and address are longer."""
_CUT_LENGTHS = frozenset({34, 35, 69, 70})
"""A field of 35 characters is full (UN/CEFACT name line); 34 when a space was the last one."""


@dataclass(frozen=True)
class PartyText:
    """The names of a field, most literal first, and what was taken off: (kind, text) each.

    ``country`` is the ISO code of a country that stood behind the name, else ``""``; ``cut``
    says that the field is as long as a form's line, so its end may be missing; ``left_out``
    counts names beyond ``MOST_READINGS``, which nobody looks up.
    """

    names: tuple[str, ...]
    stripped: tuple[tuple[str, str], ...] = ()
    country: str = ""
    cut: bool = False
    left_out: int = 0


@dataclass
class _Reader:
    """What has been found so far; readings keep their order and are never repeated.

    ``marked``: the field may hold marks, which are looked for only then.
    """

    names: list[str] = field(default_factory=list)
    stripped: list[tuple[str, str]] = field(default_factory=list)
    country: str = ""
    marked: bool = True

    def name(self, text: str) -> None:
        cleaned = text.strip(_EDGES)
        if normal.fold(cleaned) and cleaned not in self.names:
            self.names.append(cleaned)

    def off(self, kind: str, text: str) -> None:
        cleaned = " ".join(text.split())
        if cleaned and (kind, cleaned) not in self.stripped:
            self.stripped.append((kind, cleaned))


@cache
def _departments() -> frozenset[str]:
    return frozenset(marks.DEPARTMENT.split())


_TOGETHER, _TELLING = 0.5, 0.15
"""So much weight of several generic words names someone: United Shipbuilding."""


@lru_cache(maxsize=65536)
def _says_something(text: str) -> bool:
    """Would this do as a name: is more left than a legal form and one generic word?"""
    found = normal.fold(text).split()
    taken = {at for first, past, _ in legal_forms.places(found) for at in range(first, past)}
    rest = [word for at, word in enumerate(found) if at not in taken and not word.isdigit()]
    weights = [(words.weight(words.same(word)), len(word)) for word in rest]
    telling = [weight for weight, _ in weights if weight >= _TELLING]
    return (len(telling) > 1 and sum(telling) >= _TOGETHER) or any(
        weight >= words.LIGHT and size > 1 for weight, size in weights
    )


def _front_marks(text: str, reader: _Reader) -> str:
    for _ in range(4):  # marks can stand behind one another: NOTIFY: M/S ...
        for kind, pattern in marks.FRONT_MARKS:
            if (match := pattern.match(text)) and normal.fold(text[match.end() :]):
                reader.off(kind, match[0])
                text = text[match.end() :]
    return text


def _contact(text: str, reader: _Reader) -> None:
    """The person behind ATTN is a name to try too, once two words of it are left."""
    plain = _cut_at(marks.NUMBERED, "number", text, reader).strip(" ,;:()")
    for found in dict.fromkeys((plain, re.split(r"[,;(]", plain)[0])):
        left = [
            piece
            for piece in found.split()
            if normal.fold(piece) not in _departments() | marks.PERSON_TITLES
        ]
        if left[1:] and _says_something(" ".join(left)):
            reader.name(" ".join(left))


def _contact_first(text: str, reader: _Reader) -> None:
    """ATTN: IMPORT DEPT Kavzel Ltd -> Kavzel Ltd; how long a person's name is stays open."""
    pieces = text.split()
    size = 0
    while size < len(pieces) and normal.fold(pieces[size]) in _departments():
        size += 1
    if size and size < len(pieces):
        reader.off("contact", " ".join(pieces[:size]))
        reader.name(" ".join(pieces[size:]))
    elif normal.fold(pieces[0]) in marks.PERSON_TITLES and len(pieces[1:]) > 1:
        for named in (2, 3, 1):
            if named + 1 < len(pieces):
                reader.off("contact", " ".join(pieces[: named + 1]))
                _contact(" ".join(pieces[: named + 1]), reader)
                reader.name(" ".join(pieces[named + 1 :]))
    reader.name(text)


def _lines(text: str, reader: _Reader) -> list[str]:
    """The line or lines that can hold the name; the others are address lines."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]
    if not lines[1:]:
        return lines
    first, second, others = lines[0], lines[1], lines[1:]
    goes_on = re.search(r"(?:&|\band|\bof|\bfor|,|-)$", first, re.I) or not _says_something(
        first
    )
    forms = legal_forms.places(normal.fold(second).split())
    if not any(char.isdigit() for char in second) and (goes_on or forms):
        reader.off("address", "\n".join(others))
        return [f"{first} {second}", first]
    reader.off("address", "\n".join(others))
    return [first]


def _may_name(line: str) -> bool:
    """Can a further line of a field be a name: two words, no number, more than places?"""
    found = normal.fold(line).split()
    named = " ".join(word for word in found if not is_place(word))
    return bool(found[1:]) and not re.search(r"\d", line) and _says_something(named)


def _tail_size(pieces: list[str]) -> tuple[int, str, str]:
    """How many last words are a place or a postcode: (number, kind, country code)."""
    for size in range(min(5, len(pieces) - 1), 0, -1):
        tail = normal.fold(" ".join(pieces[-size:]))
        if size == 1 and re.fullmatch(r"[a-z]{0,2}\d{4,7}[a-z]{0,2}", tail):
            return size, "postcode", ""
        if is_city(tail):
            return size, "city", ""
        if (tail in {"uk", "us"} or tail[2:]) and (code := country_code(tail)):
            return size, "country", code
    return 0, "", ""


def _may_have_tail(pieces: list[str]) -> bool:
    """Can the last piece be a postcode or end a place? Cheaper than to try all."""
    found = normal.fold(" ".join(pieces[-2:])).split()
    return bool(found) and (found[-1][-2:-1].isdigit() or marks.may_end_in_place(found))


def _without_tail(text: str, reader: _Reader) -> str:
    """The name without city, country and postcode behind it, as far as a name remains."""
    pieces = text.split()
    for _ in range(4):
        if not _may_have_tail(pieces):
            break
        size, kind, code = _tail_size(pieces)
        rest = pieces[: len(pieces) - size]
        if not size or not _says_something(" ".join(rest)):
            break
        reader.off(kind, " ".join(pieces[len(pieces) - size :]))
        reader.country = reader.country or code
        pieces = rest
    return " ".join(pieces)


def _is_address(text: str) -> bool:
    """Can this be an address? No. 2 Works Ltd is not: a legal form stands in it."""
    found = normal.fold(text).split()
    return len(found) > len(("no", "5")) and not legal_forms.places(found[2:])


def _cut_at(pattern: re.Pattern[str], kind: str, text: str, reader: _Reader) -> str:
    match = pattern.search(text)
    if match and _says_something(text[: match.start()]):
        if kind == "address" and not _is_address(match[0]):
            return text
        reader.off(kind, match[0])
        return text[: match.start()]
    return text


def _before_number(text: str, reader: _Reader) -> str:
    """LLC KAVZEL 12 Marble Town -> LLC KAVZEL, a name to try: the number may be the name's."""
    match = marks.RUN_ON.search(text)
    if match and _is_address(match[0]) and not normal.fold(text).split()[0].isdigit():
        before = text[: match.start()]
        if legal_forms.places(normal.fold(before).split()) and _says_something(before):
            reader.off("address", match[0])
            return before
    return text


def _without_ship_prefix(text: str, reader: _Reader) -> str:
    match = SHIP_PREFIX.match(text) if reader.marked else None
    if match and _says_something(text[match.end() :]):
        reader.off("ship", match[0])
        return _cut_at(marks.VOYAGE, "voyage", text[match.end() :], reader)
    return text


def _after_form(text: str, reader: _Reader) -> str:
    """The name up to its legal form, when what follows has a number in it or is a place."""
    pieces = text.split()
    if text.isascii() and not re.search(r"\d", text) and not _may_have_tail(pieces):
        return text
    folded = [normal.fold(piece).replace(" ", "") for piece in pieces]
    for first, past, _ in legal_forms.places(folded):
        rest = " ".join(pieces[past:])
        if first == 0 or past == len(pieces) or not _says_something(" ".join(pieces[:first])):
            continue
        if any(char.isdigit() for char in rest) or _tail_size(["x", *pieces[past:]])[0]:
            reader.off("address", rest)
            return " ".join(pieces[:past])
    return text


_STEPS: tuple[Callable[[str, _Reader], str], ...] = (
    lambda text, reader: (
        _cut_at(marks.NUMBERED, "number", text, reader) if reader.marked else text
    ),
    lambda text, reader: _cut_at(marks.ADDRESS_START, "address", text, reader),
    _before_number,
    _without_ship_prefix,
    _without_tail,
    _after_form,
    lambda text, _: marks.apart(text),
)


def _one(text: str, reader: _Reader) -> None:
    """All readings of a text that holds one party."""
    if not reader.marked:
        _steps(text, reader)
        return
    if match := marks.FRONT_CONTACT.match(text):
        rest = text[match.end() :].strip()
        if rest and (match[0].rstrip()[-1:] in ".:;-" or len(match[0].strip()) > len("att")):
            reader.off("contact", match[0])
            _contact_first(rest, reader)
            return
    text, contact = _cut_contact(text, reader)
    _steps(_front_marks(text, reader), reader)
    if contact:
        _contact(contact, reader)


def _steps(text: str, reader: _Reader) -> None:
    reader.name(text)
    for step in _STEPS:
        text = step(text, reader)
        reader.name(text)


def _cut_contact(text: str, reader: _Reader) -> tuple[str, str]:
    match = marks.INNER_CONTACT.search(text)
    if match and normal.fold(text[: match.start()]):
        reader.off("contact", text[match.start() :])
        return text[: match.start()], text[match.end() :]
    return text, ""


def _sides(text: str, reader: _Reader) -> list[str]:
    """The text, and the parties that slashes set apart in it, when each says something."""
    sides = marks.SLASH.split(text) if "/" in text else [text]
    if not sides[1:] or not all(map(_says_something, sides)):
        return [text]
    reader.name(text)  # the slash can be part of one name
    reader.off("between", "/")
    return [side for side in sides if not says_nobody(side)]


def _pieces(text: str, reader: _Reader) -> Iterator[str]:
    """The texts of a field that each hold one party."""
    at = 0
    for match in marks.BETWEEN.finditer(text) if reader.marked else ():
        if normal.fold(text[at : match.start()]) and normal.fold(text[match.end() :]):
            if match[0].strip() != ";":
                reader.name(text)  # what looks like a mark can be part of one name
            reader.off("between", match[0].strip() or match[0])
            yield text[at : match.start()]
            at = match.end()
    yield text[at:]


def _plain(text: str) -> PartyText:
    """A field that holds nothing but a name, its run-together words set apart."""
    spaced = " ".join(text.split())
    names = (spaced.strip(_EDGES), marks.apart(spaced).strip(_EDGES))
    return PartyText(names[:1] if names[0] == names[1] else names, cut=is_cut(text))


def is_cut(text: str) -> bool:
    """Is the field as long as a form's line, so that its end may be missing?

    >>> is_cut("Moravit Precision Instrument Manufa"), is_cut("Kavzel")
    (True, False)
    """
    return len(text.strip()) in _CUT_LENGTHS


@lru_cache(maxsize=65536)
def take_apart(text: str) -> PartyText:
    """Which names does this party field hold, and what stood around them?

    >>> take_apart("ATTN: IMPORT DEPT Kavzel Trading Ltd").names[0]
    'Kavzel Trading Ltd'
    >>> take_apart("Kavzel Trading Ltd ISTANBUL TURKEY").names
    ('Kavzel Trading Ltd ISTANBUL TURKEY', 'Kavzel Trading Ltd')
    """
    folded = normal.fold(text) if text.isascii() else ""
    unmarked = marks.is_unmarked(text, folded)
    if unmarked and marks.is_plain(text, folded):
        return _plain(text)
    plain = normal.visible(html.unescape(text) if "&" in text else text)
    reader = _Reader(marked=not unmarked)
    for line in _lines(plain, reader):
        for piece in _pieces(" ".join(line.split()), reader):
            for side in _sides(piece.strip(), reader):
                _one(side.strip(), reader)
    for line in re.split(r"[\r\n]+", plain.strip())[1:]:
        if _may_name(line):
            reader.name(line)
    names = tuple(reader.names[:MOST_READINGS])
    return PartyText(
        names or ((text.strip(),) if text.strip() else ()),
        tuple(reader.stripped),
        reader.country,
        is_cut(plain),
        len(reader.names[MOST_READINGS:]),
    )


_SLASHED = re.compile(r"\s//?\s|(?<=[^\W\d_]{3})/(?=[^\W\d_]{4})")
_OR_ELSE = re.compile(r"\s*[;(,]?\s*\b[afn]\.?k\.?a\.?(?=[\s:])[\s:]*", re.I)


@lru_cache(maxsize=65536)
def alternatives(text: str) -> tuple[str, ...]:
    """Which names does a list give in one field: all of it, and what slashes set apart in it?

    >>> alternatives("Al-Kavzel/Moravit Army"), alternatives("Kavzel A/S")
    (('Al-Kavzel/Moravit Army', 'Al-Kavzel', 'Moravit Army'), ('Kavzel A/S',))
    """
    if "/" not in text and not _OR_ELSE.search(text):
        return (text,)
    pieces = [piece for half in _OR_ELSE.split(text) for piece in _SLASHED.split(half)]
    named = [piece.strip(" ,;()") for piece in pieces]
    if not named[1:] or not all(map(_says_something, named)):
        return (text,)
    return tuple(dict.fromkeys((text, *named)))


def too_long(text: str) -> str:
    """Why is this field too long to be compared? ``""`` when it is not.

    >>> too_long("Kavzel"), too_long("x" * 2000)
    ('', 'it is 2,000 characters long, over the 1,000 that can be compared')
    """
    size = len(text.strip())
    if size <= LONGEST:
        return ""
    return f"it is {size:,} characters long, over the {LONGEST:,} that can be compared"
