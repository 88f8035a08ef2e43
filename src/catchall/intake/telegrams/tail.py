"""What follows the last paragraph: signature, end marks, a page's footer. In, out: lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from catchall.intake.telegrams import pages
from catchall.intake.telegrams.headings import ended
from catchall.intake.telegrams.levels import level
from catchall.intake.telegrams.lines import BANNER, Line

MOST_AFTER, LONGEST_AFTER, LONGEST_NAME, SENTENCE = 40, 90, 45, 60
_NAME = re.compile(
    r"[A-Z][A-Z'\u2019-]*[A-Z0-9.](?:(?: |, | ?/ ?| ?& "
    r"?)(?:[A-Z][A-Z.'\u2019-]*|[IVX]+|\d{1,2})){0,4}\d{0,2}"
)
_NOT_NAME = re.compile(
    r"COMMENT|NOTE|SUMMARY|END|NNNN|TEXT|ANNEX|ATTACHMENT|UNCLAS|SECRET|"
    r"CONFIDENTIAL|EXERCISE|SHARE|PAGE|BEGIN|NOTAL"
)
_WEB = re.compile(
    r"(?:share|tweet|facebook|bluesky|twitter|mastodon|print|e-?mail|download|"
    r"next|previous|back|home|top|cable viewer|raw|view|log ?in|about|contact|"
    r"privacy|"
    r"search|help|donate|copyright|\u00a9|https?:|www\.|follow|related|tags:|"
    r"permalink|this cable|reddit|linkedin|whatsapp|telegram app|x\.com)",
    re.IGNORECASE,
)
_HANDLING = re.compile(
    r"^OFFICIAL\b|NOTE BY OC/T|\bNOT PASSED\b|\bTHIS (?:MESSAGE|CABLE) (?:IS|MUST)|RETURN "
    r"TO|DESTROY|DISTRIBUTION|HANDLE|RELEASABLE|PROTECT",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tail:
    """Where the last paragraph ends, the signature's lines, and noise: (kind, first, last)."""

    text: int
    signature: tuple[int, int] | None
    noise: tuple[tuple[str, int, int], ...]


def is_name(words: str) -> bool:
    """Could this line be a signature: one or two names in capitals?

    >>> is_name("AGUILERA-ROSS"), is_name("END COMMENT")
    (True, False)
    """
    return (
        len(words) <= LONGEST_NAME
        and not pages.is_end(words)
        and bool(_NAME.fullmatch(words))
        and not _NOT_NAME.match(words)
    )


def _kind(words: str) -> str:
    if pages.is_end(words):
        return "end_of_message"
    if BANNER.match(words):
        return "exercise_banner"
    if level(words) is not None or _HANDLING.search(words):
        return "handling_footer"
    return "portal_footer"


def _noise(lines: list[Line], first: int) -> tuple[tuple[str, int, int], ...]:
    """The filled lines from ``first`` on; neighbours of one kind are one piece."""
    found: list[tuple[str, int, int]] = []
    for at in range(first, len(lines)):
        if lines[at].blank:
            continue
        kind = _kind(lines[at].words)
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1], at + 1)
        else:
            found.append((kind, at, at + 1))
    return tuple(found)


def _is_footer(lines: list[Line], first: int) -> bool:
    rest = (lines[at] for at in range(first, len(lines)) if not lines[at].blank)
    filled = list(islice(rest, MOST_AFTER + 1))
    return len(filled) <= MOST_AFTER and all(
        (
            len(line.words) <= LONGEST_AFTER
            and not (line.words.endswith(".") and len(line.words) > SENTENCE)
        )
        or _kind(line.words) != "portal_footer"
        for line in filled
    )


def signature(lines: list[Line], floor: int) -> tuple[int, int] | None:
    """The first name after the last paragraph's text that only a footer follows."""
    for at in range(floor + 1, len(lines)):
        apart = (
            lines[at - 1].blank or ended(lines[at - 1].words) or is_name(lines[at - 1].words)
        )
        if not (apart and is_name(lines[at].words)):
            continue
        last = at + 1
        while last < len(lines) and is_name(lines[last].words):
            last += 1
        if _is_footer(lines, last) and _before_ended(lines, at, floor):
            return at, last
    return None


def _before_ended(lines: list[Line], at: int, floor: int) -> bool:
    while at > floor and lines[at - 1].blank:
        at -= 1
    return ended(lines[at - 1].words) or len(lines[at - 1].words) < 50  # noqa: PLR2004


def _unsigned(lines: list[Line], floor: int) -> int:
    """Where the text ends in a message without a signature: before footer words."""
    end = len(lines)
    for at in range(len(lines) - 1, floor, -1):
        words = lines[at].words
        if not words:
            continue
        if _kind(words) == "portal_footer" and not (
            _WEB.match(words) and len(words) < LONGEST_AFTER
        ):
            break
        end = at
    return end


def read(
    lines: list[Line],
    floor: int,
    signed_at: Callable[[list[Line], int], tuple[int, int] | None] = signature,
) -> Tail:
    """The tail of a message whose last paragraph starts at line ``floor``."""
    signed = signed_at(lines, floor)
    if signed:
        return Tail(signed[0], signed, _noise(lines, signed[1]))
    end = _unsigned(lines, floor)
    return Tail(end, None, _noise(lines, end))
