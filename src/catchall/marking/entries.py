"""One entry of a marking, after its class. In: the words; out: a ``Part``, or None if unknown.

An entry counts wherever it stands; that it stands in the wrong place is for ``faults`` to say.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catchall.marking import vocabulary
from catchall.marking.label import NONE
from catchall.marking.vocabulary import Token, is_code


@dataclass(frozen=True)
class Part:
    """What an entry says: its banner form with lists in the order written, and what it adds."""

    form: str
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
    warn: str = ""


def _words(tokens: tuple[Token, ...]) -> dict[str, str]:
    return {word: token.banner for token in tokens for word in token.words}


CAVEATS = _words(
    tuple(
        token
        for token in (*vocabulary.DISSEMINATION, *vocabulary.NON_IC)
        if token.banner not in {"NOFORN", "REL TO", "RELIDO", "DISPLAY ONLY"}
    )
)
ATOMIC = _words(vocabulary.ATOMIC)
MARKS = {token.banner: token for token in vocabulary.DISSEMINATION}
_EYES = re.compile(r"(USA(?:/[A-Z]{3,4})*) EYES ONLY")
_SIGMA = re.compile(r"(F?RD)-(?:SIGMA|SG) ([0-9]{1,2}(?: [0-9]{1,2})*)")
_SAP = re.compile(r"(?:SAR|SPECIAL ACCESS REQUIRED)-([A-Z0-9]+(?: [A-Z0-9]+)*)")
_PROGRAMME = re.compile(r"[A-Z0-9]{2,3}")
_COMPARTMENT = re.compile(r"[A-Z0-9]+(?: [A-Z0-9]+)*")


def _flags(entry: str, _before: Part | None) -> Part | None:
    if entry in MARKS["NOFORN"].words:
        return Part("NOFORN", nf=True)
    if entry in MARKS["RELIDO"].words:
        return Part("RELIDO", relido=True)
    if entry == "REL":
        return Part("REL", rel_is_banner=True)
    return Part("REL", rel_is_banner=True, warn="eyes-only") if entry == "EYES" else None


def _caveat(entry: str, _before: Part | None) -> Part | None:
    name = CAVEATS.get(entry)
    return Part(name, cav=frozenset({name})) if name else None


def _codes(listed: str) -> list[str]:
    """The codes of a comma list; none when one of them is no code."""
    codes = [code.strip(" ") for code in listed.split(",")]
    return codes if all(map(is_code, codes)) else []


def _after(entry: str, mark: str) -> str:
    """What follows one of the mark's words and a blank, or ''."""
    for word in MARKS[mark].words:
        if entry.startswith(f"{word} "):
            return entry[len(word) + 1 :]
    return ""


def _release(entry: str, _before: Part | None) -> Part | None:
    listed = _after(entry, "REL TO")
    codes = _codes(listed)
    # a list without blanks after its commas is read, but is not the form of a banner
    return Part(f"REL TO {listed}", rel=frozenset(codes)) if codes else None


def _display(entry: str, _before: Part | None) -> Part | None:
    listed = _after(entry, "DISPLAY ONLY")
    codes = _codes(listed)
    return Part(f"DISPLAY ONLY {listed}", disp=frozenset(codes)) if codes else None


def _eyes(entry: str, _before: Part | None) -> Part | None:
    match = _EYES.fullmatch(entry)
    codes = match[1].split("/") if match else []
    if not codes or not all(map(is_code, codes)):
        return None
    return Part(f"REL TO {', '.join(codes)}", rel=frozenset(codes), warn="eyes-only")


def _foreign(entry: str, _before: Part | None) -> Part | None:
    if entry == "FGI":
        return Part("FGI", fgi_hidden=True)
    word, _, listed = entry.partition(" ")
    codes = listed.split(" ")
    if word != "FGI" or not all(map(is_code, codes)) or {"USA", "FGI"} & set(codes):
        return None
    comp = frozenset({vocabulary.NATO_READ_IN}) if "NATO" in codes else NONE
    return Part(entry, fgi=frozenset(codes), comp=comp)


def _compartments(system: str, texts: list[str], titles: Mapping[str, str]) -> list[str]:
    """The compartments in banner form, one text each: ``G ABCD EFGH``."""
    made = []
    for text in texts:
        head, _, rest = text.partition(" ")
        made.append(" ".join([f"{system}-{titles.get(head, head)}", *rest.split()]))
    return made


def _leaves(compartment: str) -> list[str]:
    head, *subs = compartment.split(" ")
    return [f"{head} {sub}" for sub in subs] or [head]


def _sci(entry: str, _before: Part | None) -> Part | None:
    for system, titles in vocabulary.SYSTEMS.items():
        name, *texts = entry.split("-")
        if name not in {system, titles.get("title")}:
            continue
        if not all(map(_COMPARTMENT.fullmatch, texts)):
            return None
        made = _compartments(system, texts, titles)
        form = system + "".join(text[len(system) :] for text in made)
        leaves = [leaf for text in made for leaf in _leaves(text)]
        return Part(form, comp=frozenset(leaves or [system]))
    return None


def _programme(entry: str, before: Part | None) -> Part | None:
    if entry in (*vocabulary.NATO_PROGRAMMES, *vocabulary.NATO_ATOMIC):
        return Part(entry, comp=frozenset({entry}))
    if match := _SAP.fullmatch(entry):
        return Part(f"SAR-{match[1]}", comp=frozenset({f"SAR-{match[1]}"}))
    follows = before is not None and any(name.startswith("SAR-") for name in before.comp)
    if follows and _PROGRAMME.fullmatch(entry):  # SAR-BP/CA: CA is a programme too
        return Part(entry, comp=frozenset({f"SAR-{entry}"}))
    return None


def _atomic(entry: str, _before: Part | None) -> Part | None:
    if name := ATOMIC.get(entry):
        return Part(name, aea=frozenset({name}))
    match = _SIGMA.fullmatch(entry)
    if not match:
        return None
    numbers = match[2].split(" ")
    ordered = " ".join(map(str, sorted({int(number) for number in numbers})))
    form = f"{match[1]}-SIGMA {match[2]}"
    return Part(form, aea=frozenset({f"{match[1]}-SIGMA {ordered}"}))


READERS: tuple[Callable[[str, Part | None], Part | None], ...] = (
    _flags, _caveat, _release, _display, _eyes, _foreign, _sci, _atomic, _programme,
)  # fmt: skip
"""Who may know an entry; the first that does, reads it."""


def split(category: str) -> list[str]:
    """The entries of a category; the slashes inside an EYES ONLY list do not part entries.

    >>> split("NF/USA/CAN EYES ONLY")
    ['NF', 'USA/CAN EYES ONLY']
    """
    match = re.search(r"(?:^|/)(USA(?:/[A-Z]{3,4})* EYES ONLY)(?=/|$)", category)
    if not match:
        return category.split("/")
    before, after = category[: match.start()], category[match.end() :]
    return [
        *(before.split("/") if before else []),
        match[1],
        *(after[1:].split("/") if after else []),
    ]


def read(entry: str, before: Part | None = None) -> Part | None:
    """What does one entry say? None when not understood; ``before`` is the entry before it.

    >>> read("OC-USGOV").form
    'ORCON-USGOV'
    >>> read("PURPLE") is None
    True
    """
    found = (reader(entry, before) for reader in READERS)
    return next((part for part in found if part), None)


def follows(programme: str) -> bool:
    """Is the name of a programme read as one when it stands bare after another (SAR-BP/CA)?

    >>> follows("CA"), follows("NF"), follows("LONG")
    (True, False, False)
    """
    return bool(_PROGRAMME.fullmatch(programme)) and read(programme) is None
