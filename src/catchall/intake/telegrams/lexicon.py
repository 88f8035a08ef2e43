"""Is this a word? In: letters; out: yes or no. The list is in ``english.txt``."""

from functools import cache, lru_cache
from importlib.resources import files

ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "r", "al", "ment", "ness", "'s")


@cache
def _words() -> frozenset[str]:
    text = (files("catchall.intake.telegrams") / "english.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


@lru_cache(maxsize=16384)
def is_word(letters: str) -> bool:
    """Is this a word of English, or a known one with a common ending?

    >>> is_word("shipments"), is_word("translat"), is_word("ist")
    (True, False, False)
    """
    word = letters.lower()
    if word in _words():
        return True
    return any(
        word.endswith(end) and len(word) >= len(end) + 3 and _stem(word[: -len(end)])
        for end in ENDINGS
    )


def _stem(letters: str) -> bool:
    known = _words()
    doubled = len(letters) > 1 and letters[-1] == letters[-2] and letters[:-1] in known
    return letters in known or letters + "e" in known or letters[:-1] + "y" in known or doubled
