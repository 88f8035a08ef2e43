"""Format lines 1 to 5 of a wire message. In: lines before the header block; out: records.

Blanks may stand inside any token; what cannot be read stays None, its raw words are kept.
Source of the lines: ACP 127(G).
"""

import re
from datetime import UTC, date, datetime, timedelta

from catchall.dates import MONTHS
from catchall.intake.telegrams.levels import LETTERS
from catchall.intake.telegrams.model import (
    DateTimeGroup,
    OriginatorLine,
    RoutingLine,
    SecurityLine,
)

PRECEDENCE = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE", "Y": "EMERGENCY"}
MIDDLE_OF_CENTURY = 66  # telegrams of this numbering begin in 1966

TRANSMISSION = re.compile(r" *(VZCZC ?[A-Z]{2,4} ?\d{3,5}) *", re.IGNORECASE)
ROUTING = re.compile(r" *([ZOPRY])\1((?: {1,3}R[A-Z]{3,7})+) *")
MORE_ROUTING = re.compile(r" *(?:R[A-Z]{4,7} *)+")
ORIGINATOR = re.compile(
    r" *DE {1,3}(R[A-Z]{3,8}) {0,3}#? ?(\d{4})(?: ?/ ?(\d\d))?(?: {0,2}-? ?(\d "
    r"?\d ?\d) ?(\d ?\d ?\d ?\d))?.{0,20}"
)
SECURITY = re.compile(
    r" *(Z ?N ?[RY]) {1,3}([A-Z]{5}(?: ?/ ?[A-Z]{5})?)((?: {1,3}Z[A-Z]{1,4})*) *.{0,20}"
)
_PREC = r"(?:(?P<p1>[ZOPRY]) {1,3})?(?:(?P<p2>[ZOPRY]) {0,3})?"
GROUP = re.compile(
    rf" *{_PREC}(?P<d>\d ?\d) ?(?P<h>\d ?\d) ?(?P<m>\d ?\d) ?Z "
    rf"{{0,3}}(?P<mon>[A-Z] ?[A-Z] ?[A-Z]) {{0,3}}(?P<y>(?:19|20)?\d "
    rf"?\d)(?!\d)(?P<more>.{{0,20}})",
    re.IGNORECASE,
)


def century(year: int) -> int:
    """The full year of two digits: 66 to 99 are of the last century.

    >>> century(9), century(76)
    (2009, 1976)
    """
    if year > 99:  # noqa: PLR2004 - written in full
        return year
    return year + (1900 if year >= MIDDLE_OF_CENTURY else 2000)


def routing(text: str, more: str = "") -> RoutingLine | None:
    """Format line 2; ``more`` is what follows on the next line.

    >>> routing("OO RUEHWEB").precedence
    'IMMEDIATE'
    """
    match = ROUTING.fullmatch(text)
    if not match:
        return None
    raw = " ".join(f"{text} {more}".split())
    return RoutingLine(raw, PRECEDENCE[match[1]], match[1] * 2, tuple(raw.split()[1:]))


def _squeezed(text: str) -> int:
    return int(text.replace(" ", ""))


def originator(text: str, sent: date | None) -> OriginatorLine | None:
    """Format line 3; ``sent`` gives the year that its day of the year lacks.

    >>> originator("DE RUEHMD #0262 0791625", date(2009, 3, 20)).filing_date
    '2009-03-20'
    """
    match = ORIGINATOR.match(text)
    if not match:
        return None
    day = _squeezed(match[4]) if match[4] else None
    clock = match[5].replace(" ", "") if match[5] else None
    return OriginatorLine(
        " ".join(text.split()),
        match[1],
        int(match[2]),
        int(match[3]) if match[3] else None,
        None,
        day,
        f"{clock[:2]}:{clock[2:]}" if clock else None,
        _filed(day, sent),
    )


def _filed(day: int | None, sent: date | None) -> str | None:
    if not day or not sent or day > 366:  # noqa: PLR2004 - days of a year
        return None
    return (date(sent.year, 1, 1) + timedelta(days=day - 1)).isoformat()


def security(text: str) -> SecurityLine | None:
    """Format line 4.

    >>> security("ZNY CCCCC ZZH").classification
    'CONFIDENTIAL'
    """
    match = SECURITY.match(text)
    if not match:
        return None
    letters = match[2].replace(" ", "")
    return SecurityLine(
        " ".join(text.split()),
        match[1].replace(" ", ""),
        letters,
        LETTERS.get(letters[0]) if len(set(letters[:5])) == 1 else None,
        tuple(match[3].split()),
    )


def group(text: str) -> DateTimeGroup | None:
    """Format line 5, the date-time group.

    >>> group("P 161942Z APR 09").iso
    '2009-04-16T19:42Z'
    """
    match = GROUP.match(text)
    month = match and MONTHS.get(match["mon"].replace(" ", "").lower())
    if not match or not month:
        return None
    marks = tuple(PRECEDENCE[p.upper()] for p in (match["p1"], match["p2"]) if p)
    year = century(_squeezed(match["y"]))
    numbers = (month, *(_squeezed(match[part]) for part in "dhm"))
    return DateTimeGroup(" ".join(text.split()), _iso(year, numbers), marks)


def _iso(year: int, numbers: tuple[int, ...]) -> str | None:
    month, day, hour, minute = numbers
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC).strftime("%Y-%m-%dT%H:%MZ")
    except ValueError:  # the 32nd of a month and the like
        return None


def sent_on(found: DateTimeGroup | None) -> date | None:
    """The day of the date-time group.

    >>> sent_on(group("P 161942Z APR 09"))
    datetime.date(2009, 4, 16)
    """
    return date.fromisoformat(found.iso[:10]) if found and found.iso else None
