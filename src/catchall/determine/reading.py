"""Text as filed -> numbers, spans of days. In: one cell; out: a value, or None.

A cell that can be read in two ways is read as neither: None means unknown. Which numbers and
days matter is not said here but in the lawbook.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from catchall.dates import Span, read_span
from catchall.records import Answer
from catchall.text.normal import fold, visible

SHORTEST_PHONE = 7  # digits
SHORTEST_ADDRESS = 12  # letters: less names no door

_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+|[+-]?\d{1,3}(?:,\d{3}){2,}")
_COMMA = re.compile(r"[+-]?\d+,(?:\d{1,2}|\d{4,})")
_DOTTED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:\.\d{3}){2,}")


@lru_cache(maxsize=65_536)
def number(text: str | None) -> float | None:
    """Which number does the cell hold? None when it is empty, no number, or ambiguous.

    >>> number("1,234.50"), number("12,5"), number("1 200"), number("1,234")
    (1234.5, 12.5, 1200.0, None)
    """
    cell = re.sub(r"[\s\u00a0'_]", "", text or "")
    if _PLAIN.fullmatch(cell):
        return float(cell)
    if _GROUPED.fullmatch(cell):
        return float(cell.replace(",", ""))
    if _DOTTED.fullmatch(cell):
        return float(cell.replace(".", "").replace(",", "."))
    return float(cell.replace(",", ".")) if _COMMA.fullmatch(cell) else None


def span(value: Any) -> Span | None:
    """Which days does the value mean? Takes a day, a span, or text as filed."""
    if isinstance(value, Span):
        return value
    return Span(value, value) if isinstance(value, date) else _span(str(value or ""))


@lru_cache(maxsize=16_384)
def _span(text: str) -> Span | None:
    return read_span(text)


def after(one: Span | None, other: Span | None) -> Answer:
    """Is ``one`` later than ``other``? UNKNOWN when the spans overlap or one is not known."""
    if one is None or other is None:
        return Answer.UNKNOWN
    if one.first > other.last:
        return Answer.YES
    return Answer.NO if one.last <= other.first else Answer.UNKNOWN


@lru_cache(maxsize=65_536)
def phone_key(phone: str) -> str:
    """The last nine digits of a phone number, or "" when there are fewer than seven."""
    digits = re.sub(r"\D", "", phone)
    return digits[-9:] if len(digits) >= SHORTEST_PHONE else ""


@lru_cache(maxsize=65_536)
def address_key(address: str) -> str:
    """The address folded, or "" when it has no number and so names no door.

    >>> address_key("Unit 4, 12 Harbour Rd.")
    'unit 4 12 harbour rd'
    """
    folded = fold(address)
    return folded if len(folded) >= SHORTEST_ADDRESS and re.search(r"\d", folded) else ""


_CLOSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that are written without blanks between words, or join their endings to them."""


@lru_cache(maxsize=65_536)
def _word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    folded = sorted({fold(word) for word in words} - {""}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, folded)) or r'(?!)'})\b")


_HELD: dict[int, tuple[Iterable[str], "_Words"]] = {}
_MOST = 4096  # word lists kept ready; those of the lawbook are far fewer


class _Words(NamedTuple):
    """Words made ready: those found inside longer words, and patterns for the rest and all."""

    close: tuple[str, ...]
    plain: re.Pattern[str]
    every: re.Pattern[str]


def _ready(words: Iterable[str]) -> _Words:
    """The list made ready, once for each list object: hashing a long list again costs more."""
    held = _HELD.get(id(words))
    if held is not None and held[0] is words:
        return held[1]
    told = tuple(words)
    close = tuple(word for word in told if _CLOSE.search(word))
    plain = tuple(word for word in told if not _CLOSE.search(word))
    made = _Words(close, _word_pattern(plain), _word_pattern(told))
    if isinstance(words, tuple) and len(_HELD) < _MOST:
        _HELD[id(words)] = (words, made)  # keeps the list alive, so its id is not used again
    return made


def words_in(text: str, words: Iterable[str]) -> str:
    """The first of the words or phrases that stands in the text as whole words, or "".

    >>> words_in("ORLO FREIGHT-FORWARDING LLC", ("freight forwarding", "broker"))
    'freight forwarding'
    """
    found = _ready(words).every.search(fold(text))
    return found[0] if found else ""


def kinds(text: str, words: Mapping[str, Iterable[str]]) -> set[str]:
    """The kinds of which the text holds a word.

    >>> kinds("wing of a hospital", {"medical": ("hospital",), "food": ("bakery",)})
    {'medical'}
    """
    return {kind for kind, told in words.items() if words_in(text, told)}


def says(text: str, words: Iterable[str]) -> str:
    """The first of the words of any script that the text holds, or "".

    Chinese, Japanese and Korean words count inside longer ones: there no blank parts them.

    >>> says("\u67d0\u56fd\u9632\u90e8", ("\u56fd\u9632",)), says("armoury", ("army",))
    ('\u56fd\u9632', '')
    """
    ready = _ready(words)
    shown = visible(text) if ready.close else ""
    inside = next((word for word in ready.close if word in shown), "")
    if inside:
        return inside
    found = ready.plain.search(fold(text))
    return found[0] if found else ""


def yes(value: Any) -> Answer:
    """Is the cell of a side table a yes? UNKNOWN when it is empty or neither."""
    said = fold(str(value)) if value not in (None, "") else ""
    if said in {"yes", "y", "true", "1", "x"}:
        return Answer.YES
    return Answer.NO if said in {"no", "n", "false", "0"} else Answer.UNKNOWN
