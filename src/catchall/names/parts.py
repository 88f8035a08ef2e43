"""One name -> its words with their weights, its legal forms and what does not count.

In: a name, already freed of trade-document noise (``catchall.text.party``). Out: ``Parts``.
Nothing is compared here: that is ``kernel`` and ``score``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from catchall.text import legal_forms, normal, places, words

WORD, NUMBER, INITIAL, LIGHT, PLACE = 0, 1, 2, 3, 4
"""Kinds of word: a name of its own, a number, a single letter, a generic word, a place."""
MOST_WORDS = 24
"""Words of a name that are compared; no listed name seen so far is longer in substance."""
LONGEST_WORD = 64
MOST_SHAPES = 48
"""Words of a text, legal forms among them, whose letters are compared as a whole."""

_TEN = 10
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_FORM_WORDS = frozenset({
    "joint", "stock", "closed", "open", "public", "private", "limited", "liability", "company",
    "corporation", "incorporated", "otvetstvennostyu", "ogranichennoy", "aktsionernoe",
    "obshchestvo", "responsabilite", "responsabilidad",
})  # fmt: skip
_SHAPES = str.maketrans("0158l9", "oisbig")
_DIGIT_SHAPES = str.maketrans("058", "osb")  # printed digits that OCR takes for letters
# Letters and groups written differently for one sound, in order; 4 and 6 stand for ch and sh.
_SOUNDS = (
    ("shch", "6"), ("sch", "6"), ("tch", "4"), ("ch", "4"), ("sh", "6"), ("dzh", "j"),
    ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("skyj", "ski"), ("skiy", "ski"), ("ck", "k"), ("x", "ks"), ("tz", "z"), ("ts", "z"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("q", "k"), ("w", "v"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ij", "i"), ("iy", "i"), ("ey", "ei"),
    ("ay", "ai"), ("y", "i"), ("ii", "i"),
)  # fmt: skip


@dataclass(frozen=True)
class Parts:
    """A name taken apart: ``tokens`` with ``weights``, ``kinds`` and ``sounds``, side by side.

    ``forms`` are the families of its legal forms, ``aside`` the words that do not count, and
    ``cut`` says that the text was probably cut off by its form's length. ``shapes`` are all
    words of the text, forms too, as they look (``shape``).
    """

    text: str
    tokens: tuple[str, ...]
    weights: tuple[float, ...]
    kinds: tuple[int, ...]
    sounds: tuple[str, ...]
    forms: tuple[str, ...]
    aside: tuple[str, ...]
    cut: bool
    shapes: tuple[str, ...]


def shape(word: str) -> str:
    """How the word looks to a scanner: digits and letters that OCR confuses are one.

    >>> shape("5h1pyard") == shape("shipyard"), shape("41")
    (True, '41')
    """
    return word if word.isdigit() else word.translate(_SHAPES)


def _letter_for_one(token: str) -> str:
    """A ``1`` inside a word is an ``i`` between consonants, else an ``l``."""
    letters = list(token)
    for at, letter in enumerate(letters):
        if letter == "1":
            around = token[max(at - 1, 0) : at] + token[at + 1 : at + 2]
            consonants = 0 < at < len(token) - 1 and not set(around) & set("aeiouy01")
            letters[at] = "i" if consonants else "l"
    return "".join(letters)


@lru_cache(maxsize=131072)
def sound(token: str) -> str:
    """How the word sounds, roughly, whatever the spelling, and with OCR's digits as letters.

    >>> sound("kavzzel") == sound("kawzel"), sound("0strelin"), sound("41")
    (True, 'ostrelin', '41')
    """
    if token.isdigit():
        return token
    if not token.isalpha():
        token = _letter_for_one(token.translate(_DIGIT_SHAPES))
    for written, heard in _SOUNDS:
        if written in token:
            token = token.replace(written, heard)
    return re.sub(r"(\D)\1+", r"\1", token)


def _segments(text: str) -> list[tuple[str, bool]]:
    """(folded word, stands in brackets) of the whole text."""
    found: list[tuple[str, bool]] = []
    for number, segment in enumerate(_BRACKETS.split(text)):
        found.extend((word, number % 2 == 1) for word in normal.fold(segment).split())
    return found


def _native_forms(text: str) -> tuple[str, list[str]]:
    families: list[str] = []
    if not text.isascii():
        for form, family in legal_forms.NATIVE:
            if form in text and len(text) > len(form):
                text, families = text.replace(form, " "), [*families, family]
    return text, families


def _numbers(found: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The words with numbers in figures; "forty four" becomes one number."""
    merged: list[tuple[str, bool]] = []
    open_tens = False
    for word, bracket in found:
        value = words.number(word)
        if value is not None and open_tens and 0 < value < _TEN:
            merged[-1] = (str(int(merged[-1][0]) + value), bracket)
        else:
            merged.append((word if value is None else str(value), bracket))
        # only tens that were written as a word can be followed by their units
        open_tens = value is not None and value % _TEN == 0 and _TEN < value < _TEN * _TEN
        open_tens = open_tens and word.isalpha()
    return merged


def _weigh(token: str, bracket: bool, seen: set[str]) -> tuple[float, int]:  # noqa: FBT001
    """Weight and kind of one word; one that repeats, or stands in brackets, says less."""
    if token.isdigit():
        weight, kind = 0.6, NUMBER
    else:
        weight = words.weight(token)
        kind = INITIAL if len(token) == 1 and token.isalpha() else WORD
    if bracket:
        weight *= 0.4
    if token in seen:
        weight = min(weight, 0.1)
    if kind == WORD and places.is_place(token):
        kind = PLACE
    elif kind == WORD and weight < words.LIGHT:
        kind = LIGHT
    return weight, kind


def _is_spoilt_form(token: str, at: int, last: int, *, cut: bool) -> bool:
    """Is the word a misspelled legal form, or the stump of one at the end of a cut text?"""
    if token.isdigit():
        return False
    if cut and at == last:
        stumps = ("limited", "company", "corporation", "incorporated", "ltd", "llc", "co")
        if any(form.startswith(token) for form in stumps):
            return True
    if token in _FORM_WORDS:
        return True  # what is left of a form that was cut or split
    return at > 0 and words.weight(token) >= words.LIGHT and legal_forms.misspelled(token)


def _without_forms(
    found: list[tuple[str, bool]],
) -> tuple[list[tuple[str, bool]], list[str], list[str]]:
    """Words that are no legal form, the families found, and the words taken off."""
    spans = legal_forms.places([word for word, _ in found])
    inside = {at for first, past, _ in spans for at in range(first, past)}
    rest = [pair for at, pair in enumerate(found) if at not in inside]
    if not any(word not in {"and", "of", "the"} for word, _ in rest):
        return found, [], []  # a name is never emptied
    aside = [word for at, (word, _) in enumerate(found) if at in inside]
    return rest, [family for *_, family in spans], aside


@lru_cache(maxsize=65536)
def parse(text: str, *, cut: bool = False) -> Parts:
    """What is this name made of, and how much does each word count?

    >>> parse("Kavzel Trading Co., Ltd.").tokens
    ('kavzel', 'trading')
    >>> parse("Brigade Forty-Four").tokens
    ('brigade', '44')
    """
    bare, families = _native_forms(normal.visible(text))
    whole = _segments(bare)
    rest, more, aside = _without_forms(whole)
    found = _numbers(rest)[:MOST_WORDS]
    outside = any(not bracket for _, bracket in found)
    rows, seen = [], set[str]()
    for at, (word, bracket) in enumerate(found):
        token = words.same(word)[:LONGEST_WORD]
        weight, kind = _weigh(token, bracket and outside, seen)
        if _is_spoilt_form(token, at, len(found) - 1, cut=cut):
            weight, kind = 0.1, LIGHT
        seen.add(token)
        rows.append((token, weight, kind, sound(word[:LONGEST_WORD])))
    tokens, weights, kinds, sounds = zip(*rows, strict=True) if rows else ((), (), (), ())
    forms = tuple(dict.fromkeys([*families, *more]))
    shapes = tuple(shape(word) for word, _ in whole)[:MOST_SHAPES]
    return Parts(text, tokens, weights, kinds, sounds, forms, tuple(aside), cut, shapes)
