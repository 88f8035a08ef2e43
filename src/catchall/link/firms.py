"""The firms of a message and their names. In: names found; out: firms with all their names.

A name is a short form of a firm only when it is a part of that firm's name alone; a word in
brackets behind a name is its acronym; "also known as" joins two names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from catchall.link.blocks import Block
from catchall.link.descriptions import NAME
from catchall.link.places import country_of
from catchall.link.vocabulary import table, words


@dataclass(frozen=True)
class Firm:
    """A named party of the message: its fullest name, and the shorter and other names of it."""

    name: str
    kind: str
    short_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def every_name(self) -> tuple[str, ...]:
        """The names it may be found by."""
        return (self.name, *self.short_names, *self.aliases)


@dataclass(frozen=True)
class Mention:
    """A party in a block: [start, end) of the name, [low, high) with its description.

    ``firm`` is None for a party that is not named; ``noun`` describes it, ``role`` is what the
    noun says; ``seat`` is the place of the firm as written.
    """

    block: Block
    start: int
    end: int
    low: int
    high: int
    firm: Firm | None = None
    noun: str = ""
    role: str = ""
    country: str | None = None
    seat: str | None = None
    country_words: str = ""


@dataclass
class Found:
    """What a message is searched with: its firms, and the words that are persons."""

    firms: list[Firm] = field(default_factory=list)
    persons: dict[str, str] = field(default_factory=dict)


def plain(name: str) -> tuple[str, ...]:
    """The words of a name without its legal forms, in small letters."""
    bare = [
        w.strip(".,'").lower()
        for w in re.sub(r"[.'\u2019](?=\w)", "", name).replace("&", " ").split()
    ]
    legal = words("firms", "legal_forms")
    kept = [
        w
        for w in bare
        if w and w not in legal and w not in {"sdn", "bhd", "co", "z", "oo", "sp"}
    ]
    return tuple(kept or bare)


def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Is this name a shorter form of that one: its words in order, the first included?"""
    if not short or short[0] != full[0] or len(short) > len(full):
        return False
    rest = iter(full)
    return all(any(_same(word, other) for other in rest) for word in short)


def _same(word: str, other: str) -> bool:
    return (
        word == other
        or (word in {"intl", "int"} and other == "international")
        or word + "s" == other
    )


def merged(found: list[tuple[str, str]]) -> list[Firm]:
    """One firm for each name; a name that is a part of one other only is its short form."""
    by_key: dict[tuple[str, ...], tuple[str, str]] = {}
    variants: dict[tuple[str, ...], list[str]] = {}
    for name, kind in found:
        variants.setdefault(plain(name), []).append(name)
        kept = by_key.get(plain(name))
        if kept is None or (len(name), not name.isupper()) > (
            len(kept[0]),
            not kept[0].isupper(),
        ):
            by_key[plain(name)] = (name, kind)
    firms = []
    for key, (name, kind) in by_key.items():
        fuller = [other for other in by_key if other != key and is_part(key, other)]
        if len(fuller) != 1:
            shorter = [
                by_key[o][0]
                for o in by_key
                if o != key
                and is_part(o, key)
                and sum(is_part(o, other) for other in by_key if other != o) == 1
            ]
            spelt = dict.fromkeys(
                [
                    *variants[key],
                    *(v for o in by_key if by_key[o][0] in shorter for v in variants[o]),
                ]
            )
            firms.append(Firm(name, kind, tuple(v for v in spelt if v != name)))
    return firms


def owner(key: tuple[str, ...], firms: list[Firm]) -> int | None:
    """The one firm of whose name this is a shorter form, or a word of its own."""
    fits = [i for i, firm in enumerate(firms) if is_part(key, plain(firm.name))]
    if not fits and len(key) == 1:
        fits = [
            i
            for i, firm in enumerate(firms)
            if key[0] in plain(firm.name) and key[0] not in words("firms", "heads")
        ]
    return fits[0] if len(fits) == 1 else None


def with_short(firms: list[Firm], extra: Iterable[str]) -> list[Firm]:
    """The firms with these further names, each given to the one firm it belongs to."""
    firms = list(firms)
    for text in extra:
        i = owner(plain(text), firms)
        common = len(plain(text)) == 1 and (
            plain(text)[0] in words("firms", "heads") or country_of(text)
        )
        if i is not None and not common and text not in firms[i].every_name:
            firms[i] = replace(firms[i], short_names=(*firms[i].short_names, text))
    return firms


def acronyms(firms: list[Firm], blocks: Iterable[Block]) -> list[Firm]:
    """A word in capitals in brackets behind a name is that firm's short name."""
    joined = " \n".join(block.text for block in blocks)
    made = []
    for firm in firms:
        match = re.search(
            re.escape(firm.name) + r"[\"\u201d]?\s\(\"?([A-Z][A-Za-z-]{1,9})\"?[);,]", joined
        )
        short = (
            (match[1],)
            if match and not country_of(match[1]) and match[1] not in firm.every_name
            else ()
        )
        made.append(replace(firm, short_names=firm.short_names + short))
    return made


_ALIAS = "|".join(
    re.escape(w) for w in sorted(table("firms")["alias_wordings"], key=len, reverse=True)
)


def aliased(firms: list[Firm], blocks: Iterable[Block]) -> list[Firm]:
    """Names joined by "also known as" and its like are one firm."""
    out = list(firms)
    for block in blocks:
        for match in re.finditer(
            rf"(?:,?\s?\(?)\b(?:{_ALIAS})[\s:,]+(?:of\s|the\s)?[\"\u201c]?(?P<alias>{NAME})",
            block.text,
        ):
            alias = match["alias"].rstrip(".,")
            before = block.text[: match.start()]
            near = [
                (before.rfind(n), i)
                for i, firm in enumerate(out)
                for n in firm.every_name
                if n in before[-120:]
            ]
            owner = max(near, default=(-1, -1))[1]
            same = owner >= 0 and plain(alias) == plain(out[owner].name)
            if owner < 0 or same or country_of(alias):
                continue
            out[owner] = replace(out[owner], aliases=(*out[owner].aliases, alias))
            keep = out[owner]
            out = [f for f in out if f is keep or plain(f.name) != plain(alias)]
    return out
