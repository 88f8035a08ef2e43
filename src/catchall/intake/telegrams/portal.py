"""A web page's label block above a telegram. In: lines before the telegram; out: its values.

The labels stand first, each on a line, then the values in the same order; or label and value
stand on one line. The title and the tags follow.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from catchall.intake.telegrams.lines import Line
from catchall.intake.telegrams.offsets import Span, View

LABELS = {
    "identifier": "identifier",
    "reference id": "identifier",
    "reference": "identifier",
    "cable id": "identifier",
    "id": "identifier",
    "message id": "identifier",
    "created": "created",
    "date": "created",
    "released": "released",
    "classification": "classification",
    "origin": "origin",
    "from": "origin",
    "source": "origin",
}
_PAIR = re.compile(r" *([A-Za-z ]{2,14}?) ?: +(\S.{0,120})")
_TITLE = re.compile(r" *(?:Cable )?title ?: *(.*)", re.IGNORECASE)
_TAGS = re.compile(r" *Tags ?:", re.IGNORECASE)
_CREATED = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")
_IDENTIFIER = re.compile(r"\d{2,4}[A-Z][A-Z0-9 .'-]{1,40}\d")


@dataclass(frozen=True)
class Portal:
    """Field -> value, and field -> its place in the raw text; the title as the page has it."""

    values: Mapping[str, str]
    spans: Mapping[str, Span]
    title: str | None


def _name(line: Line) -> str | None:
    return LABELS.get(line.words.rstrip(":").strip().lower())


def _columns(filled: list[Line]) -> dict[str, Line]:
    at = 0
    while at < len(filled) and not _name(filled[at]):
        at += 1
    names: list[str] = []
    while at < len(filled) and (name := _name(filled[at])):
        names.append(name)
        at += 1
    values = filled[at : at + len(names)] if len(names) > 1 else []
    return dict(zip(names, values, strict=False))


def _pairs(filled: list[Line]) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for line in filled:
        match = _PAIR.fullmatch(line.text.rstrip())
        name = LABELS.get(match[1].strip().lower()) if match else None
        if match and name:
            found.setdefault(name, (match[2].strip(), line.start + match.start(2)))
    return found


def _title(filled: list[Line]) -> str | None:
    for at, line in enumerate(filled):
        if match := _TITLE.fullmatch(line.text):
            words = [match[1].strip()] if match[1].strip() else []
            for following in filled[at + 1 :]:
                if _TAGS.match(following.text) or len(words) > 4:  # noqa: PLR2004 - a title is short
                    break
                words.append(following.words)
            return " ".join(" ".join(words).split()) or None
    return None


def created(text: str) -> str:
    """The time of the page in ISO form; other words as they are.

    >>> created("2009-03-12 08:15:00")
    '2009-03-12T08:15:00'
    """
    match = _CREATED.match(text)
    if not match:
        return text
    return f"{match[1]}-{match[2]}-{match[3]}T{match[4]}:{match[5]}:{match[6] or '00'}"


def read(view: View, lines: list[Line]) -> Portal | None:
    """The label block in these lines; None when there is none."""
    filled = [line for line in lines if not line.blank]
    places = {k: (line.words, line.first) for k, line in _columns(filled).items()}
    places = {**_pairs(filled), **places}
    title = _title(filled)
    if len(places) < 2 and title is None:  # noqa: PLR2004 - one label alone is a word of the text
        return None
    values = {name: words for name, (words, _) in places.items()}
    spans = {name: view.span(at, at + len(words)) for name, (words, at) in places.items()}
    if "created" in values:
        values["created"] = created(values["created"])
    return Portal(values, spans, title)
