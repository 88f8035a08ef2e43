"""A share of ownership as written -> percent. In: one cell; out: an exact number, or None.

Which share matters is law and stands in the lawbook. A cell that can be read in two ways is
refused, never guessed: ``0.6`` is 60 % in a workbook that shows percent, and 0.6 % elsewhere.
"""

import re
from decimal import Decimal

WHOLE = Decimal(100)
UNKNOWN = frozenset(("", "?", "unknown", "not known", "not given", "undisclosed"))
WRITE = "write the % sign (a workbook stores 60 % as 0.6)"
_FORM = re.compile(r"(-?)([0-9]{1,9}(?:[.,][0-9]{1,20})?)\s*(%|percent|per cent|pct)?")


def read_share(text: str) -> Decimal | None:
    """How many percent does the cell say? None where it says that the share is not known.

    >>> read_share("33,4 %"), read_share("25"), read_share("unknown")
    (Decimal('33.4'), Decimal('25'), None)

    Raises:
        ValueError: it is no share from 0 to 100, or can be read in two ways; says which.
    """
    cell = " ".join(text.split()).casefold()
    if cell in UNKNOWN:
        return None
    form = _FORM.fullmatch(cell)
    if not form:
        raise ValueError("is no number of percent; leave it empty where it is not known")
    sign, digits, unit = form.groups()
    share = Decimal(digits.replace(",", "."))
    problems = (
        (bool(sign), "is negative"),
        (share > WHOLE, "is over 100 percent"),
        (not unit and 0 < share <= 1, f"may mean {share} % or {share * 100} %: {WRITE}"),
    )
    for wrong, problem in problems:
        if wrong:
            raise ValueError(problem)
    return share
