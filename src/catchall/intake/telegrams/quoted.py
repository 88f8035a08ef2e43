"""A text quoted inside a paragraph. In: the clean words of the paragraph; out: a ``Paper``."""

import re

from catchall.intake.telegrams.body import BEGIN, END
from catchall.intake.telegrams.headings import is_heading, is_short
from catchall.intake.telegrams.levels import level
from catchall.intake.telegrams.lines import is_row
from catchall.intake.telegrams.model import Paper, PaperSection, Paragraph
from catchall.intake.telegrams.offsets import Passage, View

_MARKING = re.compile(
    r" *[(\[]?(?P<class>TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|SBU|"
    r"SENSITIVE BUT UNCLASSIFIED|UNCLAS|RESTRICTED|[SCU])"
    r"(?:[ /,]{1,3}(?P<rest>[A-Z][A-Z0-9 ,/&-]{0,120}))?[)\]]? *",
)
_RELEASE = re.compile(r"(?:\bREL(?:EASABLE)?(?: TO)?|/REL(?: TO)?)\b[ :]*(?P<to>.*)")
_NUMBERED = re.compile(r" *\d{1,2}\. ")
FULL = {"S": "SECRET", "C": "CONFIDENTIAL", "U": "UNCLASSIFIED", "UNCLAS": "UNCLASSIFIED"}


def _blocks(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of the clean text; after mending, each is a passage of its own."""
    found, at = [], start
    for text in view.text[start:end].split("\n"):
        if text.strip():
            found.append((at, at + len(text)))
        at += len(text) + 1
    return found


def _is_marking(words: str) -> re.Match[str] | None:
    match = _MARKING.fullmatch(words)
    if not match or not (words.strip().startswith(("(", "[")) or level(words) or match["rest"]):
        return None
    return match


def _released(rest: str) -> tuple[str, ...]:
    match = _RELEASE.search(rest)
    return (
        tuple(w.strip() for w in re.split(r",| AND ", match["to"]) if w.strip())
        if match
        else ()
    )


def _sections(view: View, blocks: list[tuple[int, int]], end: int) -> tuple[PaperSection, ...]:
    heads: list[tuple[int, int] | None] = []
    texts: list[list[tuple[int, int]]] = []
    for i, (a, b) in enumerate(blocks):
        words = view.text[a:b].strip()
        if is_row(view.text[a:b]):
            continue
        follows = i + 1 < len(blocks)
        if (is_heading(words) or is_short(words)) and follows:
            heads.append((a, b))
            texts.append([])
        else:
            if not heads:
                heads.append(None)
                texts.append([])
            texts[-1].append((a, b))
    return tuple(
        PaperSection(
            view.passage(*head) if head else None,
            view.passage(text[0][0], text[-1][1]) if text else view.passage(end, end),
        )
        for head, text in zip(heads, texts, strict=True)
    )


def _mention(view: View, title: Passage | None, before: int) -> Passage | None:
    """Where the message speaks of the paper by its title, in quotes, before it."""
    if title is None:
        return None
    words = r"\s+".join(map(re.escape, title.text.split()[:30]))
    match = re.search(rf"[\"\u201c]{words}[,.]?[\"\u201d]", view.text[:before], re.IGNORECASE)
    return view.passage(*match.span()) if match else None


def papers(view: View, paragraph: Paragraph) -> list[Paper]:
    """Every text quoted in this paragraph."""
    found: list[Paper] = []
    start, end = paragraph.passage.clean
    at = start
    while begin := BEGIN.search(view.text, at, end):
        close = END.search(view.text, begin.end(), end)
        found.append(_paper(view, paragraph, begin, close))
        at = close.end() if close else end
    return found


def _paper(
    view: View, paragraph: Paragraph, begin: re.Match[str], close: re.Match[str] | None
) -> Paper:
    last = close.start() if close else paragraph.passage.clean.end
    blocks = _blocks(view, begin.end(), last)
    marking: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    while blocks and (marking is None or title is None):
        words = view.text[slice(*blocks[0])].strip()
        if is_row(words):
            blocks.pop(0)
        elif marking is None and _is_marking(words):
            marking = blocks.pop(0)
        elif title is None and len(blocks) > 1 and _is_title(words):
            title = blocks.pop(0)
        else:
            break
    marked = _is_marking(view.text[slice(*marking)].strip()) if marking else None
    shown = view.passage(*title) if title else None
    return Paper(
        paragraph.number,
        shown,
        view.passage(*marking) if marking else None,
        FULL.get(marked["class"], marked["class"]) if marked else None,
        _released(marked["rest"] or "") if marked else (),
        view.passage(begin.start(), close.end() if close else last),
        begin[0].strip(),
        close[0].strip() if close else None,
        _sections(view, blocks, last),
        _mention(view, shown, begin.start()),
        numbered=any(_NUMBERED.match(view.text[a:b]) for a, b in blocks),
    )


def _is_title(words: str) -> bool:
    return is_heading(words.rstrip(":")) or (len(words) < 160 and words.isupper())  # noqa: PLR2004
