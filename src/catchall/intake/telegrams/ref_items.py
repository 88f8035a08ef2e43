"""A REF field taken apart into its items. In: its words; out: letter and place of each item."""

import re
from dataclasses import dataclass

from catchall.intake.telegrams import stations

LABEL = re.compile(
    r"\s*REF(?:S|TELS?|ERENCES?|\(S\)| TELS?)?\s{0,2}(?::|(?=\s*\(?A[.):) ])|"
    r"(?=\s+[A-Z]{3}))\s*",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?<![A-Za-z0-9/&'])(?:REF(?:TEL)?\s{1,3})?"
    r"(?:\((?P<a>[A-Za-z]|\d)\)|\[(?P<b>[A-Za-z])\]|(?P<c>[A-Z])(?:\.\)|"
    r"[.):](?!\d{1,2}/)|\s-\s))",
)
_BARE = re.compile(
    r"(?:(?<=^)|(?<=\s\s)|(?<=[\d;,:)]\s)|(?<=\bREF\s)|"
    r"(?<=\bREFS\s))(?P<c>[A-Z])\s{1,3}(?=(?:\d{2}\s|\d{4}\s)?[A-Za-z]{3})"
)
FURTHEST = 4


@dataclass(frozen=True)
class Item:
    """One item: its letter, where it starts with its letter, and where its words stand."""

    letter: str | None
    first: int
    start: int
    end: int


def _letter(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return (groups.get("a") or groups.get("b") or groups["c"]).upper()


def _next_in_row(letter: str, row: str | None) -> bool:
    if row is None:
        return letter in "AB1"
    if letter.isdigit() != row.isdigit():
        return False
    return 0 <= ord(letter) - ord(row) <= FURTHEST


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """``KUWAIT (C)02293``: a letter in brackets between a station and its number."""
    if not match.groupdict().get("a") or not re.match(
        r"\s?\d", text[match.end() : match.end() + 3]
    ):
        return False
    before = re.split(r"[;,:.)\]\d]", text[max(0, match.start() - 40) : match.start()])[-1]
    return stations.resolve(before) is not None


def _marks(text: str, pattern: re.Pattern[str]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    row: str | None = None
    for match in pattern.finditer(text):
        letter = _letter(match)
        repeated = (
            found
            and found[-1][0] == letter
            and not text[found[-1][2] : match.start()].strip(" :")
        )
        if repeated:
            found[-1] = (letter, found[-1][1], match.end())
        elif _next_in_row(letter, row) and not _is_inside(text, match):
            found.append((letter, match.start(), match.end()))
            row = letter
    return found


def _after_repeat(text: str, letter: str, start: int, end: int) -> int:
    """Where the words begin after a letter said twice: ``B. B HAVANA 7``."""
    if letter.isdigit():
        return start
    again = re.compile(
        rf"\s*(?:REF(?:TEL)?\s{{1,3}})?[(\[]?{letter}[)\].:]{{0,2}}(?=[\s(\d])\s*",
        re.IGNORECASE,
    )
    match = again.match(text, start, end)
    return match.end() if match and match.end() < end else start


def items(text: str) -> list[Item]:
    """The items of a REF field, with or without its label.

    >>> text = "REF: A. ROME 12 B. OSLO 9"
    >>> [(i.letter, text[i.start:i.end].strip()) for i in items(text)]
    [('A', 'ROME 12'), ('B', 'OSLO 9')]
    """
    begin = 0
    while (label := LABEL.match(text, begin)) and label.end() > begin:
        begin = label.end()
    body = " " * begin + text[begin:]
    marks = _marks(body, _MARK) or _marks(body, _BARE)
    found: list[Item] = []
    first = marks[0][1] if marks else len(text)
    if text[begin:first].strip(" ,;-:.") and not re.fullmatch(
        r"\W*REF\W*", text[begin:first], re.IGNORECASE
    ):
        found.append(Item(None, begin, begin, first))
    for i, (letter, start, end) in enumerate(marks):
        stop = marks[i + 1][1] if i + 1 < len(marks) else len(text)
        found.append(Item(letter, start, _after_repeat(text, letter, end, stop), stop))
    return found
