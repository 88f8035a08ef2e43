"""What the headers of a shipment file mean. In: headers; out: one ``Meaning`` each.

A header is taken apart into words and matched as a set of words, so that ``IMPORTER_NAME_EN``,
``Name of Importer`` and ``importerName`` are one. A header with a word we do not know is
unknown: a wrong guess would put a fact into a shipment that nobody filed. The words
themselves stand in ``header_words``; reading cells does not belong here.
"""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pycountry

from catchall import tables
from catchall.errors import InputError
from catchall.intake.header_words import (
    ADJECTIVES,
    ATTRIBUTES,
    COLUMNS,
    CURRENCIES,
    ID_KINDS,
    NOISE,
    ROLES,
    WORDS,
    folded,
)  # fmt: skip
from catchall.records import ROLES as ROLE_NAMES

PARTS = ("name", "country", "address", "id", "email", "phone")
KNOWN = frozenset(("id", "line", *tables.ITEM_COLUMNS, *tables.FIELD_COLUMNS, *ROLE_NAMES)) | {
    f"{role}_{part}" for role in ROLE_NAMES for part in PARTS
}
"""Every column a shipment file may have, as DESIGN 4.2 names them."""

_FIRST, _STEP, _EXACT = -100, 10, -50
_SHORT = frozenset({"of", "en", "in", "id", "hs", "no", "to", "kg", "bl"})
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_LONGEST = max(map(len, (*WORDS, *NOISE)))
_SPELT = (("b/l", "bl"), ("тн вэд", "tnved"), ("us$", "usd"), ("$", " usd "), ("€", " eur "),
          ("e-mail", "email"), ("d-u-n-s", "duns"), ("#", " no "))  # fmt: skip
_COUNTED = ({"goods", "unit", "item"}, "no")


@dataclass(frozen=True)
class Meaning:
    """What one header means: ``column`` is ours, ``""`` where it is unknown.

    ``slot`` tells several parties of one role apart. ``kind`` is the kind of an identifier,
    or the currency that the header of a value states. ``beaten_by`` names the header that
    has taken the column; then this one is kept as an unknown column.
    """

    header: str
    column: str = ""
    slot: str = ""
    kind: str = ""
    rank: int = 0
    beaten_by: str = ""


def recognise(
    headers: Sequence[str], mapping: Mapping[str, str] | None = None
) -> tuple[Meaning, ...]:
    """What does each header of a file mean?

    Args:
        headers: the header row.
        mapping: what the user says headers mean; it goes before everything else.

    >>> [m.column for m in recognise(["IMPORTER_NAME_EN", "TOTALVALUEUSD", "Colour"])]
    ['consignee', 'value', '']
    """
    wanted = {header.strip().casefold(): column for header, column in (mapping or {}).items()}
    split = [words_of(header) for header in headers]
    port = _bare_port(split)
    meanings = []
    for header, words in zip(headers, split, strict=True):
        given = wanted.get(header.strip().casefold())
        meanings.append(
            _meaning(header, words, port) if given is None else _given(header, given)
        )
    return _settled(meanings)


def _given(header: str, column: str) -> Meaning:
    role, part = party_part(column)
    if role:
        kind = "id" if part == "id" else ""
        name = role if part == "name" else column
        return Meaning(header, name, role, kind, _FIRST)
    return Meaning(header, column, rank=_FIRST)


def party_part(column: str) -> tuple[str, str]:
    """Which role and which part of its party is this column? Empty when it is none.

    >>> party_part("end_user_country"), party_part("vessel_flag")
    (('end_user', 'country'), ('', ''))
    """
    if column in ROLE_NAMES:
        return column, "name"
    role, _, part = column.rpartition("_")
    return (role, part) if role in ROLE_NAMES and part in PARTS else ("", "")


def words_of(header: str) -> tuple[str, ...]:
    """The words of a header, in our language and without noise, run-together words split.

    >>> words_of("SUMOFTOTAL_INVOICE_VALUE_USD")
    ('sum', 'total', 'invoice', 'value', 'usd')
    """
    text = _CAMEL.sub(" ", header).casefold()
    for theirs, ours in _SPELT:
        text = text.replace(theirs, ours)
    words: list[str] = []
    for token in _TOKEN.findall(folded(text)):
        for piece in _pieces(token):
            words += ("sum",) if piece == "sumof" else WORDS.get(piece, (piece,))
    return tuple(
        _count_words([word for word in words if word not in NOISE - {"total", "sum", "std"}])
    )


def _count_words(words: list[str]) -> list[str]:
    """``number of goods`` is a quantity, while a ``goods number`` is not."""
    for at, pair in enumerate(pairwise(words)):
        if pair[0] == _COUNTED[1] and pair[1] in _COUNTED[0]:
            return [*words[:at], "quantity", "sum", *words[at + 2 :]]
    return words


@cache
def _pieces(token: str) -> tuple[str, ...]:
    """A token as known words, the fewest that cover it; itself when they do not."""
    if token in WORDS or token in NOISE or token.isdigit():
        return (token,)
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(token) + 1):
        ways = [
            (*before, token[start:end])
            for start in range(max(0, end - _LONGEST), end)
            if (before := best[start]) is not None and _piece(token[start:end])
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or (token,)


def _piece(text: str) -> bool:
    if text not in WORDS and text not in NOISE:
        return False
    return len(text) > 2 or text in _SHORT  # noqa: PLR2004  two letters match by chance


def _meaning(header: str, words: tuple[str, ...], port: str) -> Meaning:
    exact = header.strip().casefold().replace(" ", "_")
    if exact in KNOWN and not party_part(exact)[0]:
        return Meaning(header, exact, rank=_EXACT)
    burden = {"total": 1, "sum": 2, "std": 1}
    extra = sum(burden.get(word, 0) for word in set(words))
    bare = frozenset(w for w in words if w not in burden and not w.isdigit())
    found = _plain(header, bare, extra, port) or _party(header, words, bare, extra)
    return found or Meaning(header)


def _plain(header: str, bare: frozenset[str], extra: int, port: str) -> Meaning | None:
    money = bare & CURRENCIES
    if len(money) == 1:
        column, rank = COLUMNS.get(
            bare - money, ("value" if bare == money and extra else "", 0)
        )
        kind, rank = min(money).upper(), _STEP * rank + extra
        return Meaning(header, column, kind=kind, rank=rank) if column == "value" else None
    if bare in COLUMNS:
        column, rank = COLUMNS[bare]
        return Meaning(header, column, rank=_STEP * rank + extra)
    side = _port_side(bare)
    if side and port:
        other = {"loading_port": "discharge_port", "discharge_port": "loading_port"}
        column = port if side == "here" else other[port]
        return Meaning(header, column, rank=_STEP * _STEP + extra)
    return None


def _port_side(bare: frozenset[str]) -> str:
    """``PORT`` and ``MALAYSIA_PORT`` are on the side of the file's country, or abroad."""
    rest = bare - {"port", "name"}
    if "port" not in bare or len(rest) > 1:
        return ""
    if rest == {"foreign"}:
        return "abroad"
    return "here" if not rest or rest == {"domestic"} or _is_nation(min(rest)) else ""


@cache
def _is_nation(word: str) -> bool:
    return word in ADJECTIVES or word in _nations()


@cache
def _nations() -> frozenset[str]:
    names = [
        getattr(country, key, "") for country in pycountry.countries
        for key in ("name", "common_name")
    ]  # fmt: skip
    return frozenset(folded(word) for name in names for word in [name.split(",")[0]])


def _bare_port(split: Sequence[tuple[str, ...]]) -> str:
    """Is this a file of imports or of exports? Then a bare PORT is there or here.

    ``""`` when the headers do not say; then the port is an unknown column.
    """
    words = [frozenset(header) for header in split]
    imports = sum(
        bool(w & {"importer", "supplier"}) or {"origin", "country"} <= w for w in words
    )
    exports = sum(
        bool(w & {"exporter", "buyer"}) or {"destination", "country"} <= w for w in words
    )
    if imports == exports:
        return ""
    return "discharge_port" if imports > exports else "loading_port"


def _party(
    header: str, words: tuple[str, ...], bare: frozenset[str], extra: int
) -> Meaning | None:
    """A role, and what may follow it. Two words for one role (buyer/consignee) are one."""
    plain = bare - {"foreign", "domestic"} - {w for w in bare if _is_nation(w)}
    number = "".join(f" {word}" for word in words if word.isdigit() and word != "1")
    for role, phrase in sorted(ROLES, key=lambda entry: -len(entry[1])):
        if phrase <= plain:
            same = frozenset().union(*(p for r, p in ROLES if r == role and p <= plain))
            return _part(
                Meaning(header, role, " ".join(sorted(phrase)) + number), plain - same, extra
            )
    return None


def _part(party: Meaning, rest: frozenset[str], extra: int) -> Meaning | None:
    key = " ".join(sorted(rest, reverse=True))
    if not rest - {"name"}:
        return replace(party, rank=extra)
    for phrase, part in ATTRIBUTES.items():
        if rest == frozenset(phrase.split()):
            late = _STEP if phrase == "city" else 0
            name = party.column if part == "name" else f"{party.column}_{part}"
            return replace(party, column=name, rank=extra + late)
    for word, kind in ID_KINDS.items():
        if word in rest and rest - {word} <= {"no", "code", "id"}:
            return replace(party, column=f"{party.column}_id", kind=kind, rank=extra)
    return None if key else party


def _settled(meanings: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """Where two headers claim one column, the stated precedence decides."""
    taken: dict[tuple[str, str], int] = {}
    settled = [_beside(meaning, meanings) for meaning in meanings]
    for at in sorted(range(len(settled)), key=lambda at: (settled[at].rank, at)):
        meaning = settled[at]
        part = party_part(meaning.column)[1]
        if not meaning.column or part == "id":
            continue
        first = taken.setdefault((meaning.column, meaning.slot), at)
        if first == at:
            continue
        if part == "name":  # a second spelling of a party is screened too
            settled[at] = replace(meaning, slot=f"{meaning.slot} ({at})")
        else:
            settled[at] = Meaning(meaning.header, beaten_by=settled[first].header)
    return _one_currency(settled)


def _beside(meaning: Meaning, meanings: Sequence[Meaning]) -> Meaning:
    """An address without a name of its own belongs to the one party named in that role."""
    role, part = party_part(meaning.column)
    if not role or part == "name":
        return meaning
    slots = dict.fromkeys(m.slot for m in meanings if m.column == role)
    if meaning.slot in slots or len(slots) != 1:
        return meaning
    return replace(meaning, slot=next(iter(slots)), rank=meaning.rank + _STEP)


def _one_currency(meanings: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """A value whose header states its currency needs no currency column, nor follows it."""
    stating = [m for m in meanings if m.column == "value" and m.kind]
    if not stating:
        return tuple(meanings)
    return tuple(
        Meaning(m.header, beaten_by=stating[0].header) if m.column == "currency" else m
        for m in meanings
    )


def load_mapping(path: Path) -> dict[str, str]:
    """What a mapping file says headers mean: ``{"THEIR HEADER": "our_column"}``.

    JSON, or CSV with two columns. ``""`` as our column means: keep it as an unknown column.

    Raises:
        InputError: the file cannot be read, or names an unknown column or a header twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        pairs = _json_pairs(text) if text.lstrip().startswith("{") else _csv_pairs(text)
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(
            str(path), f"is no mapping file ({error})",
            'Write {"THEIR HEADER": "our_column"}, or two columns of CSV.',
        ) from error  # fmt: skip
    mapping: dict[str, str] = {}
    for header, column in pairs:
        _check_pair(str(path), header, column, mapping)
        mapping[header.strip()] = column
    return mapping


def _check_pair(path: str, header: str, column: str, before: Mapping[str, str]) -> None:
    if column and column not in KNOWN:
        raise InputError(
            path, f"{column!r} (for {header!r}) is no column of ours",
            "The columns are named in the reference, page shipment-columns.",
        )  # fmt: skip
    if header.strip().casefold() in {name.casefold() for name in before}:
        raise InputError(path, f"the header {header!r} stands twice", "Keep one of the lines.")


def _json_pairs(text: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, object]] = json.loads(text, object_pairs_hook=list)
    wrong = [header for header, column in pairs if not isinstance(column, str)]
    if wrong:
        raise ValueError(f"what {wrong[0]!r} means is not text")
    return [(header, str(column)) for header, column in pairs]


def _csv_pairs(text: str) -> list[tuple[str, str]]:
    try:
        rows = [row for row in csv.reader(StringIO(text), strict=True) if any(row)]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    wrong = [row for row in rows if len(row) != 2]  # noqa: PLR2004  header, column
    if wrong or not rows:
        raise ValueError(f"each line needs two fields, not {wrong[0] if wrong else 'none'}")
    return [(header, column.strip()) for header, column in rows]
