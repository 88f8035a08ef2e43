"""Whether the body of an event is right. In: kind, type and body; out: it cleaned, or why not.

The problems of a body are told at once, each with its place and what to do. What a field is
called and holds is said in ``fields.yaml`` alone; the JSON Schemas here come from it too, and
accept whatever ``check`` accepts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from catchall_desk.cases.events import KINDS
from catchall_desk.cases.field_table import Field, Record, table
from catchall_desk.cases.field_values import LIST, SCALARS, named
from catchall_desk.cases.fold import is_plain
from catchall_desk.cases.machines import machines
from catchall_desk.errors import InvalidBodyError

Problems = list[tuple[str, str, str]]
SPANS = (
    ("from", "to"),
    ("from", "to_day"),
    ("valid_from", "valid_until"),
    ("effective", "ends"),
    ("departed", "arrived"),
)
"""Pairs of days of which the second may not lie before the first."""
MOVE = {"why": Field("why", "long_text", "Why", "Why")}
OPENING = {
    "office": Field("office", "text", "Office that is to do it", "Office"),
    "officer": Field("officer", "text", "Officer who is to do it", "Officer"),
    **MOVE,
}
"""What stands beside ``set`` in the body of a move, and of an opening."""
TITLE = 200
"""Characters of the longest title in a list."""
SHOWN = 100
"""How many problems of one body are told."""


def check(
    kind: str,
    event: str,
    body: Any,
    *,
    opening: bool = False,
    held: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The body of an event of this type for a file or thing of this kind, cleaned.

    ``opening``: the event opens the stream, so every field that must be there is asked for.
    ``held`` are the fields the file now has (``File.fields``): an answer must be to one of its
    points, a draw from one of its lines, and what an event needs may stand there already.
    Without it, the file holds nothing. ``null`` empties a field that need not be there.

    Raises:
        InvalidBodyError: with the problems found, at most a hundred.

    >>> check("party", "note", {"text": " seen twice "})
    {'text': 'seen twice'}
    """
    record = envelope(kind, event, opening=opening)
    found: Problems = []
    if not isinstance(body, Mapping):
        raise InvalidBodyError(("body", f"is {named(body)}, not an object", "send an object"))
    cleaned = members(record, {key: body[key] for key in body if key != "set"}, "", found)
    now = dict(held or {})
    if "set" in body or carries_set(kind, event, opening=opening):
        cleaned["set"] = values_set(kind, body.get("set", {}), opening, found)
        now |= cleaned["set"]
    if event == "amend" and not cleaned["set"]:
        found.append(("set", "changes nothing", "set at least one field"))
    found += [*needed(kind, event, now), *not_held(event, cleaned, now)]
    if event == "claim":
        claimed(kind, body, cleaned, found)
    if found:
        raise InvalidBodyError(*found[:SHOWN])
    return cleaned


def carries_set(kind: str, event: str, *, opening: bool) -> bool:
    """Does an event of this type set fields? Openings, amendments and the machine's own do."""
    return opening or event == "amend" or not is_plain(kind, event)


def envelope(kind: str, event: str, *, opening: bool) -> Record:
    """What stands in the body beside ``set``; InvalidBodyError when there is no such event."""
    if kind not in KINDS:
        raise InvalidBodyError(
            ("kind", f"{kind} is not a kind", f"take one of {', '.join(KINDS)}")
        )
    machine = machines().get(kind)
    first = machine.opening.event if machine else "begin"
    if opening and event == first:
        return Record(event, OPENING)
    if opening:
        raise InvalidBodyError(("type", f"{event} opens no {kind}", f"begin with {first}"))
    if is_plain(kind, event) and event != "begin":
        return table().plain[event]
    if machine and event in machine.transitions:
        return Record(event, MOVE)
    raise InvalidBodyError(
        ("type", f"{event} is no event of a {kind}", "take an event of its machine")
    )


def members(record: Record, body: Any, place: str, found: Problems) -> dict[str, Any]:
    """The members of an object, cleaned; what is wrong is added to ``found``."""
    if not isinstance(body, Mapping):
        found.append((place, f"is {named(body)}, not an object", "send an object"))
        return {}
    at = f"{place}." if place else ""
    for name in sorted(map(str, body.keys() - record.fields.keys()))[:SHOWN]:
        known = ", ".join(record.fields)
        told = f"take it out; known are {known}"
        found.append((at + (ascii(name[:TITLE])[1:-1] or "(no name)"), "is not known", told))
    for name, one in record.fields.items():
        if one.must and name not in body:
            found.append((f"{at}{name}", "is missing", f"say it: {one.says}"))
    if record.some and not any(name in body for name in record.some):
        listed = ", ".join(record.some)
        found.append((place or "body", f"holds none of {listed}", "give at least one"))
    cleaned = {
        name: value(one, body[name], f"{at}{name}", found)
        for name, one in record.fields.items()
        if name in body
    }
    found += backwards(record, cleaned, at)
    return cleaned


def value(field: Field, raw: Any, place: str, found: Problems) -> Any:
    """The value of one field, cleaned: one, or a list of them."""
    if not field.many:
        return single(field, raw, place, found)
    if not isinstance(raw, list | tuple):
        found.append((place, f"is {named(raw)}, not a list", "send a list"))
        return None
    if len(raw) > LIST:
        found.append((place, f"has {len(raw)} members, more than {LIST}", "send fewer"))
        return None
    if field.must and not raw and not field.empty:
        found.append((place, "is empty", f"give at least one: {field.says}"))
    cleaned = [single(field, one, f"{place}[{n}]", found) for n, one in enumerate(raw, 1)]
    found += doubled(field, cleaned, place)
    return cleaned


def single(field: Field, raw: Any, place: str, found: Problems) -> Any:
    """One value of a field, cleaned, or None with its problem in ``found``."""
    if field.record:
        return members(field.record, raw, place, found)
    try:
        return raw if field.type == "claimed" else simple(field, raw)
    except (TypeError, ValueError) as error:
        words = f"take one of {', '.join(field.of)}"
        advice = words if field.type == "word" else SCALARS[field.type].advice
        found.append((place, str(error), advice))
        return None


def simple(field: Field, raw: Any) -> Any:
    """A word or a scalar, cleaned; TypeError or ValueError say what is wrong."""
    if field.type != "word":
        return SCALARS[field.type].read(raw)
    if not isinstance(raw, str) or raw not in field.of:
        raise ValueError("is not one of its words")
    return raw


def doubled(field: Field, cleaned: list[Any], place: str) -> Iterator[tuple[str, str, str]]:
    """The members of a list that repeat what may stand in it once, as a point's number."""
    keys = [
        name for name, one in (field.record.fields if field.record else {}).items() if one.key
    ]
    for name in keys:
        seen: set[Any] = set()
        for n, one in enumerate(cleaned, 1):
            key = one.get(name)
            if key is not None and key in seen:
                yield f"{place}[{n}].{name}", f"{key} stands twice", "number each once"
            seen.add(key)


def backwards(record: Record, values: Mapping[str, Any], at: str) -> Problems:
    """The spans of days that end before they begin."""
    pairs = [pair for pair in SPANS if all(is_day(record, name) for name in pair)]
    return [
        (f"{at}{end}", f"lies before {begin}", "correct one of the days")
        for begin, end in pairs
        if values.get(begin) and values.get(end) and values[end] < values[begin]
    ]


def is_day(record: Record, name: str) -> bool:
    """Is it a day of this record? The ``to`` of a link is a party, not a day."""
    return name in record.fields and record.fields[name].type == "day"


def values_set(kind: str, body: Any, opening: bool, found: Problems) -> dict[str, Any]:  # noqa: FBT001
    """The field values that a body sets; only in a later event may ``null`` empty a field."""
    fields = table().kinds[kind].fields
    if not isinstance(body, Mapping):
        found.append(("set", f"is {named(body)}, not an object", "send an object"))
        return {}
    may = () if opening else [name for name, one in fields.items() if not one.must]
    emptied = {name: None for name in may if name in body and body[name] is None}
    asked = fields if opening else {n: replace(one, must=False) for n, one in fields.items()}
    given = {name: body[name] for name in body if name not in emptied}
    return {**members(Record("set", asked), given, "set", found), **emptied}


def needed(kind: str, event: str, now: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The fields that an event needs and the file would still not have."""
    entry = table().kinds[kind]
    for name in entry.needs.get(event, ()):
        if now.get(name) in (None, "", []):
            yield f"set.{name}", f"is needed for {event}", f"say it: {entry.fields[name].says}"


def not_held(event: str, body: Mapping[str, Any], now: Mapping[str, Any]) -> Problems:
    """Answers to points and draws from lines that the file does not have."""
    points = {one.get("number") for one in now.get("points") or ()}
    lines = {one.get("line") for one in now.get("lines") or ()}
    if event == "respond":
        asked = enumerate(body.get("answers") or (), 1)
        wrong = [n for n, one in asked if one.get("point") and one["point"] not in points]
        return [
            (f"answers[{n}].point", "is no point of the file", "answer its points")
            for n in wrong
        ]
    if event == "draw" and body.get("line") and body["line"] not in lines:
        return [("line", "is no line of the file", "draw from one of its lines")]
    return []


def claimed(
    kind: str, body: Mapping[str, Any], cleaned: dict[str, Any], found: Problems
) -> None:
    """The value of a claim as its property has it, put in the place of the raw one."""
    known = {name: one.value for name, one in table().claims.items() if kind in one.kinds}
    name = cleaned.get("property")
    if name not in known:
        listed = ", ".join(known)
        found.append(("property", f"is none of a {kind}", f"take one of {listed}"))
    elif "value" in body:
        cleaned["value"] = value(known[name], body["value"], "value", found)


def references(kind: str, values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Which streams do the values of a file point to? Each as (name, id), in order.

    The name is ``role:consignee``, ``item:2`` (the item of line 2) or ``field:case``.

    >>> references("case", {"transactions": ["b"], "roles": [{"role": "buyer", "party": "a"}]})
    (('role:buyer', 'a'), ('field:transactions', 'b'))
    """
    found = pointed(table().kinds[kind].fields, values)
    return tuple((one.name, one.stream) for one in found)


@dataclass(frozen=True, slots=True)
class Target:
    """A stream that a body points to, the name it goes by, the kinds it may be."""

    name: str
    stream: str
    kinds: tuple[str, ...]


def targets(kind: str, event: str, body: Mapping[str, Any]) -> tuple[Target, ...]:
    """Every stream that a checked body points to: in the fields it sets and beside them.

    >>> targets("party", "link", {"type": "owns", "to": "a", "source": {"document": "b"}})[0]
    Target(name='field:to', stream='a', kinds=('party', 'item'))
    """
    found = pointed(table().kinds[kind].fields, body.get("set", {}))
    if is_plain(kind, event):
        found = (*found, *pointed(table().plain[event].fields, body))
    return tuple(found)


def reference_names(kind: str, values: Mapping[str, Any]) -> frozenset[str]:
    """The names that ``references`` may give for these fields: ``role`` and ``item`` for all.

    >>> sorted(reference_names("case", {"transactions": [], "roles": [], "title": "x"}))
    ['field:roles', 'field:transactions', 'role']
    """
    fields = table().kinds[kind].fields
    found = {f"field:{name}" for name in values if name in fields and can_point(fields[name])}
    records = [fields[name].record for name in values if name in fields]
    names = {record.name for record in records if record is not None}
    return frozenset(found | ({"role"} & names) | ({"item"} if "line" in names else set()))


def can_point(field: Field) -> bool:
    """May a value of this field name a stream?"""
    if field.record is None:
        return field.type == "reference"
    return any(part.type == "reference" for part in field.record.fields.values())


def listed(given: Any) -> list[Any]:
    """The value as a list: empty when there is none, of one when it is no list."""
    return [] if given is None else list(given) if isinstance(given, list | tuple) else [given]


def pointed(fields: Mapping[str, Field], values: Mapping[str, Any]) -> tuple[Target, ...]:
    """What the values of fields point to, in the order of the fields."""
    return tuple(
        target
        for name, one in fields.items()
        for entry in listed(values.get(name))
        for target in inside(one, entry)
    )


def inside(field: Field, entry: Any) -> Iterator[Target]:
    """What one value of a field points to."""
    if field.type == "reference":
        yield Target(f"field:{field.name}", entry, field.of)
    if field.record is None:
        return
    names = {"role": f"role:{entry.get('role')}", "line": f"item:{entry.get('line')}"}
    called = names.get(field.record.name, f"field:{field.name}")
    for name, part in field.record.fields.items():
        if part.type == "reference" and entry.get(name) is not None:
            yield Target(called, entry[name], part.of)


def title(kind: str, values: Mapping[str, Any]) -> str:
    """What a list shows for a file or thing: its first title field, else its kind.

    >>> title("request", {"kind": "pre_licence_check"})
    'pre licence check'
    """
    entry = table().kinds[kind]
    for name in entry.title:
        if given := values.get(name):
            text = given.replace("_", " ") if entry.fields[name].type == "word" else given
            return str(text).splitlines()[0][:TITLE]
    return kind
