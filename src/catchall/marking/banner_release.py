"""The release mark of a banner. In: the labels of a paper; out: ``Release``. MARKINGS 7.4.

It is computed from who may read each part, not from the strength of words: two lists without a
common partner give NOFORN.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catchall.marking.label import EVERYONE, NONE, USA, Label
from catchall.marking.vocabulary import expand, is_group

RELIDO_SINCE = date(2010, 6, 28)  # Table 2: unmarked portions from this day on


@dataclass(frozen=True)
class Release:
    """What the banner says about release."""

    nf: bool = False
    rel: frozenset[str] = NONE
    disp: frozenset[str] = NONE
    relido: bool = False


def _contributing(label: Label) -> bool:
    """All but what everyone may read: an unclassified portion without any mark."""
    return label.level > 0 or label.readers is not EVERYONE


def _readers(label: Label) -> frozenset[str]:
    """R of one portion, in countries and groups that are not built in; unmarked is the USA."""
    readers = label.readers if label.release_mark else USA
    return expand(readers or USA) | USA


def _viewers(label: Label) -> frozenset[str]:
    return _readers(label) | expand(label.viewers)


def _codes(cover: frozenset[str], written: Sequence[frozenset[str]]) -> frozenset[str]:
    """``cover`` in codes: a group where every portion wrote it, else its members."""
    common = frozenset.intersection(*written)
    groups = {code for code in common if is_group(code) and expand(frozenset({code})) & cover}
    members = expand(frozenset(groups))
    return frozenset(groups | {c for c in cover if c in common or c not in members})


def _lists(labels: Sequence[Label]) -> Release | None:
    """REL TO or DISPLAY ONLY, where the portions have a partner in common."""
    readers = frozenset.intersection(*map(_readers, labels))
    viewers = frozenset.intersection(*map(_viewers, labels)) - readers
    named = [label.rel | label.disp for label in labels]
    disp = _codes(viewers, named)
    if readers > USA:
        rel = _codes(readers, [label.rel | USA for label in labels])
        relido = all(label.relido for label in labels)
        return Release(rel=rel, disp=disp - rel, relido=relido)
    return Release(disp=disp) if disp else None


def _unmarked_may_be_decided(label: Label, created: date | None) -> bool:
    """Table 2: an unmarked classified portion that stands as if marked RELIDO."""
    marks = label.caveats or label.aea or label.foreign or label.comp - label.sci
    return not marks and created is not None and created >= RELIDO_SINCE


def _is_relido(label: Label, created: date | None) -> bool:
    if label.release_mark:
        return label.relido
    if label.level > 0:
        return _unmarked_may_be_decided(label, created)
    return not label.foreign  # unclassified with a caveat (p53 example 3)


def _relido(labels: Sequence[Label], created: date | None) -> bool:
    """May an official decide about all of it (Table 3, rules 12, 16, 17, 19, 24)?"""
    unmarked = any(not label.release_mark and label.level > 0 for label in labels)
    listed = any(label.rel or label.disp or label.rel_is_banner for label in labels)
    return not (unmarked and listed) and all(_is_relido(label, created) for label in labels)


def of(labels: Sequence[Label], profile: str, created: date | None) -> Release:
    """Which release mark does the banner carry? ``created`` is the day of unmarked portions.

    >>> of([Label("US", 3, nf=True), Label("US", 2)], "IC", None).nf
    True
    """
    if not any(label.release_mark for label in labels):
        return Release()  # B.3.i: not a disseminated product of the intelligence community
    shares = [label for label in labels if _contributing(label)]
    if any(label.nf for label in shares):
        return Release(nf=True)
    bare = profile == "DOD" and any(label.level > 0 for label in labels)
    undecided = Release(relido=True) if _relido(shares, created) else Release(nf=not bare)
    return _lists(shares) or undecided
