"""Text of a marking -> ``Label``. In: portion mark, banner, telegram's line; out: a label.

What is not understood becomes an unknown token of the label, and an unknown token denies.
Whether a marking is well formed is asked in ``faults``; access in ``access``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from catchall.errors import MarkingError
from catchall.marking import classes, entries, faults
from catchall.marking.classes import Class
from catchall.marking.entries import Part
from catchall.marking.label import NONE, Label
from catchall.marking.vocabulary import UK_NATIONAL, expand

_SECTION = re.compile(r" SECTION [0-9]{1,3} OF [0-9]{1,3}(?= |$)")
LONGEST = 2000
"""Characters of the longest marking that is read; whatever is longer is no marking."""
ONE_LIST = ("rel", "rel_is_banner"), ("disp",)
"""Marks that hold one list: a second, different one contradicts the first."""


def _tidy(text: str) -> str:
    """Blanks collapsed, one pair of outer parentheses taken off."""
    tidy = " ".join(text.split())
    if tidy.startswith("(") and tidy.endswith(")"):
        tidy = tidy[1:-1].strip()
    return tidy


def _category(category: str) -> Iterator[tuple[str, Part | None]]:
    before: Part | None = None
    for entry in entries.split(category):
        before = entries.read(entry, before)
        yield entry, before


def _class(text: str) -> tuple[Class, list[str]]:
    """The class of the marking, and the categories after it."""
    if whole := classes.uk(text):
        return whole, []
    if text.startswith(classes.NON_US):
        head, *rest = text.removeprefix(classes.NON_US).split("//")
        return classes.non_us(head), rest
    head, *rest = text.split("//")
    return classes.us(head), rest


def _said(part: Part, names: tuple[str, ...]) -> list[object]:
    return [getattr(part, name) for name in names]


def _contradicts(part: Part, earlier: Iterable[Part]) -> bool:
    """Is it a second release list, or a second display list, that differs from the first?"""
    return any(
        any(_said(part, names))
        and any(_said(other, names))
        and _said(part, names) != _said(other, names)
        for names in ONE_LIST
        for other in earlier
    )


def _accepted(
    found: Class, read: list[tuple[str, Part | None]]
) -> tuple[list[Part], list[str]]:
    """The parts that count, and the words that were not understood or contradict."""
    parts: list[Part] = []
    strange: list[str] = list(found.unknown)
    for words, part in [("", part) for part in found.parts] + read:
        if part is None or _contradicts(part, parts):
            strange.append(part.form if part else words)
        elif part.rel and "USA" not in part.rel and found.policy in {"NATO", "JOINT"}:
            # no American may read it, yet it would stand in an American banner: nobody may
            strange.append(part.form)
        else:
            parts.append(part)
    if found.policy == "TLP":  # nothing may follow such a label
        strange.extend(words for words, _ in read)
    return parts, strange


def _all(parts: Iterable[Part], name: str) -> frozenset[str]:
    return NONE.union(*(getattr(part, name) for part in parts))


def _national(cav: frozenset[str]) -> frozenset[str]:
    """The release of UK national caveats: what all of them allow."""
    lists = [codes for name, codes in UK_NATIONAL.items() if name in cav]
    if len(lists) == 1:
        return lists[0]
    return frozenset.intersection(*map(expand, lists)) if lists else NONE


def _label(found: Class, read: list[tuple[str, Part | None]], text: str) -> Label:
    parts, strange = _accepted(found, read)
    cav, rel = _all(parts, "cav"), _all(parts, "rel")
    old = [*found.old, *(part.warn for part in parts if part.warn)]
    return Label(
        policy=found.policy,
        level=found.level,
        owners=found.owners,
        comp=_all(parts, "comp"),
        aea=_all(parts, "aea"),
        fgi=_all(parts, "fgi"),
        fgi_hidden=any(part.fgi_hidden for part in parts),
        nf=any(part.nf for part in parts),
        rel=_national(cav) if found.policy == "UK" else rel,
        disp=_all(parts, "disp") - rel,
        relido=any(part.relido for part in parts),
        cav=cav,
        rel_is_banner=any(part.rel_is_banner for part in parts),
        warnings=tuple(dict.fromkeys(old)),
        unknown_tokens=tuple(strange),
        text=text,
    )


def _form(found: Class, categories: list[list[tuple[str, Part | None]]]) -> str:
    """The marking with every word in its banner form, everything else as it was written."""
    written = [
        "/".join(part.form if part else words for words, part in category)
        for category in categories
    ]
    return "//".join([found.form, *written])


def parse(text: str, strict: bool = False) -> Label:  # noqa: FBT001, FBT002 - the interface
    """What does a portion mark or a banner say? Rules: MARKINGS sections 2, 3 and 5.

    Every word that is not understood stands in ``unknown``, and nobody may read such a label.

    Raises:
        MarkingError: ``strict`` and the marking has a fault; the error names every fault.

    >>> label = parse("(S//SI/TK//REL TO USA, GBR)")
    >>> label.level, sorted(label.comp), sorted(label.rel)
    (3, ['SI', 'TK'], ['GBR', 'USA'])
    >>> parse("SECRET//PURPLE").unknown
    ['PURPLE']
    """
    tidy, section = _SECTION.subn("", _tidy(text), count=1)
    closed, spaced = classes.unspaced(tidy)
    found, rest = _class(closed) if len(text) <= LONGEST else (classes.unknown(tidy), [])
    categories = [list(_category(category)) for category in rest]
    label = _label(found, [pair for category in categories for pair in category], text)
    old = (*spaced, *(("legacy-section",) if section else ()))
    label = replace(label, warnings=(*old, *label.warnings))
    if strict and (problems := faults.of(label, _form(found, categories))):
        raise MarkingError(text, *problems)
    return label
