"""An address in one spelling, to see whether two are the same place. In: text; out: a key.

Only full addresses compare: a number, a street and a town. Finding near addresses does not
belong here.
"""

import re
from functools import cache, lru_cache

from catchall.text import normal
from catchall.text.countries import country_code

_NOISE = """
    no number nr num street st str road rd avenue ave av lane ln boulevard blvd highway hwy ul
    ulitsa prospekt pr floor fl flr room rm unit suite ste flat apt apartment building bldg
    block blk plot office house lot door the of and at in near opposite opp behind p o po box
    pobox district dist city town province region state county republic oblast obl area zone
    phase sector cad cadde caddesi sk sok sokak mah mahallesi jalan jl rua calle via weg
    strasse strase
    """
_WORD, _FEWEST_WORDS = 3, 2
_POSTCODE = re.compile(r"[a-z]{0,2}\d{5,7}")


@cache
def _noise() -> frozenset[str]:
    return frozenset(_NOISE.split())


def _without_country(found: list[str]) -> list[str]:
    for size in range(min(6, len(found) - 1), 0, -1):
        if country_code(" ".join(found[-size:])):
            return found[:-size]
    return found


@lru_cache(maxsize=65536)
def address_key(text: str) -> str:
    """The words of an address that place it, sorted; ``""`` where it is not a full address.

    >>> address_key("No. 14, Marble Road, Izmir, Turkey") == address_key("14 MARBLE RD IZMIR")
    True
    >>> address_key("P.O. Box 1234, Dubai")
    ''
    """
    found = _without_country(normal.fold(text).split())
    kept = {word for word in found if word not in _noise() and not _POSTCODE.fullmatch(word)}
    named = sum(1 for word in kept if word.isalpha() and len(word) >= _WORD)
    numbered = any(word[:1].isdigit() for word in kept)
    return " ".join(sorted(kept)) if named >= _FEWEST_WORDS and numbered else ""
