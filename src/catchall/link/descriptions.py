"""What stands beside a name and describes it. In: text around a name; out: noun, place, role.

A party may be described before its name ("a dealer in Istanbul, X"), behind it ("X, a firm
from Johor Bahru") or without one ("an unnamed broker").
"""

import re
from collections.abc import Iterator
from functools import cache

from catchall.dates import MONTHS
from catchall.link.places import country_of, demonyms
from catchall.link.vocabulary import table, words

_CAPITAL = r"(?:[A-Z]\.(?:[A-Z]\.)+|St\. (?=[A-Z])|[A-Z][\w\u2019&-]*(?:'(?!s\b)\w+)?)"
_MONTH_NAMES = frozenset(name.capitalize() for name in MONTHS)
NAME = (
    rf"(?-i:(?!(?:{'|'.join(sorted(_MONTH_NAMES))})\b){_CAPITAL}(?: (?:of |and |de |"
    rf"& )?{_CAPITAL}){{0,6}})"
)
SEAT = re.compile(
    rf"(?:\s\([A-Z][\w-]{{1,7}}\))?,?\s(?:of|in|from|based in|"
    rf"at)\s(?P<city>{NAME})|"
    rf"(?:\s\([A-Z][\w-]{1, 7}\))?,\s(?P<city3>{NAME})(?=[,.;)]|\s(?:and|in|on|"
    rf"for)\b|$)"
    rf"|\s\((?P<city2>(?-i:[A-Z][a-z][\w-]*(?: [A-Z][a-z]\w*)*))\)"
)


@cache
def _nouns() -> dict[str, str]:
    """Descriptor -> role it says by itself ("" = none), phrases included."""
    found = {
        noun: role
        for role, line in table("firms")["descriptors"].items()
        for noun in line.split()
    }
    return {**found, **table("firms")["phrases"]}


@cache
def _noun_pattern() -> str:
    nouns = sorted(_nouns(), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(noun).replace(r"\ ", r"[ -]") for noun in nouns) + ")"


@cache
def _named_noun() -> str:
    return (
        "(?:"
        + _noun_pattern()[3:-1]
        + "|"
        + "|".join(sorted(words("firms", "body_nouns")))
        + ")"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"(?P<all>(?:\b(?:an?|the|its|their|one|"
        r"named)\s)?(?P<mods>(?:[A-Z][\w.'\u2019-]*\s|[a-z-]+\s){0,3}?)"
        rf"\b(?P<noun>{_named_noun()}),?(?:\s(?:in|of|from|based "
        rf"in)\s(?:the\s)?(?P<place>{NAME}))?,?\s"
        r"(?:called\s|named\s|known as\s|is\s|was\s|to be\s)?(?:the\s)?[\"\u201c]?)$"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s\([A-Z][\w-]{{1,7}}\))?(?:,?\s(?:of|from|"
        rf"in)\s(?P<city>{NAME}))?(?:,)\s(?:an?|the|its|another)\s"
        rf"(?P<mods>(?:[\w.'\u2019-]+\s){{0,3}}?)(?P<noun>{_named_noun()})\b"
        rf"(?:,?\s(?:in|of|from|based in)\s(?P<place>{NAME}))?"
    )


@cache
def _unnamed() -> re.Pattern[str]:
    bodies = "|".join(sorted(words("firms", "unnamed_bodies")))
    return re.compile(
        rf"\b(?:an?|an unnamed|unnamed|some)\s(?P<mods>(?:[\w.'\u2019-]+\s){{0,3}}?)"
        rf"(?P<noun>{_noun_pattern()}|{bodies})s?\b"
        rf"(?:\s(?:in|from|based "
        rf"in)\s(?P<place>{NAME}))?(?:\sof\s(?P<of>[A-Z][\w'\u2019]+(?:\s\w+){{1,3}}?(?=[.,;])))?"
        rf"(?!,?\s[\"\u201c]?(?-i:[A-Z])|\s(?:called|named)\b)"
    )


@cache
def _national() -> re.Pattern[str]:
    """A body of a country whose noun is not on the list: "a Syrian tannery"."""
    nations = "|".join(sorted(map(re.escape, demonyms()), key=len, reverse=True))
    barred = "|".join(sorted(words("firms", "no_bodies")))
    return re.compile(
        rf"\b[Aa]n?\s(?P<mods>(?:{nations})\s)(?P<noun>(?!(?:\w+\s)?(?:{barred})\b)[a-z]+)\b"
        r"(?P<place>)(?P<of>)(?!,?\s[\"\u201c]?[A-Z]|\s(?:called|named)\b|\s[a-z]+s?\s(?:at|in))"
    )


def described_before(text: str, start: int) -> re.Match[str] | None:
    """The description that stands before the name at ``start``."""
    return _before().search(text[max(0, start - 110) : start])


def described_after(text: str, end: int) -> re.Match[str] | None:
    """The description that stands behind the name that ends at ``end``."""
    return _after().match(text, end)


def seat_after(text: str, end: int) -> str | None:
    """The place that stands behind a name: "of Penang", "(Gdansk)"."""
    match = SEAT.match(text, end)
    if match is None or match[match.lastgroup or "city"] in _MONTH_NAMES:
        return None
    behind = match["city3"]
    return (
        None if behind and not country_of(behind) else match["city"] or match["city2"] or behind
    )


def unnamed(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Parties that are described and not named, each with the role its noun says."""
    known = list(_unnamed().finditer(text))
    for match in known:
        yield match, role_of(match["noun"])
    for match in _national().finditer(text):
        if not any(match.start() < m.end() and m.start() < match.end() for m in known):
            yield match, ""


def role_of(noun: str) -> str:
    """The role that a describing noun says by itself; "" when none.

    >>> role_of("freight forwarder"), role_of("firm")
    ('other_parties', '')
    """
    return _nouns().get(noun.replace("-", " "), _nouns().get(noun, ""))
