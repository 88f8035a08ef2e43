"""Line ends inside sentences, broken and joined words. In: lines of a passage; out: edits.

A wrapped line gets a blank, a word cut in two is joined, a blank line inside a sentence goes.
Tables, lists and paragraphs keep their line ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catchall.intake.telegrams.headings import ended, is_heading, is_short
from catchall.intake.telegrams.lexicon import is_word
from catchall.intake.telegrams.lines import Line, is_underline
from catchall.intake.telegrams.offsets import Edit

LABEL = re.compile(
    r" *(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2}[a-z]?|[A-Z])[.)]{1,2}(?=\s|\()|"
    r"\((?:[a-z]|[ivx]{1,5}|\d{1,2}|[A-Z])\) ?|-{1,2} |--|[*\u2022\u00b7o] )"
)
_LEFT = re.compile(r"[A-Za-z]+$")
_RIGHT = re.compile(r"[a-z]+|[A-Z]+(?![a-z])")
_COLUMNS = re.compile(r"\S {3,}\S")
_COMMA = re.compile(r"(?<=[)\w])(,)(?=[A-Za-z]{2})")
ONE_LETTER = frozenset("aiAI")
BIT, MOST_BLANK = 2, 2
"""Letters of a bit that is surely no word; blank lines that may stand in a sentence."""


@dataclass(frozen=True)
class Mending:
    """An edit, and the defect that it repairs (None: an ordinary line end)."""

    edit: Edit
    kind: str | None
    start: int
    end: int
    repaired: str


def _is_cut(left: str, right: str, *, odd: bool) -> bool:
    """Is the line end between these letters inside a word? ``odd``: the line is too short."""
    if right.isupper():
        return left.isupper() and _is_cut_capitals(left.lower(), right.lower(), odd=odd)
    whole = is_word(left + right)
    if len(left) == 1 and left not in ONE_LETTER:
        return whole or not is_word(right)
    if len(right) == 1:
        return right != "a" or (whole and not is_word(left))
    return _is_one(left, right, odd=odd)


def _is_one(left: str, right: str, *, odd: bool) -> bool:
    """The same where both sides have letters enough to be words."""
    whole, known = is_word(left + right), (is_word(left), is_word(right))
    if not any(known):
        return whole or (odd and left.islower() and min(len(left), len(right)) <= BIT)
    likely = odd or not (known[0] and len(right) > BIT + 1)
    return whole and not all(known) and likely and (left[0].islower() or not known[0])


def _is_cut_capitals(left: str, right: str, *, odd: bool) -> bool:
    """The same for capitals, among which are letters that stand for something: PHASE B."""
    if min(len(left), len(right)) == 1:
        return is_word(left + right) and not (is_word(left) and right != "s")
    return _is_one(left, right, odd=odd)


def _next(lines: list[Line], at: int) -> int | None:
    """The next filled line, when no more than two blank lines stand before it."""
    here = at + 1
    while here < len(lines) and lines[here].blank:
        here += 1
    return here if here < len(lines) and here - at <= MOST_BLANK + 1 else None


def _tabular(line: Line) -> bool:
    return bool(_COLUMNS.search(line.text)) or is_underline(line) or line.text.startswith("   ")


def _parted(lines: list[Line], at: int, here: int) -> bool:
    """Does a new part begin at line ``here``, so that the line end must stay?"""
    apart = here > at + 1 or ended(lines[at].words) or LABEL.match(lines[at].text) is not None
    labelled = LABEL.match(lines[here].text) is not None and apart
    if labelled or _tabular(lines[at]) or _tabular(lines[here]):
        return True
    if here == at + 1 or lines[here].words[0].islower():
        return False
    heading = any(_alone(lines, i) and is_heading(lines[i].words) for i in (at, here))
    heading = heading or (
        _alone(lines, at) and is_short(lines[at].words) and _follows(lines, at)
    )
    return heading or ended(lines[at].words)


def _follows(lines: list[Line], at: int) -> bool:
    """Does the text above the line end a sentence?"""
    above = at - 1
    while above >= 0 and lines[above].blank:
        above -= 1
    return above >= 0 and ended(lines[above].words)


def _alone(lines: list[Line], at: int) -> bool:
    """Does the line stand between blank ones?"""
    above = at == 0 or lines[at - 1].blank
    return above and (at + 1 >= len(lines) or lines[at + 1].blank)


def _width(lines: list[Line]) -> int:
    return max((len(line.text) for line in lines), default=0)


def _begins_next(lines: list[Line], here: int, left: str) -> bool:
    """Is the line one letter that belongs to the word on the line below it?"""
    letter, after = lines[here].words, _next(lines, here)
    rest = _RIGHT.match(lines[after].words) if after is not None else None
    return (
        len(letter) == 1
        and rest is not None
        and is_word(letter + rest[0])
        and not is_word(left + letter)
    )


def _join(lines: list[Line], at: int, here: int, width: int) -> Mending:
    before, after = lines[at], lines[here]
    start, end = before.end, after.first
    left, right = _LEFT.search(before.text), _RIGHT.match(after.words)
    odd = len(before.text) + 1 + len(after.words.split(maxsplit=1)[0]) <= width
    blank = here > at + 1
    alone = _begins_next(lines, here, left[0] if left else "")
    alone = alone or LABEL.match(after.text) is not None
    if left and right and not alone and _is_cut(left[0], right[0], odd=odd or blank):
        word = before.words.rsplit(maxsplit=1)[-1] + after.words.split(maxsplit=1)[0]
        first = before.end - len(before.words.rsplit(maxsplit=1)[-1])
        last = after.first + len(after.words.split(maxsplit=1)[0])
        return Mending(Edit(start, end, ""), "word_split_by_newline", first, last, word)
    dash = re.search(r"\w-$", before.text) and re.match(r"\w", after.words)
    text = "" if dash or after.words[0] in ".,;:)" else " "
    return Mending(
        Edit(start, end, text),
        "blank_line_inside_sentence" if blank else None,
        start,
        end,
        text,
    )


def _commas(lines: list[Line]) -> Iterator[Mending]:
    for line in lines:
        for match in _COMMA.finditer(line.text):
            at = line.start + match.start()
            first = line.text.rfind(" ", max(0, match.start() - 60), match.start()) + 1
            last = line.text.find(" ", match.end(), match.end() + 60)
            token = line.text[
                max(first, match.start() - 60) : last if last > 0 else match.end() + 60
            ]
            if "/" in token or "@" in token:
                continue
            words = token.replace(",", ", ", 1)
            yield Mending(
                Edit(at + 1, at + 1, " "), "missing_space_after_comma", at, at + 1, words
            )


def mend(lines: list[Line]) -> list[Mending]:
    r"""What must be changed so that the passage reads without its line ends.

    >>> from catchall.intake.telegrams.lines import split
    >>> from catchall.intake.telegrams.offsets import View
    >>> view = View.of("a hold little el\nse of the paper goods in that room")
    >>> view.edit(m.edit for m in mend(split(view))).text
    'a hold little else of the paper goods in that room'
    """
    width = _width(lines)
    found = list(_commas(lines))
    for at, line in enumerate(lines):
        here = None if line.blank else _next(lines, at)
        if here is not None and not _parted(lines, at, here):
            found.append(_join(lines, at, here, width))
    return sorted(found, key=lambda m: m.edit.start)
