"""What one value must be. In: a value as JSON gives it; out: it cleaned, or an error.

No value is a float: decimals are text. A country is an ISO alpha-2 code as in shipments, a
government three capitals as in markings.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import pycountry

from catchall.errors import MarkingError
from catchall.marking import parse

TEXT, LONG_TEXT, LIST, UNIT = 500, 100_000, 1_000, 40
"""Bounds: characters of a text and of a long text, members of a list, characters of a unit."""
DEEP = 12
"""Levels of the deepest JSON."""
WHOLE = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly."""
KOSOVO = "XK", "XKX", "XKS"
"""Codes in use for Kosovo, which ISO 3166 does not list."""
UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
DECIMAL = r"(0|[1-9][0-9]{0,29})(\.[0-9]{1,18})?$"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
INSTANT = f"^{DAY}T{TIME}(Z|[+-][0-9]{{2}}:[0-9]{{2}})$"
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of surrogate pairs: no database keeps them all."""
IN_LINES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""The same without tab and line ends."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A type of value: what it is, what to do about a wrong one, its schema, its reader."""

    says: str
    advice: str
    schema: Callable[[], Mapping[str, Any]]
    read: Callable[[Any], Any]


def written(value: Any, longest: int, control: re.Pattern[str] = CONTROL) -> str:
    """The text without blanks around it; the error says what is wrong with it."""
    if not isinstance(value, str):
        raise TypeError(f"is {named(value)}, not text")
    if len(value) > longest:
        raise ValueError(f"has {len(value)} characters, more than {longest}")
    if bad := control.search(value):
        raise ValueError(f"holds the control character U+{ord(bad[0]):04X}")
    tidy = value.strip(" \t\n\r\ufeff").strip()
    if not tidy:
        raise ValueError("is blank")
    return tidy


def named(value: Any) -> str:
    """The sort of a JSON value in a word or two.

    >>> named(1.5), named(None), named([])
    ('a number with a point', 'null', 'a list')
    """
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, Mapping):
        return "an object"
    sorts = {str: "text", int: "a whole number", float: "a number with a point"}
    return sorts.get(type(value), "a list")


def text(value: Any) -> str:
    """A line of text."""
    return written(value, TEXT)


def unit(value: Any) -> str:
    """A unit of measure."""
    return written(value, UNIT)


def long_text(value: Any) -> str:
    """Text of many lines; line ends become one newline."""
    return written(value, LONG_TEXT, IN_LINES).replace("\r\n", "\n").replace("\r", "\n")


def shaped(pattern: str, what: str) -> Callable[[Any], str]:
    """A reader of text that must match the whole pattern."""

    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise TypeError(f"is {named(value)}, not text")
        if not re.fullmatch(pattern, value):
            raise ValueError(f"is not {what}")
        return value

    return read


def day(value: Any) -> str:
    """A day of the calendar as ISO text."""
    found = shaped(DAY, "a day")(value)
    date.fromisoformat(found)
    return found


def instant(value: Any) -> str:
    """A moment with its offset from UTC."""
    found = shaped(INSTANT, "a moment with its offset")(value)
    datetime.fromisoformat(found)
    return found


def flag(value: Any) -> bool:
    """True or false, never a word or a number."""
    if not isinstance(value, bool):
        raise TypeError(f"is {named(value)}, not true or false")
    return value


def whole(value: Any) -> int:
    """A whole number that is not negative."""
    return within(value, 0)


@cache
def codes(kind: str) -> frozenset[str]:
    """Every code of one kind: ``country``, ``trigraph`` or ``currency``."""
    if kind == "currency":
        return frozenset(one.alpha_3 for one in pycountry.currencies)
    name = "alpha_2" if kind == "country" else "alpha_3"
    size = 2 if kind == "country" else 3
    own = {code for code in KOSOVO if len(code) == size}
    return frozenset(getattr(one, name) for one in pycountry.countries) | own


def coded(kind: str, what: str) -> Callable[[Any], str]:
    """A reader of one of the codes of a kind."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in codes(kind):
            raise ValueError(f"is not {what}")
        return value

    return read


def marking(value: Any) -> str:
    """A marking that the desk can read."""
    found = written(value, TEXT)
    try:
        parse(found, strict=True)
    except MarkingError as error:
        raise ValueError(f"is no marking ({error})") from error
    return found


def parameters(value: Any) -> dict[str, Any]:
    """Technical parameters by name: text, whole numbers, true or false, or lists of these."""
    if not isinstance(value, Mapping):
        raise TypeError(f"is {named(value)}, not an object")
    if len(value) > LIST:
        raise ValueError(f"has {len(value)} members, more than {LIST}")
    return {written(name, TEXT): parameter(one) for name, one in value.items()}


def parameter(value: Any) -> Any:
    """One parameter; a list may not hold a list."""
    if isinstance(value, list | tuple):
        if len(value) > LIST or any(isinstance(one, list | tuple) for one in value):
            raise ValueError(f"holds a list in a list, or more than {LIST} values")
        return [parameter(one) for one in value]
    if isinstance(value, bool):
        return value
    return within(value, -WHOLE) if isinstance(value, int) else written(value, TEXT)


def json(value: Any, deep: int = 0) -> Any:
    """Whatever JSON can hold without a float, so many levels deep at most."""
    if deep > DEEP:
        raise ValueError(f"is more than {DEEP} levels deep")
    if isinstance(value, Mapping):
        return {inside(name): json(one, deep + 1) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [json(one, deep + 1) for one in value]
    if isinstance(value, str):
        return inside(value)
    if value is not None and not isinstance(value, bool):
        within(value, -WHOLE)
    return value


def inside(value: str) -> str:
    """Text inside JSON, which may be blank; ValueError when it holds a control character."""
    return written(value, LONG_TEXT, IN_LINES) and value if value.strip(" \t\n\r") else value


def within(value: Any, least: int) -> int:
    """A whole number from ``least`` to the largest that every reader of JSON keeps exactly."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"is {named(value)}, not a whole number")
    if not least <= value <= WHOLE:
        raise ValueError(f"is not between {least} and {WHOLE}")
    return value


def like(pattern: str, **more: Any) -> Callable[[], Mapping[str, Any]]:
    """The schema of text that matches a pattern."""
    return lambda: {"type": "string", "pattern": pattern, **more}


def one_of(kind: str) -> Callable[[], Mapping[str, Any]]:
    """The schema of one of the codes of a kind."""
    return lambda: {"type": "string", "enum": sorted(codes(kind))}


def lettered(longest: int) -> Callable[[], Mapping[str, Any]]:
    """The schema of text that is not blank."""
    return lambda: {"type": "string", "minLength": 1, "maxLength": longest}


def of_parameters() -> Mapping[str, Any]:
    """The schema of technical parameters."""
    plain = [
        {"type": "string", "minLength": 1, "maxLength": TEXT},
        {"type": "boolean"},
        {"type": "integer", "minimum": -WHOLE, "maximum": WHOLE},
    ]
    several = {"type": "array", "maxItems": LIST, "items": {"anyOf": plain}}
    return {
        "type": "object",
        "maxProperties": LIST,
        "additionalProperties": {"anyOf": [*plain, several]},
    }


SCALARS: Mapping[str, Scalar] = {
    "text": Scalar(
        "one line", "write at most 500 characters in one line", lettered(TEXT), text
    ),
    "long_text": Scalar(
        "text of many lines", "write at most 100,000 characters", lettered(LONG_TEXT), long_text
    ),
    "unit": Scalar("unit of measure", "write a unit as kg or pieces", lettered(UNIT), unit),
    "day": Scalar(
        "day",
        "write a day as 2026-11-28",
        like(f"^{DAY}$", format="date"),
        day,
    ),
    "instant": Scalar(
        "moment", "write a moment as 2026-11-28T09:30:00Z", like(INSTANT), instant
    ),
    "flag": Scalar("true or false", "write true or false", lambda: {"type": "boolean"}, flag),
    "whole": Scalar(
        "whole number",
        "write a whole number from 0 up",
        lambda: {"type": "integer", "minimum": 0, "maximum": WHOLE},
        whole,
    ),
    "decimal": Scalar(
        "decimal as text, not negative",
        'write it as text with a point, as "1.50"',
        like("^" + DECIMAL),
        shaped(DECIMAL, "a decimal that is not negative"),
    ),
    "signed_decimal": Scalar(
        "decimal as text",
        'write it as text with a point, as "-1.50"',
        like("^-?" + DECIMAL),
        shaped("-?" + DECIMAL, "a decimal"),
    ),
    "country": Scalar(
        "country (two capitals)",
        "write the two capitals of ISO 3166, as DE",
        one_of("country"),
        coded("country", "a country's two capitals"),
    ),
    "trigraph": Scalar(
        "government (three capitals)",
        "write the three capitals of ISO 3166, as DEU",
        one_of("trigraph"),
        coded("trigraph", "a government's three capitals"),
    ),
    "currency": Scalar(
        "currency",
        "write the three capitals of ISO 4217, as EUR",
        one_of("currency"),
        coded("currency", "a currency's three capitals"),
    ),
    "hs_code": Scalar(
        "customs code",
        "write two to fourteen digits, with points or blanks between them",
        like(r"^[0-9]{2}([. ]?[0-9]){0,12}$"),
        shaped(r"[0-9]{2}([. ]?[0-9]){0,12}", "a customs code"),
    ),
    "marking": Scalar(
        "marking", "write a marking as SECRET//NOFORN or (U)", lettered(TEXT), marking
    ),
    "hash": Scalar(
        "SHA-256",
        "write the SHA-256 in 64 small hex digits",
        like("^[0-9a-f]{64}$"),
        shaped("[0-9a-f]{64}", "a SHA-256"),
    ),
    "id": Scalar("event", "write the id of the event", like(UUID), shaped(UUID, "an id")),
    "reference": Scalar(
        "reference", "write the id of the file or thing", like(UUID), shaped(UUID, "an id")
    ),
    "confidence": Scalar(
        "Admiralty code",
        "write A to F for the source and 1 to 6 for the information, as B2",
        like("^[A-F][1-6]$"),
        shaped("[A-F][1-6]", "an Admiralty code"),
    ),
    "json": Scalar("JSON without floats", "write numbers with a point as text", dict, json),
    "parameters": Scalar(
        "parameters",
        "write an object of text, whole numbers, true or false; other numbers as text",
        of_parameters,
        parameters,
    ),
}
"""Every scalar type by its name in ``fields.yaml``."""
