"""Does a paper name these goods? In: goods as a paper names them, an item; out: an answer.

A paper names goods by commodity code, by the number of an entry, by a class or in words.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from catchall.determine.destination.codes import under
from catchall.determine.goods import SIX
from catchall.determine.reading import words_in
from catchall.law import tree
from catchall.records import Answer
from catchall.text.normal import fold

Row = Mapping[str, Any]
SHORT = 3
"""Words up to this length say nothing of goods: of, for, and."""

_CODE = re.compile(r"\d{4,10}|\d[A-E]\d{3}[\w.]*|[A-Z][A-Z\d]+-[\w.]+")
"""A commodity code, or the number of an entry."""


def is_about(wanted: str, item: Row) -> bool:
    """Is the class, named by code, entry or words, that of the item?"""
    if wanted.isdigit():
        return bool(item.get("hs6", "").startswith(wanted[:SIX]))
    candidates = item.get("candidates", ())
    if wanted in {one["entry"] for one in candidates}:
        return True
    told = {stem for one in candidates for stem in stems(one["class"])}
    return bool(stems(wanted) & (told | stems(item.get("description", ""))))


def stems(text: str) -> set[str]:
    """The words that say what goods are, without a plural's ending."""
    return {word.removesuffix("s") for word in fold(text).split() if len(word) > SHORT}


def _parts(text: str) -> list[str]:
    return [one.strip() for one in text.replace(";", ",").split(",") if one.strip()]


def _codes(item: Row, verdicts: Iterable[str]) -> set[str]:
    """The numbers of the entries with these verdicts, on every list that has one."""
    held = [one for one in item.get("candidates", ()) if one["verdict"] in verdicts]
    return {code for one in held for code in (one["entry"], *one.get("numbers", ()))}


def _by_code(code: str, item: Row) -> Answer:
    """Is the item goods of this commodity code, or of this number of a control list?"""
    if code.isdigit():
        filed = item.get("hs6", "")
        same = filed.startswith(code[:SIX]) or code.startswith(filed)
        return Answer.UNKNOWN if not filed else Answer.YES if same else Answer.NO
    if any(under(one, code) for one in _codes(item, ("meets", "judge"))):
        return Answer.YES
    settled = item.get("outcome") in ("listed", "not_listed")
    return Answer.NO if settled else Answer.UNKNOWN


def about(wanted: str, item: Row, dull: Iterable[str]) -> tuple[Answer, str]:
    """Does a paper that names goods as ``wanted`` name the item: by code, class or words?

    ``dull`` are words that say nothing about goods. Words that share none with the
    description, nor with the names of its class, name other goods.
    """
    if not wanted.strip():
        return Answer.UNKNOWN, "the paper names no goods"
    codes = [one for one in _parts(wanted) if _CODE.fullmatch(one)]
    named = " ".join(one for one in _parts(wanted) if one not in codes)
    found = [_by_code(one, item) for one in codes]
    if named:
        found.append(_by_words(named, item, dull))
    name = item.get("line") or "the only one"
    return tree.either(found), f"item {name} is {item.get('description', '')!r}"


def _by_words(named: str, item: Row, dull: Iterable[str]) -> Answer:
    words = stems(named) - {word.removesuffix("s") for word in dull}
    told, candidates = item.get("description", ""), item.get("candidates", ())
    called = [word for one in candidates for word in one.get("called", ())]
    kind = {stem for one in candidates for stem in stems(one["class"])}
    if words & (stems(told) | kind) or words_in(named, called):
        return Answer.YES
    return Answer.NO if words and told else Answer.UNKNOWN
