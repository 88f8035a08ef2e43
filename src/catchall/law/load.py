"""The lawbook from its files. In: a folder; out: one frozen ``Lawbook``, or a LawbookError.

Reads and checks; it answers nothing about a shipment. Caching by ``hash`` is the caller's job.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from catchall.errors import LawbookError
from catchall.law import checks, files, strict, tree
from catchall.law.fields import Fields
from catchall.law.model import Asked, Case, DatedValue, Entry, Lawbook, Rule, Source

ELSEWHERE = frozenset(
    {"watchlist_addresses.yaml", "watchlist_sources.yaml"}
)  # read by its own stage; in the hash all the same
MAPPINGS = "watchlist_mappings/"
"""Mapping files of lists that are tables: read by intake, in the hash all the same."""
REGIMES = ("mtcr", "wassenaar", "nsg", "ag", "eu", "us", "uk", "un", "guidance")


@dataclass
class _Found:
    """What the files hold, and the file of each id; filled while reading only."""

    sources: list[Source] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    values: list[tuple[str, tuple[DatedValue, ...]]] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    places: list[tuple[str, str]] = field(default_factory=list)
    goods: list[tuple[str, files.GoodsWords]] = field(default_factory=list)
    version: str = ""


def _walk(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        path = f"{above}{item.name}"
        if item.is_dir() and not item.name.startswith((".", "__")):
            yield from _walk(item, f"{path}/")
        elif item.name.endswith((".yaml", ".yml")):
            yield path, item.read_bytes()


def _named(found: _Found, path: str, records: Any, into: list[Any]) -> None:
    into.extend(records)
    found.places.extend((record.id, path) for record in records)


def _source(found: _Found, fields: Fields, stem: str) -> None:
    _named(found, fields.path, (files.source(fields, stem),), found.sources)


def _list(found: _Found, fields: Fields, regime: str) -> None:
    _named(found, fields.path, files.entries(fields, regime), found.entries)


def _rules(found: _Found, fields: Fields, regime: str) -> None:
    _named(found, fields.path, files.rules(fields, regime), found.rules)


def _flags(found: _Found, fields: Fields, regime: str) -> None:
    _named(found, fields.path, files.flags(fields, regime), found.rules)


def _values(found: _Found, fields: Fields, regime: str) -> None:
    read = files.values(fields, regime)
    found.values.extend(read)
    found.places.extend((name, fields.path) for name, _ in read)


def _cases(found: _Found, fields: Fields, _regime: str) -> None:
    found.cases.extend(files.cases(fields))


_KINDS: dict[str, Callable[[_Found, Fields, str], None]] = {
    "lists": _list,
    "rules": _rules,
    "flags": _flags,
    "values": _values,
    "cases": _cases,
}


def _version(found: _Found, fields: Fields) -> None:
    found.version = fields.text("version")
    fields.done()


def _goods(found: _Found, fields: Fields) -> None:
    found.goods.append((fields.path, files.goods(fields)))


def _file(found: _Found, path: str, data: bytes) -> None:
    fields = Fields(strict.read(data, path), path, "")
    if path in ELSEWHERE or path.startswith(MAPPINGS):
        return
    parts = path.removesuffix(".yaml").split("/")
    if parts == ["lawbook"]:
        _version(found, fields)
    elif parts[:-1] == ["goods"]:
        _goods(found, fields)
    elif parts[1:-1] == ["sources"] and parts[0] in REGIMES:
        _source(found, fields, parts[2])
    elif parts[0] in REGIMES and "/".join(parts[1:-1]) in _KINDS:
        _KINDS[parts[1]](found, fields, parts[0])
    else:
        raise LawbookError(
            path, "file", "no place of the lawbook: see docs/reference/lawbook.md"
        )


def _by_id(found: _Found, kind: str) -> dict[str, Any]:
    held = [(path, record) for path, words in found.goods for record in getattr(words, kind)]
    checks.unique((record.id, path) for path, record in held)
    return {record.id: record for _, record in held}


def _book(found: _Found, digest: str) -> Lawbook:
    goods = [words for _, words in found.goods]
    return Lawbook(
        version=found.version,
        hash=digest,
        entries=tuple(found.entries),
        rules=tuple(found.rules),
        sources={source.id: source for source in found.sources},
        values=dict(found.values),
        classes=_by_id(found, "classes"),
        characteristics=_by_id(found, "characteristics"),
        grades=tuple(grade for one in goods for grade in one.grades),
        vague=tuple(word for one in goods for word in one.vague),
        accessories=tuple(word for one in goods for word in one.accessories),
        consumer=tuple(word for one in goods for word in one.consumer),
        forms=tuple(word for one in goods for word in one.forms),
        real_words=tuple(word for one in goods for word in one.real_words),
        cases=tuple(found.cases),
    )


def load(folder: Traversable | Path | None = None, *, cases: bool = True) -> Lawbook:
    """The whole lawbook, checked (default: the one installed with the engine, read once).

    ``cases`` False leaves the worked cases unread: a run needs the law, not its examples, and
    ``catchall lawbook check`` reads them all. The hash is that of every file either way.

    Raises:
        LawbookError: a file breaks a rule of docs/reference/lawbook.md; says which, where, why.
    """
    return _installed(cases=cases) if folder is None else _read(folder, cases=cases)


@cache
def _installed(*, cases: bool) -> Lawbook:
    return _read(package_files("catchall_lawbook"), cases=cases)


def _read(root: Traversable | Path, *, cases: bool) -> Lawbook:
    read = sorted(_walk(root))
    digest, found = hashlib.sha256(), _Found()
    for path, data in read:
        digest.update(f"{path}\0{len(data)}\0".encode() + data)
        if cases or "/cases/" not in path:
            _file(found, path, data)
    if not found.version:
        raise LawbookError("lawbook.yaml", "file", "the lawbook has no version file")
    paths = checks.unique(found.places) | {"goods": "goods"}
    book = _book(found, digest.hexdigest())
    for fit in (checks.cited, checks.goods, checks.parts, *([checks.cases] if cases else [])):
        fit(book, paths)
    return book


def check(lawbook: Lawbook, predicates: Collection[str]) -> tuple[str, ...]:
    """What is wrong that only the engine can see? Each problem in words; empty when nothing is.

    ``predicates`` are the names that ``determine.predicates`` offers.
    """
    asked = (
        (rule.id, leaf.predicate)
        for rule in lawbook.rules
        for version in rule.versions
        for node in (version.when, *version.exclusions)
        if node is not None
        for leaf in tree.leaves(node)
        if isinstance(leaf, Asked)
    )
    problems = [
        f"{name}: predicate {predicate!r} is not known"
        for name, predicate in asked
        if predicate not in predicates
    ]
    return tuple(dict.fromkeys(problems))
