"""A header block: from the class line to its last field. In: lines; out: where each field is.

Only the extent of the fields is found here; ``fields``, ``tags`` and ``references`` read them.
"""

import re
from dataclasses import dataclass, field

from catchall.intake.telegrams import pages
from catchall.intake.telegrams.fields import CAPTIONS
from catchall.intake.telegrams.levels import Level, level
from catchall.intake.telegrams.lines import PARAGRAPH, Line, is_underline, next_filled
from catchall.intake.telegrams.tags import continues

LABELS = (
    (
        "eo",
        re.compile(
            r"E ?\. ?O ?\.? {0,2}:? ?\d{4,5}|EO {0,2}:? ?\d{4,5}|DECL(?:ASSIFY)?(?: ON)? ?:",
            re.IGNORECASE,
        ),
    ),
    (
        "tags",
        re.compile(
            r"(?:TAGS?\b ?[:;,]?|(?:T?AGS|TAS|TGS|TABS|TAGES|TAG S) ?[:;,])", re.IGNORECASE
        ),
    ),
    (
        "subject",
        re.compile(
            r"S?UB ?J ?E ?C?T ?:|SUBJ\b ?:?|SU?B?J?ECT ?:|SUBJECT\b(?! LINE)(?=\s)",
            re.IGNORECASE,
        ),
    ),
    (
        "refs",
        re.compile(
            r"REF(?:S|TELS?|ERENCES?|\(S\)| TELS?)? {0,2}:|REFS?(?:TEL)? "
            r"{1,3}(?=\(?A[.):) ])|[A-Z]\. REF\b(?! [A-Z]\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "classified_by",
        re.compile(
            r"(?:\d{1,2} ?\. {0,2})?(?:\([A-Z/]{1,8}\) ?)?CLASS?[A-Z]{0,3}IED ?BY\b",
            re.IGNORECASE,
        ),
    ),
)
_CAPTION_STOP = re.compile(
    r"SENSITIVE BUT|THIS (?:IS|MESSAGE|CABLE)|PLEASE |SUMMARY\b|BEGIN |NOT FOR|"
    r"FROM |FOR OFFICIAL|HANDLE ",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:[,;/(-]|\b(?:AND|OF|THE|A|AN|ON|FOR|IN|TO|WITH|BY|FROM|OR|AT|AS|ITS|"
    r"HIS|U\.S\.|AGAINST|ABOUT|INTO))$",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"[- ]{0,8}(?:REF |\[[A-Z]\]|\(?[A-Z]\)? ?[.):]|\(\d\)|(?:\d\d |\d{4} "
    r")?[A-Z][A-Z .'-]{2,30} \d{2,7}\b)",
    re.IGNORECASE,
)
_HALF_ITEM = re.compile(
    r"(?:^|[ .):])(?:\d\d|(?:\d\d )?(?:RIO|SAO|NEW|PORT|ABU|KUALA|BUENOS|TEL|"
    r"HONG|AIT|USUN|LA|ADDIS|PHNOM|HO CHI MINH|THE|SAN|SANTO)(?: DE)?)$",
    re.IGNORECASE,
)
_NUMBER_ONLY = re.compile(r"\d{2,7}\b(?! ?[.)])")
_REASON = re.compile(r"\b1 ?\. ?[45]\b.{0,20}?[(, ][A-H]\b", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """Lines ``first`` up to ``last`` (not included) of a block, and each field's lines."""

    first: int
    last: int
    level: Level | None
    body_of_header: tuple[int, ...] = ()
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)


def label(text: str) -> str | None:
    """Which field starts on this line?

    >>> label("TAGS: PARM"), label("REF: A. ROME 12"), label("1. (U) x")
    ('tags', 'refs', None)
    """
    words = text.lstrip()
    for name, pattern in LABELS:
        if pattern.match(words):
            return name
    return None


def opener(lines: list[Line], at: int) -> tuple[Level, int] | None:
    """The class line that starts here, and how many lines it takes."""
    found = level(lines[at].text) if at < len(lines) else None
    if not found:
        return None
    if found.opens or at + 1 >= len(lines):
        return (found, 1) if found.opens else None
    if found.section is None and found.station is None:
        return None
    joined = level(f"{lines[at].text.rstrip()} {lines[at + 1].words}")
    return (joined, 2) if joined and joined.opens else None


def starts_paragraph(text: str) -> bool:
    """Does a first or marked paragraph start on this line?"""
    match = PARAGRAPH.match(text)
    if match is None or _is_classby(text):
        return False
    return match[1] == "1" or match[2] is not None


def _is_classby(text: str) -> bool:
    return LABELS[-1][1].match(text.lstrip()) is not None


def _stops(lines: list[Line], at: int) -> bool:
    line = lines[at]
    return (
        label(line.text) is not None
        or starts_paragraph(line.text)
        or is_underline(line)
        or opener(lines, at) is not None
        or pages.is_page_line(line.text)
        or pages.is_end(line.text)
    )


def _subject(lines: list[Line], at: int) -> int:
    words = dict(LABELS)["subject"].sub("", lines[at].words, count=1).strip()
    last = at + 1
    while last < len(lines):
        here = next_filled(lines, last)
        if here >= len(lines) or _stops(lines, here) or _CAPTION_STOP.match(lines[here].words):
            break
        if here + 1 < len(lines) and is_underline(lines[here + 1]) and here > last:
            break
        if here > last and words and not _OPEN_END.search(words):
            break
        if words and words.isupper() and _is_sentence(lines[here].words):
            break
        words, last = f"{words} {lines[here].words}".strip(), here + 1
    return last


def _is_sentence(words: str) -> bool:
    return words.endswith((".", ":")) and sum(map(str.islower, words)) > len(words) / 2


def _refs(lines: list[Line], at: int) -> int:
    last = at + 1
    while last < len(lines):
        here = next_filled(lines, last)
        if here >= len(lines) or (_stops(lines, here) and label(lines[here].text) != "refs"):
            break
        words = lines[here].words
        if _CAPTION_STOP.match(words) or (
            here + 1 < len(lines) and is_underline(lines[here + 1])
        ):
            break
        before = lines[last - 1].words
        if here > last and not (
            _ITEM.match(words)
            or _NUMBER_ONLY.match(words)
            or _HALF_ITEM.search(before)
            or before.endswith((":", ";", ","))
        ):
            break
        last = here + 1
    return last


def _classified_by(lines: list[Line], at: int) -> int:
    words, last = lines[at].words, at + 1
    while last < len(lines):
        here = next_filled(lines, last)
        if here >= len(lines) or _stops(lines, here):
            break
        done = _REASON.search(words) is not None
        more = (
            re.match(r"(?:and|or|\(?[a-hA-H][,.) ]|[,&(])", lines[here].words, re.IGNORECASE)
            is not None
        )
        if (here > last and done) or (done and not more) or len(words) > 400:  # noqa: PLR2004
            break
        words, last = f"{words} {lines[here].words}", here + 1
    return last


def _tags(lines: list[Line], at: int) -> int:
    last = at + 1
    while last < len(lines) and not lines[last].blank and not _stops(lines, last):
        if not continues(lines[last - 1].words, lines[last].words):
            break
        last += 1
    return last


def _eo(lines: list[Line], at: int) -> int:
    words = lines[at].words
    more = at + 1 < len(lines) and re.match(r"\d|N/?A|DECL|X\d", lines[at + 1].words)
    if more and (words.endswith(":") or re.search(r"DECL$", words)):
        return at + 2
    return at + 1


EXTENT = {
    "eo": _eo,
    "tags": _tags,
    "subject": _subject,
    "refs": _refs,
    "classified_by": _classified_by,
}


def read(lines: list[Line], at: int, limit: int = 60) -> Block:
    """The block that begins at line ``at``: with a class line, or with a field.

    It ends with its last field; a paragraph or another class line ends the search.
    """
    head = opener(lines, at)
    here = at + (head[1] if head else 0)
    fields: dict[str, tuple[int, int]] = {}
    loose: list[int] = []
    last = here
    while here < len(lines) and here - last < limit:
        name = label(lines[here].text)
        if name:
            end = EXTENT[name](lines, here)
            fields[name] = (
                (fields[name][0], end)
                if name in fields and name == "refs"
                else fields.get(name, (here, end))
            )
            here = last = end
        elif starts_paragraph(lines[here].text) or opener(lines, here):
            break
        else:
            loose.extend([here] if not lines[here].blank else [])
            here += 1
    kept = tuple(i for i in loose if i < last)
    return Block(
        at, last if fields else _captions(lines, last), head[0] if head else None, kept, fields
    )


def _captions(lines: list[Line], at: int) -> int:
    """Behind the captions that follow a class line without any field."""
    here = next_filled(lines, at)
    while here < len(lines) and set(lines[here].words.upper().split()) <= CAPTIONS:
        at = here + 1
        here = next_filled(lines, at)
    return at
