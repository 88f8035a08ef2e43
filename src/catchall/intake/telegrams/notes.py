"""Notes, comments, summary, subparagraphs. In: a paragraph's clean words; out: places."""

import re
from collections.abc import Iterator

from catchall.intake.telegrams.lines import is_row
from catchall.intake.telegrams.mend import LABEL
from catchall.intake.telegrams.model import Note, Paragraph, Subparagraph, Summary
from catchall.intake.telegrams.offsets import View

_BRACKET = re.compile(
    r"[(\[] ?(?:BEGIN )?(?P<kind>NOTE|COMMENT|EMBASSY COMMENT|POST COMMENT|"
    r"EMBOFF COMMENT)\b ?[:.-]",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:BEGIN )?(?P<kind>NOTE|COMMENT)(?: ?:| ?\.)(?= )", re.IGNORECASE)
_CLOSE = {
    "NOTE": re.compile(r"\bEND (?:OF )?NOTE\b ?\.?", re.IGNORECASE),
    "COMMENT": re.compile(r"\bEND (?:OF )?COMMENT\b ?\.?", re.IGNORECASE),
}
_SUMMARY = re.compile(
    r"\b(?:BEGIN )?SUMMARY(?: AND (?:COMMENT|ACTION REQUEST|INTRODUCTION))? ?[:.-]",
    re.IGNORECASE,
)
_END_SUMMARY = re.compile(
    r"\bEND (?:OF )?SUMMARY(?: AND (?:COMMENT|ACTION REQUEST|INTRODUCTION))?\b ?\.?\)?",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?<=[.?!\n]) {0,2}\((?:[ivx]{1,4}|[a-h]|\d{1,2})\) (?=\S)")
SHORT = 4000


def _closing(text: str, start: int, end: int) -> int:
    """Behind the bracket that closes the one at ``start``; the paragraph's end at most."""
    depth = 0
    for at in range(start, end):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth -= 1
            if depth == 0:
                return at + 1
    return end


def _kind(word: str) -> str:
    return "COMMENT" if "COMMENT" in word.upper() else "NOTE"


def _spans(view: View, start: int, end: int, body: int) -> Iterator[tuple[str, int, int]]:
    text = view.text
    at = start
    while at < end:
        bracket, opened = _BRACKET.search(text, at, end), _OPEN.search(text, at, end)
        if bracket and (not opened or bracket.start() <= opened.start()):
            last = _closing(text, bracket.start(), end)
            yield _kind(bracket["kind"]), bracket.start(), last
            at = last
        elif opened:
            kind = opened["kind"].upper()
            close = _CLOSE[kind].search(text, opened.end(), end)
            if close:
                yield kind, opened.start(), close.end()
                at = close.end()
            elif opened.start() <= body + 1 and opened["kind"][0].isupper():
                yield kind, opened.start(), end
                at = end
            else:
                at = opened.end()
        else:
            break


def notes(
    view: View, paragraph: Paragraph, skip: tuple[tuple[int, int], ...] = ()
) -> list[Note]:
    """The notes and comments inside a paragraph; not those inside ``skip``.

    A comment that opens a paragraph and is never closed goes on to its end.
    """
    start, end = paragraph.passage.clean
    return [
        Note(kind, paragraph.number, view.passage(a, b))
        for kind, a, b in _spans(view, start, end, paragraph.body)
        if not any(first <= a < last for first, last in skip)
    ]


def summary(view: View, paragraph: Paragraph) -> Summary | None:
    """The summary that this paragraph holds or begins."""
    start, end = paragraph.passage.clean
    opened = _SUMMARY.search(view.text, start, min(end, paragraph.body + 60))
    if not opened:
        return None
    closed = _END_SUMMARY.search(view.text, opened.end(), end)
    return Summary(
        paragraph.number, view.passage(opened.start(), closed.end() if closed else end)
    )


def _labels(view: View, start: int, end: int, body: int) -> list[tuple[int, str]]:
    """Labels at the start of a line, and (i), (ii) after the end of a sentence."""
    found: dict[int, str] = {}
    at = body
    while 0 <= at < end:
        match = LABEL.match(view.text, at, end)
        line = view.text[at : at + 80].split("\n")[0]
        if match and match[0].strip() and not is_row(line.strip()):
            found[at + len(match[0]) - len(match[0].lstrip())] = match[0].strip()
        at = view.text.find("\n", at, end)
        at = at + 1 if at >= 0 else end
        while at < end and view.text[at] == "\n":
            at += 1
    for match in _INLINE.finditer(view.text, body, end):
        first = match.start() + len(match[0]) - len(match[0].lstrip())
        found.setdefault(first, match[0].strip())
    return sorted(found.items())


def _in_order(labels: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Only labels of rows that begin with a, i or 1 and have a second; and bullets."""
    names = {label.strip("().") for _, label in labels}
    names |= {name.lstrip("0123456789") for name in names}
    rows = [("a", "b"), ("i", "ii"), ("1", "2"), ("A", "B")]
    good = {first for first, second in rows if first in names and second in names}
    return [
        (at, label) for at, label in labels if _row(label.strip("()."), label) & (good | {"-"})
    ]


def _row(name: str, label: str) -> set[str]:
    if not name.strip("-*\u2022\u00b7o ") or label[0] in "-*\u2022\u00b7":
        return {"-"}
    rows = {"a"} if len(name) == 1 and name.islower() else set()
    rows |= {"i"} if set(name) <= set("ivx") else set()
    rows |= {"1"} if name.isdigit() else set()
    rows |= {"A"} if len(name) == 1 and name.isupper() else set()
    return rows | ({"a", "1"} if name[:1].isdigit() and name[-1:].isalpha() else set())


def subparagraphs(view: View, paragraph: Paragraph) -> list[Subparagraph]:
    """The labelled parts of a paragraph, each up to the next label."""
    start, end = paragraph.passage.clean
    labels = _in_order(_labels(view, start, end, paragraph.body))
    stops = [*(at for at, _ in labels[1:]), end][: len(labels)]
    return [
        Subparagraph(paragraph.number, label, view.passage(at, stop))
        for (at, label), stop in zip(labels, stops, strict=True)
    ]
