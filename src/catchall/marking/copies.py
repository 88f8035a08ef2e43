"""Release copies. In: a paper's portions and one reader; out: what that reader's copy holds.

A copy is made from the kept portions alone, so that it is the same as if the others had never
been. A person releases it and a second approves; that is the desk's business.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from catchall.marking import access, banner, reading, writing
from catchall.marking.label import NONE, USA, Label
from catchall.marking.vocabulary import expand


@dataclass(frozen=True)
class Copy:
    """A copy for one reader: its banner, and numbered paragraphs (number, portion mark, text).

    It has no other field: no file name, no title, no dates, no author, no count of the whole.
    """

    banner: str
    paragraphs: tuple[tuple[int, str, str], ...]


def cut(label: Label, country: str) -> Label:
    """The label without the other partners' codes, DISPLAY ONLY and RELIDO.

    >>> sorted(cut(Label("US", 3, rel=frozenset({"USA", "AUS", "GBR"})), "GBR").rel)
    ['GBR', 'USA']
    """
    if label.policy == "UK":
        return label
    owners = label.owners & expand(label.rel) if label.policy == "JOINT" else NONE
    rel = owners | USA | {country} if label.rel else NONE
    return replace(label, rel=rel, disp=NONE, relido=False)


def _kept(labels: Sequence[Label], user: Mapping[str, Any]) -> list[int]:
    return [i for i, label in enumerate(labels) if access.may_see(user, label) == access.READ]


def _cut_for(labels: Sequence[Label], user: Mapping[str, Any]) -> list[Label]:
    country = user.get("country")
    if country == "USA":
        return list(labels)
    return [cut(label, str(country)) for label in labels]


def release(
    portions: Iterable[str | Label], user: Mapping[str, Any]
) -> tuple[list[int], str | None]:
    """Which portions does a copy for this reader keep, and under which banner?

    Nothing left is ``([], None)``, to be answered exactly like "not found". Rules: MARKINGS
    section 8.

    Raises:
        MarkingError: the kept portions are of policies that have no common banner.

    >>> release(["(S//NF)", "(C//REL TO USA, AUS, GBR)"], {"level": "S", "country": "GBR"})
    ([1], 'CONFIDENTIAL//REL TO USA, GBR')
    """
    labels = [p if isinstance(p, Label) else reading.parse(p) for p in portions]
    kept = _kept(labels, user)
    if not kept:
        return [], None
    return kept, writing.render(banner.rollup(_cut_for([labels[i] for i in kept], user)))


def release_copy(paper: Sequence[tuple[str, str]], user: Mapping[str, Any]) -> Copy | None:
    """The copy of a paper (portion mark, text) for one reader; None where nothing is left.

    Paragraphs are numbered anew and carry the cut portion mark. Raises as ``release`` does.

    >>> release_copy([("(S//NF)", "a"), ("(U)", "b")], {"level": "S", "country": "GBR"})
    Copy(banner='UNCLASSIFIED', paragraphs=((1, '(U)', 'b'),))
    """
    kept, line = release([mark for mark, _ in paper], user)
    if line is None:
        return None
    labels = _cut_for([reading.parse(mark) for mark, _ in paper], user)
    paragraphs = ((_mark(labels[i]), paper[i][1]) for i in kept)
    return Copy(line, tuple((n, *paragraph) for n, paragraph in enumerate(paragraphs, 1)))


def _mark(label: Label) -> str:
    """The portion mark; a bare REL has no list to write: only Americans see it, as NOFORN."""
    bare = replace(label, rel_is_banner=False, nf=True) if label.rel_is_banner else label
    return writing.portion_mark(bare)
