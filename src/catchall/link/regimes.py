"""Control regimes and lists of law that prose cites. In: text; out: which, and where."""

import re

from catchall.link.vocabulary import table

_REGIMES = tuple(
    (name, re.compile(pattern)) for name, pattern in table("regimes")["regimes"].items()
)


def regimes_in(text: str) -> list[tuple[str, int, int]]:
    """The regimes a text names, each with its place.

    >>> regimes_in("under the MTCR")
    [('Missile Technology Control Regime', 10, 14)]
    """
    found = [(name, *m.span()) for name, pattern in _REGIMES for m in pattern.finditer(text)]
    return sorted(found, key=lambda row: row[1])
