"""Cities and countries in prose. In: text; out: names, country codes and places.

The cities are a list of public place names (``places.yaml``); countries are those of
``catchall.text.countries``, their usual short names, and the words for what is of a country.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import pycountry

from catchall.link.vocabulary import table
from catchall.text.countries import country_name


@dataclass(frozen=True)
class Place:
    """A place word: city, country or demonym; a ``capital`` may stand for its government."""

    name: str
    country: str
    kind: str
    start: int
    end: int
    capital: bool = False


@cache
def cities() -> dict[str, tuple[str, bool]]:
    """City -> (country, is a capital).

    >>> cities()["Jebel Ali"]
    ('AE', False)
    """
    found: dict[str, tuple[str, bool]] = {}
    for code, line in table("places").items():
        for name in line.split(","):
            city = name.strip()
            found.setdefault(city.rstrip("*"), (code, city.endswith("*")))
    return found


def _listed(key: str) -> dict[str, str]:
    rows = table("demonyms")[key]
    return {word.strip(): code for code, line in rows.items() for word in line.split(",")}


@cache
def countries() -> dict[str, str]:
    """Country name -> code, as prose writes it.

    >>> countries()["North Korea"], countries()["Sweden"]
    ('KP', 'SE')
    """
    named = {
        country.name: country.alpha_2
        for country in pycountry.countries
        if "," not in country.name
    }
    short = {country_name(country.alpha_2): country.alpha_2 for country in pycountry.countries}
    left_out = set(table("demonyms")["not_countries"])
    return {
        k: v for k, v in {**named, **short, **_listed("countries")}.items() if k not in left_out
    }


@cache
def demonyms() -> dict[str, str]:
    """Word for what is of a country -> code.

    >>> demonyms()["Dutch"]
    'NL'
    """
    return _listed("demonyms")


@cache
def _known() -> dict[str, tuple[str, str, bool]]:
    rows = {name: ("demonym", code, False) for name, code in demonyms().items()}
    rows |= {name: ("city", code, capital) for name, (code, capital) in cities().items()}
    return rows | {name: ("country", code, False) for name, code in countries().items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_known(), key=len, reverse=True)
    return re.compile(
        r"(?<![\w.-])(?=[A-Z])(?:" + "|".join(map(re.escape, names)) + r")(?![\w])"
    )


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Place, ...]:
    """Which places does the text name, in order?

    >>> [(p.name, p.country, p.kind) for p in find("a Syrian firm moved it to Penang in Iran")]
    [('Syrian', 'SY', 'demonym'), ('Penang', 'MY', 'city'), ('Iran', 'IR', 'country')]
    """
    found = []
    for match in _pattern().finditer(text):
        kind, code, capital = _known()[match[0]]
        found.append(Place(match[0], code, kind, match.start(), match.end(), capital))
    return tuple(found)


def country_of(word: str) -> str | None:
    """Which country does this word say: a country, a demonym or a city?

    >>> country_of("Swiss"), country_of("Dubai"), country_of("Blue")
    ('CH', 'AE', None)
    """
    row = _known().get(word.removesuffix("'s").removesuffix("\u2019s"))
    return row[1] if row else None
