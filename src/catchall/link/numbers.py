"""Numbers and quantities in prose. In: text; out: value, unit and place.

Figures, number words, dozens; a sum of money, a share, a year or a number that counts
paragraphs is no quantity.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from catchall.link.vocabulary import table, words

_WORDS: dict[str, int] = {word: int(value) for word, value in table("dates")["numbers"].items()}
_WORD = "|".join(sorted((w for w in _WORDS if w != "zero"), key=len, reverse=True))
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORD})(?:[\s-](?:{_WORD})s?)*)"
)
_UNITS = {form: unit for unit, forms in table("goods")["units"].items() for form in forms}
_UNIT = "|".join(re.escape(form) for form in sorted(_UNITS, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?<![\w$\u20ac\u00a3.,/-])({NUMBER})(?:\s(?P<scale>million|thousand))?"
    rf"(?:[\s-](?P<unit>{_UNIT})\b\.?)?(?![\w%])(?!-\w)",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"(?:\b(?:paragraphs?|paras?|refs?|type|model|grade|category|annex|part|"
    r"chapter|article|section|item|"
    r"no\.?|number|page|line|mod|resolution|UNSCR|version|phase|(?-i:USD|EUR|GBP|"
    r"MYR|JPY|CNY|KRW|INR|CHF|RMB|SEK|NOK|DKK|AED|TRY))|[$#\u20ac\u00a3])\s*$",
    re.IGNORECASE,
)
_PART_OF = re.compile(rf"\b{NUMBER}\sof\s(?:the|these|those|its)\s$", re.IGNORECASE)
_MONEY_AFTER = re.compile(
    r"\s*(?:million |billion )?(?:won|yen|euros?|dollars?|rubles?|pounds sterling|"
    r"percent|per cent|"
    r"dinars?|ringgit|rupees|kronor|francs|years?|months?|weeks?|days?|hours?|"
    r"times|governments?|"
    r"cases?|countries|occasions|officers?|firms|companies|persons|people|requests|"
    r"letters|examples?)\b",
    re.IGNORECASE,
)
_CURRENCY_WORDS = {
    "won": "KRW",
    "yen": "JPY",
    "euro": "EUR",
    "euros": "EUR",
    "ringgit": "MYR",
    "rupees": "INR",
}
_MONEY = re.compile(
    rf"(?P<code>[A-Z]{{3}}|US\$|\$|\u20ac|\u00a3)\s?(?P<value>\d[\d,.]*\d|"
    rf"\d)(?:\s(?P<scale>million|thousand|billion))?|"
    rf"\b(?P<value2>{NUMBER})(?:\s(?P<scale2>million|thousand|"
    rf"billion))?\s(?P<word>won|yen|euros?|dollars|ringgit|rupees)\b",
)
_THOUSAND = 1000
_SIGNS = {"$": "USD", "US$": "USD", "\u20ac": "EUR", "\u00a3": "GBP", "dollars": "USD"}
_CODES = words("dates", "currencies")


@dataclass(frozen=True)
class Quantity:
    """A number with its unit ("" = pieces, not said) and where it stands."""

    value: float | int
    unit: str | None
    start: int
    end: int
    unit_written: str | None = None


@dataclass(frozen=True)
class Money:
    """A sum with its currency (ISO 4217) and where it stands."""

    value: float | int
    currency: str
    start: int
    end: int
    as_written: str


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value


@cache
def value_of(text: str) -> float | int | None:
    """What number is this? None when it is none.

    >>> value_of("twenty-four"), value_of("2,000"), value_of("three dozen"), value_of("1.5")
    (24, 2000, 36, 1.5)
    """
    plain = text.replace(",", "").strip().casefold()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return _whole(float(plain))
    total, current = 0, 0
    for word in re.split(r"[\s-]+", plain):
        number = _WORDS.get(word, _WORDS.get(word.removesuffix("s")))
        if number is None:
            return None
        if number >= _THOUSAND:
            total, current = total + max(current, 1) * number, 0
        elif word.startswith(("hundred", "dozen")):
            current = max(current, 1) * number
        else:
            current += number
    return total + current


@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity that counts or measures something.

    >>> [(q.value, q.unit) for q in quantities("12 metric tons of acid and two pumps in 2008")]
    [(12, 'metric tons'), (2, None)]
    """
    found = []
    for match in _QUANTITY.finditer(text):
        value = value_of(match[1])
        written = match["unit"]
        if value is None or _PART_OF.search(text[: match.start()][-30:]):
            continue
        if _NO_COUNT.search(text[: match.start()][-20:]):
            continue
        if not written and (
            _MONEY_AFTER.match(text, match.end()) or re.fullmatch(r"(?:19|20)\d\d", match[1])
        ):
            continue
        scale = {"million": 1_000_000, "thousand": 1000}.get((match["scale"] or "").lower(), 1)
        unit = _UNITS.get(written.lower()) if written else None
        found.append(Quantity(_whole(value * scale), unit, match.start(), match.end(), written))
    return tuple(found)


def sums(text: str) -> list[Money]:
    """Every sum of money.

    >>> sums("about MYR 30,000 or 10 million won")[1].value
    10000000
    """
    found = []
    for match in _MONEY.finditer(text):
        code = match["code"] or match["word"]
        currency = _SIGNS.get(code) or _CURRENCY_WORDS.get(code) or code
        value = value_of((match["value"] or match["value2"]).rstrip(".,"))
        if currency not in _CODES or value is None:
            continue
        scale = {"million": 10**6, "thousand": 1000, "billion": 10**9}.get(
            match["scale"] or match["scale2"] or "", 1
        )
        found.append(
            Money(_whole(value * scale), currency, match.start(), match.end(), match[0])
        )
    return found
