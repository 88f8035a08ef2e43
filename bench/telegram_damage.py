"""Damage done to a telegram on purpose. In: text and a seed; out: the same message, damaged.

Each kind of damage leaves every value of header, references, paragraphs and headings readable
to a person. ``lost_marks`` takes the portion marks away; they are then compared as None.
"""

import random
import re
from collections.abc import Callable

_PARAGRAPH = re.compile(r"^(\d{1,2}\. )(\([A-Z/]+(?: [A-Z, ]+)?\) )", re.MULTILINE)
_WORD = re.compile(r"(?<=[a-z ])([a-z]{4,12})(?=[ ,.\n])")
_STATION = re.compile(
    r"^(?:S E C R E T|C O N F I D E N T I A L|UNCLAS)(?: SECTION \d\d OF \d\d)?"
    r" ([A-Z ]+?) (\d{4,6})",
    re.MULTILINE,
)


def _body_start(text: str) -> int:
    match = re.search(r"^1\. ", text, re.MULTILINE)
    return match.start() if match else len(text)


def broken_words(text: str, rng: random.Random) -> str:
    """Words cut in two by a line end, the rest of the line after it."""
    start = _body_start(text)
    found = [
        m
        for m in _WORD.finditer(text, start)
        if "-" * 3 not in text[m.start() - 60 : m.end() + 60]
    ]
    for match in sorted(rng.sample(found, min(4, len(found))), key=lambda m: -m.start()):
        cut = rng.choice((1, len(match[1]) - 1, len(match[1]) // 2))
        text = text[: match.start() + cut] + "\n" + text[match.start() + cut :]
    return text


def joined_words(text: str, rng: random.Random) -> str:
    """Blanks lost between two words of a paragraph."""
    start = _body_start(text)
    found = [m for m in re.finditer(r"(?<=[a-z]{3}) (?=[a-z]{3})", text) if m.start() > start]
    for match in sorted(rng.sample(found, min(4, len(found))), key=lambda m: -m.start()):
        text = text[: match.start()] + text[match.end() :]
    return text


def page_lines(text: str, rng: random.Random) -> str:
    """Page lines inside sentences."""
    station = _STATION.search(text)
    name, serial = (station[1].strip(), int(station[2])) if station else ("ROME", 1196)
    start = _body_start(text)
    found = [m for m in re.finditer(r"(?<=[a-z,])\n(?=[a-z])", text) if m.start() > start]
    for i, match in enumerate(
        sorted(rng.sample(found, min(3, len(found))), key=lambda m: -m.start())
    ):
        line = rng.choice(
            (
                f"{name} {serial:08}  {i + 1:03}.2 OF 003",
                f"PAGE {i + 2:02} {name[:6].strip()} {serial:05} {i + 1:02} OF 03 082030Z",
                f"UNCLASSIFIED    PAGE {i + 2:02}    {name[:6].strip()}  {serial:05}  082030Z",
            )
        )
        text = text[: match.start()] + f"\n\n{line}\n\n" + text[match.end() :]
    return text


def blank_lines(text: str, rng: random.Random) -> str:
    """Blank lines inside sentences."""
    start = _body_start(text)
    found = [m for m in re.finditer(r"(?<=[a-z])\n(?=[a-z])", text) if m.start() > start]
    for match in sorted(rng.sample(found, min(4, len(found))), key=lambda m: -m.start()):
        text = text[: match.start()] + "\n\n" + text[match.end() :]
    return text


def sections(text: str, rng: random.Random) -> str:
    """The message in two sections, the class line between two paragraphs or in one."""
    station = _STATION.search(text)
    cuts = [
        m.start()
        for m in re.finditer(r"^\d{1,2}\. ", text, re.MULTILINE)
        if m.start() > _body_start(text)
    ]
    if not station or not cuts or " SECTION " in station[0]:
        return text
    label = station[0][: station.start(1) - station.start()].strip()
    at = rng.choice(cuts)
    rest = text[at:]
    heading = text.rfind("\n\n", 0, at - 2)
    if "\n---" in text[heading:at] or "\n===" in text[heading:at]:
        at = heading + 2
        rest = text[at:]
    first = (
        text[: station.start()]
        + f"{label} SECTION 01 OF 02 {station[1]} {station[2]}"
        + text[station.end() : at]
    )
    return (
        first + f"{label} {rng.choice(('SECTION', 'SECTIO', 'SCTION'))}"
        f" 02 OF 02 {station[1]} {station[2]}\n\n"
        f"SIPDIS\n\n" + rest
    )


def lost_marks(text: str, rng: random.Random) -> str:
    """Every second portion mark lost."""
    count = [rng.randint(0, 1)]

    def lose(match: re.Match[str]) -> str:
        count[0] += 1
        return match[1] if count[0] % 2 else match[0]

    return _PARAGRAPH.sub(lose, text)


def line_ends(text: str, rng: random.Random) -> str:
    """CR LF, no-break spaces and blanks before line ends."""
    text = re.sub(
        r"(?<=[a-z]) (?=[a-z])", lambda m: "\xa0" if rng.randrange(5) == 0 else m[0], text
    )
    return text.replace("\n", " \r\n" if rng.randrange(2) == 0 else "\r\n")


def glued(text: str, rng: random.Random) -> str:
    """Header labels that lost the line end before them."""
    start = _body_start(text)
    head = re.sub(
        r"\n\n?(?=(?:REFS?|Ref): |Classified By:|CLASSIFIED BY:)",
        lambda m: "" if rng.randrange(4) > 0 else m[0],
        text[:start],
    )
    return head + text[start:]


def garble(text: str, rng: random.Random) -> str:
    """Corrupted signs in paragraphs: (#####), [garbled], a letter lost in a word."""
    start = _body_start(text)
    found = list(_WORD.finditer(text, start))
    for match in sorted(rng.sample(found, min(5, len(found))), key=lambda m: -m.start()):
        word = rng.choice(("(#####)", "[garbled]", match[1][:-1], "XXXXXXXXXXXX"))
        text = text[: match.start()] + word + text[match.end() :]
    return text


def signs(text: str, _rng: random.Random) -> str:
    """Pilcrows before numbers, entities for line ends, backslashes at them."""
    text = re.sub(r"^(\d{1,2}\. )", "\xb6\\1", text, flags=re.MULTILINE)
    return (
        text.replace("\n", " \\\n", 40).replace("\n\n", "&#x000A;\n", 3)
        if "\n\n" in text
        else text
    )


DAMAGE: dict[str, Callable[[str, random.Random], str]] = {
    f.__name__: f
    for f in (
        broken_words,
        joined_words,
        page_lines,
        blank_lines,
        sections,
        lost_marks,
        line_ends,
        glued,
        garble,
        signs,
    )
}
