"""A marking once read. In: nothing; out: the frozen ``Label`` and what follows from it alone.

Who may read it is asked in ``access``; how it is written, in ``writing``.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from catchall.marking import vocabulary

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
        return frozenset(entry for entry in self.comp if _SYSTEM.fullmatch(entry))

    @property
    def release_mark(self) -> bool:
        """Does it say who may have it: NOFORN, REL TO or EYES, RELIDO, DISPLAY ONLY?"""
        return bool(self.nf or self.rel or self.disp or self.relido or self.rel_is_banner)

    @property
    def foreign(self) -> bool:
        """Does it hold information of another government?"""
        return self.policy != "US" or bool(self.fgi) or self.fgi_hidden

    @cached_property
    def usa_only(self) -> bool:
        """Is it for the USA alone, whatever release mark stands beside?"""
        return self.nf or self.rel_is_banner or bool(self.cav & vocabulary.USA_ONLY)

    @cached_property
    def named_only(self) -> bool:
        """Is it only for those whom the originator has named?"""
        return bool(self.cav & vocabulary.NAMED_ONLY)

    @cached_property
    def readers(self) -> frozenset[str] | None:
        """R of the specification: codes that may read, groups as they are; None is everyone."""
        if self.usa_only:
            return USA
        if self.rel:
            return self.rel | USA if self.policy in {"US", "FGI"} else self.rel
        if self.release_mark or self.cav & vocabulary.HOME_ONLY:
            return USA
        return self._unmarked()

    def _unmarked(self) -> frozenset[str] | None:
        """R without a release mark; for NATO the read-in, asked elsewhere, decides."""
        if self.policy == "NATO":
            return EVERYONE
        if self.policy in {"JOINT", "UK"}:
            return self.owners
        bare = not (self.level or self.foreign or self.caveats or self.comp or self.aea)
        return EVERYONE if bare else USA

    @cached_property
    def viewers(self) -> frozenset[str]:
        """D of the specification without R: codes that may see it on a screen only."""
        return NONE if self.usa_only else self.disp

    @cached_property
    def read_ins(self) -> frozenset[str]:
        """Every read-in that it asks for."""
        comp = {vocabulary.ASKED_INSTEAD.get(entry, entry) for entry in self.comp}
        for entry in self.comp:
            comp.update(
                also
                for asked, also in vocabulary.ASKED_BESIDES.items()
                if f"{entry} ".startswith(f"{asked} ")
            )
        return frozenset(comp) | self._atomic_read_ins()

    def _atomic_read_ins(self) -> frozenset[str]:
        asked = {"RD" for mark in self.aea if mark.partition("-")[0] == "RD"}
        asked.update("CNWDI" for mark in self.aea if mark == "RD-CNWDI")
        numbers = [match[1] for mark in self.aea if (match := _SIGMA.fullmatch(mark))]
        return frozenset(asked).union(f"SIGMA {n}" for each in numbers for n in each.split())
