"""A marking once read. In: nothing; out: the frozen ``Label`` and what follows from it alone.

Who may read it is asked in ``access``; how it is written, in ``writing``.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from catchall.marking import vocabulary
from catchall.marking.vocabulary import in_order

EVERYONE = None
NONE: frozenset[str] = frozenset()
USA = frozenset({"USA"})
_SYSTEM = re.compile(rf"(?:{'|'.join(vocabulary.SYSTEMS)})(?:-.*)?")
_SIGMA = re.compile(r"F?RD-SIGMA (.*)")


@dataclass(frozen=True)
class Label:
    """One marking: its policy, level, and every mark as a set; an absent mark is an empty set.

    ``level`` 0 to 4 within ``policy``; ``rel`` and ``disp`` hold codes as written, groups not
    expanded; ``text`` is the input and is never read again for a decision.
    """

    policy: str = "UNKNOWN"
    level: int = 4
    owners: frozenset[str] = NONE
    comp: frozenset[str] = NONE
    aea: frozenset[str] = NONE
    fgi: frozenset[str] = NONE
    fgi_hidden: bool = False
    nf: bool = False
    rel: frozenset[str] = NONE
    disp: frozenset[str] = NONE
    relido: bool = False
    cav: frozenset[str] = NONE
    rel_is_banner: bool = False
    warnings: tuple[str, ...] = ()
    unknown_tokens: tuple[str, ...] = ()
    text: str = ""

    @property
    def warn(self) -> list[str]:
        """The warnings, as a list."""
        return list(self.warnings)

    @property
    def unknown(self) -> list[str]:
        """The words that were not understood, as a list; one is enough to deny everybody."""
        return list(self.unknown_tokens)

    @cached_property
    def caveats(self) -> frozenset[str]:
        """The caveats that count: not those without any effect (SIPDIS, EFTO)."""
        return self.cav - vocabulary.NO_EFFECT

    @cached_property
    def sci(self) -> frozenset[str]:
        """The US compartments in ``comp``."""
        return frozenset(filter(_SYSTEM.fullmatch, self.comp))

    @cached_property
    def release_mark(self) -> bool:
        """Does it say who may have it: NOFORN, REL TO or EYES, RELIDO, DISPLAY ONLY?"""
        return _release_mark(self)

    @cached_property
    def foreign(self) -> bool:
        """Does it hold information of another government?"""
        return _foreign(self)

    @cached_property
    def usa_only(self) -> bool:
        """Is it for the USA alone, whatever release mark stands beside?"""
        return _usa_only(self)

    @cached_property
    def named_only(self) -> bool:
        """Is it only for those whom the originator has named?"""
        return bool(self.cav & vocabulary.NAMED_ONLY)

    @cached_property
    def readers(self) -> frozenset[str] | None:
        """R of the specification: codes that may read, groups as they are; None is everyone."""
        return _readers(self)

    @cached_property
    def viewers(self) -> frozenset[str]:
        """D of the specification without R: codes that may see it on a screen only."""
        return _viewers(self)

    @cached_property
    def read_by(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The countries among the readers, and the groups; none where everyone reads."""
        return _apart(self.readers or NONE)

    @cached_property
    def viewed_by(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The countries among the viewers, and the groups."""
        return _apart(self.viewers)

    @cached_property
    def read_ins(self) -> frozenset[str]:
        """Every read-in that it asks for."""
        return _read_ins(self)


# what follows from a label stands outside the class, where the mutation tests reach it


def _release_mark(label: Label) -> bool:
    return bool(label.nf or label.rel or label.disp or label.relido or label.rel_is_banner)


def _foreign(label: Label) -> bool:
    return label.policy != "US" or bool(label.fgi) or label.fgi_hidden


def _usa_only(label: Label) -> bool:
    return label.nf or label.rel_is_banner or bool(label.cav & vocabulary.USA_ONLY)


def _readers(label: Label) -> frozenset[str] | None:
    if label.usa_only:
        return USA
    if label.rel:
        return label.rel | USA if label.policy in {"US", "FGI"} else label.rel
    if label.release_mark or label.cav & vocabulary.HOME_ONLY:
        return USA
    return _unmarked(label)


def _unmarked(label: Label) -> frozenset[str] | None:
    """R without a release mark; for NATO the read-in, asked elsewhere, decides."""
    if label.policy == "NATO":
        return EVERYONE
    if label.policy in {"JOINT", "UK"}:
        return label.owners
    bare = not (label.level or label.foreign or label.caveats or label.comp or label.aea)
    return EVERYONE if bare else USA


def _viewers(label: Label) -> frozenset[str]:
    return NONE if label.usa_only else label.disp


def _apart(codes: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    groups = tuple(code for code in in_order(codes) if vocabulary.is_group(code))
    return codes.difference(groups), groups


def _read_ins(label: Label) -> frozenset[str]:
    comp = {vocabulary.ASKED_INSTEAD.get(entry, entry) for entry in label.comp}
    for entry in label.comp:
        comp.update(
            also
            for asked, also in vocabulary.ASKED_BESIDES.items()
            if f"{entry} ".startswith(f"{asked} ")
        )
    return frozenset(comp) | _atomic_read_ins(label)


def _atomic_read_ins(label: Label) -> frozenset[str]:
    asked = {"RD" for mark in label.aea if mark.partition("-")[0] == "RD"}
    asked.update("CNWDI" for mark in label.aea if mark == "RD-CNWDI")
    numbers = [match[1] for mark in label.aea if (match := _SIGMA.fullmatch(mark))]
    return frozenset(asked).union(f"SIGMA {n}" for each in numbers for n in each.split())
