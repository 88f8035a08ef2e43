"""One name -> its words with their weights, its legal forms and what does not count.

In: a name, already freed of trade-document noise (``catchall.text.party``). Out: ``Parts``.
Nothing is compared here: that is ``kernel`` and ``score``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

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
_STUMPS = frozenset(
    form[:size]
    for form in ("limited", "company", "corporation", "incorporated", "ltd", "llc")
    for size in range(1, len(form) + 1)
)
_LINKS = frozenset(("and", "of", "the"))
_SHAPES = str.maketrans("0158l9", "oisbig")
_DIGIT_SHAPES = str.maketrans("058", "osb")  # printed digits that OCR takes for letters
# Letters and groups written differently for one sound; 4 and 6 stand for ch and sh.
_HEARD = {
    "shch": "6", "sch": "6", "tch": "4", "ch": "4", "sh": "6", "dzh": "j", "dj": "j", "zh": "j",
    "kh": "h", "gh": "g", "ph": "f", "th": "t", "skyj": "ski", "skiy": "ski", "ck": "k",
    "x": "ks", "tz": "z", "ts": "z", "ce": "se", "ci": "si", "cy": "si", "c": "k", "q": "k",
    "w": "v", "ou": "u", "oo": "u", "ee": "i", "ij": "i", "iy": "i", "yj": "i", "ey": "ei",
    "ay": "ai", "y": "i",
}  # fmt: skip
_WRITTEN = re.compile("|".join(sorted(_HEARD, key=len, reverse=True)))
_DOUBLED = re.compile(r"(\D)\1+")


class Parts(NamedTuple):
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


class Word(NamedTuple):
    """What is known of a folded word by itself: looked up once however often it occurs."""

    token: str
    weight: float
    kind: int
    sound: str
    number: int | None
    spoilt: bool
    shape: str


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


def sound(token: str) -> str:
    """How the word sounds, roughly, whatever the spelling, and with OCR's digits as letters.

    >>> sound("kavzzel") == sound("kawzel"), sound("0strelin"), sound("41")
    (True, 'ostrelin', '41')
    """
    if token.isdigit():
        return token
    if not token.isalpha():
        token = _letter_for_one(token.translate(_DIGIT_SHAPES))
    heard = _WRITTEN.sub(lambda found: _HEARD[found[0]], token)
    return _DOUBLED.sub(r"\1", heard)


@lru_cache(maxsize=262_144)
def word(folded: str) -> Word:
    """What does this folded word say by itself, wherever it stands?

    >>> word("intl").token, word("kavzel").weight
    ('international', 1.0)
    """
    token = words.same(folded)[:LONGEST_WORD]
    heard = sound(folded[:LONGEST_WORD])
    if token.isdigit():
        weight, kind, spoilt = 0.6, NUMBER, False
        return Word(token, weight, kind, heard, words.number(folded), spoilt, shape(folded))
    weight, kind = words.weight(token), WORD
    if len(token) == 1 and token.isalpha():
        kind = INITIAL
    elif places.is_place(token):
        kind = PLACE
    spoilt = token in _FORM_WORDS or (weight >= words.LIGHT and legal_forms.misspelled(token))
    return Word(token, weight, kind, heard, words.number(folded), spoilt, shape(folded))


def _segments(text: str) -> list[tuple[str, bool]]:
    """(folded word, stands in brackets) of the whole text."""
    if "(" not in text and "[" not in text:
        return [(one, False) for one in normal.fold(text).split()]
    return [
        (one, number % 2 == 1)
        for number, segment in enumerate(_BRACKETS.split(text))
        for one in normal.fold(segment).split()
    ]


def _native_forms(text: str) -> tuple[str, list[str]]:
    families: list[str] = []
    for form, family in legal_forms.NATIVE:
        if form in text and len(text) > len(form):
            text, families = text.replace(form, " "), [*families, family]
    return text, families


def _numbers(found: Sequence[tuple[str, bool]]) -> Sequence[tuple[str, bool]]:
    """The words with numbers in figures."""
    for one, _ in found:
        if word(one).number is not None:
            return _in_figures(found)
    return found


def _in_figures(found: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The same, where there is a number; "forty four" becomes one."""
    merged: list[tuple[str, bool]] = []
    open_tens = False
    for one, bracket in found:
        value = word(one).number
        if value is not None and open_tens and 0 < value < _TEN:
            merged[-1] = (str(int(merged[-1][0]) + value), bracket)
        else:
            merged.append((one if value is None else str(value), bracket))
        # only tens that were written as a word can be followed by their units
        open_tens = value is not None and value % _TEN == 0 and _TEN < value < _TEN * _TEN
        open_tens = open_tens and one.isalpha()
    return merged


def is_form_word(token: str) -> bool:
    """Is the word what is left of a legal form that was cut or split?

    >>> is_form_word("stock"), is_form_word("kavzel")
    (True, False)
    """
    return token in _FORM_WORDS


def is_form_stump(token: str) -> bool:
    """Can this be the stump of a legal form at the end of a cut text?

    >>> is_form_stump("corpo"), is_form_stump("kavz")
    (True, False)
    """
    return token in _STUMPS


def _without_forms(
    found: list[tuple[str, bool]],
) -> tuple[list[tuple[str, bool]], list[str], list[str]]:
    """Words that are no legal form, the families found, and the words taken off."""
    spans = legal_forms.places([one for one, _ in found])
    if not spans:
        return found, [], []
    inside = {at for first, past, _ in spans for at in range(first, past)}
    rest = [pair for at, pair in enumerate(found) if at not in inside]
    if all(one in _LINKS for one, _ in rest):
        return found, [], []  # a name is never emptied
    aside = [one for at, (one, _) in enumerate(found) if at in inside]
    return rest, [family for *_, family in spans], aside


def _rows(
    found: Sequence[tuple[str, bool]], *, cut: bool
) -> Iterator[tuple[str, float, int, str]]:
    """Token, weight, kind and sound of each word.

    A word that repeats, or stands in brackets beside a name, says less; a spoilt legal form,
    and what is left of one that was cut or split, hardly anything.
    """
    outside = not all(bracket for _, bracket in found)
    seen, last = set[str](), len(found) - 1
    for at, (one, bracket) in enumerate(found):
        token, weight, kind, heard, _, spoilt, _ = word(one)
        if bracket and outside:
            weight *= 0.4
        if token in seen:
            weight = min(weight, 0.1)
        stump = cut and at == last and is_form_stump(token)
        if stump or (spoilt and (at > 0 or token in _FORM_WORDS)):
            weight, kind = 0.1, LIGHT
        seen.add(token)
        light = kind == WORD and weight < words.LIGHT
        yield token, weight, LIGHT if light else kind, heard


@lru_cache(maxsize=65536)
def parse(text: str, *, cut: bool = False) -> Parts:
    """What is this name made of, and how much does each word count?

    >>> parse("Kavzel Trading Co., Ltd.").tokens
    ('kavzel', 'trading')
    >>> parse("Brigade Forty-Four").tokens
    ('brigade', '44')
    """
    bare, families = (text, []) if text.isascii() else _native_forms(normal.visible(text))
    whole = _segments(bare)
    rest, more, aside = _without_forms(whole)
    rows = list(_rows(_numbers(rest)[:MOST_WORDS], cut=cut))
    tokens, weights, kinds, sounds = zip(*rows, strict=True) if rows else ((), (), (), ())
    forms = tuple(dict.fromkeys([*families, *more])) if families or more else ()
    shapes = tuple([word(one).shape for one, _ in whole[:MOST_SHAPES]])
    return Parts(text, tokens, weights, kinds, sounds, forms, tuple(aside), cut, shapes)
