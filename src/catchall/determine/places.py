"""Which country does a port lie in? In: a port as filed; out: ISO alpha-2, or "" for unknown.

The ports themselves are a dated value of the lawbook, handed in.
"""

import re
from collections.abc import Mapping

from catchall.text.countries import country_code
from catchall.text.normal import fold

_LOCODE = re.compile(r"([A-Z]{2}) ?[A-Z2-9]{3}")


def country_of(port: str, ports: Mapping[str, str]) -> str:
    """The country of a port named alone, with its country, or by its UN/LOCODE.

    >>> country_of("Koper, Slovenia", {}), country_of("AEJEA", {}), country_of("Somewhere", {})
    ('SI', 'AE', '')
    >>> country_of("Port of Koper", {"koper": "SI"})
    'SI'
    """
    if code := country_code(port):
        return code
    if (located := _LOCODE.fullmatch(port.strip())) and country_code(located[1]):
        return country_code(located[1])
    parts = [part.strip() for part in re.split(r"[,()/]", port) if part.strip()]
    for part in reversed(parts[1:]):
        if code := country_code(part):
            return code
    words = fold(port).split()
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            if code := ports.get(" ".join(words[at : at + size]), ""):
                return code
    return ""
