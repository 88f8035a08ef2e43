"""A ``Label`` -> its canonical text. In: a label; out: a banner line or a portion mark.

Order and words come from the token tables. Telegram captions are read but never written.
"""

import re
from collections.abc import Iterator

from catchall.errors import MarkingError
from catchall.marking import entries, vocabulary
from catchall.marking.label import Label
from catchall.marking.vocabulary import Token, in_order

_SIGMA = re.compile(r"(F?RD)-SIGMA (.*)")
FAMILIES = ("RD", "FRD")


def _word(token: Token, *, portion: bool) -> str:
    return token.portion if portion else token.banner


def _class(label: Label, *, portion: bool) -> str:
    fits = (t for t in vocabulary.CLASSES[label.policy] if t.level == label.level)
    level = _word(next(fits), portion=portion)
    if label.policy == "NATO":
        return f"//{level}"
    if label.policy == "FGI":
        owners = "FGI" if label.fgi_hidden else " ".join(in_order(label.owners))
        return f"//{owners} {level}"
    if label.policy == "JOINT":
        return f"//JOINT {level} {' '.join(_alphabetical(label.owners))}"
    return level


def _alphabetical(codes: frozenset[str]) -> list[str]:
    """Countries, then groups; USA in its place of the alphabet."""
    return sorted(codes, key=lambda code: (vocabulary.is_group(code), code))


def _system(system: str, leaves: list[str]) -> str:
    """The entries of one system as one: ``SI-G ABCD EFGH-XYZ``."""
    under: dict[str, list[str]] = {}
    for entry in sorted(leaves):
        compartment, _, sub = entry.removeprefix(system).removeprefix("-").partition(" ")
        if compartment:
            under.setdefault(compartment, []).extend([sub] if sub else [])
    return system + "".join(f"-{' '.join([name, *under[name]])}" for name in sorted(under))


def _sci(label: Label) -> list[str]:
    of: dict[str, list[str]] = {}
    for entry in label.sci:
        of.setdefault(re.split("[- ]", entry)[0], []).append(entry)
    return [_system(system, of[system]) for system in sorted(of)]


def _programmes(label: Label) -> list[str]:
    names = sorted(name.removeprefix("SAR-") for name in label.comp if name.startswith("SAR-"))
    # a bare NF after SAR-BP would be read as NOFORN
    bare = set(filter(entries.follows, names[1:]))
    programmes = [name if name in bare else f"SAR-{name}" for name in names]
    return [*programmes, *(name for name in vocabulary.NATO_PROGRAMMES if name in label.comp)]


def _sigma(label: Label, family: str, *, portion: bool) -> list[str]:
    matches = [match for mark in label.aea if (match := _SIGMA.fullmatch(mark))]
    numbers = sorted({int(n) for m in matches if m[1] == family for n in m[2].split()})
    word = "SG" if portion else "SIGMA"
    return [f"{family}-{word} {' '.join(map(str, numbers))}"] if numbers else []


def _family(label: Label, family: str, *, portion: bool) -> list[str]:
    """RD or FRD with its sub-marks; the bare mark only where no sub-mark says more."""
    tokens = [t for t in vocabulary.ATOMIC if t.banner.startswith(f"{family}-")]
    subs = [_word(t, portion=portion) for t in tokens if t.banner in label.aea]
    subs += _sigma(label, family, portion=portion)
    return subs or ([family] if family in label.aea else [])


def _atomic(label: Label, *, portion: bool) -> list[str]:
    others = [t for t in vocabulary.ATOMIC if t.banner.split("-")[0] not in FAMILIES]
    written = [_word(t, portion=portion) for t in others if t.banner in label.aea]
    nato = [name for name in vocabulary.NATO_ATOMIC if name in label.comp]
    families = [_family(label, name, portion=portion) for name in FAMILIES]
    return [*(mark for family in families for mark in family), *written, *nato]


def _foreign(label: Label) -> list[str]:
    if label.policy == "FGI":
        named = label.fgi - label.owners
        return [f"FGI {' '.join(in_order(named))}"] if named and not label.fgi_hidden else []
    if label.fgi_hidden:
        return ["FGI"]
    named = label.fgi - label.owners if label.policy == "JOINT" else label.fgi
    return [f"FGI {' '.join(in_order(named))}"] if named else []


def _listed(label: Label, banner: str) -> str:
    """The release marks that are no caveats, with their lists; '' when absent."""
    usa = ["USA"] if "USA" in label.rel else []
    if banner == "REL TO":
        codes = f"REL TO {', '.join([*usa, *in_order(label.rel)])}" if label.rel else ""
        return codes or ("REL" if label.rel_is_banner else "")
    if banner == "DISPLAY ONLY":
        return f"DISPLAY ONLY {', '.join(_alphabetical(label.disp))}" if label.disp else ""
    return banner if {"NOFORN": label.nf, "RELIDO": label.relido}.get(banner) else ""


def _controls(label: Label, tokens: tuple[Token, ...], *, portion: bool) -> Iterator[str]:
    for token in tokens:
        said = token.banner if token.banner in label.cav else _listed(label, token.banner)
        if said:
            yield _word(token, portion=portion) if said == token.banner else said


def _uk(label: Label) -> str:
    words = [token.banner for token in vocabulary.UK if token.banner in label.cav]
    national = [name for name in vocabulary.UK_NATIONAL if name in label.cav]
    return " - ".join([_class(label, portion=False), *words, *national])


def written(label: Label, *, portion: bool = False) -> str:
    """The text of a label without unknown tokens; a bare REL is written as it is.

    >>> written(Label("US", 3, nf=True), portion=True)
    'S//NF'
    """
    if label.policy == "UK":
        return _uk(label)
    categories = [
        _sci(label),
        _programmes(label),
        _atomic(label, portion=portion),
        _foreign(label),
        list(_controls(label, vocabulary.DISSEMINATION, portion=portion)),
        list(_controls(label, vocabulary.NON_IC, portion=portion)),
    ]
    return "//".join(
        [
            _class(label, portion=portion),
            *("/".join(each) for each in categories if each),
        ]
    )


def _writable(label: Label) -> None:
    if label.unknown_tokens or label.policy == "UNKNOWN":
        strange = ", ".join(map(repr, label.unknown_tokens))
        raise MarkingError(
            label.text, f"not understood: {strange}; it has no banner, ask who marked it"
        )
    if label.rel_is_banner:
        raise MarkingError(
            label.text,
            "a bare REL means the list of its own banner: give the list (banner_rel)",
        )


def render(label: Label) -> str:
    """The canonical banner line of a label. Rules: MARKINGS section 4.

    Raises:
        MarkingError: the label has unknown tokens, or a bare REL that was not resolved.

    >>> render(Label("US", 3, rel=frozenset({"GBR", "USA", "AUS"}), relido=True))
    'SECRET//REL TO USA, AUS, GBR/RELIDO'
    """
    _writable(label)
    return written(label)


def portion_mark(label: Label) -> str:
    """The portion mark of a label, in its parentheses; raises as ``render`` does.

    >>> portion_mark(Label("US", 3, nf=True, cav=frozenset({"EXDIS"})))
    '(S//NF//XD)'
    """
    _writable(label)
    return f"({written(label, portion=True)})"
