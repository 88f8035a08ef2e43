"""Words without which a pattern cannot match. In: a pattern; out: literal beginnings.

A sentence that holds none of them need not be searched: plain look-ups are ten times faster
than the search. Only the forms that the word lists use are understood; for any other pattern
the answer is "search".
"""

import re
from collections.abc import Iterator

_LEAST = 3
_LITERAL = re.compile(r"(?:\\b|\"|\\\")*([A-Za-z][A-Za-z ]*)")
_OPTIONAL = re.compile(r"[?*]|\{0")


def _parts(pattern: str, separator: str) -> list[str]:
    """A pattern cut at a separator that stands in no bracket."""
    found, depth, start, i = [], 0, 0, 0
    while i < len(pattern):
        char = pattern[i]
        if char == "\\":
            i += 2
            continue
        if char == "[":
            i = pattern.find("]", i + 2)
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == separator and depth == 0:
            found.append(pattern[start:i])
            start = i + 1
        i += 1
    return [*found, pattern[start:]]


def _groups(pattern: str) -> Iterator[str]:
    """The brackets of the pattern that must match: what stands in each ``(?:...)``."""
    depth, start, i = 0, 0, 0
    while i < len(pattern):
        char = pattern[i]
        if char == "\\":
            i += 2
            continue
        if char == "[":
            i = pattern.find("]", i + 2)
        elif char == "(":
            start = i if depth == 0 else start
            depth += 1
        elif char == ")":
            depth -= 1
            plain = pattern.startswith("(?:", start)
            if depth == 0 and plain and not _OPTIONAL.match(pattern, i + 1):
                yield pattern[start + 3 : i]
        i += 1


def _literal(alternative: str) -> str:
    """The letters an alternative must begin with; "" when there are too few."""
    match = _LITERAL.match(alternative)
    if match is None:
        return ""
    letters = match[1]
    if alternative[match.end() : match.end() + 1] in {"?", "*", "{"}:
        letters = letters[:-1]
    return letters.lower() if len(letters.strip()) >= _LEAST else ""


def anchors(pattern: str) -> tuple[tuple[str, ...], ...]:
    r"""Sets of beginnings: a text that the pattern matches holds one of each; () = not known.

    >>> anchors(r"\b(?:denied|refused)\b.{0,45}\b(?:licen[cs]e|permit)\b")
    (('denied', 'refused'), ('licen', 'permit'))
    >>> anchors(r"\bstruck (?:off|from)\b|x")
    ()
    """
    if len(_parts(pattern, "|")) > 1:
        return ()
    sets = [tuple(_literal(a) for a in _parts(group, "|")) for group in _groups(pattern)]
    if alone := _literal(pattern):
        sets.append((alone,))
    known = [found for found in sets if all(found)]
    return tuple(sorted(known, key=lambda found: (-min(map(len, found)), len(found))))


def may_match(sets: tuple[tuple[str, ...], ...], low: str) -> bool:
    """May a pattern with these anchors match the text, given in small letters?

    >>> may_match((("denied", "refused"), ("licen",)), "the licence was refused")
    True
    """
    return all(any(word in low for word in words) for words in sets)
