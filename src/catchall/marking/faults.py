"""What is wrong with a marking, for strict reading. In: a label and its words; out: sentences.

Each rule is one function of the label that answers with a sentence, or '' when it is kept. The
numbers are those of MARKINGS section 5. Nothing here changes what a label means.
"""

from collections.abc import Callable

from catchall.marking import vocabulary, writing
from catchall.marking.label import Label
from catchall.marking.vocabulary import expand

CONFIDENTIAL, SECRET, TOP_SECRET = 2, 3, 4


def _words(label: Label) -> str:
    """1 and 5: every word is known; RESTRICTED is no US class and so no known word there."""
    strange = ", ".join(map(repr, label.unknown_tokens))
    return f"not understood: {strange}" if strange else ""


def _old(label: Label) -> str:
    """1: no telegram form, no EYES ONLY."""
    return f"old form ({', '.join(label.warnings)})" if label.warnings else ""


def _noforn(label: Label) -> str:
    """2."""
    beside = label.rel or label.relido or label.disp or label.rel_is_banner
    return "NOFORN excludes every other release mark" if label.nf and beside else ""


def _relido(label: Label) -> str:
    """2."""
    wrong = label.relido and label.disp
    return "RELIDO and DISPLAY ONLY exclude each other" if wrong else ""


def _lists(label: Label) -> str:
    """3."""
    if label.rel and label.policy != "UK" and not {"USA"} < label.rel:
        return "REL TO starts with USA and names somebody else"
    return "DISPLAY ONLY does not name USA" if "USA" in label.disp else ""


def _joint(label: Label) -> str:
    """4."""
    if label.policy != "JOINT":
        return ""
    if not label.owners <= expand(label.rel):
        return "JOINT needs a REL TO that covers every owner"
    hcs = any(entry.split("-")[0] == "HCS" for entry in label.comp)
    return "JOINT excludes NOFORN and HCS" if label.nf or hcs else ""


def _orcon(label: Label) -> str:
    """6."""
    orcon = label.cav & {"ORCON", "ORCON-USGOV"}
    wrong = orcon and (not label.level or len(orcon) > 1 or label.relido)
    return "ORCON is for classified markings, alone, without RELIDO" if wrong else ""


def _compartments(label: Label) -> str:
    """6."""
    programmes = any(entry.startswith("SAR-") for entry in label.comp)
    wrong = not label.level and (label.sci or programmes)
    return "SCI and SAP are for classified markings" if wrong else ""


def _unclassified(label: Label) -> str:
    """7."""
    marks = label.cav & {"FOUO", "SBU", "SBU NOFORN", "LIMDIS"}
    marks |= label.aea & {"DOD UCNI", "DOE UCNI"}
    return (
        f"only with UNCLASSIFIED: {', '.join(sorted(marks))}" if label.level and marks else ""
    )


def _has(label: Label, head: str) -> bool:
    """Is the compartment, or one below it, among the entries?"""
    heads = (f"{head} ", f"{head}-")
    return any(entry == head or entry.startswith(heads) for entry in label.comp)


def _levels(label: Label) -> str:
    """8."""
    secret = label.cav & {"IMCON", "RSEN"}
    secret |= {head for head in ("TK", "HCS-O", "RSV") if _has(label, head)}
    if secret and label.level < SECRET:
        return f"needs SECRET or TOP SECRET: {', '.join(sorted(secret))}"
    below = label.level < TOP_SECRET and any(e.startswith("SI-") for e in label.comp)
    return "compartments of SI need TOP SECRET" if below else ""


def _distribution(label: Label) -> str:
    """9."""
    captions = label.cav & {"EXDIS", "NODIS"}
    wrong = len(captions) > 1 or (captions and not label.nf)
    return "EXDIS or NODIS, not both, and with NOFORN" if wrong else ""


def _controls(label: Label) -> str:
    """10."""
    if _has(label, "SI-G") and "ORCON" not in label.cav:
        return "SI-G needs ORCON"
    if _has(label, "HCS-P") and not label.nf:
        return "HCS-P needs NOFORN"
    if _has(label, "HCS-O") and not (label.nf and "ORCON" in label.cav):
        return "HCS-O needs ORCON and NOFORN"
    return "RSV needs its compartment" if "RSV" in label.comp else ""


def _pairs(label: Label) -> str:
    """11."""
    wrong = any(label.cav >= pair for pair in ({"SBU", "SBU NOFORN"}, {"LES", "LES NOFORN"}))
    return "SBU NOFORN and LES NOFORN say SBU and LES already" if wrong else ""


def _nato(label: Label) -> str:
    """12: an American banner may show them for the NATO information that it carries."""
    programmes = label.comp & set(vocabulary.NATO_PROGRAMMES)
    atomal = "ATOMAL" in label.comp
    carries = label.policy == "US" and ("NATO" in label.fgi or label.fgi_hidden)
    if (programmes or atomal) and not (label.policy == "NATO" or carries):
        return "BALK, BOHEMIA and ATOMAL are for NATO information"
    if programmes and label.level != TOP_SECRET:
        return "BALK and BOHEMIA need COSMIC TOP SECRET"
    return (
        "ATOMAL needs NATO CONFIDENTIAL or above"
        if atomal and label.level < CONFIDENTIAL
        else ""
    )


RULES: tuple[Callable[[Label], str], ...] = (
    _words, _old, _noforn, _relido, _lists, _joint, _orcon, _compartments, _unclassified,
    _levels, _distribution, _controls, _pairs, _nato,
)  # fmt: skip


def _form(label: Label, form: str) -> str:
    """1, 3, 4: separators, order, repetition: the words say just what the banner would."""
    if label.unknown_tokens:
        return ""
    canonical = writing.written(label)
    return "" if form == canonical else f"written {form!r}, the canonical form is {canonical!r}"


def of(label: Label, form: str) -> tuple[str, ...]:
    """Which faults has the marking? ``form`` is its text with every word in its banner form.

    >>> of(Label("US", 3, cav=frozenset({"FOUO"})), "SECRET//FOUO")
    ('only with UNCLASSIFIED: FOUO',)
    """
    found = [rule(label) for rule in RULES]
    return tuple(fault for fault in [*found, _form(label, form)] if fault)
