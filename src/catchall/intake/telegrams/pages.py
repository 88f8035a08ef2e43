"""Lines that a page break left behind, and end marks. In: text; out: where they stand."""

import re
from collections.abc import Iterator

from catchall.intake.telegrams import stations

_CLASS = (
    r"(?:(?:U ?N ?C ?L ?A ?S ?S ?I ?F ?I ?E ?D|UNCLAS|C ?O ?N ?F ?I ?D ?E ?N ?T "
    r"?I ?A ?L|S ?E ?C ?R ?E ?T) {1,30})?"
)
PAGE = re.compile(
    _CLASS + r"\bPAGE {1,8}\d{1,3} {1,12}(?:OF \d{1,3} {1,8})?[A-Z][A-Z .'-]{1,20} "
    r"{1,12}\d{3,8}(?: {1,8}\d{1,2} {1,2}OF {1,2}\d{1,2})?"
    r"(?: {1,8}(?:TOSEC|SECTO) {1,4}\d{1,7})?(?: {1,8}\d{6}Z)?(?: [A-Z]{3} \d\d)?",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?P<station>[A-Z][A-Z .'-]{1,20}) {1,8}0{2,6}\d{1,8} {1,4}\d{1,4}(?: ?\.\d)? "
    r"{0,2}OF {1,3}\d{1,4}\b",
    re.IGNORECASE,
)
BARE = re.compile(r" *PAGE {1,4}\d{1,3}(?: {1,2}OF {1,2}\d{1,3})? *", re.IGNORECASE)
END = re.compile(
    r" *(?:NNNN(?:[A-Z]{0,12})?|<< ?END OF DOCUMENT ?>>|END OF (?:TELEGRAM|"
    r"MESSAGE|CABLE)|BT|#\d{4}|-{2,} ?END ?-{2,}) *",
    re.IGNORECASE,
)


def inline(text: str) -> Iterator[tuple[int, int]]:
    """Where page lines stand in a text, even inside a line.

    >>> list(inline("gas ROME 00001196 001.2 OF 003 pumps"))
    [(4, 30)]
    """
    spans = [m.span() for m in PAGE.finditer(text)]
    spans += [
        (m.start() + _before_station(m["station"]), m.end()) for m in COUNTED.finditer(text)
    ]
    last = 0
    for start, end in sorted(spans):
        if start >= last:
            yield start, end
            last = end


def _before_station(words: str) -> int:
    """Where the station begins in words that may have others before it."""
    starts = [m.start() for m in re.finditer(r"[^ ]+", words)]
    return next((at for at in starts if stations.known(words[at:])), starts[-1])


def is_page_line(text: str) -> bool:
    """Is the whole line a page line?

    >>> is_page_line("PAGE 02 ROME 01196 01 OF 02 082030Z")
    True
    """
    if BARE.fullmatch(text):
        return True
    words = text.strip(" -")
    return bool(words) and any(b - a >= len(words) - 2 for a, b in inline(words))


def is_end(text: str) -> bool:
    """Is it a sign that the message ends here, such as NNNN?

    >>> is_end("NNNN"), is_end("<< END OF DOCUMENT >>")
    (True, True)
    """
    return END.fullmatch(text) is not None
