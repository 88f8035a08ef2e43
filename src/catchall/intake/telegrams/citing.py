"""Where the body cites a reference. In: clean words of paragraphs; out: letters and places."""

import re
from collections.abc import Iterator

_LETTERS = r"(?:\(?[A-Z]\)?|\([a-z]\))(?:\.(?=[ ,;)]))?"
_CITED = re.compile(
    rf"\b[Rr][Ee][Ff](?:[Ss]|[Tt][Ee][Ll][Ss]?|\([Ss]\))?\.? "
    rf"{{0,2}}(?P<row>{_LETTERS}(?![\w'\u2019])"
    rf"(?:(?: ?, ?(?:and )?| ?(?:and|AND|&|-|through|thru|or) ?| ?/ "
    rf"?){_LETTERS}(?![\w'\u2019])){{0,12}})"
)
_ALL = re.compile(r"\b[Rr][Ee][Ff][Tt][Ee][Ll][Ss]?\b(?! \(?[A-Z]\b)")
_RANGE = re.compile(r"([A-Z])\)?\s?(?:-|through|thru)\s?\(?([A-Z])")


def _upper(row: str) -> str:
    """Letters in brackets as capitals: ``(c)`` is C."""
    return re.sub(r"\(([a-z])\)", lambda m: m[0].upper(), row)


def cited(text: str, start: int, end: int) -> Iterator[tuple[tuple[str | None, ...], int, int]]:
    """Letters cited (None: the only reference), and from where to where.

    >>> list(cited("see Refs B and C.", 0, 17))
    [(('B', 'C'), 4, 16)]
    """
    for match in _CITED.finditer(text, start, end):
        row = match["row"]
        letters = list(
            dict.fromkeys(re.findall(r"[A-Z](?![A-Z])", _upper(row).replace("AND", ",")))
        )
        for a, b in _RANGE.findall(_upper(row)):
            letters += [chr(c) for c in range(ord(a) + 1, ord(b)) if chr(c) not in letters]
        last = match.start() + len(match[0].rstrip("."))
        last -= 1 if row.rstrip(".").endswith(")") and row.count("(") < row.count(")") else 0
        yield tuple(sorted(letters)), match.start(), last
    for match in _ALL.finditer(text, start, end):
        yield (None,), *match.span()
