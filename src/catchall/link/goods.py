"""Goods in prose. In: a block; out: noun phrases of goods with quantity and designation.

A phrase ends in a noun of the goods list and begins behind the last word that cannot belong
to it. Whether the goods are those of a case is not decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from catchall.link.numbers import NUMBER, Quantity, quantities
from catchall.link.places import country_of
from catchall.link.vocabulary import table, words

_DESIGNATION = re.compile(
    r"\s?(?:\(|,\s|\s)?(?:(?:of (?:the |a )?)?(?:grade|model|type|series|mod\.|"
    r"version|alloy|part number|P/N)\s(?:no\.?\s)?"
    r"(?P<named>[A-Z0-9][\w./-]*)|\((?P<bare>[A-Z0-9][A-Z0-9-]*\d[\w-]*|\d{4}-?\w*)\))\)?"
)
_WORD = re.compile(r"[A-Za-z0-9][\w'\u2019/-]*")
_NOT_GOODS = re.compile("|".join(map(re.escape, table("goods")["not_goods"])), re.IGNORECASE)
_PROGRAMME = re.compile(
    r"[\s-](?:program|industr|technolog|regime|project|weapons|research|manufactur|"
    r"list|control|threshold|sector|precursor list|agent)"
)
_THINGS = re.compile(r"\s(?P<of>of\s)?(?P<words>[a-z][\w-]*(?:\s[a-z][\w-]*){0,4})")
_MOST_WORDS, _BRACKET = 6, 3
_OF_MATERIAL = re.compile(r"\sof\s(?P<rest>(?:[a-z-]+\s){0,2}(?P<head>[a-z]+))\b")
_MEASURE = re.compile(r",\s\d[\d/.]*\s(?:in|mm|cm|m|kW|kg)\b")
_ARTICLE = re.compile(r"\b(an?|one)\s$", re.IGNORECASE)
_ORIGIN = re.compile(r"^(?P<land>[A-Z][a-z]+)-(?:made|built|origin|manufactured)$")


@dataclass(frozen=True)
class Goods:
    """A phrase of goods: its words without quantity, quantity, designation, and its place."""

    description: str
    start: int
    end: int
    quantity: Quantity | None = None
    designation: str | None = None
    article: bool = False
    head: str = ""
    made_in: str | None = None
    low: int = 0


def singular(word: str) -> str:
    """A noun in the singular, as far as the list of goods needs it.

    >>> singular("batteries"), singular("presses"), singular("valves"), singular("gas")
    ('battery', 'press', 'valve', 'gas')
    """
    small = word.lower()
    if small.endswith("ies") and len(small) > 4:  # noqa: PLR2004 - "dies"
        return small[:-3] + "y"
    if small.endswith(("sses", "xes", "ches", "shes")):
        return small[:-2]
    return (
        small[:-1]
        if small.endswith("s") and not small.endswith(("ss", "us", "gas", "is"))
        else small
    )


@cache
def _phrases() -> frozenset[str]:
    return frozenset(table("goods")["phrases"])


def _is_head(found: list[re.Match[str]], i: int) -> str:
    """The noun of goods that the phrase ends in at word ``i``; "" when it is none."""
    last = singular(found[i][0].split("-")[-1] if "-" in found[i][0] else found[i][0])
    before = [word[0].lower() for word in found[max(0, i - 2) : i]]
    phrases = {" ".join((*before[k:], last)) for k in range(len(before))}
    if phrases & _phrases():
        return last
    return last if last in words("goods", "heads") else ""


def _may_belong(word: str, before: str) -> bool:
    small = word.lower()
    if (
        small in words("goods", "stops")
        or re.fullmatch(NUMBER, small)
        or small in {"t", "kg", "ea", "mt"}
    ):
        return False
    if (
        country_of(word)
        or (small.endswith(("ing", "ly")) and small not in _ING and small != "numerically")
        or re.fullmatch(r"\d[\d,.]*", small)
    ):
        return False
    capital = word[0].isupper() and not before.rstrip().endswith(".") and not word.isupper()
    return not capital or "-" in word or small in words("goods", "heads")


_ING = words("goods", "ing")


def _first(found: list[re.Match[str]], i: int, text: str) -> int:
    """The index of the first word of the phrase that ends at word ``i``."""
    first = i
    while first and i - first < _MOST_WORDS:
        gap = text[found[first - 1].end() : found[first].start()]
        if gap not in {" ", "-"} or not _may_belong(
            found[first - 1][0], text[: found[first - 1].start()]
        ):
            break
        first -= 1
    dropped = words("goods", "dropped")
    while first < i and (found[first][0].lower() in dropped or _ORIGIN.match(found[first][0])):
        first += 1
    return first


def _quantity_before(text: str, start: int, counted: tuple[Quantity, ...]) -> Quantity | None:
    """The quantity that stands right before the phrase, with what may stand between."""
    for quantity in counted:
        between = text[quantity.end : start]
        if quantity.end <= start and re.fullmatch(
            rf"\s(?:of\s(?:the|these|those|its)\s(?:{NUMBER}\s)?)?(?:of\s|such\s|"
            rf"further\s|more\s|additional\s|new\s|used\s|second-hand\s|spare\s"
            r"|[A-Z][a-z]+(?:-made|-origin|-built)?\s){0,3}",
            between,
        ):
            return quantity
    return None


def _quantity_near(
    text: str, end: int, counted: tuple[Quantity, ...], sentence_end: int
) -> Quantity | None:
    """A quantity told behind: ", quantity 15", "(15 units)", "The quantity, 15 units,"."""
    for quantity in counted:
        between = text[end : quantity.start]
        if end < quantity.start < sentence_end + 40 and re.search(
            r"\bquantity(?:,|:| of| is| was)?\s$", between
        ):
            return quantity
        if (
            0 < quantity.start - end <= _BRACKET
            and between.strip() in {"(", ",", ":", "-"}
            and quantity.unit_written
        ):
            return quantity
    return None


def _behind(text: str, end: int) -> tuple[int, str]:
    """The end of the phrase with the material that follows it, and the extra words."""
    match = _OF_MATERIAL.match(text, end)
    if (
        match
        and singular(match["head"]) in words("goods", "heads")
        and match["head"] not in {"gas", "system"}
    ):
        return match.end(), text[match.start() : match.end()]
    size = _MEASURE.match(text, end)
    return (size.end(), size[0]) if size else (end, "")


def _plain_weak(found: list[re.Match[str]], first: int, i: int, head: str) -> bool:
    return first == i and head in words("goods", "weak")


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Goods, ...]:
    """Which goods does the text name, in order?

    >>> goods = find("sold 40 bellows valves (model AF-2) to Iran")
    >>> [(g.description, g.quantity.value, g.designation) for g in goods]
    [('bellows valves', 40, 'AF-2')]
    """
    counted = quantities(text)
    known = list(_goods(text, counted))
    return tuple(sorted([*known, *_counted(text, counted, known)], key=lambda g: g.start))


def _counted(text: str, counted: tuple[Quantity, ...], known: list[Goods]) -> Iterator[Goods]:
    """Things that are counted or measured and whose noun is not on the list of goods."""
    for quantity in counted:
        match = _THINGS.match(text, quantity.end)
        if match is None or (quantity.unit_written and not match["of"]):
            continue
        start, end = match.start("words"), max(_ends(text, match), default=0)
        last = text[start:end].rpartition(" ")[2]
        plural = quantity.unit_written or (last.endswith("s") and not last.endswith("ss"))
        taken = any(g.low < end and quantity.start < g.end for g in known)
        if last and plural and not taken and singular(last) not in words("goods", "no_things"):
            found = text[start:end]
            yield Goods(found, start, end, quantity, head=singular(last), low=quantity.start)


def _ends(text: str, match: re.Match[str]) -> Iterator[int]:
    """The ends of the words behind a number, as long as they may belong to the goods."""
    for word in _WORD.finditer(text, match.start("words"), match.end("words")):
        if word[0][0].isupper() or not _may_belong(word[0], ""):
            return
        yield word.end()


def _goods(text: str, counted: tuple[Quantity, ...]) -> Iterator[Goods]:
    found = list(_WORD.finditer(text))
    at = 0
    for i in range(len(found)):
        head = _is_head(found, i) if found[i].start() >= at else ""
        unit = any(q.start < found[i].start() < q.end for q in counted)
        if not head or unit or _goes_on(found, i, text):
            continue
        first = max(_first(found, i, text), 0)
        while found[first].start() < at:
            first += 1
        start, end = found[first].start(), found[i].end()
        quantity = _quantity_before(text, start, counted)
        if (
            (_plain_weak(found, first, i, head) and not quantity)
            or _NOT_GOODS.match(text, start)
            or _PROGRAMME.match(text, end)
        ):
            continue
        end, _ = _behind(text, end)
        designation = _DESIGNATION.match(text, end)
        at = designation.end() if designation else end
        yield _made(text, (start, end), (quantity, designation), head, counted)


def _goes_on(found: list[re.Match[str]], i: int, text: str) -> bool:
    """Does the next word carry the noun phrase on, so that it does not end here?"""
    if i + 1 >= len(found) or text[found[i].end() : found[i + 1].start()] != " ":
        return False
    return bool(_is_head(found, i + 1)) or any(
        text[found[j - 1].end() : found[j].start()] == " "
        and _is_head(found, j)
        and not _stops(found, i + 1, j)
        for j in range(i + 2, min(i + 6, len(found)))
    )


def _stops(found: list[re.Match[str]], low: int, high: int) -> bool:
    return any(not _may_belong(found[k][0], "") for k in range(low, high))


def _made(
    text: str,
    span: tuple[int, int],
    said: tuple[Quantity | None, re.Match[str] | None],
    head: str,
    counted: tuple[Quantity, ...],
) -> Goods:
    start, end = span
    quantity, designation = said
    quantity = quantity or _quantity_near(text, end, counted, text.find(".", end))
    before = text[max(0, start - 24) : start]
    made = re.search(r"\b([A-Z][a-z]+)(?:-(?:made|built|origin|manufactured))?\s$", before)
    article = bool(
        _ARTICLE.search(re.sub(r"\b[A-Z][\w-]+\s$", "", before))
        or (made and _ARTICLE.search(before[: made.start()]))
    )
    named = (designation["named"] or designation["bare"]) if designation else None
    low = min(quantity.start, start) if quantity else start
    stop = designation.end() if designation else end
    return Goods(
        text[start:end],
        start,
        max(stop, end),
        quantity,
        named.rstrip(".") if named else None,
        article,
        head,
        country_of(made[1]) if made else None,
        low,
    )
