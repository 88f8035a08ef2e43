"""The fields of a header block read. In: the words of one field; out: its values."""

import re
from datetime import date

from catchall.dates import MONTHS
from catchall.intake.telegrams import pages
from catchall.intake.telegrams.lines import MARK
from catchall.intake.telegrams.model import ClassifiedBy, PassingLine, Reasons, Subject
from catchall.intake.telegrams.transmission import century
from catchall.intake.telegrams.words import table

CAPTIONS = frozenset(table("vocabulary.yaml")["captions"].split())
NAME_WORDS, SHORT, OFFICE = 4, 2, 5
PAIRS = (
    "ROGER CHANNEL",
    "EYES ONLY",
    "CORRECTED COPY",
    "LIMITED OFFICIAL USE",
    "NO DISTRIBUTION",
)
_ORDER = re.compile(r"E ?\. ?O ?\.? {0,2}:? ?(\d{4,5})|EO {0,2}:? ?(\d{4,5})", re.IGNORECASE)
_DECLASSIFY = re.compile(r"DECL(?:ASSIFY)?(?: ON)?\b ?:? {0,3}(.{0,80})", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,4}) ?[/-] ?(\d{1,2}) ?[/-] ?(\d{1,4})")
_WORDED = re.compile(
    r"(\d{1,2}) ([A-Z]{3,9})\.?,? (\d{2,4})|([A-Z]{3,9})\.? (\d{1,2}),? (\d{4})", re.IGNORECASE
)
_SUBJECT = re.compile(r"[ ]*S?U?B ?J? ?E? ?C?T?S?\b {0,2}:? {0,4}", re.IGNORECASE)
_LEADING_MARK = re.compile(rf"({MARK}) {{0,3}}")
_AFTER_SUBJECT = re.compile(
    r" (?:Sensitive [Bb]ut|SENSITIVE BUT UNCLASS|This (?:message|cable|is an) )"
    r"|[ ]?\bREF(?:S|TELS?|\(S\))? ?: |(?<=[A-Z])REF: ",
)
_CLASSIFIED = re.compile(r".{0,20}?CLASS?[A-Z]{0,3}IED {0,2}BY {0,2}:? {0,3}", re.IGNORECASE)
_REASON = re.compile(
    r"[\s,.;:(-]*(?:\b(?:for )?reasons?\b|\bE\.? ?O\.? ?\d{5}|\b1 ?\. ?[45]\b)", re.IGNORECASE
)
_SECTION = re.compile(r"\b(1 ?\. ?[45])(?!\d)[\s:(-]{0,5}")
_LETTER = re.compile(
    r"\(? ?([A-Ha-h]) ?\)?(?![A-Za-z])(?:[\s,;/&.-]|and\b|or\b){0,8}", re.IGNORECASE
)
_FOR = re.compile(
    r"^(?:PLEASE )?(?:PASS(?:ED)? (?:TO )?)?(.{0,60}?)\b(?:ALSO )?FOR\b[: ]{0,2}(.{1,200})$",
    re.IGNORECASE,
)
_PASS = re.compile(r"^(?:PLEASE |PLS )?PASS(?: TO)?:? (.{1,160})$", re.IGNORECASE)
TITLES = frozenset(table("vocabulary.yaml")["titles"].split())
_PARTICLES = frozenset(table("vocabulary.yaml")["particles"].split())


def order(text: str) -> tuple[str | None, str | None, str | None]:
    """Executive order, day of declassification (ISO), and how the line says it.

    >>> order("E.O. 12958: DECL: 03/12/2034")
    ('12958', '2034-03-12', '03/12/2034')
    """
    found = _ORDER.search(text)
    number = found and (found[1] or found[2])
    said = _DECLASSIFY.search(text)
    words = said[1] if said else (text[found.end() :] if found else "")
    words = re.split(r"(?i)\b(?:TAGS?|SUBJECT|REF)\b ?:", words.strip(" :,"))[0].strip(" :,;")
    return number or None, _day(words), words or None


def _day(words: str) -> str | None:
    if numbers := _NUMBERS.search(words):
        one, two, three = (int(n) for n in numbers.groups())
        if len(numbers[1]) == 4:  # noqa: PLR2004 - year, month, day
            return _iso(one, two, three)
        return _iso(century(three), one, two) or _iso(century(three), two, one)
    worded = _WORDED.search(words)
    if not worded:
        return None
    day, month, year = (worded[1] or worded[5], worded[2] or worded[4], worded[3] or worded[6])
    return _iso(century(int(year)), MONTHS.get(month.lower(), 0), int(day))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # no such day
        return None


def subject(text: str) -> Subject | None:
    """The subject: its mark and its words in one line, the label left out.

    >>> subject("SUBJECT: (S) EXERCISE: PUMPS FOR- ROME")
    Subject(marking='S', text='EXERCISE: PUMPS FOR- ROME', portal_title_truncated=None)
    """
    label = _SUBJECT.match(text)
    words = " ".join(text[label.end() if label else 0 :].split())
    for start, end in reversed(list(pages.inline(words))):
        words = f"{words[:start]} {words[end:]}"
    cut = _AFTER_SUBJECT.search(words)
    words = (words[: cut.start()] if cut else words).strip(" \\")
    mark = _LEADING_MARK.match(words)
    text = " ".join(words[mark.end() if mark else 0 :].split())
    return (
        Subject(mark[1].strip("()").upper() if mark else None, text) if text or mark else None
    )


def classified_by(text: str) -> tuple[ClassifiedBy | None, Reasons | None]:
    """Who classified it, and why.

    >>> classified_by("Classified By: Consul Ann Roe. Reason 1.4 (b), (d)")[0].name
    'Ann Roe'
    """
    label = _CLASSIFIED.match(text)
    if not label:
        return None, None
    rest = text[label.end() :]
    reason = _REASON.search(rest)
    who = (rest[: reason.start()] if reason else rest).strip(" ,.;:")
    name, title = _name_and_title(who)
    return ClassifiedBy(" ".join(text.split()), name, title), reasons(rest)


def _name_and_title(who: str) -> tuple[str | None, str | None]:
    if not who:
        return None, None
    parts = [part.strip() for part in who.split(",")]
    if len(parts) > 1:
        words = len(parts[-1].split())
        last_is_name = 1 < words <= NAME_WORDS and not _is_title(parts[-1])
        if not (_is_title(parts[0]) and last_is_name):
            inner, rest = _split_name(parts[0]), ", ".join(parts[1:])
            return (parts[0], rest) if not inner[1] else (inner[0], f"{inner[1]}, {rest}")
        return parts[-1], ", ".join(parts[:-1])
    return _split_name(who)


def _is_title(words: str) -> bool:
    """Is a word of an official title among these, or an office such as DAS or ISN/CTS?"""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    if first.isupper() and first.isalpha() and 1 < len(first) < OFFICE and not words.isupper():
        return True
    return any(w.strip(".").lower() in TITLES or "/" in w for w in words.split())


def _split_name(words: str) -> tuple[str | None, str | None]:
    """Title first, name last: the words after the last one of a title."""
    tokens = words.split()
    cut = len(tokens)
    while cut > 0 and not _is_title(tokens[cut - 1]) and len(tokens) - cut < _most(tokens):
        cut -= 1
    return " ".join(tokens[cut:]) or None, " ".join(tokens[:cut]) or None


def _most(tokens: list[str]) -> int:
    """How many words a name may have here: more with initials and particles."""
    small = [t for t in tokens[-5:] if t.lower() in _PARTICLES or re.fullmatch(r"[A-Z]\.", t)]
    return 3 if not any(map(_is_title, tokens)) else 2 + max(1, len(small))


def reasons(text: str) -> Reasons | None:
    """Section 1.4 or 1.5 and the letters.

    >>> reasons("Reasons: 1.4 (B),(D) and (H).").letters
    ('b', 'd', 'h')
    """
    section = _SECTION.search(text)
    if not section:
        return None
    letters: list[str] = []
    at = section.end()
    while (match := _LETTER.match(text, at)) and match.end() > at:
        letters.append(match[1].lower())
        at = match.end()
    return Reasons(section[1].replace(" ", ""), tuple(dict.fromkeys(letters)))


def _caption_words(words: str) -> list[str]:
    text = words.strip(" ,;.").upper()
    for pair in PAIRS:
        text = re.sub(rf"\b{pair.replace(' ', ' ?')}\b", pair.replace(" ", "_"), text)
    return [token.replace("_", " ") for token in re.split(r"[\s,;]+", text) if token]


def is_caption(words: str) -> bool:
    """Is the line a row of captions?

    >>> is_caption("EXERCISE SIPDIS"), is_caption("DEPT FOR ISN")
    (True, False)
    """
    tokens = _caption_words(words)
    return bool(tokens) and (
        all(token in CAPTIONS or token in PAIRS for token in tokens)
        or (len(tokens) == 1 and words.isupper() and words.isalpha() and len(words) > SHORT)
    )


def captions(words: str) -> list[str]:
    """The captions of one line.

    >>> captions("EXERCISE ROGER CHANNEL")
    ['EXERCISE', 'ROGER CHANNEL']
    """
    return _caption_words(words)


def passing(words: str) -> PassingLine:
    """A line for particular desks: the post, and who there.

    >>> passing("PLEASE PASS TO COMMERCE/BIS FOR OEE").post
    'COMMERCE/BIS'
    """
    raw = " ".join(words.split())
    if match := _FOR.match(raw):
        return PassingLine(raw, match[1].strip(" ,:") or None, _names(match[2]))
    if match := _PASS.match(raw):
        return PassingLine(raw, None, _names(match[1]))
    return PassingLine(raw, None, ())


def _names(words: str) -> tuple[str, ...]:
    parts = re.split(r" AND |, ?(?![^(]*\))|; ?", words, flags=re.IGNORECASE)
    return tuple(part.strip(" ,.") for part in parts if part.strip(" ,."))
