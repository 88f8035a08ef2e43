"""Do the files of a lawbook fit together? In: records with their places; out: LawbookErrors.

Ids unique, sources cited exist, gates and characteristics known, units of the right dimension,
every version with its cases. Predicates are known only to ``determine``: see ``load.check``.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from catchall.errors import LawbookError
from catchall.law import tree, units
from catchall.law.model import (
    Asked,
    Case,
    Characteristic,
    Entry,
    Excepted,
    Lawbook,
    Node,
    OfKind,
    Rule,
    Test,
    Version,
)

Ruled = Entry | Rule
Paths = Mapping[str, str]
POSITIVE = frozenset({"meets", "judge"})
OPEN = frozenset({"unknown", "judge"})


def _ruled(book: Lawbook) -> Iterator[Ruled]:
    yield from book.entries
    yield from book.rules


def _nodes(version: Version) -> Iterator[Node]:
    if version.when is not None:
        yield version.when
    yield from version.exclusions


def _leaves(ruled: Ruled) -> Iterator[tree.Leaf]:
    for version in ruled.versions:
        for node in _nodes(version):
            yield from tree.leaves(node)


def _citations(book: Lawbook) -> Iterator[tuple[str, str]]:
    for ruled in _ruled(book):
        yield ruled.id, ruled.cite
        yield from ((ruled.id, version.cite) for version in ruled.versions if version.cite)
        yield from ((ruled.id, leaf.cite) for leaf in _leaves(ruled))
    for name, versions in book.values.items():
        yield from ((name, version.cite) for version in versions)


def cited(book: Lawbook, paths: Paths) -> None:
    """Does every citation name a source that is held, and a place in it?"""
    for name, cite in _citations(book):
        source, _, place = cite.partition(" ")
        if source not in book.sources:
            raise LawbookError(
                paths[name], name, f"cite {cite!r}: no source {source!r} is held"
            )
        if not place.strip():
            raise LawbookError(paths[name], name, f"cite {cite!r} names no place in the source")


def _test_problem(test: Test, book: Lawbook) -> str:
    about = book.characteristics.get(test.characteristic)
    if about is None:
        return f"characteristic {test.characteristic!r} is in no file under goods/"
    if about.none and test.comparison in {"<", "<="}:  # "none" stands for no size, as 0
        return f"{test.characteristic} can be none: no {test.comparison} of it"
    if about.kind != "number":
        return "a unit on what is no number" if test.unit else _word_problem(test, about.words)
    return _unit_problem(test.unit, about)


def _unit_problem(unit: str, about: Characteristic) -> str:
    if not unit or not units.known(unit):
        return f"unit {unit!r} is not known"
    if units.linear(unit, about.unit) is None:
        return f"unit {unit} does not measure {about.asks} ({about.unit})"
    return ""


def _word_problem(test: Test, words: Mapping[str, tuple[str, ...]]) -> str:
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    unknown = [value for value in values if words and value not in words]
    return f"{unknown[0]!r} is no value of {test.characteristic}" if unknown else ""


def _leaf_problem(leaf: tree.Leaf, book: Lawbook, entries: set[str]) -> str:
    if isinstance(leaf, Test):
        return _test_problem(leaf, book)
    problem = ""
    if isinstance(leaf, Excepted) and leaf.entry not in entries:
        problem = f"entry {leaf.entry!r} is not held"
    elif isinstance(leaf, OfKind) and leaf.goods not in book.classes:
        problem = f"{leaf.goods!r} is no class of goods"
    elif isinstance(leaf, Asked) and leaf.args.get("values", "") not in ("", *book.values):
        problem = f"values {leaf.args['values']!r} are not held"
    return problem


def parts(book: Lawbook, paths: Paths) -> None:
    """Does every leaf, gate and lifted rule name something that is held?"""
    entries, rules = {entry.id for entry in book.entries}, {rule.id for rule in book.rules}
    for ruled in _ruled(book):
        for leaf in _leaves(ruled):
            if problem := _leaf_problem(leaf, book, entries):
                raise LawbookError(paths[ruled.id], ruled.id, problem)
    for entry in book.entries:
        if entry.gate not in book.classes:
            raise LawbookError(
                paths[entry.id], entry.id, f"gate {entry.gate!r} is no class of goods"
            )
    for rule in book.rules:
        if rule.lifts and rule.lifts not in rules:
            raise LawbookError(
                paths[rule.id], rule.id, f"lifts {rule.lifts!r}, which is not held"
            )


def goods(book: Lawbook, paths: Paths) -> None:
    """Do classes, characteristics and grades fit together?"""
    place = paths["goods"]
    for goods_class in book.classes.values():
        for other in goods_class.yields_to:
            if other not in book.classes:
                raise LawbookError(place, goods_class.id, f"yields_to {other!r}, no such class")
    for grade in book.grades:
        if grade.goods not in book.classes:
            raise LawbookError(place, grade.name, f"class {grade.goods!r} is not held")
    for about in book.characteristics.values():
        if about.kind == "number" and not units.known(about.unit):
            raise LawbookError(place, about.id, f"unit {about.unit!r} is not known")


def _missing(ruled: Ruled, version: Version, outcomes: set[str]) -> str:
    """What the cases of one version lack, or ""; goods of a kind need no test to fail."""
    if not outcomes or isinstance(ruled, Rule):
        return "" if outcomes else "no case"
    asked = tree.leaves(version.when) if version.when is not None else ()
    tested = any(isinstance(leaf, Test) for leaf in asked)
    lacking = (
        ("no case that meets it (meets or judge)", not outcomes & POSITIVE),
        ("no case that fails it", tested and "fails" not in outcomes),
        ("no case that leaves it open (unknown or judge)", tested and not outcomes & OPEN),
    )
    return next((problem for problem, lacks in lacking if lacks), "")


def _kind(ruled: Ruled | None) -> str:
    if isinstance(ruled, Entry):
        return "entry"
    return "none" if ruled is None else "flag" if ruled.kind == "flag" else "rule"


def cases(book: Lawbook, paths: Paths) -> None:
    """Has every version its cases, and every case its rule, flag or entry?"""
    held = {ruled.id: ruled for ruled in _ruled(book)}
    of: dict[str, list[Case]] = {}
    for case in book.cases:
        of.setdefault(case.subject, []).append(case)
        if _kind(held.get(case.subject)) != case.kind:
            raise LawbookError(case.path, case.subject, f"no such {case.kind} is held")
    for name, ruled in held.items():
        for version in ruled.versions:
            outcomes = {case.outcome for case in of.get(name, ()) if _on(version, case.day)}
            if version.when is not None and (problem := _missing(ruled, version, outcomes)):
                place = f"{name}, version from {version.start}"
                raise LawbookError(paths[name], place, problem)


def _on(version: Version, day: date) -> bool:
    return version.start <= day and (version.end is None or day < version.end)


def unique(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The path of each id; refuses an id that stands twice."""
    paths: dict[str, str] = {}
    for name, path in names:
        if name in paths:
            raise LawbookError(path, name, f"id {name!r} stands already in {paths[name]}")
        paths[name] = path
    return paths
