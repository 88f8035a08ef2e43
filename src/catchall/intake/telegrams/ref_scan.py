"""Telegrams named in the words of a reference. In: words; out: year, station, number, place.

Every form that posts use is read: ``05 ROME 12``, ``ROME 12 (05)``, ``ROME 12-05``,
``(05) ROME 12``, ``12 ROME``, ``05ROME12``, ``ROME 12 AND 15``, ``ROME 12/15``.
"""

import re
from dataclasses import dataclass

from catchall.intake.telegrams import stations
from catchall.intake.telegrams.transmission import century
from catchall.intake.telegrams.words import table

TOKEN = re.compile(r"\d+|[A-Za-z]+(?:['\u2019`][A-Za-z]+)*|[^\sA-Za-z0-9]")
STOPS = frozenset(table("vocabulary.yaml")["no_station"].split())
SKIPPED = frozenset(table("vocabulary.yaml")["before_station"].split())
MOST_WORDS, FIRST_YEAR, LAST_YEAR = 6, 1960, 2049
_LETTER_O = re.compile(
    r"(?<=[A-Z]{3})0(?=[A-Z]|(?![A-Z0-9]))|(?<![A-Z0-9])0(?=[A-Z]{3})", re.IGNORECASE
)
_ZERO = re.compile(r"(?<![A-Za-z])[oO](?=\d)")


@dataclass(frozen=True)
class Token:
    """A word, a number or a sign, and its place."""

    text: str
    start: int
    end: int

    @property
    def number(self) -> bool:
        """Is it digits?"""
        return self.text[0].isdigit()

    @property
    def word(self) -> bool:
        """Is it letters?"""
        return self.text[0].isalpha()


@dataclass(frozen=True)
class Found:
    """A telegram: its year as written, its station and number, and its place in the text."""

    year: str | None
    station: str
    serial: str
    start: int
    end: int
    joined: bool = False

    @property
    def full_year(self) -> int | None:
        """The year in four digits."""
        return None if self.year is None else century(int(self.year))


def tokens(text: str) -> list[Token]:
    """The tokens of a text; a nought among letters is an O, an O before digits a nought.

    >>> [t.text for t in tokens("(B)O4 SANTIAG0 9")]
    ['(', 'B', ')', '04', 'SANTIAGO', '9']
    """
    plain = _ZERO.sub("0", _LETTER_O.sub("O", text))
    return [Token(m[0], *m.span()) for m in TOKEN.finditer(plain)]


def _is_year(token: Token) -> bool:
    length = len(token.text)
    return token.number and (
        length == 2 or (length == 4 and FIRST_YEAR <= int(token.text) <= LAST_YEAR)  # noqa: PLR2004
    )


@dataclass
class Scanner:
    """Reads telegrams from a list of tokens; ``at`` is the next token."""

    tokens: list[Token]
    at: int = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The token so far ahead, or None after the last."""
        here = self.at + ahead
        return self.tokens[here] if 0 <= here < len(self.tokens) else None

    def skip(self, signs: str) -> None:
        """Pass over these signs and over words such as REF and CABLES."""
        while (one := self.peek()) and (one.text in signs or one.text.upper() in SKIPPED):
            self.at += 1

    def year(self) -> str | None:
        """A year that stands before a station: 05, '05, 2005, (05), 05-."""
        here = self.at
        if (one := self.peek()) and one.text in "('\u2019`":
            self.at += 1
        one, after = self.peek(), self.peek(1)
        if one and after and _is_year(one):
            self.at += 1
            if after.text in ")-.:":
                self.at += 1
            if (word := self.peek()) and word.word and len(word.text) > 1:
                return one.text[-2:] if len(one.text) > 2 else one.text  # noqa: PLR2004
        self.at = here
        return None

    def station(self) -> str | None:
        """The words of a station, up to a number; None where none stands here."""
        words: list[str] = []
        while (one := self.peek()) and len(words) < MOST_WORDS:
            if one.word and not (words and one.text.upper() in SKIPPED):
                words.append(one.text.upper())
            elif not (words and one.text in ".-" and (two := self.peek(1)) and two.word):
                break
            self.at += 1
        return " ".join(words) if words and self._fits(words) else None

    def _fits(self, words: list[str]) -> bool:
        one = self.peek()
        if len(words) > 1 and len(words[-1]) <= 2 and one is not None and one.text == "-":  # noqa: PLR2004
            return False  # an airgram: CA-3400
        if not STOPS & set(words):
            return True
        return words[0] not in STOPS and stations.resolve(" ".join(words)) is not None

    def serial(self) -> tuple[str, str | None] | None:
        """A number, after # or ( C ), with a year before or after it."""
        year = self._inner()
        self.skip("#:,-.")
        one = self.peek()
        if not one or not one.number or len(one.text) > 8:  # noqa: PLR2004 - no number is longer
            return None
        after = self.peek(1)
        if after and after.word and after.start == one.end:
            return None  # a date-time group
        if self._goes_on(one):
            return None
        self.at += 1
        return one.text, year or self._year_after(one)

    def _goes_on(self, number: Token) -> bool:
        """An office's own number, year first: ``COMMERCE 10-114``."""
        dash, rest = self.peek(1), self.peek(2)
        joined = dash and dash.text == "-" and dash.start == number.end
        return bool(joined and rest and rest.number and len(rest.text) > 2)  # noqa: PLR2004

    def _inner(self) -> str | None:
        one, two, three = self.peek(), self.peek(1), self.peek(2)
        if one and two and three and one.text == "(" and three.text == ")":
            if len(two.text) == 1 and two.word:
                self.at += 3
            elif _is_year(two):
                self.at += 3
                return two.text[-2:]
        return None

    def _year_after(self, serial: Token) -> str | None:
        one, two, three = self.peek(), self.peek(1), self.peek(2)
        dashed = one and two and one.text == "-" and two.start == serial.end + 1
        if two and dashed and len(two.text) == 2 and two.number:  # noqa: PLR2004
            self.at += 2
            return two.text
        if one and two and three and one.text == "(" and _is_year(two) and three.text == ")":
            self.at += 3
            return two.text[-2:]
        padded = serial.text.startswith("0") and len(serial.text) > 4  # noqa: PLR2004
        if padded and one and one.number and len(one.text) == 2 and not (two and two.word):  # noqa: PLR2004
            self.at += 1
            return one.text
        return None


def _known(station: str, serial: str, *, whole: bool) -> bool:
    if stations.resolve(station):
        return True
    words = station.split()
    yearlike = len(serial) == 4 and FIRST_YEAR <= int(serial) <= LAST_YEAR  # noqa: PLR2004
    return whole and not yearlike and len(words) <= 4 and all(len(w) > 2 for w in words[:1])  # noqa: PLR2004


def one(scan: Scanner, *, whole: bool = True) -> Found | None:
    """The telegram that starts at the scanner's place, which moves behind it.

    ``whole``: a station that is not known may stand here too.

    >>> one(Scanner(tokens("2005PANAMA2342 and more"))).full_year
    2005
    """
    begin = scan.at
    scan.skip("")
    first = scan.peek()
    year = scan.year()
    station = scan.station() if first else None
    serial = scan.serial() if station else None
    if first and station and serial and _known(station, serial[0], whole=whole):
        last = scan.peek(-1)
        return Found(
            serial[1] or year, station, serial[0], first.start, last.end if last else 0
        )
    scan.at = begin
    return _turned(scan)


def _turned(scan: Scanner) -> Found | None:
    """``870 ULAANBAATAR``: the number first, at the end of an item."""
    begin, first = scan.at, scan.peek()
    if first and first.number and 2 < len(first.text) < 7:  # noqa: PLR2004
        scan.at += 1
        station = scan.station()
        after = scan.peek()
        if station and stations.resolve(station) and not (after and after.number):
            last = scan.peek(-1)
            return Found(None, station, first.text, first.start, last.end if last else 0)
    scan.at = begin
    return None


def more(scan: Scanner, last: Found) -> Found | None:
    """A further telegram of the same item: ``AND 44603``, ``/935``, ``, 03 VATICAN 4859``.

    >>> scan = Scanner(tokens("KABUL 936/935"))
    >>> more(scan, one(scan)).serial
    '935'
    """
    begin = scan.at
    joined = False
    while (token := scan.peek()) and (token.text in ",;:/&.-" or token.text.upper() == "AND"):
        joined = joined or token.text.upper() in ("AND", "&", "/", ",")
        scan.at += 1
    found = one(scan, whole=False)
    if found:
        return Found(found.year, found.station, found.serial, found.start, found.end, joined)
    number, after = scan.peek(), scan.peek(1)
    alone = number and number.number and 1 < len(number.text) < 8  # noqa: PLR2004
    if joined and number and alone and not (after and after.word and after.start == number.end):
        serial = scan.serial()
        end = scan.peek(-1)
        if serial and end:
            return Found(
                serial[1] or last.year,
                last.station,
                serial[0],
                number.start,
                end.end,
                joined=True,
            )
    scan.at = begin
    return None
