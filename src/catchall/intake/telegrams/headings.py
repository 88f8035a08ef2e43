"""Headings: with a row of dashes under them, or alone between blank lines. In, out: lines."""

import re
from dataclasses import dataclass

from catchall.intake.telegrams import pages
from catchall.intake.telegrams.levels import level
from catchall.intake.telegrams.lines import Line, is_underline
from catchall.intake.telegrams.words import table

LONGEST, ROWS, WORDS, FEW = 110, 3, 14, 10
_ENDED = re.compile(r"[.!?:;)][\"'\u201d\u2019)]*$|^$|[\"\u201d]$")
_SMALL = frozenset(table("vocabulary.yaml")["small"].split())
_COLUMNS = re.compile(r"\S {2,}\S")
_CAPTION = re.compile(
    r"SENSITIVE BUT UNCLASSIFIED|UNCLAS|NOT FOR INTERNET|FOR OFFICIAL USE|EXERCISE$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """Lines ``first`` to ``last`` (not included) of a heading, and of its underline."""

    first: int
    last: int
    underline: int | None


def ended(words: str) -> bool:
    """Do these words end a sentence, so that something new may follow?

    >>> ended('so he said."'), ended("of the")
    (True, False)
    """
    return _ENDED.search(words.rstrip()) is not None


def _title(words: str) -> bool:
    """All capitals, or each word but the small ones with a capital."""
    letters = [c for c in words if c.isalpha()]
    if not letters:
        return False
    if words.isupper():
        return True
    names = [w for w in re.findall(r"[^\W\d_][\w.'-]*", words) if w.lower() not in _SMALL]
    capital = sum(w[0].isupper() for w in names)
    return words[0].isupper() and (
        capital == len(names) or capital >= max(2, 0.75 * len(names))
    )


def is_heading(words: str) -> bool:
    """Could these words, alone between blank lines, be a heading?

    >>> is_heading("Points for Discussion"), is_heading("He left the room.")
    (True, False)
    """
    return (
        0 < len(words) <= LONGEST
        and len(words.split()) <= WORDS
        and words[-1] not in ".,;-("
        and not _COLUMNS.search(words)
        and not pages.is_page_line(words)
        and not pages.is_end(words)
        and not _CAPTION.match(words)
        and level(words) is None
        and _title(words)
    )


def _block_above(lines: list[Line], at: int) -> int:
    """The first line of the lines without a blank between them that end at ``at``."""
    first = at
    while first > 0 and not lines[first - 1].blank and at - first < ROWS:
        first -= 1
    return first


def underlined(lines: list[Line], under: int, floor: int) -> Found | None:
    """The heading above the underline at ``under``; it may not begin before ``floor``."""
    above = under - 1
    while above > floor and lines[above].blank and under - above < ROWS:
        above -= 1
    if above < floor or lines[above].blank or is_underline(lines[above]):
        return None
    first = above
    while (
        first > floor
        and not lines[first - 1].blank
        and not is_underline(lines[first - 1])
        and above - first < ROWS - 1
        and not ended(lines[first - 1].words)
    ):
        first -= 1
    words = " ".join(line.words for line in lines[first : above + 1])
    if len(words) > 2 * LONGEST or _COLUMNS.search(words) or words.endswith((".", ",", ";")):
        return None
    return Found(first, above + 1, under)


def before(lines: list[Line], at: int, floor: int) -> Found | None:
    """The heading right before the paragraph at line ``at``, with or without underline."""
    above = at - 1
    while above >= floor and lines[above].blank:
        above -= 1
    if above < floor or is_underline(lines[above]):
        return underlined(lines, above, floor) if above >= floor else None
    first = max(_block_above(lines, above), floor)
    words = " ".join(line.words for line in lines[first : above + 1])
    alone = first == floor or lines[first - 1].blank or is_underline(lines[first - 1])
    rows = any(is_underline(line) for line in lines[first : above + 1])
    if rows or not alone or not (is_heading(words) or is_short(words)):
        return None
    follows = words.isupper() or _sentence_ended(lines, first - 1, floor)
    return Found(first, above + 1, None) if follows else None


def is_short(words: str) -> bool:
    """A few words with one capital at their start: ``Next steps``."""
    if pages.is_end(words) or pages.is_page_line(words):
        return False
    few = 0 < len(words.split()) <= FEW and words[0].isupper() and words[-1] not in ".,;:-("
    return (
        few
        and not _COLUMNS.search(words)
        and level(words) is None
        and not _CAPTION.match(words)
    )


def _sentence_ended(lines: list[Line], at: int, floor: int) -> bool:
    """Does the text above end a sentence?"""
    while at >= floor and (lines[at].blank or is_underline(lines[at])):
        at -= 1
    return at < floor or ended(lines[at].words) or _is_table(lines[at])


def _is_table(line: Line) -> bool:
    return line.text.startswith("  ") or _COLUMNS.search(line.words) is not None
