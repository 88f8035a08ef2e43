"""The class of a marking. In: its first category; out: policy, level, owners, what it adds.

United States and foreign classes, telegram captions after them, and whole markings of the UK
and TLP policies. What follows after ``//`` is read in ``entries``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catchall.marking import entries, vocabulary
from catchall.marking.entries import Part
from catchall.marking.label import NONE
from catchall.marking.vocabulary import is_code

OWNERS = {"US": frozenset({"USA"}), "UK": frozenset({"GBR"}), "NATO": frozenset({"NATO"})}
NON_US = "//"
NO_OWNERS = frozenset({"USA", "NATO", "FGI"})
"""Not among the owners of a foreign class: USA is not foreign, NATO has classes of its own."""


@dataclass(frozen=True)
class Class:
    """What the first category says: ``form`` is its banner form, ``old`` its warnings."""

    policy: str
    level: int
    form: str
    owners: frozenset[str] = NONE
    parts: tuple[Part, ...] = ()
    old: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


LEVELS = {
    policy: {word: token for token in tokens for word in token.words}
    for policy, tokens in vocabulary.CLASSES.items()
}


@cache
def _longest_first(policy: str) -> list[str]:
    return sorted(LEVELS[policy], key=len, reverse=True)


def _spaced(words: list[str]) -> dict[str, str]:
    ordered = sorted(words, key=len, reverse=True)
    return {" ".join(word.replace(" ", "")): word for word in ordered}


SPACED = _spaced(
    [word for token in vocabulary.CLASSES["US"] for word in (token.banner, *token.titles)]
    + ["LIMITED OFFICIAL USE"]
)
"""Old telegram forms, the letters apart: ``S E C R E T``; the longest first."""


def unspaced(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a spaced out class closed up, and the warning that says so.

    >>> unspaced("T O P S E C R E T//NOFORN")
    ('TOP SECRET//NOFORN', ('legacy-spaced',))
    """
    for spaced, word in SPACED.items():
        rest = text[len(spaced) :]
        if text.startswith(spaced) and (not rest or rest[0] in " /"):
            return word + rest, ("legacy-spaced",)
    return text, ()


def unknown(words: str) -> Class:
    """The class of words that are none: a policy of its own, the highest level, one unknown."""
    return Class("UNKNOWN", 4, words, unknown=(words,))


def _plain(policy: str, words: str, lead: str = "") -> Class | None:
    token = LEVELS[policy].get(words)
    if token is None:
        return None
    nato = policy == "NATO" and token.level > 0
    read_in = Part("", comp=frozenset({vocabulary.NATO_READ_IN}))
    parts = (read_in,) if nato else ()
    form = f"{lead}{token.banner}"
    return Class(policy, token.level, form, OWNERS.get(policy, NONE), parts)


def _joint(words: str) -> Class | None:
    match = re.fullmatch(rf"JOINT ({'|'.join(_longest_first('JOINT'))}) (.+)", words)
    codes = match[2].split(" ") if match else []
    if not match or not all(map(is_code, codes)):
        return None
    token = LEVELS["JOINT"][match[1]]
    form = f"//JOINT {token.banner} {match[2]}"
    # without USA among the owners it contradicts itself: nobody may read it
    wrong = () if "USA" in codes else (form,)
    return Class("JOINT", token.level, form, frozenset(codes), unknown=wrong)


def _foreign(words: str) -> Class | None:
    level = next((w for w in _longest_first("FGI") if words.endswith(f" {w}")), "")
    owner = words[: -len(level) - 1] if level else ""
    codes = owner.split(" ")
    named = all(map(is_code, codes)) and not NO_OWNERS & set(codes)
    if not owner or not (named or owner == "FGI"):
        return None
    token = LEVELS["FGI"][level]
    form = f"//{owner} {token.banner}"
    if owner == "FGI":
        hidden = (Part("", fgi_hidden=True),)
        return Class("FGI", token.level, form, parts=hidden)
    owners = frozenset(codes)
    return Class("FGI", token.level, form, owners, (Part("", fgi=owners),))


def non_us(words: str) -> Class:
    """What does a class after the leading ``//`` say?

    >>> non_us("CAN DEU S").form, non_us("NS").level
    ('//CAN DEU SECRET', 3)
    """
    return (
        _old(f"{NON_US}{words}")
        or _plain("NATO", words, NON_US)
        or _joint(words)
        or _foreign(words)
        or unknown(f"{NON_US}{words}")
    )


def _old(words: str) -> Class | None:
    """An old form of a whole class."""
    row = vocabulary.OLD_CLASSES.get(words)
    if row is None:
        return None
    means = row["means"]
    is_us = not means.startswith(NON_US)
    now = us(means) if is_us else non_us(means.removeprefix(NON_US))
    added = entries.read(row["adds"]) if "adds" in row else None
    parts = (*now.parts, added) if added else now.parts
    return Class(now.policy, now.level, now.form, now.owners, parts, ("legacy-form",))


def _caption(words: list[str]) -> Iterator[tuple[Part | str, str]]:
    """Each caption with its warning; a word that is none comes back as it is."""
    while words:
        word, *words = words
        if word == "REL" and words and words[0] in vocabulary.CAPTION_GROUPS:
            group, *words = words
            yield Part(f"REL {group}", rel=frozenset({group, "USA"})), "legacy-group"
        elif name := vocabulary.CAPTIONS.get(word):
            telegram = Part(name, cav=frozenset({name}))
            yield entries.read(name) or telegram, "legacy-form"
        else:
            yield word, ""


def _captioned(words: str) -> Class | None:
    """A class with captions after a blank: ``CONFIDENTIAL NOFORN SIPDIS``."""
    for word in _longest_first("US"):
        if not words.startswith(f"{word} "):
            continue
        token = LEVELS["US"][word]
        found = list(_caption(words[len(word) + 1 :].split(" ")))
        return Class(
            "US",
            token.level,
            token.banner,
            OWNERS["US"],
            tuple(part for part, _ in found if isinstance(part, Part)),
            tuple(dict.fromkeys(old for _, old in found if old)),
            tuple(part for part, _ in found if isinstance(part, str)),
        )
    return None


def us(words: str) -> Class:
    """What does a class without a leading ``//`` say? Bare NATO words are taken too.

    >>> us("PURPLE").policy, us("SECRET").level, us("SECRET EXDIS").parts[0].cav
    ('UNKNOWN', 3, frozenset({'EXDIS'}))
    """
    return (
        _plain("US", words)
        or _old(words)
        or _plain("TLP", words)
        or (_plain("NATO", words) if " " in words else None)
        or _captioned(words)
        or unknown(words)
    )


UK_WORDS = sorted(
    [*(token.banner for token in vocabulary.UK), *vocabulary.UK_NATIONAL],
    key=len,
    reverse=True,
)


def _uk_word(rest: str) -> str:
    fits = (word for word in UK_WORDS if f"{rest} ".startswith(f"{word} "))
    return next(fits, rest.partition(" - ")[0])


def _uk_words(rest: str) -> list[str]:
    found = []
    while rest:
        rest = rest.removeprefix("- ")
        word = _uk_word(rest)
        found.append(word)
        rest = rest[len(word) :].removeprefix(" ")
    return found


def _uk_parts(words: list[str]) -> tuple[list[Part], list[str]]:
    parts = [Part(word, cav=frozenset({word})) for word in words if word in UK_WORDS]
    return parts, [word for word in words if word not in UK_WORDS]


def _is_national(rest: str) -> bool:
    return any(f" {rest}".endswith(f" {word}") for word in vocabulary.UK_NATIONAL)


def uk(text: str) -> Class | None:
    """What does a marking of the UK policy say? None when the text is of another policy.

    >>> uk("SECRET - UK EYES ONLY").form, uk("SECRET//UK EYES ONLY")
    ('UK SECRET - UK EYES ONLY', None)
    """
    fits = (word for word in _longest_first("UK") if f"{text} ".startswith(f"{word} "))
    tier = next(fits, "")
    rest = text[len(tier) + 1 :]
    if not tier or (tier in LEVELS["US"] and not _is_national(rest)):
        return None
    token = LEVELS["UK"][tier]
    words = _uk_words(rest)
    parts, strange = _uk_parts(words)
    form = " - ".join([token.banner, *words])
    return Class("UK", token.level, form, OWNERS["UK"], tuple(parts), unknown=tuple(strange))
