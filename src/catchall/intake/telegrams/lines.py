"""Lines of a view, and what a line can be. In: a view; out: lines with their place in it."""

import re
from dataclasses import dataclass

from catchall.intake.telegrams.offsets import View

MARK = (
    r"\((?:[Uu]|[Cc]|[Ss]|TS|ts|SBU|sbu|R|FOUO|LOU|OUO|OFFICIAL|RESTRICTED|PROTECTED"
    r"|UNCLASSIFIED|CONFIDENTIAL|SECRET)(?:(?://?| ?- ?| )[A-Za-z][A-Za-z0-9/, .-]{0,40})?\)"
)
"""A portion mark: (U), (SBU), (S/NF), (S//REL TO USA, GBR)."""

PARAGRAPH = re.compile(
    rf" {{0,12}}(\d{{1,3}}) ?(?:\.|(?=[ ]?{MARK}))(?![\d.]) {{0,4}}(?:({MARK})(?![\w.]))?"
)
LONGEST, SHORTEST = 200, 3
ROW = frozenset("-=_~* ")
BANNER = re.compile(r" *EXERCISE(?: +EXERCISE)+\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One line: its words, and where they stand in the view (the line end left out)."""

    text: str
    start: int
    end: int

    @property
    def blank(self) -> bool:
        """Is nothing but blanks on the line?"""
        return not self.text.strip()

    @property
    def words(self) -> str:
        """The line without the blanks at its ends."""
        return self.text.strip()

    @property
    def first(self) -> int:
        """Where its first word starts in the view."""
        return self.start + len(self.text) - len(self.text.lstrip())


def split(view: View, start: int = 0, end: int | None = None) -> list[Line]:
    r"""The lines of ``[start, end)``.

    >>> [line.text for line in split(View.of("a\n\nb"))]
    ['a', '', 'b']
    """
    found, at = [], start
    for text in view.text[start : len(view.text) if end is None else end].split("\n"):
        found.append(Line(text, at, at + len(text)))
        at += len(text) + 1
    return found


def is_row(text: str) -> bool:
    """Are these only dashes or the like, three of them at least?

    >>> is_row("= = ="), is_row("--"), is_row("- a -")
    (True, False, False)
    """
    return (
        len(text) < LONGEST and ROW.issuperset(text) and len(text.replace(" ", "")) >= SHORTEST
    )


def is_underline(line: Line) -> bool:
    """Is the line a row of dashes, gaps allowed?

    >>> is_underline(Line("-------- -", 0, 10))
    True
    """
    return is_row(line.text)


def next_filled(lines: list[Line], at: int) -> int:
    """The index of the first line from ``at`` on that is not blank, or the number of lines."""
    while at < len(lines) and lines[at].blank:
        at += 1
    return at
