"""One lawbook file to records. In: a parsed file and its place; out: ``model`` records.

Each reader takes one kind of file. What needs other files is left to ``law.checks``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar, cast

from catchall.law import nodes
from catchall.law.fields import Fields, shown
from catchall.law.model import (
    Case,
    Characteristic,
    DatedValue,
    Entry,
    GoodsClass,
    Grade,
    Rule,
    Source,
)

T = TypeVar("T")
KINDS = ("party", "catch_all", "embargo", "certificate", "licence", "denial")
OUTCOMES = (
    "prohibited",
    "licence_required",
    "prohibited_or_licence",
    "must_notify",
    "enhanced_due_diligence",
    "none",
)
ENTRY_OUTCOMES = ("meets", "fails", "unknown", "judge")
FLAG_OUTCOMES = ("raised", "none", "ask")
SEVERITIES = ("high", "med", "low")
RuleKind = Literal["party", "catch_all", "embargo", "flag", "certificate", "licence", "denial"]


def _several(fields: Fields, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
    """A file holds one record with its keys at the top, or several under ``key``."""
    if not fields.has(key):
        return (read(fields),)
    found = fields.each(key, read)
    fields.done()
    return found


def source(fields: Fields, stem: str) -> Source:
    """The instrument of a file under ``sources/``; its id is the file name."""
    made = Source(
        fields.text("id"),
        fields.text("title"),
        fields.text("publisher"),
        fields.text("address"),
        fields.text("dated"),
        fields.text("text_hash", ""),
    )
    fields.text("note", "")
    fields.done()
    if made.id != stem:
        raise fields.wrong(f"id {made.id!r} is not the file name {stem!r}", "id")
    return made


def _entry(fields: Fields, regime: str) -> Entry:
    made = Entry(
        id=fields.text("id"),
        regime=regime,
        category=fields.text("category", ""),
        title=fields.text("title"),
        gate=fields.text("gate"),
        eu=fields.texts("eu"),
        us=fields.texts("us"),
        other=fields.texts("other"),
        verified=fields.verified(),
        versions=nodes.versions(fields, nodes.ENTRY_LEAVES),
        cite=fields.text("cite"),
        note=fields.text("note", ""),
        aliases=fields.texts("aliases"),
        cover_names=fields.texts("cover_names"),
        not_names=fields.texts("not_names"),
        cas=fields.texts("cas"),
        grades=fields.texts("grades"),
        hs=fields.texts("hs"),
        covers=fields.texts("covers"),
        destinations=fields.texts("destinations"),
    )
    fields.done()
    return made


def entries(fields: Fields, regime: str) -> tuple[Entry, ...]:
    """The control list entries of a file under ``lists/``."""
    return _several(fields, "entries", lambda part: _entry(part, regime))


def _checked(fields: Fields) -> None:
    if not fields.has("checked"):
        return
    checked = fields.below("checked", fields.take("checked"))
    checked.day("day")
    checked.texts("by")
    checked.text("against")
    checked.done()


def _owned(fields: Fields, regime: str) -> str:
    name = fields.text("id")
    if not name.startswith(f"{regime}."):
        raise fields.wrong(f"{name!r} does not begin with {regime + '.'!r}", "id")
    return name


def _rule(fields: Fields, regime: str) -> Rule:
    _checked(fields)
    made = Rule(
        id=_owned(fields, regime),
        kind=cast(RuleKind, fields.word("kind", KINDS)),
        title=fields.text("title"),
        asks=fields.text("asks"),
        outcome=fields.word("outcome", OUTCOMES),
        severity=fields.word("severity", (*SEVERITIES, ""), ""),
        jurisdictions=fields.texts("jurisdictions"),
        verified=fields.verified(),
        versions=nodes.versions(fields, nodes.RULE_LEAVES),
        cite=fields.text("cite"),
        lifts=fields.text("lifts", ""),
        needs=fields.texts("needs"),
    )
    fields.done()
    return made


def rules(fields: Fields, regime: str) -> tuple[Rule, ...]:
    """The rules of a file under ``rules/``."""
    return _several(fields, "rules", lambda part: _rule(part, regime))


def _flag(fields: Fields, regime: str) -> Rule:
    _checked(fields)
    fields.word("put_to", ("caseworker",))
    made = Rule(
        id=_owned(fields, regime),
        kind="flag",
        title=fields.text("title"),
        asks=fields.text("asks"),
        outcome="",
        severity=fields.word("severity", SEVERITIES),
        jurisdictions=fields.texts("jurisdictions"),
        verified=fields.verified(),
        versions=nodes.versions(fields, nodes.RULE_LEAVES),
        cite=fields.text("cite"),
        needs=fields.texts("needs"),
    )
    fields.done()
    return made


def flags(fields: Fields, regime: str) -> tuple[Rule, ...]:
    """The red flags of a file under ``flags/``."""
    return _several(fields, "flags", lambda part: _flag(part, regime))


def _dated(fields: Fields) -> DatedValue:
    made = DatedValue(
        fields.day("from"),
        fields.day("to", None),
        fields.take("value"),
        fields.text("cite"),
        fields.verified() if fields.has("verified") else "",
    )
    fields.done()
    return made


def _value(fields: Fields, regime: str) -> tuple[str, tuple[DatedValue, ...]]:
    name = _owned(fields, regime)
    read = fields.each("versions", _dated)
    starts = [version.start for version in read]
    if not read or starts != sorted(set(starts)):
        raise fields.wrong("versions stand in order of from, at least one", "versions")
    ends = [version.end or start for version, start in zip(read, starts[1:], strict=False)]
    fields.text("title", "")
    fields.done()
    ended = zip(read, [*ends, read[-1].end], strict=True)
    return name, tuple(replace(v, end=end) for v, end in ended)


def values(fields: Fields, regime: str) -> tuple[tuple[str, tuple[DatedValue, ...]], ...]:
    """The dated values of a file under ``values/``."""
    return _several(fields, "values", lambda part: _value(part, regime))


def _given(fields: Fields, kind: str) -> dict[str, Any]:
    if kind != "entry":
        facts = fields.take("facts")
        if not isinstance(facts, dict):
            raise fields.wrong(f"expected a mapping, found {shown(facts)}", "facts")
        return facts
    params = fields.take("params", {})
    if not isinstance(params, dict):
        raise fields.wrong(f"expected a mapping, found {shown(params)}", "params")
    return {"text": fields.text("text", ""), "params": params, "hs": fields.text("hs", "")}


def _outcome(fields: Fields, kind: str) -> str:
    allowed = {"entry": ENTRY_OUTCOMES, "flag": FLAG_OUTCOMES, "rule": (*OUTCOMES, "ask")}
    return fields.word("outcome", allowed[kind])


def _subject_cases(fields: Fields) -> tuple[Case, ...]:
    kinds = [kind for kind in ("entry", "rule", "flag") if fields.has(kind)]
    if len(kinds) != 1:
        raise fields.wrong("needs exactly one of entry, rule, flag")
    kind = cast('Literal["entry", "rule", "flag"]', kinds[0])
    subject = fields.text(kind)

    def one(part: Fields) -> Case:
        why, day = part.text("why"), part.day("day")
        made = Case(
            kind, subject, why, day, _outcome(part, kind), _given(part, kind), part.path
        )
        part.done()
        return made

    found = fields.each("cases", one)
    fields.done()
    return found


def cases(fields: Fields) -> tuple[Case, ...]:
    """The worked examples of a file under ``cases/``."""
    if any(fields.has(kind) for kind in ("entry", "rule", "flag")):
        return _subject_cases(fields)
    found = fields.each("cases", _subject_cases)
    fields.done()
    return tuple(case for group in found for case in group)


def _class(fields: Fields) -> GoodsClass:
    made = GoodsClass(
        fields.text("id"),
        fields.text("title"),
        fields.texts("names"),
        fields.texts("may_be"),
        fields.texts("not_names"),
        fields.texts("yields_to"),
        fields.texts("hs"),
    )
    fields.done()
    return made


def _words(fields: Fields) -> dict[str, tuple[str, ...]]:
    words = fields.below("words", fields.take("words", {}))
    return {key: words.texts(key) for key in words.keys()}  # noqa: SIM118  # not a dict


def _characteristic(fields: Fields) -> Characteristic:
    name, asks = fields.text("id"), fields.text("asks")
    kind = fields.word("kind", ("number", "flag", "word"))
    number, flag = kind == "number", kind == "flag"
    made = Characteristic(
        id=name,
        asks=asks,
        kind="number" if number else "flag" if flag else "word",
        unit=fields.text("unit") if number else "",
        near=fields.texts("near") if number else (),
        sole=fields.flag("sole", default=False) if number else False,
        yes=fields.texts("yes") if flag else (),
        no=fields.texts("no") if flag else (),
        words={} if flag else _words(fields),
        also=fields.texts("also"),
        min=fields.number("min", 0) if number else 0,
        none=fields.flag("none", default=False) if number else False,
    )
    fields.done()
    return made


def _grade(fields: Fields) -> Grade:
    made = Grade(
        fields.text("name"),
        fields.text("class"),
        fields.texts("synonyms"),
        fields.text("note", ""),
    )
    fields.done()
    return made


@dataclass(frozen=True)
class GoodsWords:
    """What one file under ``goods/`` holds; ``vague`` words do not say what goods are.

    ``accessories`` after a name and ``consumer`` words before it name another thing;
    ``forms`` do not; ``real_words`` are no misspelling of a word of the lists.
    """

    classes: tuple[GoodsClass, ...] = ()
    characteristics: tuple[Characteristic, ...] = ()
    grades: tuple[Grade, ...] = ()
    vague: tuple[str, ...] = ()
    accessories: tuple[str, ...] = ()
    consumer: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    real_words: tuple[str, ...] = ()


def goods(fields: Fields) -> GoodsWords:
    """The classes, characteristics, grades and vague words of a file under ``goods/``."""
    found = GoodsWords(
        fields.each("classes", _class, ()),
        fields.each("characteristics", _characteristic, ()),
        fields.each("grades", _grade, ()),
        fields.texts("vague"),
        fields.texts("accessories"),
        fields.texts("consumer"),
        fields.texts("forms"),
        fields.texts("real_words"),
    )
    fields.done()
    return found
