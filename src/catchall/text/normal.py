"""Text -> folded text: one spelling for what people write in many. In: any text; out: ASCII.

Nothing here knows what a name, a legal form or a place is (``legal_forms``, ``words``,
``places``), and nothing is scored here (``catchall.names``).
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Zero-width and direction marks: they print nothing, so a name holding them reads the same.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
# Letters of other scripts that print like a Latin one (Unicode's confusables, the letters
# that occur in names). Only ever applied inside a word that also holds Latin letters.
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04cf\u0501\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u03b1\u03b5\u03b9\u03bf\u03c1\u03c5\u03c7\u03ba\u03bd"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxijsldqw" + "ABEKMHOPCTYXIJS" + "aeiopuxkv" + "ABEZHIKMNOPTYX",
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LOOKALIKE_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_APOSTROPHES = re.compile(
    "[\u0027\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201b\u2032]"
)
# S.A.R.L., d.o.o., A.B.C.: dotted letters are one word
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_OTHER = re.compile(r"[^a-z0-9]+")


def visible(text: str) -> str:
    """The text as it prints: NFKC, without zero-width and direction marks.

    >>> visible("A\u200bcme\u00a0Ltd")
    'Acme Ltd'
    """
    if text.isascii():
        return text
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def latin_lookalikes(text: str) -> str:
    """The text with look-alike Cyrillic and Greek letters made Latin inside Latin words.

    A word wholly in another script is left alone: it is a word of that script.

    >>> latin_lookalikes("\u0410cme \u041c\u0438\u0440")
    'Acme \u041c\u0438\u0440'
    """
    if text.isascii() or not _LOOKALIKE_SCRIPT.search(text):
        return text
    return "".join(
        word.translate(_LOOKALIKES) if _LATIN.search(word) else word
        for word in re.split(r"(\s+)", text)
    )


def transliterate(text: str) -> str:
    """The text in ASCII letters; ASCII text comes back as it is.

    >>> transliterate("\u041c\u043e\u0441\u043a\u0432\u0430")
    'Moskva'
    """
    return text if text.isascii() else str(anyascii(text))


def _undot(match: re.Match[str]) -> str:
    return match[0].replace(".", "") + " "


_PLAIN = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


def _fold_ascii(text: str) -> str:
    """The same as ``fold`` of plain ASCII, several times as fast: most names are that."""
    plain = text.replace("'", "").replace("`", "")
    if "." in plain:
        plain = _DOTTED.sub(_undot, plain)
    return " ".join(plain.replace("&", " and ").translate(_PLAIN).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """What the text says once case, accents, punctuation and script are taken away.

    Words are separated by one space; dotted letters become one word; ``&`` becomes ``and``.

    >>> fold("Kav\u017eel  P\u0142yty, S.R.L. & Co.")
    'kavzel plyty srl and co'
    """
    if text.isascii():
        return _fold_ascii(text)
    plain = _APOSTROPHES.sub("", latin_lookalikes(visible(text)))
    plain = _APOSTROPHES.sub("", transliterate(_DOTTED.sub(_undot, plain)))
    return _OTHER.sub(" ", plain.casefold().replace("&", " and ")).strip()
