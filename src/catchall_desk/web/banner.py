"""The marking of a page from those of what it shows. In: markings; out: banners by policy.

Markings of policies that never merge stand side by side: whoever reads the page obeys both.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from catchall.errors import MarkingError
from catchall.marking import Label, parse, render, rollup

NOTHING = "UNCLASSIFIED"
"""The banner of a page that shows nothing of any file."""
HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Banner:
    """What stands above and below a page; ``level`` 0 to 4 colours it, words carry it."""

    text: str
    level: int


def banner(markings: Iterable[str]) -> Banner:
    """The banner of a page that shows what carries these markings.

    What cannot be read as a marking is shown as it is, at the highest level.

    >>> banner(["UNCLASSIFIED", "SECRET//NOFORN"])
    Banner(text='SECRET//NOFORN', level=3)
    >>> banner(["SECRET//NOFORN", "TLP:AMBER"]).text
    'SECRET//NOFORN + TLP:AMBER'
    """
    found = tuple(dict.fromkeys(markings)) or (NOTHING,)
    groups: list[Label] = []
    for marking in sorted(found):
        groups = joined(groups, parse(marking))
    texts = dict.fromkeys(written(one) for one in groups)
    return Banner(" + ".join(texts), max(level(one) for one in groups))


def joined(groups: list[Label], label: Label) -> list[Label]:
    """The groups with one more label, in the first that it merges with.

    What was not understood stands by itself, so that no roll-up can lose it.
    """
    for place, group in enumerate(groups):
        if strange(label) or strange(group):
            continue
        try:
            return [*groups[:place], rollup([group, label]), *groups[place + 1 :]]
        except MarkingError:
            continue
    return [*groups, label]


def written(label: Label) -> str:
    """A label as a banner line; as it was written, where it cannot be written anew."""
    try:
        return render(label)
    except MarkingError:
        return label.text


def level(label: Label) -> int:
    """How high a label stands, 0 to 4; what was not understood stands highest.

    >>> level(parse("SECRET//NOFORN")), level(parse("who knows"))
    (3, 4)
    """
    return HIGHEST if strange(label) else min(label.level, HIGHEST)


def strange(label: Label) -> bool:
    """Was some of it not understood?"""
    return bool(label.unknown) or label.policy == "UNKNOWN"
