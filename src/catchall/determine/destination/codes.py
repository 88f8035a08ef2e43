"""Numbers of control lists and what they take in. In: numbers; out: an answer in three values.

``1C350`` takes in ``1C350.1``; ``1C107.a`` lies in ``1C107`` only in part. No list stands here.
"""

from collections.abc import Iterable

from catchall.law import tree
from catchall.records import Answer


def under(code: str, said: str) -> bool:
    """Is the number the one said, or below it?

    >>> under("1C350.1", "1C350"), under("1C350.11", "1C350.1"), under("1C107", "1C107.a")
    (True, False, False)
    """
    return code == said or (code.startswith(said) and code[len(said)] in ".-")


def among(code: str, listed: Iterable[str]) -> Answer:
    """Is the number among those listed? UNKNOWN where only a part of it is.

    >>> among("1C003.b", ["1C003.b"]), among("1C003", ["1C003.b"]), among("1C004", ["1C003.b"])
    (<Answer.YES: 'yes'>, <Answer.UNKNOWN: 'unknown'>, <Answer.NO: 'no'>)
    """
    numbers = tuple(listed)
    if any(under(code, said) for said in numbers):
        return Answer.YES
    return Answer.UNKNOWN if any(under(said, code) for said in numbers) else Answer.NO


def any_among(codes: Iterable[str], listed: Iterable[str]) -> Answer:
    """Is one of the numbers among those listed?"""
    numbers = tuple(listed)
    return tree.either(among(code, numbers) for code in codes)


def section(code: str) -> str:
    """The letter of the section of a number: ``D`` software, ``E`` technology, "" if none.

    >>> section("5D002.c.1"), section("EU-ML8.a")
    ('D', '')
    """
    return code[1] if code[:1].isdigit() and code[1:2].isalpha() else ""
