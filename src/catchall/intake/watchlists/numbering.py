"""Numbers for the records of a list that gives none.

In: what tells the records apart; out: a number.
"""

from collections.abc import Container


def numbered(known: Container[str], number: str, *more: str) -> str:
    """Which number does the record have, that none of ``known`` has?

    ``number`` says what stays when the list is amended (country and name); each of ``more`` is
    added only where the list repeats it. The very same record again gets a star.

    >>> numbered({"Iran/Test"}, "Iran/Test", "", "1 Road"), numbered((), "Iran/Test", "x")
    ('Iran/Test (1 Road)', 'Iran/Test')
    """
    for told in more:
        if number in known and told:
            number = f"{number} ({told})"
    while number in known:
        number += "*"
    return number
