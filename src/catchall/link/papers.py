"""Trade papers to drafts of their fields. In: a document's text; out: fields with their place.

End-user certificates, invoices and bills of lading. The labels are data (``papers.yaml``). A
field is what stands behind its label, as written; nothing is filled in.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from catchall.link.dates import find
from catchall.link.numbers import sums
from catchall.link.vocabulary import table

_DAYS = frozenset({"date", "expiry"})
_HEAD = 1500
_TITLE = r"^[ \t]*(?:[^\n:]{{0,60}}\b)?(?:{0})\b"
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_DOTTED = re.compile(r"\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b")
_MONTHS = 12
_LINES = 4
"""Lines that one value may have below its label: a name and an address."""


@dataclass(frozen=True)
class PaperField:
    """A field: its name, the label, the words at [start, end) of the text, and their value.

    ``value`` is ISO for a date that can be read in one way only, a sum with its currency for
    an amount, else None: the words stand.
    """

    name: str
    label: str
    text: str
    start: int
    end: int
    value: str | None = None


@cache
def _titles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    flags = re.IGNORECASE | re.MULTILINE
    return tuple(
        (kind, re.compile(_TITLE.format("|".join(words)), flags))
        for kind, words in table("papers")["kinds"].items()
    )


@cache
def _labels() -> tuple[dict[str, str], re.Pattern[str]]:
    """Every label with its field, and the pattern that finds one where a label can stand."""
    names = {word: name for name, said in table("papers")["fields"].items() for word in said}
    words = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    pattern = (
        r"(?:^|\t|\|| {2,})[ \t]*(?:\(?(?:\d{1,2}|[a-z])[.)][ \t]*)?"
        rf"(?P<label>{words})\.?(?:[ \t]*\([^)\n]{{0,40}}\))?[ \t]*(?P<sign>[:\uff1a]|\t|\||$)"
    )
    return names, re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def kind_of(text: str) -> str | None:
    r"""Is this an end-user certificate, an invoice or a bill of lading? None when it is none.

    >>> kind_of("EXERCISE\nCOMMERCIAL INVOICE\nNo: 7")
    'invoice'
    """
    found = [
        (match.start(), kind)
        for kind, title in _titles()
        if (match := title.search(text[:_HEAD]))
    ]
    return min(found)[1] if found else None


def day(text: str) -> str | None:
    """The date in these words, ISO; None when there is none, or it can be read in two ways.

    >>> day("14.03.2026"), day("03/04/2026"), day("7 May 2026")
    ('2026-03-14', None, '2026-05-07')
    """
    if match := _ISO.search(text):
        return _real(*map(int, match.groups()))
    if match := _DOTTED.search(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or first > _MONTHS or first == second:
            return _real(year, second, first)
        return _real(year, first, second) if second > _MONTHS else None
    said = next((one for one in find(text, None) if one.precision == "day"), None)
    return said.value if said else None


def _real(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _value(name: str, words: str) -> str | None:
    if name in _DAYS:
        return day(words)
    money = sums(words) if name == "value" else []
    return f"{money[0].value} {money[0].currency}" if money else None


def _below(text: str, at: int, stop: int) -> int:
    """Where the lines below a label end: at a blank line, at the next label, or after four."""
    end = at
    for _ in range(_LINES):
        after = text.find("\n", end + 1)
        line_end = min(after if after >= 0 else len(text), stop)
        if not text[end:line_end].strip():
            break
        end = line_end
        if end == stop:
            break
    return end


def _field(text: str, match: re.Match[str], stop: int) -> PaperField | None:
    """The field behind a label; ``stop`` is where the next label begins."""
    line = text.find("\n", match.end())
    end = min(line if line >= 0 else len(text), stop)
    if not text[match.end() : end].strip():
        end = _below(text, end, stop)
    words = text[match.end() : end]
    start = match.end() + len(words) - len(words.lstrip(" \t\n|"))
    shown = text[start:end].rstrip(" \t\n|")
    if not shown:
        return None
    name = _labels()[0][match["label"].lower()]
    return PaperField(
        name, match["label"], shown, start, start + len(shown), _value(name, shown)
    )


def _undertakings(text: str) -> list[PaperField]:
    found = []
    for name, patterns in table("papers")["undertakings"].items():
        match = re.search("|".join(patterns), text, re.IGNORECASE)
        if match:
            start = max(text.rfind(mark, 0, match.start()) for mark in (". ", "\n\n", ";")) + 1
            start += len(text[start:]) - len(text[start:].lstrip())
            ends = (text.find(mark, match.end()) for mark in (".", "\n\n", ";"))
            end = min((at for at in ends if at >= 0), default=len(text))
            found.append(PaperField(name, "", text[start:end], start, end, "yes"))
    return found


def fields(text: str) -> list[PaperField]:
    r"""Every field of the paper that has a label, in order, and the undertakings it gives.

    >>> [(f.name, f.text) for f in fields("Seller: Invented Ltd\nVessel: Exercise")]
    [('seller', 'Invented Ltd'), ('vessel', 'Exercise')]
    """
    matches = list(_labels()[1].finditer(text))
    stops = [*(match.start() for match in matches[1:]), len(text)]
    found = [_field(text, m, stop) for m, stop in zip(matches, stops, strict=True)]
    return [one for one in found if one] + _undertakings(text)


def as_dict(text: str) -> dict[str, Any] | None:
    """The paper as JSON: its kind and fields, each with its words; None when it is none."""
    kind = kind_of(text)
    if kind is None:
        return None
    return {
        "kind": kind,
        "fields": [
            {
                "field": one.name,
                "label": one.label,
                "value": one.value,
                "evidence": {"span": [one.start, one.end], "text": one.text},
                "rule": "label" if one.label else "undertaking",
            }
            for one in fields(text)
        ],
    }
