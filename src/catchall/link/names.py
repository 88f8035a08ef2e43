"""Proper names in prose, and what kind each is of. In: flat text; out: names with a kind.

Kinds: firm (a legal form, or a last word that only firms have), body (a last word that firms
and offices share), authority, person, name (not known what). A name is cut where its legal
form ends and where a place or a country begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from catchall.link.places import cities, countries, demonyms
from catchall.link.regimes import regimes_in
from catchall.link.vocabulary import table, words

_CAP = (
    r"(?:spol\. s r\.o\.|sp\. z o\.o\.|Sp\. z o\.o\.|s\.r\.o\.|a\.s\.|d\.o\.o\.|"
    r"o\.o\.d\.|[A-Z]\.(?:[A-Za-z]\.?){1,3}(?![a-z])|[A-Z]/[A-Z]\b|Int'l|\(Pvt\)"
    r"|[A-Z\u00c0-\u00de][A-Za-z0-9\u00c0-\u024f'\u2019\-]*(?:/[A-Z]+)*|&)"
)
_LINK = r"(?:of|and|&|de|del|do|da|dos|das|di|for|und|y|et|la|el|al|bin|van|von|z|to|on|the)"
_NO_NAME = re.compile(r"-(?:made|flagged|based|owned|origin|language|born|registered|led|run)$")
_STARTS = words("names", "starts")
_MONTH_WORDS = words("names", "months")
_TITLES = words("names", "titles")
_SOFT = words("firms", "soft_heads")
_HEADS = words("firms", "heads")
_LEGAL = words("firms", "legal_forms")
_AUTHORITY = words("firms", "authorities")
_ACRONYMS = words("firms", "authority_acronyms")
_GROUNDS = words("names", "grounds")
_KEEPS_OF = words("names", "keeps_of")
_OFFICE = re.compile(
    r"\b(?:(?:[A-Z]\w+ )?(?:Ministry|Department|Directorate[ -]General|Bureau|"
    r"Office|Inspectorate|Secretariat|Agency) (?:of|for)"
    r"(?: the)? [A-Z][\w-]+(?:,? (?:[A-Z][\w-]+,? )*(?:and|of) (?:the "
    r")?[A-Z][\w-]+|(?: [A-Z][\w-]+)+)*"
    r"|(?:Director|Minister|Secretary|Head|Chief|General|Counselor) (?:for|of) "
    r"[A-Z][\w-]+(?:,? (?:and )?[A-Z][\w-]+)*)"
)


@dataclass(frozen=True)
class Name:
    """A proper name, its kind and its [start, end) in the text; ``title`` of a person."""

    text: str
    kind: str
    start: int
    end: int
    title: str | None = None


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        return self.text.rstrip(".,").removesuffix("'s").removesuffix("\u2019s").lower()

    @property
    def linking(self) -> bool:
        return self.text[0].islower() and "." not in self.text

    @property
    def owner(self) -> bool:
        return self.text.endswith(("'s", "\u2019s", "s'", "s\u2019"))


def _runs(text: str) -> Iterator[list[_Word]]:
    """Words with a capital that stand side by side, linking words between them included."""
    run: list[_Word] = []
    for match in re.finditer(rf"{_CAP}\.?|{_LINK}(?=\s)", text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-/."):
            continue
        word = match[0]
        if _NO_NAME.search(word):
            continue
        if word.endswith(".") and not _keeps_dot(word, text, end):
            word, end = word[:-1], end - 1
        gap = text[run[-1].end : start] if run else ""
        if run and not (gap == " " or (gap == ", " and _is_legal(word))):
            yield run
            run = []
        run.append(_Word(word, start, end))
        if run[-1].owner:
            yield run
            run = []
    if run:
        yield run


def _keeps_dot(word: str, text: str, end: int) -> bool:
    inner = "." in word[:-1] or len(word) == 2  # noqa: PLR2004 - one letter and its dot
    return (
        inner
        or word.rstrip(".").lower() in {"co", "ltd", "inc", "corp", "bhd", "sdn", "st"}
        or (text[end : end + 1] == ",")
    )


_SMALL_FORMS = frozenset({"spol. s r.o.", "sp. z o.o.", "s.r.o.", "a.s.", "d.o.o.", "o.o.d."})


def _is_legal(word: str) -> bool:
    if word.lower() in _SMALL_FORMS:
        return True
    plain = word.rstrip(".,").lower()
    return plain in _LEGAL or plain.replace(".", "") in _LEGAL


def _begins(run: list[_Word], text: str) -> bool:
    """Does the name stand where a sentence begins, and a plain word may lead it?"""
    return (
        not text[: run[0].start].rstrip()
        or text[: run[0].start].rstrip()[-1] in '.!?:;("\u201c)-'
    )


def _trimmed(run: list[_Word], text: str) -> list[_Word]:
    while run and (run[0].linking or run[0].text == "&" or _is_plain(run, text)):
        run = run[1:]
    while run and (run[-1].linking or run[-1].text == "&"):
        run = run[:-1]
    return run


def _is_plain(run: list[_Word], text: str) -> bool:
    word = run[0].text.rstrip(".")
    return word in _STARTS and (len(run) == 1 or word not in _MODALS or _begins(run, text))


_MODALS = words("names", "modals")


def _ends_firm(run: list[_Word]) -> bool:
    return bool(run) and (_is_legal(run[-1].text) or run[-1].plain in _HEADS)


def _cut_at_link(run: list[_Word], at: int) -> bool:
    """Does the name end before this linking word?"""
    left, right = run[:at], run[at + 1 :]
    link = run[at].text
    if not left or not right:
        return True
    if link in {"and", "&"}:
        return _both_whole(left, right) or (link == "and" and not _ends_firm(right))
    if link in {"of", "for"}:
        offices = (
            left[0].plain in _KEEPS_OF
            or left[-1].plain in _KEEPS_OF
            or left[-1].plain in _AUTHORITY
        )
        return not offices or _is_legal(left[-1].text)
    return link in {"to", "on", "the"} and run[at - 1].text not in {"of", "for", "on"}


def _both_whole(left: list[_Word], right: list[_Word]) -> bool:
    place = (
        _joined(left) in cities() or _joined(left) in countries() or left[-1].text in demonyms()
    )
    return (
        place
        or _is_legal(left[-1].text)
        or right[0].text in demonyms()
        or _joined(right) in countries()
    )


def _joined(run: list[_Word]) -> str:
    return " ".join(word.text for word in run)


def _pieces(run: list[_Word]) -> Iterator[list[_Word]]:
    """A run cut into names: at legal forms, at links that join two things, at owners."""
    for i, word in enumerate(run):
        if word.linking and _cut_at_link(run, i):
            yield run[:i]
            yield from _pieces(run[i + 1 :])
            return
        more = i + 1 < len(run) and not _is_legal(run[i + 1].text) and run[i + 1].text != "&"
        if (
            more
            and _is_legal(word.text)
            and i
            and word.plain not in {"co", "company", "group", "as", "se", "sa"}
        ):
            yield run[: i + 1]
            yield from _pieces(run[i + 1 :])
            return
    yield run


def _without_country(run: list[_Word], text: str) -> list[_Word]:
    """A leading "Iranian" is no part of a name, unless the name is "the Syrian ... Office"."""
    for size in (2, 1):
        head = _joined(run[:size])
        if len(run) > size and (head in demonyms() or head in countries()):
            article = text[: run[0].start].lower().endswith("the ")
            keeps = article and (
                run[-1].plain in _SOFT or run[-1].plain in {"organization", "organisation"}
            )
            return run if keeps or run[size].linking else run[size:]
    return run


def _person_part(run: list[_Word]) -> tuple[list[_Word], str | None]:
    titles = [
        i for i, word in enumerate(run) if word.text in _TITLES or word.plain.title() in _TITLES
    ]
    if not titles or titles[-1] == len(run) - 1:
        return run, None
    last = titles[-1]
    rest = run[last + 1 :]
    if rest[0].linking or any(word.plain in _HEADS for word in rest):
        return run, None
    return rest, _joined(run[: last + 1])


def _is_place(name: str) -> bool:
    return name in cities() or name in countries() or name in demonyms()


def kind_of(name: str) -> str:
    """What does a name of these words name: firm, body, authority, place or name?

    >>> kind_of("Kavir Tabesh Industries"), kind_of("Ministry of Energy"), kind_of("Indus Meru")
    ('firm', 'authority', 'name')
    """
    found = [word for word in re.split(r"[\s,]+", name) if word]
    plain = [word.rstrip(".,").lower() for word in found]
    small = any(name.lower().endswith(f" {form}") for form in _SMALL_FORMS)
    legal = small or (len(found) > 1 and _is_legal(found[-1]) and plain[-1] not in {"as", "se"})
    ground = len(found) > 1 and plain[-1] in _GROUNDS and not legal
    if ground or _is_place(name) or name in _MONTH_WORDS:
        return "place"
    if not legal and _is_authority(name, found, plain):
        return "authority"
    headed = len(found) > 1 and plain[-1] in _HEADS
    if legal or (headed and plain[-1] not in _SOFT):
        return "firm"
    return "body" if headed else "name"


def _is_authority(name: str, found: list[str], plain: list[str]) -> bool:
    phrases = (phrase.lower() for phrase in table("firms")["authority_phrases"])
    acronym = any(word in _ACRONYMS for word in found)
    return (
        acronym
        or bool(_AUTHORITY & set(plain) or regimes_in(name))
        or any(p in name.lower() for p in phrases)
    )


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Name, ...]:
    """Which proper names stand in the text, in order?

    >>> [(n.text, n.kind) for n in find("Tallgrass Seal & Bearing Inc. of Ohio sold it.")]
    [('Tallgrass Seal & Bearing Inc.', 'firm'), ('Ohio', 'name')]
    """
    found: list[Name] = []
    offices = [match.span() for match in _OFFICE.finditer(text)]
    for run in _runs(text):
        for piece in _pieces(run):
            made = _named(_trimmed(piece, text), text)
            if made and not any(a <= made.start < b for a, b in offices):
                found.append(made)
    found += [Name(text[a:b], "authority", a, b) for a, b in offices]
    return tuple(sorted(found, key=lambda name: name.start))


def _named(run: list[_Word], text: str) -> Name | None:
    run = _trimmed(_without_country(run, text), text)
    if not run or all(word.text.replace(",", "").replace(".", "").isdigit() for word in run):
        return None
    while run and run[0].text in _MONTH_WORDS | {"&"}:
        run = _trimmed(run[1:], text)
    if not run:
        return None
    run, title = _person_part(run)
    start, end = run[0].start, run[-1].end
    name = (
        text[start:end].removesuffix("'s").removesuffix("\u2019s").removesuffix("'").rstrip(",")
    )
    kind = "person" if title and kind_of(name) == "name" else kind_of(name)
    return Name(name, kind, start, start + len(name), title)
