"""Federal Register citations that stand one after another. In: text; out: each by itself."""

import re

# "corrected by 79 FR 1" belongs to the citation before it
_NEXT = re.compile(
    r"(?<!corrected by )(?<!\S)(?=\d{1,3}\s+F\.?\s?R\.?\s+\d|Vol(?:ume)?[.,]?\s?\d)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:[\s,;]|\band$)+$")


def parted(text: str) -> list[str]:
    """Which citations does this text hold? Each as written, without what joined it to the next.

    >>> parted("46 F.R. 46154 9/17/81 and 46 F.R. 19290 3/30/81")
    ['46 F.R. 46154 9/17/81', '46 F.R. 19290 3/30/81']
    >>> parted("79 FR 35210 corrected by 79 FR 37384"), parted(" ")
    (['79 FR 35210 corrected by 79 FR 37384'], [])
    """
    pieces = (_ENDS.sub("", " ".join(piece.split())) for piece in _NEXT.split(text))
    return [piece for piece in pieces if piece]
