"""Forms made of the table of fields. In: a kind and an event; out: inputs, and a body again.

What a value must be is asked by the kernel alone. Here texts only get the shape that the kernel
takes: lists line by line, records as YAML, numbers and flags as such.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from catchall_desk.cases.field_table import Field, table
from catchall_desk.cases.fields import carries_set, envelope
from catchall_desk.errors import InvalidBodyError

SHAPED = frozenset({"record", "claimed", "json", "parameters"})
"""Types that are written as YAML."""
SET = "set."


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form; ``look`` is text, long, word, day, flag or yaml.

    ``other`` inputs are not needed for the event and may be folded away.
    """

    name: str
    field: Field
    look: str
    options: tuple[str, ...] = ()
    value: str = ""
    must: bool = False
    other: bool = False
    advice: str = ""


def inputs(
    kind: str, event: str, held: Mapping[str, Any] | None = None, *, opening: bool = False
) -> tuple[Input, ...]:
    """The inputs for an event of a file or thing of this kind, those that must be filled first.

    ``held`` are the fields as they are: an amendment begins with them.

    Raises:
        InvalidBodyError: there is no such event.
    """
    beside = envelope(kind, event, opening=opening)
    found = [made(one, one.name) for one in beside.fields.values()]
    if carries_set(kind, event, opening=opening):
        found += sets(kind, event, held or {}, opening=opening)
    return tuple(sorted(found, key=lambda one: (not one.must, one.other)))


def sets(kind: str, event: str, held: Mapping[str, Any], *, opening: bool) -> Iterator[Input]:
    """The inputs for the fields that the event may set."""
    entry = table().kinds[kind]
    needs = entry.needs.get(event, ())
    for name, one in entry.fields.items():
        must = (opening and one.must) or (name in needs and not held.get(name))
        value = written(held[name]) if event == "amend" and name in held else ""
        other = not must and event != "amend" and not (opening and one.type != "record")
        yield replace(made(one, SET + name), must=must, value=value, other=other)


LOOKS = {"long_text": "long", "day": "day", "word": "word", "flag": "word"}


def made(field: Field, name: str) -> Input:
    """The empty input of a field."""
    if field.type in SHAPED:
        look = "yaml"
    else:
        look = "long" if field.many else LOOKS.get(field.type, "text")
    options = ("true", "false") if field.type == "flag" else field.of
    return Input(name, field, look, options, must=field.must, advice=advice(field))


def advice(field: Field) -> str:
    """How to write the value, where the label does not tell."""
    if field.type == "reference":
        what = f"id or address of a {' or '.join(field.of)}"
        return f"{what}; one a line" if field.many else what
    if field.record is not None:
        names = ", ".join(f"{one.name}: ..." for one in field.record.fields.values())
        return f"- {{{names}}}; one a line" if field.many else f"{{{names}}}"
    if field.type in SHAPED:
        return "name: value, one a line"
    return "one a line" if field.many else ""


def written(value: Any) -> str:
    """A held value as its input shows it."""
    if isinstance(value, str) or value is None:
        return value or ""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
    return text.strip().removesuffix("...").strip()


def body(found: tuple[Input, ...], sent: Mapping[str, Any]) -> dict[str, Any]:
    """The body that a form was filled with; what was left as it was is left out.

    Raises:
        InvalidBodyError: a text that is no YAML where YAML is asked for.
    """
    made: dict[str, Any] = {}
    values: dict[str, Any] = {}
    problems: list[tuple[str, str, str]] = []
    for one in found:
        text = str(sent.get(one.name, "")).replace("\r\n", "\n").strip()
        if text == one.value:
            continue
        at = values if one.name.startswith(SET) else made
        try:
            at[one.field.name] = read(one.field, text) if text else None
        except yaml.YAMLError:
            problems.append((one.name, "cannot be read", f"write {one.advice}"))
    if problems:
        raise InvalidBodyError(*problems)
    return {**made, "set": values} if sets_any(found) else made


def sets_any(found: tuple[Input, ...]) -> bool:
    """Does the form set fields?"""
    return any(one.name.startswith(SET) for one in found)


def read(field: Field, text: str) -> Any:
    """The value that a text of an input stands for."""
    if field.type in SHAPED:
        return typed(field, yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - texts alone
    if field.many:
        return [typed(replace(field, many=False), line) for line in listed(field, text)]
    return typed(field, address(field, text))


def listed(field: Field, text: str) -> Iterator[str]:
    """The lines that say something."""
    for line in text.split("\n"):
        if line.strip():
            yield address(field, line.strip())


def address(field: Field, text: str) -> str:
    """The id in an address of the desk; any other text as it is."""
    if field.type != "reference" or "/" not in text:
        return text
    return text.partition("?")[0].rstrip("/").rpartition("/")[2]


def typed(field: Field, raw: Any) -> Any:
    """A text as number or flag where the field is one; all else as it is."""
    if field.many and isinstance(raw, list):
        return [typed(replace(field, many=False), one) for one in raw]
    if field.record is not None and isinstance(raw, Mapping):
        known = field.record.fields
        return {
            name: typed(known[name], one) if name in known else one for name, one in raw.items()
        }
    if field.type == "whole" and isinstance(raw, str) and raw.isdecimal():
        return int(raw)
    return {"true": True, "false": False}.get(raw, raw) if field.type == "flag" else raw
