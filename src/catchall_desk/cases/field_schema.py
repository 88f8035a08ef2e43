"""JSON Schemas of the bodies of events. In: kind and type; out: what ``fields.check`` accepts.

A schema says no less than ``check`` takes and leaves out what a schema cannot say: that a
point has its number once, that a span of days ends after it begins, that a marking can be
read, that an answer is to a point of the file.
"""

from collections.abc import Mapping
from typing import Any

from catchall_desk.cases.field_table import Field, Record, table
from catchall_desk.cases.field_values import LIST, SCALARS
from catchall_desk.cases.fields import carries_set, envelope

Schema = dict[str, Any]


def schema(kind: str, event: str, *, opening: bool = False) -> Schema:
    """The JSON Schema (2020-12) of the body of an event of this type.

    Raises:
        InvalidBodyError: there is no such event of such a file.

    >>> schema("party", "note")["required"]
    ['text']
    """
    found = of_record(envelope(kind, event, opening=opening))
    if not carries_set(kind, event, opening=opening):
        return with_claims(kind, found) if event == "claim" else found
    found["properties"]["set"] = of_set(kind, opening=opening)
    if opening or event == "amend":
        found["required"] = ["set"]
    return found


def of_set(kind: str, *, opening: bool) -> Schema:
    """The schema of the fields that an event sets; later ``null`` may empty a field."""
    fields = table().kinds[kind].fields
    if opening:
        return of_record(Record("set", fields))
    parts = {name: of_field(one) if one.must else or_null(one) for name, one in fields.items()}
    return {"type": "object", "additionalProperties": False, "properties": parts}


def or_null(field: Field) -> Schema:
    """The schema of a field, or of its being emptied."""
    return {**described(field), "anyOf": [bare(field), {"type": "null"}]}


def of_record(record: Record) -> Schema:
    """The schema of an object with these members and no others."""
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: of_field(one) for name, one in record.fields.items()},
    }
    if must := [name for name, one in record.fields.items() if one.must]:
        found["required"] = must
    if record.some:
        found["anyOf"] = [{"required": [name]} for name in record.some]
    return found


def described(field: Field) -> Schema:
    """Label and meaning of a field, as a reader of the API sees them."""
    return {"title": field.label, "description": field.says}


def of_field(field: Field) -> Schema:
    """The schema of one field, with its label and meaning."""
    return {**described(field), **bare(field)}


def bare(field: Field) -> Schema:
    """The schema of the value of a field: one, or a list."""
    if not field.many:
        return one_value(field)
    found: Schema = {"type": "array", "maxItems": LIST, "items": one_value(field)}
    if field.must and not field.empty:
        found["minItems"] = 1
    return found


def one_value(field: Field) -> Schema:
    """The schema of one value of a field."""
    if field.record:
        return of_record(field.record)
    if field.type == "claimed":
        return {}
    if field.type == "word":
        return {"type": "string", "enum": list(field.of)}
    return dict(SCALARS[field.type].schema())


def with_claims(kind: str, found: Schema) -> Schema:
    """The schema of a claim: the value as each property of such a thing has it."""
    values: Mapping[str, Schema] = {
        name: of_field(one.value) for name, one in table().claims.items() if kind in one.kinds
    }
    pairs = [
        {"properties": {"property": {"const": name}, "value": said}}
        for name, said in values.items()
    ]
    return {**found, "oneOf": pairs}
