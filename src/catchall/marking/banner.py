"""The marking of a paper from those of its parts. In: portion marks; out: one ``Label``.

Release is decided in ``banner_release``. Markings of different policies are never merged: TLP
and UK stand alone, all else goes into an American banner, or a JOINT one where all agree.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from catchall.errors import MarkingError
from catchall.marking import banner_release, reading, vocabulary
from catchall.marking.banner_release import Release
from catchall.marking.label import NONE, USA, Label
from catchall.marking.vocabulary import expand, is_code

PROFILES = ("IC", "DOD")
RESTRICTED, CONFIDENTIAL = 1, 2
_SIGMA = re.compile(r"F?RD-SIGMA (.*)")
ATOMIC_ORDER = ("RD", "FRD", "TFNI")
UCNI = frozenset({"DOD UCNI", "DOE UCNI"})


def union(labels: Iterable[Label], name: str) -> frozenset[str]:
    """Everything that the labels hold in the set ``name``."""
    return NONE.union(*(getattr(label, name) for label in labels))


def _resolved(label: Label, banner_rel: Sequence[str] | None) -> Label:
    """A bare REL with the banner's list; left bare without one."""
    if not label.rel_is_banner or banner_rel is None:
        return label
    return replace(label, rel=USA.union(banner_rel), rel_is_banner=False)


def _read(portions: Iterable[str | Label], banner_rel: Sequence[str] | None) -> list[Label]:
    wrong = [code for code in banner_rel or () if not is_code(code)]
    if wrong:
        raise MarkingError(", ".join(wrong), "no country or group code; correct banner_rel")
    labels = [p if isinstance(p, Label) else reading.parse(p) for p in portions]
    if not labels:
        raise MarkingError("", "no portions; a paper without portions has no banner")
    return [_resolved(label, banner_rel) for label in labels]


def _day(created: str | None) -> date | None:
    try:
        return date.fromisoformat(created) if created else None
    except ValueError:
        raise MarkingError(str(created), "no day; write created as YYYY-MM-DD") from None


def _with_remarks(made: Label, labels: Sequence[Label]) -> Label:
    """With all warnings and unknown words: none is lost, and their order says nothing."""
    old = {word for label in labels for word in label.warnings}
    strange = {word for label in labels for word in label.unknown_tokens}
    return replace(made, warnings=tuple(sorted(old)), unknown_tokens=tuple(sorted(strange)))


def _tlp(labels: Sequence[Label]) -> Label:
    level = max(label.level for label in labels)
    return Label("TLP", level)


def _uk(labels: Sequence[Label]) -> Label:
    """Highest tier, every descriptor; the one national caveat that says what all allow."""
    allowed = frozenset.intersection(*(expand(label.readers or NONE) for label in labels))
    national = set(vocabulary.UK_NATIONAL)
    cav = union(labels, "cav")
    if cav & national:
        fits = (
            name for name, codes in vocabulary.UK_NATIONAL.items() if expand(codes) == allowed
        )
        cav = (cav - national) | {next(fits)}
    rel = next((vocabulary.UK_NATIONAL[name] for name in national & cav), NONE)
    level = max(label.level for label in labels)
    owners = frozenset({"GBR"})
    return Label("UK", level, owners, cav=cav, rel=rel)


def _atomic(marks: frozenset[str], *, classified: bool) -> frozenset[str]:
    """RD over FRD over TFNI, with their SIGMA numbers; UCNI in an unclassified paper only."""
    families = {mark: mark.partition("-")[0] for mark in marks}
    first = next((name for name in ATOMIC_ORDER if name in families.values()), "")
    matches = [match for mark in marks if (match := _SIGMA.fullmatch(mark))]
    numbers = sorted({int(number) for match in matches for number in match[1].split()})
    kept = {m for m, of in families.items() if of == first and not _SIGMA.fullmatch(m)}
    if numbers:
        kept.add(f"{first}-SIGMA {' '.join(map(str, numbers))}")
    return frozenset(kept) | (NONE if classified else marks & UCNI)


def _caveats(found: frozenset[str], *, classified: bool, marked: bool) -> frozenset[str]:
    """The caveats of the banner (step 3 of section 7)."""
    weaker = NONE.union(*(vocabulary.OUTRANKS.get(name, NONE) for name in found))
    kept = set(found - weaker)
    if classified or marked:
        kept = {vocabulary.SPLITS.get(name, name) for name in kept}
    if classified:
        kept -= vocabulary.DROPPED_WHEN_CLASSIFIED
    others = kept - {"FOUO"} - vocabulary.NO_EFFECT
    return frozenset(kept - {"FOUO"} if others else kept)


def _sources(labels: Sequence[Label], *, joint: bool) -> tuple[frozenset[str], bool]:
    """The foreign sources of the banner: their names, or that one of them is concealed."""
    if any(label.fgi_hidden for label in labels):
        return NONE, True
    named = union(labels, "fgi").union(*(x.owners for x in labels if x.policy == "NATO"))
    owners = union([label for label in labels if label.policy == "JOINT"], "owners")
    return named - owners if joint else named | (owners - USA), False


def _forced(labels: Sequence[Label], cav: frozenset[str]) -> bool:
    """Do EXDIS, NODIS, UCNI, or SBU NOFORN and LES NOFORN taken apart, ask for NOFORN?"""
    apart = (union(labels, "cav") - cav) & vocabulary.SPLITS.keys()
    return bool(apart or cav & {"EXDIS", "NODIS"} or union(labels, "aea") & UCNI)


def _american(labels: Sequence[Label], profile: str, created: date | None) -> Label:
    level = max(label.level for label in labels)
    marked = any(label.release_mark for label in labels)
    cav = _caveats(union(labels, "cav"), classified=level > 0, marked=marked)
    release = (
        Release(nf=True)
        if _forced(labels, cav)
        else banner_release.of(labels, profile, created)
    )
    owners = union(labels, "owners")
    joint = all(label.policy == "JOINT" for label in labels) and owners <= expand(release.rel)
    fgi, hidden = _sources(labels, joint=joint)
    comp = union(labels, "comp")
    return Label(
        policy="JOINT" if joint else "US",
        level=CONFIDENTIAL if level == RESTRICTED else level,
        owners=owners if joint else USA,
        comp=comp | {vocabulary.NATO_READ_IN} if "NATO" in fgi else comp,
        aea=_atomic(union(labels, "aea"), classified=level > 0),
        fgi=fgi,
        fgi_hidden=hidden,
        nf=release.nf,
        rel=release.rel,
        disp=release.disp,
        relido=release.relido,
        cav=cav,
    )


def rollup(
    portions: Iterable[str | Label],
    profile: str = "IC",
    created: str | None = None,
    banner_rel: Sequence[str] | None = None,
) -> Label:
    """Which marking has a paper made of these portions? Rules: MARKINGS section 7.

    ``profile`` "IC" or "DOD"; ``created`` the day (YYYY-MM-DD) of the portions without a
    release mark; ``banner_rel`` the codes that a bare REL stands for.

    Raises:
        MarkingError: no portions; TLP or UK portions among others; a wrong argument.

    >>> from catchall.marking.writing import render
    >>> render(rollup(["(TS//NF)", "(S//REL TO USA, JPN)"]))
    'TOP SECRET//NOFORN'
    """
    if profile not in PROFILES:
        raise MarkingError(str(profile), f"no such profile; one of {', '.join(PROFILES)}")
    labels, day = _read(portions, banner_rel), _day(created)
    policies = {label.policy for label in labels}
    if len(policies) > 1 and policies & {"TLP", "UK"}:
        raise MarkingError(
            ", ".join(sorted(policies)), "these policies are never merged; make two papers"
        )
    if policies <= {"TLP", "UK"}:
        return _with_remarks(_tlp(labels) if policies == {"TLP"} else _uk(labels), labels)
    return _with_remarks(_american(labels, profile, day), labels)
