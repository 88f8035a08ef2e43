"""Is a general licence usable for these numbers to that country? In: its data; out: words.

What a person must still make sure of (registration, no known use of concern) is told, never
taken as given.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from catchall.determine.destination.codes import any_among, section
from catchall.law import tree
from catchall.records import Answer

Licence = Mapping[str, Any]


def covers(licence: Licence, codes: Iterable[str], never: Iterable[str]) -> Answer:
    """Does it cover the goods? ``never``: numbers that no general licence covers.

    Every number must be covered: the goods meet them all.
    """
    return tree.both(_covers(licence, code, tuple(never)) for code in codes)


def _covers(licence: Licence, code: str, never: tuple[str, ...]) -> Answer:
    listed = Answer.YES if licence.get("all") else any_among((code,), licence.get("of", ()))
    excepted = any_among((code,), (*licence.get("but", ()), *never))
    letter = section(code)
    fits = letter in licence.get("only", (letter,)) and letter not in licence.get("never", ())
    whole = Answer.YES if fits and letter else Answer.NO
    partly = any_among((code,), licence.get("part", ())) is not Answer.NO
    if whole is Answer.YES and partly:
        whole = Answer.UNKNOWN
    return tree.both((listed, tree.opposite(excepted), whole))


def reaches(licence: Licence, destinations: Iterable[str]) -> bool:
    """Is it valid for every one of the destinations?"""
    held = set(destinations)
    if "to" in licence:
        return held <= set(licence["to"])
    return not held & set(licence.get("not_to", ()))


def told(name: str, licence: Licence, covered: Answer, destinations: Iterable[str]) -> str:
    """One sentence about it; "" when it covers neither the goods nor the place."""
    there = reaches(licence, destinations)
    if covered is Answer.NO:
        return ""
    if not there:
        return f"{name} is not valid for {', '.join(destinations)}"
    part = "" if covered is Answer.YES else ", if these are not the numbers it leaves out"
    return f"{name} could be used{part}: {licence['asks']} ({licence['cite']})"
