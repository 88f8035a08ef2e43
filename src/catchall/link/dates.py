"""Dates in prose. In: text and the date of the message; out: dates with precision and place.

``value`` is ISO, cut to what is said. A year that is not written is the one that puts the date
nearest to the message, and the precision says so (``day_year_inferred``). The words "may" and
"we" are no months: a month counts with a capital letter only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from catchall.dates import MONTHS
from catchall.link.vocabulary import table

_LONG = [name.capitalize() for name in MONTHS]
_M = (
    r"(?P<{0}>(?:"
    + "|".join(sorted([*_LONG, *map(str.upper, _LONG)], key=len, reverse=True))
    + r")\b)\.?"
)
_D = r"(?P<{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:.]\d)"
_Y = r"(?P<{0}>(?:19|20)\d\d)\b(?!-\d)"
_TO = r"(?:\s?[-\u2013]\s?|\s(?:to|through|until)\s)"
_AND = r"\sand\s"
_ORDINALS = {word: int(number) for word, number in table("dates")["ordinals"].items()}
_ORD = "|".join(_ORDINALS)
_BARE = "(?:" + "|".join(_LONG) + r")\b\.?"
_SHARED = re.compile(rf"(?:, {_BARE})*,? (?:and|or) {_BARE} (?P<y>(?:19|20)\d\d)\b")
_QUALIFIER = re.compile(
    r"(?:\b(early|mid|late|beginning|end|start|middle|spring|summer|autumn|fall|"
    r"winter|first half|second half|around|about)"
    r"(?: of| in)?(?: the)?[\s-](?:of )?)$",
    re.IGNORECASE,
)
_QUARTER_MONTHS, _MOST_DAYS_APART, _SAME_MONTH = 3, 400, 16


@dataclass(frozen=True)
class DateFound:
    """A date of the text: ``value`` and ``end`` ISO, and its [start, stop) in the text."""

    value: str
    precision: str
    start: int
    stop: int
    end: str | None = None
    qualifier: str | None = None
    relative_to: str | None = None


def _nearest_year(month: int, day: int, anchor: date, side: int = 0) -> int | None:
    """The year nearest to the message; ``side`` -1: before it ("last May"), 1: after it."""

    def far(year: int) -> int:
        try:
            away = (date(year, month, day) - anchor).days
            wrong = (side < 0 and away > -_SAME_MONTH) or (side > 0 and away < 0)
            return _MOST_DAYS_APART * 2 if wrong else abs(away)
        except ValueError:
            return _MOST_DAYS_APART

    return min((anchor.year, anchor.year - 1, anchor.year + 1), key=far)


def _iso(year: int, month: int, day: int | None) -> str | None:
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _side(match: re.Match[str]) -> int:
    first = match[0].split()[0].lower()
    return {"last": -1, "next": 1}.get(first, 0)


def _shared_year(text: str, end: int) -> str | None:
    """The year that a month shares with the one named behind it ("June and July 2008")."""
    match = _SHARED.match(text, end)
    return match["y"] if match else None


def _dated(match: re.Match[str], anchor: date) -> DateFound | None:
    """A month with a day or a year, and perhaps a second one that ends a range."""
    got = match.groupdict()
    month = MONTHS[got["m"].lower()]
    day = int(got["d"]) if got.get("d") else None
    written = got.get("y") or got.get("y2") or _shared_year(match.string, match.end())
    year = int(written) if written else _nearest_year(month, day or 15, anchor, _side(match))
    if year is None:
        return None
    value = _iso(year, month, day)
    kind = ("day" if day else "month") + ("" if written else "_year_inferred")
    end_month = MONTHS[got["m2"].lower()] if got.get("m2") else month
    end_day = int(got["d2"]) if got.get("d2") else None
    end = None
    if got.get("d2") or got.get("m2"):
        end = _iso(year + (end_month < month), end_month, end_day)
    return DateFound(value, kind, match.start(), match.end(), end) if value else None


def _year(match: re.Match[str], _anchor: date) -> DateFound:
    return DateFound(
        match["y"], "year", match.start("y"), match.end(), match.groupdict().get("y2")
    )


def _quarter(match: re.Match[str], anchor: date) -> DateFound:
    word = match["q"].lower()
    number = _ORDINALS.get(word) or int(word[-1])
    year = match["y"] or str(anchor.year)
    first = (number - 1) * _QUARTER_MONTHS + 1
    last = f"{year}-{first + _QUARTER_MONTHS - 1:02}"
    kind = "month" if match["y"] else "month_year_inferred"
    return DateFound(
        f"{year}-{first:02}", kind, match.start(), match.end(), last, match[0].split(" of ")[0]
    )


def _iso_day(match: re.Match[str], _anchor: date) -> DateFound | None:
    value = _iso(int(match["y"]), int(match["m"]), int(match["d"]))
    return DateFound(value, "day", match.start(), match.end()) if value else None


def _relative_year(match: re.Match[str], anchor: date) -> DateFound:
    year = anchor.year + {"last": -1, "this": 0, "next": 1}[match["w"].lower()]
    return DateFound(str(year), "year_inferred", match.start(), match.end())


def _relative_month(match: re.Match[str], anchor: date) -> DateFound:
    step = {"last": -1, "this": 0, "next": 1}[match["w"].lower()]
    months = anchor.year * 12 + anchor.month - 1 + step
    return DateFound(
        f"{months // 12}-{months % 12 + 1:02}",
        "month_year_inferred",
        match.start(),
        match.end(),
    )


_Form = tuple[re.Pattern[str], Callable[[re.Match[str], date], DateFound | None]]


def _form(
    pattern: str, reading: Callable[[re.Match[str], date], DateFound | None], flags: int = 0
) -> _Form:
    for name in ("m", "m2", "d", "d2", "y", "y2"):
        pattern = pattern.replace(
            f"<<{name}>>", {"m": _M, "d": _D, "y": _Y}[name[0]].format(name)
        )
    return re.compile(pattern, flags), reading


_FORMS: tuple[_Form, ...] = (
    _form(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso_day),
    _form(rf"\b<<m>> <<d>>(?:,? <<y>>)?{_TO}<<m2>> <<d2>>(?:,? <<y2>>)?\b", _dated),
    _form(rf"(?<=\bbetween )<<m>> <<d>>{_AND}(?:<<m2>> )?<<d2>>(?:,? <<y2>>)?\b", _dated),
    _form(rf"(?<=\bbetween )<<m>>(?: <<y>>)?{_AND}<<m2>> <<y2>>", _dated),
    _form(rf"\b<<m>> <<d>>{_TO}<<d2>>(?![\w-])(?:,? <<y>>)?", _dated),
    _form(rf"\b<<d>>{_TO}<<d2>> (?:of )?<<m>>(?:,? <<y>>)?", _dated),
    _form(
        rf"\b<<d>> (?:of )?<<m>>(?:,? <<y>>)?{_TO}<<d2>> (?:of )?<<m2>>(?:,? <<y2>>)?", _dated
    ),
    _form(r"\b<<d>> (?:of )?<<m>>(?:,? <<y>>)?", _dated),
    _form(r"\b<<m>> <<d>>\b(?![,.]\d)(?:,? <<y>>)?", _dated),
    _form(rf"\b<<m>>(?: <<y>>)?{_TO}<<m2>> <<y2>>", _dated),
    _form(r"\b<<m>>,?(?: of)? <<y>>", _dated),
    _form(
        rf"\b(?P<q>{_ORD}) quarter(?: of (?:<<y>>|(?:this|the) year))?", _quarter, re.IGNORECASE
    ),
    _form(r"\b(?P<q>Q[1-4])[ /,-]+<<y>>", _quarter),
    _form(
        r"\b(?:in|since|until|by|of|during|late|early|mid-?|last|from|for|and|half "
        r"of|before|after|through|this|next|middle of|"
        r"end of|beginning of|again in|around)[ -]<<m>>(?! \d|\w)",
        _dated,
    ),
    _form(r"(?<=\bbetween )<<y>>\sand\s<<y2>>", _year),
    _form(r"(?<=\b\d\d\d\d (?:and) )<<y>>(?![\w-])", _year),
    _form(
        r"\b(?:in|since|until|by|from|between|through) <<y>>" + _TO + r"<<y2>>(?![\w-])", _year
    ),
    _form(
        r"\b(?:in|since|until|by|of|during|late|early|mid|from|after|before|for|"
        r"back|year|the end|summer|autumn|spring|"
        r"winter|fall)[ -](?:of )?<<y>>(?! [a-z]+ (?:of|case)|/|\d)(?!,\d)",
        _year,
    ),
    _form(r"\b(?P<w>last|this|next) year\b", _relative_year, re.IGNORECASE),
    _form(r"\b(?P<w>last|this|next) month\b", _relative_month, re.IGNORECASE),
)
_NEXT_DAY = re.compile(r"\b(?:the )?(next|following) day\b|\ba day later\b", re.IGNORECASE)


def _with_words(found: DateFound, text: str) -> DateFound:
    before = _QUALIFIER.search(text[: found.start][-24:])
    inside = _QUALIFIER.search(re.sub(r"\S+$", "", text[found.start : found.stop]))
    words = before or inside
    return (
        replace(found, qualifier=words[1].lower()) if words and not found.qualifier else found
    )


def _tight(found: DateFound, text: str) -> DateFound:
    """Without the preposition that only shows that it is a date."""
    month = re.search(_M.format("m") + r"$", text[found.start : found.stop])
    if found.precision == "month_year_inferred" and month and not found.end:
        return replace(found, start=found.start + month.start())
    return found


def _relatives(text: str, found: list[DateFound]) -> Iterator[DateFound]:
    for match in _NEXT_DAY.finditer(text):
        before = [d for d in found if d.stop <= match.start() and d.precision.startswith("day")]
        if before:
            value = (date.fromisoformat(before[-1].value) + timedelta(days=1)).isoformat()
            yield DateFound(
                value, before[-1].precision, *match.span(), relative_to=before[-1].value
            )


_DAY_BEHIND = re.compile(
    r" and (?P<d>[12]?\d|3[01])(?=[,.;)]| (?:to|in|at|with|and|the|by)\b|$)"
)
_DAY_BEFORE = re.compile(r"\b(?:on|of|from) (?P<d>[12]?\d|3[01]) and $")


def _second_days(text: str, found: list[DateFound]) -> Iterator[DateFound]:
    """The other day of "May 5 and 7" or "12 and 13 May"."""
    for said in found:
        pair = (_DAY_BEHIND.match(text, said.stop), _DAY_BEFORE.search(text[: said.start]))
        for match in pair:
            if match and said.precision.startswith("day") and not said.end:
                value = _iso(int(said.value[:4]), int(said.value[5:7]), int(match["d"]))
                if value:
                    yield replace(
                        said, value=value, start=match.start("d"), stop=match.end("d")
                    )


@lru_cache(maxsize=1024)
def find(text: str, anchor: date | None) -> tuple[DateFound, ...]:
    """Which dates does the text say, in order? ``anchor`` is the date of the message.

    >>> found = find("On Jan. 6 it left; since late 2007", date(2009, 1, 14))
    >>> [(d.value, d.precision) for d in found]
    [('2009-01-06', 'day_year_inferred'), ('2007', 'year')]
    """
    taken: list[tuple[int, int]] = []
    found: list[DateFound] = []
    for pattern, reading in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            got = reading(match, anchor or date(1, 1, 1))
            taken.append(match.span())  # a day that does not exist is not read as its month
            if got is None or (anchor is None and "inferred" in got.precision):
                continue
            found.append(_with_words(_tight(got, text), text))
    found.sort(key=lambda d: d.start)
    return tuple(
        sorted(
            [*found, *_second_days(text, found), *_relatives(text, found)],
            key=lambda d: d.start,
        )
    )
