"""One entry of a METI notification: names, aliases and addresses. In: its text; out: ``Found``.

The texts come out of a PDF: lines run on or break anywhere, so nothing is known by its line
alone. Where an entry begins, and what the list is, do not belong here.
"""

import re
from dataclasses import dataclass

JAPANESE = re.compile("[\u3005\u3040-\u30fb\u3400-\u9fff\uff66-\uff9f]")
BULLET = re.compile(
    r"(?:(?<=\n)|(?<=[;\uff1b])|(?<=; and)|(?<=;and))[ \t]*[-\u2010-\u2015\u2212][ \t]*(?=\S)"
)
"""An alias begins behind a dash at the start of a line, or right behind the one before it."""
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
ANNOUNCED = re.compile(
    r",?\s*(?:a\.?\s*k\.?\s*a\.?,?\s*)?(?:\bthe\s*)?follow(?:ing)?\s*([a-z-]+?)\s*alias(?:es)?"
    r"\s*[:\uff1a;]?",
    re.IGNORECASE,
)
ALSO = re.compile(r"\u5225\s*\u79f0\s*[\uff1a:]")
SEATS = re.compile(r"\u6240\s*\u5728\s*\u5730\s*[\uff1a:]")
_BRACKET = re.compile(
    r"[\uff08(]\s*\u5225\s*\u79f0\s*[\u3001,\uff0c\uff1a:]?(.*)[\uff09)]", re.DOTALL
)
_BETWEEN = re.compile(
    rf"(.*{JAPANESE.pattern})([A-Z][\x20-\x7e\u2019]{{4,}})(\uff08[^\uff08\uff09]*\uff09)"
)
"""A name in Japanese, in English, and in Chinese inside a bracket, all on one line."""
_CHINESE = re.compile("[\uff08(]([\u3400-\u9fff\u3001]{4,})[\uff09)]")
_AND = "\u53ca\u3073"


@dataclass(frozen=True)
class Found:
    """What an entry says; ``announced`` is how many aliases it says that it has, or 0."""

    english: str
    japanese: str
    japanese_parts: tuple[str, ...]
    aliases: tuple[str, ...]
    also: tuple[str, ...]
    addresses: tuple[str, ...]
    announced: int


def entry(text: str) -> Found:
    """What does the text of one entry say?"""
    head, *seats = SEATS.split(text)
    head, *also = ALSO.split(head)
    names, *rest = ANNOUNCED.split(head, maxsplit=1)
    word, bullets = rest if rest else ("", "")
    bullets = "\n" + bullets if bullets[:1] not in ("", "\n") else bullets
    japanese, english = languages(names)
    return Found(
        english=english,
        japanese=japanese,
        japanese_parts=parts(japanese),
        aliases=tuple(_alias(one) for one in BULLET.split(bullets)[1:]),
        also=tuple(one for part in also for one in listed(part)),
        addresses=tuple(one for part in seats for one in _addresses(part)),
        announced=NUMBERS.get(word.lower(), 0),
    )


def languages(text: str) -> tuple[str, str]:
    r"""The Japanese name with its brackets, and the English name.

    The English begins with the first line without Japanese outside brackets; where there is
    none, behind the last Japanese sign.

    >>> languages("見本工場 AB\nSample Works\nAB")
    ('見本工場 AB', 'Sample Works AB')
    >>> languages("見本工場Sample Works")
    ('見本工場', 'Sample Works')
    """
    lines = text.strip().split("\n")
    open_brackets = 0
    for at, line in enumerate(lines):
        if at and open_brackets <= 0 and not JAPANESE.search(line) and line.strip():
            return one_line("\n".join(lines[:at])), one_line("\n".join(lines[at:]))
        open_brackets += len(re.findall("[\uff08(]", line)) - len(re.findall("[\uff09)]", line))
    whole = one_line(text)
    if between := _BETWEEN.fullmatch(whole):
        return between[1] + between[3], between[2].strip(" ,")
    ends = [match.end() for match in re.finditer(rf"{JAPANESE.pattern}[\uff09\u300d)]*", whole)]
    closed = whole.rfind("\uff09") + 1
    end = max([*ends, closed])
    return whole[:end].strip(), whole[end:].strip(" ,")


def parts(japanese: str) -> tuple[str, ...]:
    """The name before the bracket of other names, and each of those.

    >>> parts("A社(別称、B社、C社及びD社)")
    ('A社', 'B社', 'C社', 'D社')
    >>> parts("A社")
    ()
    """
    bracket = _BRACKET.search(japanese)
    base = japanese[: bracket.start()] if bracket else japanese
    others = bracket[1].split("\u3001") if bracket else []
    last = others[-1].split(_AND) if others else []
    others[-1:] = last if len(last) == 2 else others[-1:]  # noqa: PLR2004 - "B and C"
    chinese = _CHINESE.search(base)
    named = chinese[1].split("\u3001") if chinese else []
    found = [_CHINESE.sub("", base), *named, *others]
    clean = dict.fromkeys(one.strip() for one in found if one.strip())
    return tuple(one for one in clean if one != japanese)


def one_line(text: str) -> str:
    r"""The lines as one: no space behind a hyphen or between Japanese signs.

    >>> one_line("Nauchno-\nSample\nWorks ")
    'Nauchno-Sample Works'
    """
    joined = re.sub(r"(?<=[^\W\d_]-|\d-)[ \t]*\n[ \t]*(?=\w)", "", text.strip())
    signs = f"{JAPANESE.pattern[:-1]}\u3001\u300c\u300d\uff08\uff09]"
    joined = re.sub(rf"(?<={signs})\s*\n\s*|\s*\n\s*(?={signs})", "", joined)
    return " ".join(joined.split())


def listed(text: str) -> list[str]:
    r"""The names of a part headed "also called": Japanese ones, then English ones.

    >>> listed("A社; B社\nSample; Sample Works.")
    ['A社', 'B社', 'Sample', 'Sample Works']
    """
    lines = text.strip().split("\n")
    first = next((at for at, line in enumerate(lines) if not JAPANESE.search(line)), len(lines))
    groups = ("\n".join(lines[:first]), "\n".join(lines[first:]))
    names = [one_line(one) for group in groups for one in re.split("[;\uff1b]", group)]
    return [name.rstrip(".") if name == names[-1] else name for name in names if name]


def _alias(text: str) -> str:
    ended = re.sub(r"(?:[;,\uff1b]\s*(?:and\b\s*)*)+$", "", text.strip())
    last = ended == text.strip()
    return one_line(ended).rstrip(".") if last else one_line(ended)


def _addresses(text: str) -> list[str]:
    """Parted at semicolons: "X; and Y"."""
    return [one for one in re.split(r";\s*(?:and\b\s*)?", one_line(text)) if one.strip(" .")]
