"""The archive form of 1973 to 1979: text and attributes. In: lines; out: what is not the text.

A document has two parts, ``Message Text`` and ``Message Attributes``. Between them stands a
telegram in capitals whose top says who got it; its class line stands at each page break.
"""

import re
from collections.abc import Iterator, Mapping

from catchall.intake.telegrams import wire
from catchall.intake.telegrams.lines import Line
from catchall.intake.telegrams.model import Defect
from catchall.intake.telegrams.offsets import Edit, View
from catchall.intake.telegrams.wire import Zones

TEXT = re.compile(r" *Message Text:? *", re.IGNORECASE)
ATTRIBUTES = re.compile(r" *Message Attributes:? *", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:(?:[A-Z][a-z][A-Za-z'-]{0,20}|[A-Z]\.) {1,3}){0,4}Declassified/Released {1,3}US "
    r"{1,3}Department {1,3}of {1,3}State {1,3}EO {1,3}"
    r"Systematic {1,3}Review {1,3}\d{1,2} [A-Za-z]{3} \d{4}"
)
_KEY = re.compile(r" *([A-Z][A-Za-z/() -]{1,40}?) ?: ?(.*)$")
_TOP = re.compile(r" *(?:ORIGIN|ACTION|INFO) [A-Z]{1,6}-\d\d|PAGE 01 ", re.IGNORECASE)
_ORDER = re.compile(r"E\.?O\.? ?11652", re.IGNORECASE)
_DISTRIBUTION = re.compile(
    r" *(?:(?:ORIGIN|ACTION|INFO)? {0,6}(?:[A-Z]{1,6}-\d\d ?\(?[A-Z]?\)? {0,6}){1,20}"
    r"(?:/\d{2,3} ?[A-Z]?)?"
    r"|\d{1,3}|/\d{2,3} [A-Z]|(?:DRAFTED|APPROVED|CLEARED) BY ?:?.{0,80}|-{6,60} ?\d{6}Z.{0,30}"
    r"|[A-Z]{1,6}/[A-Z]{1,6}:[A-Z .,-]{3,60}) *"
)
ONLINE = "TEXT ON-LINE"


def is_archive(lines: list[Line]) -> bool:
    """Is it a document of the archive?

    >>> is_archive([Line("Message Text", 0, 12), Line("Message Attributes", 13, 31)])
    True
    """
    if any(TEXT.fullmatch(line.text) or ATTRIBUTES.fullmatch(line.text) for line in lines):
        return True
    top = [line for line in lines[:40] if _TOP.match(line.text)]
    return len(top) > 1 or (bool(top) and any(_ORDER.search(line.text) for line in lines[:80]))


def distribution(text: str) -> str | None:
    """The kind of noise that a line is which says who got the telegram; None for others.

    >>> distribution("INFO  OCT-01  ARA-10"), distribution("ACTION IS NEEDED")
    ('distribution', None)
    """
    return "distribution" if _DISTRIBUTION.fullmatch(text) else None


def zones(lines: list[Line]) -> Zones:
    """The zones of the telegram in the document."""
    return wire.find(lines, distribution)


def stamps(view: View) -> tuple[View, tuple[Defect, ...]]:
    """The view without the stamps of the declassification review, and where they stood."""
    found = list(_STAMP.finditer(view.text))
    defects = tuple(
        Defect("declassification_stamp", view.span(*m.span()), m[0], "left out") for m in found
    )
    return view.edit(Edit(*m.span(), "") for m in found), defects


def text_lines(lines: list[Line]) -> tuple[int, int]:
    """Where the telegram itself begins and ends."""
    first = next((i + 1 for i, line in enumerate(lines) if TEXT.fullmatch(line.text)), 0)
    last = next(
        (i for i, line in enumerate(lines) if ATTRIBUTES.fullmatch(line.text)), len(lines)
    )
    return (first, last) if first <= last else (first, len(lines))


def _pairs(lines: list[Line]) -> Iterator[tuple[str, str]]:
    key: str | None = None
    words: list[str] = []
    for line in lines:
        match = _KEY.match(line.text)
        if match:
            if key:
                yield key, " ".join(words)
            key, words = match[1], [match[2].strip()]
        elif key and not line.blank and "END OF DOCUMENT" not in line.text:
            words.append(line.words)
    if key:
        yield key, " ".join(words)


def trailer(lines: list[Line]) -> Mapping[str, str]:
    """The attributes, key by key; a value may go on over several lines.

    >>> trailer([Line("Locator: TEXT ON-LINE", 0, 21), Line("Subject: X", 22, 32)])
    {'Locator': 'TEXT ON-LINE', 'Subject': 'X'}
    """
    return {key: " ".join(words.split()).strip("'") for key, words in _pairs(lines)}


def rejects(found: Mapping[str, str]) -> tuple[str, ...]:
    """What the attributes say that the file does not hold.

    >>> rejects({"Locator": "D760438-0921"})
    ('the text is not in the file (Locator: D760438-0921); order the film',)
    """
    where = found.get("Locator", "")
    if not where or ONLINE in where.upper():
        return ()
    return (f"the text is not in the file (Locator: {where}); order the film",)
