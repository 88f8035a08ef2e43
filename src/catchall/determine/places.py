"""Which country does a port lie in? In: a port as filed; out: ISO alpha-2, or "" for unknown.

The ports themselves are a dated value of the lawbook, handed in.
"""

import re
from collections.abc import Mapping

from catchall.text.countries import country_code
from catchall.text.normal import fold

LONGEST = 4
"""Most words in the name of a port."""

_LOCODE = re.compile(r"([A-Z]{2}) ?[A-Z2-9]{3}")


def _by_code(port: str) -> str:
    located = _LOCODE.fullmatch(port.strip())
    return country_code(located[1]) if located else ""


def _by_part(port: str) -> str:
    parts = [part.strip() for part in re.split(r"[,()/]", port) if part.strip()]
    named = (country_code(part) or _by_code(part) for part in reversed(parts[1:]))
    return next(filter(None, named), "")


def _by_name(port: str, ports: Mapping[str, str]) -> str:
    words = fold(port).split()
    named = (
        ports.get(" ".join(words[at : at + size]), "")
        for size in range(LONGEST, 0, -1)
        for at in range(len(words) - size + 1)
    )
    return next(filter(None, named), "")


def country_of(port: str, ports: Mapping[str, str]) -> str:
    """The country of a port named alone, with its country, or by its UN/LOCODE.

    A name that is held comes before a code: five capital letters are often a town (GENOA is
    no place in Georgia).

    >>> country_of("Koper, Slovenia", {}), country_of("AEJEA", {}), country_of("Somewhere", {})
    ('SI', 'AE', '')
    >>> country_of("Port of Koper", {"koper": "SI"})
    'SI'
    """
    held = ports.get(fold(port), "")
    found = country_code(port) or held or _by_code(port) or _by_part(port)
    return found or _by_name(port, ports)
