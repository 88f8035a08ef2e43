"""Whether the body of an event is right. In: kind, type and body; out: it cleaned, or why not.

Every problem of a body is told at once, each with its place and what to do. What a field is
called and holds is said in ``fields.yaml`` alone; the JSON Schemas here come from it too, and
accept whatever ``check`` accepts.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from catchall_desk.cases.events import KINDS
from catchall_desk.cases.field_table import Field, Record, table
from catchall_desk.cases.field_values import LIST, SCALARS, named
from catchall_desk.cases.fold import PLAIN
from catchall_desk.cases.machines import machines
from catchall_desk.errors import InvalidBody

Problems = list[tuple[str, str, str]]
SPANS = (
    ("from", "to"),
    ("from", "to_day"),
    ("valid_from", "valid_until"),
    ("effective", "ends"),
    ("departed", "arrived"),
)
"""Pairs of days of which the second may not lie before the first."""
WHO = {
    name: Field(name, "text", says, name.capitalize())
    for name, says in (("office", "Office that is to do it"), ("officer", "Officer to do it"))
}
WHY = Field("why", "long_text", "Why", "Why")


def check(
    kind: str,
    type: str,  # noqa: A002 - what an event calls it
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
        InvalidBody: with every problem found.
    """
    found: Problems = []
    if kind not in KINDS:
        raise InvalidBody(("kind", f"{kind} is not a kind", f"take one of {', '.join(KINDS)}"))
    if not isinstance(body, Mapping):
        raise InvalidBody(("body", f"is {named(body)}, not an object", "send an object"))
    record = envelope(kind, type, opening=opening)
    cleaned = members(record, {k: v for k, v in body.items() if k != "set"}, "", found)
    now = dict(held or {})
    if sets(type, opening=opening) or "set" in body:
        values = fields_set(kind, type, body.get("set"), opening=opening, found=found)
        cleaned, now = {"set": values, **cleaned}, {**now, **values}
    found += lacking(kind, type, now)
    found += unknown_lines(type, cleaned, now)
    if type == "claim":
        claimed(kind, cleaned, found)
    if found:
        raise InvalidBody(*found)
    return cleaned
