"""The page of the fields of the desk's files. In: ``cases.fields.yaml``; out: Markdown."""

from collections.abc import Iterable, Iterator

from catchall_desk.cases.events import FILES
from catchall_desk.cases.field_table import Field, Kind, Record, table
from catchall_desk.cases.field_values import LIST, LONG_TEXT, SCALARS, TEXT
from catchall_desk.cases.fold import PLAIN

INTRODUCTION = f"""
Every file and thing of the desk, and every event, holds the fields below and no others;
`src/catchall_desk/cases/fields.yaml` is the only place where they are named. A line of text has
at most {TEXT} characters, long text {LONG_TEXT:,}, a list {LIST:,} members. No value is a
number with a point: amounts are text. Countries are ISO 3166 codes of two capitals,
governments three capitals as in markings. A later event may empty a field with `null`, unless
it must be there when the file is opened.
"""
HEAD = "| field | shown as | holds | must | meaning |\n|---|---|---|---|---|"


def held(field: Field) -> str:
    """What a field holds, in words."""
    if field.record:
        told = f"[{field.record.name}](#{field.record.name.replace('_', '-')})"
    elif field.type == "reference":
        told = f"reference to {', '.join(field.of) if len(field.of) < len(FILES) else 'any'}"
    elif field.type == "word":
        told = ", ".join(f"`{word}`" for word in field.of)
    elif field.type == "claimed":
        told = "what the property holds"
    else:
        told = SCALARS[field.type].says
    return f"list of: {told}" if field.many else told


def rows(fields: Iterable[Field]) -> Iterator[str]:
    """A table of fields."""
    yield HEAD
    for one in fields:
        must = "yes" if one.must else ""
        yield f"| `{one.name}` | {one.label} | {held(one)} | {must} | {one.says} |"


def kind_part(kind: Kind, shared: Iterable[str]) -> Iterator[str]:
    """One kind: its own fields, and what its events need."""
    yield f"\n## {kind.name}\n"
    yield from rows(one for one in kind.fields.values() if one.name not in shared)
    if kind.needs:
        yield ""
    for event, names in kind.needs.items():
        yield f"`{event}` needs {', '.join(f'`{name}`' for name in names)}.\n"


def record_part(record: Record, text: str = "") -> Iterator[str]:
    """One record or event, with the parts of which one must be there."""
    yield f"\n### {record.name}\n"
    if text:
        yield f"{text.partition(': body')[0].capitalize()}.\n"
    yield from rows(record.fields.values())
    if record.some:
        yield f"\nAt least one of {', '.join(f'`{name}`' for name in record.some)}."


def claims_part() -> Iterator[str]:
    """The properties that can be claimed, and of what."""
    yield "\n## Properties of claims\n\n| property | of | value | meaning |\n|---|---|---|---|"
    for name, claim in table().claims.items():
        of = ", ".join(claim.kinds) if len(claim.kinds) < len(FILES) else "any"
        yield f"| `{name}` | {of} | {held(claim.value)} | {claim.value.says} |"


def files_page(written: str) -> str:
    """The whole page."""
    found = table()
    shared = set.intersection(*(set(kind.fields) for kind in found.kinds.values()))
    first = next(iter(found.kinds.values())).fields.values()
    lines = [
        f"# Fields of files and events\n\n{written}{INTRODUCTION}\n## Every file and thing\n"
    ]
    lines += rows(one for one in first if one.name in shared)
    lines += [line for kind in found.kinds.values() for line in kind_part(kind, shared)]
    lines += ["\n## Events that move no file"]
    lines += [line for n, r in found.plain.items() for line in record_part(r, PLAIN[n])]
    lines += claims_part()
    lines += ["\n## Values with parts"]
    lines += [line for record in found.records.values() for line in record_part(record)]
    return "\n".join(lines) + "\n"
