"""Names inside one cell that holds several, parted by a sign that names hold too. Text only.

"A Works, B Works" are two names, "A Works Co., Ltd" and "Sample, Ann" are one each: only what
is surely a name is taken out, and the cell as filed is kept beside it by the caller.
"""

import re

from catchall.text.legal_forms import places
from catchall.text.normal import fold

_FEWEST = 2
"""Letters of a name; a single letter between commas is an initial."""
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3}")
_OPENING, _CLOSING = "(\u201c\u201e\u00ab[", ")\u201d\u00bb]"


def parts(text: str, separator: str, known: str) -> tuple[str, ...]:
    """Which names stand in this cell beside ``known``, the name of the record?

    A part that is a legal form belongs to the part before it, and so does one inside brackets
    or quotation marks.

    >>> parts("Sample Co., Ltd, Probe Works, SPW", ", ", "Sample Co., Ltd")
    ('Probe Works', 'SPW')
    >>> parts("Probe Works, Ltd", ", ", "Sample Co., Ltd")
    ()
    """
    rest = text.strip()
    if known and rest.startswith(known + separator):
        rest = rest[len(known + separator) :]
    pieces = _pieces(rest, separator)
    if len(pieces) == 1 and rest == text.strip():
        return ()  # the cell as filed is the name
    named = (piece for piece in pieces if sum(map(str.isalpha, piece)) >= _FEWEST)
    return tuple(dict.fromkeys(piece for piece in named if piece != known))


def is_whole(name: str) -> bool:
    """Is it more than one word, or a name in a script without spaces?

    A single word between commas may be the given name of the one before: "Sample, Ann".

    >>> is_whole("Ann B. Sample"), is_whole("Ann")
    (True, False)
    """
    return len(name.split()) > 1 or bool(_SPACELESS.search(name))


def _pieces(text: str, separator: str) -> list[str]:
    """The parts, each with the legal forms and closing brackets that follow it."""
    found: list[str] = []
    for part in text.split(separator):
        if found and (_belongs(part) or _is_open(found[-1])):
            found[-1] += separator + part
        else:
            found.append(part)
    return [" ".join(piece.split()).strip(" ,;") for piece in found]


def _belongs(part: str) -> bool:
    """Is the part the end of the name before it: nothing but legal forms?"""
    words = fold(part).split()
    inside = {at for start, stop, _ in places(words) for at in range(start, stop)}
    forms = bool(words) and len(inside) == len(words)
    return forms or bool(_SHORT_FORM.fullmatch(part.strip()))


_SHORT_FORM = re.compile(r"(?:[^\W\d_]{1,2}\.\s?){1,4}|[^\W\d_]{1,2}|(?:[JS]r|I{1,3}|\d+)\.?")


def _is_open(piece: str) -> bool:
    """Does a bracket or quotation mark stand open in it?"""
    opened = sum(piece.count(sign) for sign in _OPENING)
    return opened > sum(piece.count(sign) for sign in _CLOSING)
