"""TAGS: traffic analysis by geography and subject. In: the words after TAGS; out: tags.

Source: 5 FAH-3 H-310. Words that no list knows stay together as one local term, or as a
person's name when they end with a given name or follow OVIP.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from catchall.intake.telegrams import pages
from catchall.intake.telegrams.model import Tag
from catchall.intake.telegrams.words import table

_DATA = table("tags.yaml")
KINDS: dict[str, str] = {
    word: kind
    for kind in ("organisation", "geographic", "programme", "subject")
    for word in _DATA[kind].split()
}
TERMS = frozenset(term for row in _DATA["terms"] for term in row)
CLOSING, NOT_TAGS = frozenset(_DATA["closing"]), frozenset(_DATA["not_tags"])
GIVEN = frozenset(_DATA["given"].split())
SAME: dict[str, str] = _DATA["same"]
WORDS = GIVEN | CLOSING | {word for term in TERMS for word in term.split()}
"""Words that are never taken apart."""
RUN = CLOSING | {word for word in (*KINDS, *TERMS) if len(word) > 3 or word in TERMS}  # noqa: PLR2004
LONGEST_TERM, LONGEST_RUN = 4, 120
JOINING = frozenset({"IN", "OF", "AND", "WITH", "ON"})
_LABEL = re.compile(r"\s*[A-Z ]{2,6}?\s*[:;,]|\s*TAGS?\b", re.IGNORECASE)
_TOKEN = re.compile(r"\([^()]{1,60}\)|,|[^\s,()]+")


def _is_known(word: str) -> bool:
    return word in KINDS or word in TERMS


def continues(before: str, line: str) -> bool:
    """Does this line go on with the tags of the line before it?

    >>> continues("TAGS: PARM PREL", "ETTC IR"), continues("TAGS: PARM", "something else")
    (True, False)
    """
    words = re.findall(r"[^\s,]+", line.upper())
    known = all(_is_known(w) or w in NOT_TAGS or len(_unglued(w)) > 1 for w in words)
    last = re.findall(r"[^\s,]+", before.upper())[-1:]
    term = " ".join([*last, *words]) in TERMS
    return bool(words) and (before.rstrip().endswith((",", "(")) or known or term)


@lru_cache(maxsize=4096)
def _unglued(word: str) -> tuple[str, ...]:
    """A run of tags without blanks, taken apart: ``PHUMPREL``; one of two letters at an end."""
    if _is_known(word) or word in WORDS or not word.isalpha():
        return (word,)
    return _run(word) or _run(word[:-2], word[-2:]) or _run(word[2:], "", word[:2]) or (word,)


def _run(word: str, last: str = "", first: str = "") -> tuple[str, ...]:
    """The tags and closing words that the letters are made of; empty when some stay over."""
    if any(end and end not in KINDS for end in (first, last)) or len(word) > LONGEST_RUN:
        return ()
    found: list[str] = []
    while word:
        head = next(
            (w for n in (5, 4, 6, 8, 7, 3) if (w := word[:n]) in RUN and len(w) == n), ""
        )
        if not head:
            return ()
        found.append(head)
        word = word[len(head) :]
    return (*filter(None, (first, *found, last)),)


def _spelled(word: str) -> str:
    """A tag with one letter too many or wrong, where a single tag is so near."""
    if _is_known(word) or len(word) < 5 or not word.isalpha():  # noqa: PLR2004 - short ones are all alike
        return word
    near = [k for k in KINDS if len(k) > 3 and OSA.distance(word, k, score_cutoff=1) <= 1]  # noqa: PLR2004
    return near[0] if len(near) == 1 else word


def _parts(text: str) -> list[list[str]]:
    """The words between commas; a name in brackets is a part of its own."""
    parts: list[list[str]] = [[]]
    for word in _TOKEN.findall(text):
        if word == ",":
            parts.append([])
        elif word.startswith("("):
            parts.extend(([word], []))
        else:
            parts[-1].extend(w for w in _unglued(word) if w not in NOT_TAGS)
    return [part for part in parts if part]


def _term(words: list[str]) -> int:
    for length in range(min(LONGEST_TERM, len(words)), 1, -1):
        if " ".join(words[:length]) in TERMS:
            return length
    return 0


def _unknown(words: list[str], *, visitor: bool) -> int:
    """How many words from here belong to one local term or name."""
    end = 1
    while end < len(words) and words[end - 1] not in CLOSING:
        if end == 2 and (words[1] in GIVEN or visitor):  # noqa: PLR2004 - surname, given name
            return end
        if words[end] in JOINING and end + 1 < len(words) and not _is_known(words[end + 1]):
            end += 2
        elif words[end] not in CLOSING and (_is_known(words[end]) or _term(words[end:])):
            break
        else:
            end += 1
    return end


def _tags(words: list[str], before: str) -> Iterator[str]:
    at = 0
    while at < len(words):
        word = _spelled(words[at])
        length = _term(words[at:])
        if not length and _is_known(word):
            yield word
            length = 1
        elif length:
            yield " ".join(words[at : at + length])
        else:
            length = _unknown(words[at:], visitor=before == "OVIP")
            yield _named(words[at : at + length], visitor=before == "OVIP")
        before = word
        at += length


def _named(words: list[str], *, visitor: bool) -> str:
    if len(words) == 2 and (words[1] in GIVEN or visitor):  # noqa: PLR2004 - surname, given name
        return ", ".join(words)
    return " ".join(words)


def _in_brackets(part: str) -> str:
    return ", ".join(" ".join(name.split()) for name in part.strip("()").split(","))


def _kind(tag: str) -> Tag:
    if "," in tag:
        return Tag(tag, "person")
    kind = KINDS.get(tag) or ("term" if tag in TERMS or " " in tag else "unknown")
    meaning = _DATA["meaning"].get(tag)
    return Tag(
        tag, kind, meaning or (_DATA["places"].get(tag) if kind == "geographic" else None)
    )


def read(text: str) -> tuple[Tag, ...]:
    """The tags of a TAGS field, each once, in order; the label may stand before them.

    >>> [tag.text for tag in read("TAGS: PARM, PHUMPREL CH")]
    ['PARM', 'PHUM', 'PREL', 'CH']
    """
    bare = _LABEL.sub("", text, count=1)
    for start, end in reversed(list(pages.inline(bare))):
        bare = f"{bare[:start]} , {bare[end:]}"
    found: dict[str, None] = {}
    before = ""
    for part in _parts(bare.upper().strip(" .;:")):
        if part[0].startswith("("):
            found[_in_brackets(part[0])] = None
            continue
        for tag in _tags(part, before):
            found[SAME.get(tag, tag)] = None
        before = part[-1]
    return tuple(map(_kind, found))
