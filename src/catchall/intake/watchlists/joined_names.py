"""Names inside a name as filed: "X (f.k.a., Y)", "X; and Y", "X, Ltd. and Y".

In: text; out: names. The joined name itself is kept by the caller; only what is surely a name
of its own is given here.
"""

import re
from itertools import pairwise

_KINDS = {"a": "alias", "f": "former", "n": "alias", "d": "alias"}
_NESTED = re.compile(
    r"\s*\(?\b(?:([afn])[./]\s?k[./]\s?a\b|(d)[./]\s?b[./]\s?a\b)\.?,?\s*[“\"]?", re.IGNORECASE
)
_BETWEEN = re.compile(r"(.*\S)\s*\(([afn])[./]k[./]a\b\.?,?\s*([^()]+)\)\s*([A-Z].*)", re.I)
_FORM = (
    r"(?:Co|Corp|Inc|Ltd|Limited|LLC|LLP|PLC|L\.L\.C|Pvt|Pte|Pty|S\.A|S\.R\.L|S\.L\.U|GmbH|A\.G"
    r"|de C\.V)"
)
_BRANCH = r"(?![^,;]*\b(?i:branch|office|division|department|factory)\b)"
_END_OF_FIRM = re.compile(
    rf"(?i:\b{_FORM}\b\.?)(?:,? (?i:and) |, )(?=[A-Z0-9]|aka )(?!(?i:{_FORM})\b){_BRANCH}"
)
_LEGAL_FORM = re.compile(rf"\b{_FORM}\b", re.IGNORECASE)
_PERSON_AND_FIRM = re.compile(rf"\b[A-Z]\., and (?=[A-Z].*\b{_FORM}\.?$)")
_OTHER = r"(?:subsidiar|subordinate|sub-?unit|successor|affiliate)\w*"
_AND_OTHERS = re.compile(
    rf"(?P<name>.*?),?\s+and (?:(?:its|their|all|any) )?(?:\w+ )?{_OTHER}"
    r"(?:[^,]*, (?P<more>.+))?.*",
    re.IGNORECASE,
)
_OTHERS = re.compile(rf"(?:any|its|their|all)\s+(?:\w+ )?{_OTHER}", re.IGNORECASE)
_KNOWN_AS = re.compile(r"(aka|a\.?k\.?a\.?|formerly(?: known as)?|f\.?k\.?a\.?) (\S.*)", re.I)
_SHIPS = re.compile(r"Fishing Vessels?(?:: | owned by )(.+)")
_LISTED_WITH = re.compile(r"Listed together with subsidiaries: ([^|]*)")
_NEXT_FIRM = re.compile(rf"(?:,| \.) +(?:and )?(?!{_FORM}\b|Americas\b)", re.IGNORECASE)
_FORMERLY = re.compile(r"(.*\S) \(formerly (.*)\)")


def inside(text: str) -> list[tuple[str, str]]:
    """Names inside a name as filed: "X (f.k.a., Y)" and "X; and".

    >>> inside("Sample Works, OOO (f.k.a., Sample Plant)")
    [('alias', 'Sample Works, OOO'), ('former', 'Sample Plant')]
    >>> inside("Sample; and"), inside("Sample Works")
    ([('alias', 'Sample')], [])
    >>> inside("SAMPLE (A.K.A. TEST EXAMPLE) PERSON")
    [('alias', 'SAMPLE PERSON'), ('alias', 'TEST EXAMPLE')]
    """
    found: list[tuple[str, str]] = []
    for part in re.split(r";\s*(?:and\b)?", text):
        if between := _BETWEEN.fullmatch(part):
            first, kind, other, last = between.groups()
            found += [("alias", f"{first} {last}"), (_KINDS[kind.lower()], other)]
            continue
        pieces = [piece for piece in _NESTED.split(part) if piece is not None]
        names = [("alias", pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
        found += [(_KINDS.get(kind.lower(), kind), name.strip(' ,”"')) for kind, name in names]
    cleaned = [(kind, _closed(name)) for kind, name in found]
    return [(kind, name) for kind, name in cleaned if len(name) > 1 and name != text]


def parties(text: str) -> list[tuple[str, str]]:
    """Names inside, and each party of several: firms joined by "and" or commas, "and others".

    >>> parties("Sample Works, Ltd. and Test Person")
    [('alias', 'Sample Works, Ltd.'), ('alias', 'Test Person')]
    >>> parties("Sample Corps and its subordinates"), parties("Sample and Test Co., Ltd.")
    ([('alias', 'Sample Corps')], [])
    """
    ships = _SHIPS.fullmatch(text)
    found: list[tuple[str, str]] = [("alias", ships[1])] if ships else []
    for kind, name in inside(text) or [("alias", text)]:
        found += [_known_as(kind, piece) for piece in _pieces(_balanced(name))]
    return [(kind, name) for kind, name in found if name and _bare(name) != _bare(text)]


def _known_as(kind: str, piece: str) -> tuple[str, str]:
    """The name after "aka"; nothing for a single word or "any successor": they are no names."""
    if known := _KNOWN_AS.fullmatch(piece):
        return ("former" if known[1][0] in "fF" else "alias", known[2])
    return (kind, "" if " " not in piece or _OTHERS.match(piece) else piece)


def _bare(name: str) -> str:
    """Without quotation marks: a name that differs only in them is no other name."""
    return re.sub(r'["“”]', "", name)


def _balanced(name: str) -> str:
    """Up to the bracket that closes nothing: "Y) (remark)" was in "X (a.k.a. Y) (remark)"."""
    depth = 0
    for place, sign in enumerate(name):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return name[:place].rstrip()
    return name


def _pieces(name: str) -> list[str]:
    """The parties of one name; the name itself where it is one."""
    ends = sorted(
        match.end()
        for pattern in (_END_OF_FIRM, _PERSON_AND_FIRM)
        for match in pattern.finditer(name)
    )
    cut = [name[a:b].strip() for a, b in zip([0, *ends], [*ends, len(name)], strict=True)]
    sure = [cut[0], *(b for a, b in pairwise(cut) if _sure(a, b))]
    found: list[str] = []
    for piece in (re.sub(r"(?:,| and|, and)$", "", one, flags=re.I).strip() for one in sure):
        others = _AND_OTHERS.fullmatch(piece)
        found += [others["name"], others["more"] or ""] if others else [piece]
    return [piece for piece in found if piece]


def _sure(before: str, piece: str) -> bool:
    """Is what follows a firm a party too? After a comma it may be town and province."""
    joined = before.lower().endswith(" and")
    return joined or "," not in piece.rstrip(",") or bool(_LEGAL_FORM.search(piece))


def subsidiaries(notes: str) -> list[tuple[str, str]]:
    """The parties that a list names with the record in its notes, old names told apart.

    >>> notes = "Listed together with subsidiaries: Sample Co., Ltd. (formerly Test), and B C."
    >>> subsidiaries(notes)
    [('alias', 'Sample Co., Ltd.'), ('former', 'Test'), ('alias', 'B C')]
    """
    found: list[tuple[str, str]] = []
    for listed in _LISTED_WITH.findall(notes):
        for name in _NEXT_FIRM.split(listed.strip()):
            formerly = _FORMERLY.fullmatch(name.strip())
            pieces = formerly.groups() if formerly else (name,)
            found += zip(
                ("alias", "former"), (_without_stop(one) for one in pieces), strict=False
            )
    return [(kind, name) for kind, name in found if name]


def _without_stop(name: str) -> str:
    """Without the full stop of the sentence, but with that of "Ltd."."""
    name = name.strip()
    return (
        name
        if re.search(r"\b(?:Co|Corp|Inc|Ltd)\.$", name)
        else name.removesuffix(".").rstrip()
    )


def _closed(name: str) -> str:
    """Without the bracket that closed the joined name."""
    opened = name.count(")") > name.count("(") and name[-1] == ")"
    return name[:-1].rstrip(' ”"') if opened else name
