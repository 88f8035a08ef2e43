"""Prose into sentences. In: flat text; out: [start, end) of each sentence.

A dot after an abbreviation, an initial or a legal form ends no sentence, unless a word that
only begins sentences follows. A label such as "(ii)" or "b." begins one.
"""

import re

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|St|No|Nos|vs|approx|cf|e\.g|i\.e|"
    r"Co|Ltd|Inc|Corp|"
    r"Sdn|Bhd|Pte|Pvt|Pty|Int'l|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ref|para|Art|Sp)"
    r"|\b[A-Z]|\b[A-Za-z]\.[A-Za-z]|[\s(][a-z])\.$"
)
_STARTERS = re.compile(
    r"(?:The|It|In|On|He|She|They|This|These|A|An|We|Our|At|As|According|But|However|His|Her|"
    r"There|Since|When|Post|No|Both|Its|Brazil|Customs|Company|Nothing|Please|If|After)\b"
)
_BREAK = re.compile(
    r"[.!?][\"'\u201d\u2019)]*\s+(?=[\"'\u201c(\[]?[A-Z0-9(])|\s(?=\([ivx]+\)\s)|"
    r";\s(?=\([a-z0-9]\))"
)


def split(text: str) -> list[tuple[int, int]]:
    """Where does each sentence of this text stand?

    >>> text = "It met Mr. Hu. He left."
    >>> [text[a:b].strip() for a, b in split(text)]
    ['It met Mr. Hu.', 'He left.']
    """
    cuts = [0]
    for match in _BREAK.finditer(text):
        before = text[: match.start() + 1]
        if _ABBREVIATION.search(before[-12:]) and not _STARTERS.match(text, match.end()):
            continue
        cuts.append(match.end())
    return [
        (a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True) if text[a:b].strip()
    ]
