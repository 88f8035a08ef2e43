"""Words of a goods description, made comparable. In: text; out: tokens with their place in it.

Case, accents, width, plural, US and UK spelling and hyphens do not count. No meaning here.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[\u3400-\u9fff]|[a-z]+|[0-9]+|[^\W\d_]+")
_SPELLING = {
    "aluminum": "aluminium", "fiber": "fibre", "fiberglass": "fibreglass", "liter": "litre",
    "meter": "metre", "center": "centre", "gray": "grey", "isomolded": "isomoulded",
    "color": "colour", "mold": "mould", "molding": "moulding", "molded": "moulded",
    "vapor": "vapour", "enameled": "enamelled", "tire": "tyre",
    "jewelry": "jewellery", "gage": "gauge", "axes": "axis", "axe": "axis", "armor": "armour",
    "armored": "armoured", "gyroscope": "gyro", "gyroscopic": "gyro", "caesium": "cesium",
    "fibreoptic": "fibre", "catalog": "catalogue", "hydroxyl": "hydroxy", "harbor": "harbour",
    "theater": "theatre", "caliber": "calibre", "plow": "plough", "gases": "gas",
    "modeling": "modelling", "signaling": "signalling", "labeled": "labelled", "lenses": "lens",
    "traveling": "travelling", "channeled": "channelled", "analog": "analogue", "odor": "odour",
    "haemoglobin": "hemoglobin", "defense": "defence", "matrices": "matrix", "foetus": "fetus",
    "vertices": "vertex", "dies": "die", "biases": "bias", "knives": "knife",
    "optics": "optic", "electronics": "electronic", "avionics": "avionic",
}  # fmt: skip
_RULES = (  # one spelling for both sides of the sea
    (re.compile(r"(?<=[a-z]{2})iz(?=e|ing|ation|able)"), "is"),
    (re.compile(r"(?<=[a-z]{2})yz(?=e|ing)"), "ys"),
    (re.compile(r"sulf"), "sulph"),
)
_STEM = 4  # letters: shorter words are not put in the singular
_KEPT = frozenset({"ss", "us", "is"})
_LETTERS = {  # micro and mu, times, quotes, dashes, and letters that have no plain form
    **dict.fromkeys("\u00b5\u03bc", "u"),
    **dict.fromkeys("\u2018\u2019", "'"),
    **dict.fromkeys("\u201c\u201d\u2033", '"'),
    **dict.fromkeys("\u2010\u2013\u2014\u2212", "-"),
    "\u00d7": "x",
    "\u00ba": "\u00b0",
    "\u00df": "s",
    "\u00f8": "o",
}


@dataclass(frozen=True)
class Token:
    """One normalised word and where it stands in the text."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def _char(char: str) -> str:
    if char in _LETTERS:
        return _LETTERS[char]
    plain = unicodedata.normalize("NFKD", char)[0]
    plain = _LETTERS.get(plain, plain)
    lower = plain.lower()
    return lower if len(lower) == 1 else plain


def fold(text: str) -> str:
    """The text in plain lower-case letters, character for character: places stay the same.

    >>> fold("Éprouvette 20 µm, m²")
    'eprouvette 20 um, m2'
    """
    return text.lower() if text.isascii() else "".join(map(_char, text))


def _singular(word: str) -> str:
    if len(word) < _STEM or not word.endswith("s") or word[-2:] in _KEPT:
        return word
    if word.endswith("ies") and len(word) > _STEM:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses")) else word[:-1]


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """The word as it is compared: singular, in one spelling.

    >>> [normal(w) for w in ("fibers", "axes", "alloys", "aluminum", "gyroscopes", "glass")]
    ['fibre', 'axis', 'alloy', 'aluminium', 'gyro', 'glass']
    """
    known = _SPELLING.get(word)
    if known is not None:
        return known
    single = _singular(word)
    single = _SPELLING.get(single, single)
    for written, kept in _RULES:
        single = written.sub(kept, single)
    return single


def tokens(text: str) -> tuple[Token, ...]:
    """The comparable words of the text, in order; letters and digits are parted.

    >>> [token.word for token in tokens("Glass-lined reactors, C300")]
    ['glass', 'lined', 'reactor', 'c', '300']
    """
    return tuple(
        Token(normal(found[0]), found.start(), found.end())
        for found in _TOKEN.finditer(fold(text))
    )


@lru_cache(maxsize=65536)
def phrase(text: str) -> tuple[str, ...]:
    """The comparable words of a phrase of the lawbook.

    >>> phrase("isomolded Graphite")
    ('isomoulded', 'graphite')
    """
    return tuple(map(normal, _TOKEN.findall(fold(text))))
