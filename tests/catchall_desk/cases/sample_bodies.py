"""Bodies that are right, made from the table of fields: strategies of hypothesis."""

from hypothesis import strategies as st

from catchall_desk.cases import field_values as v
from catchall_desk.cases import fields
from catchall_desk.cases.field_table import table

LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8).map(
    "x".__add__
)
MANY_LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
IDS = st.uuids().map(str)
WHOLE = st.integers(0, v.WHOLE)
DECIMAL = st.decimals(0, 10**9, places=2).map(lambda d: format(d, "f"))
SCALARS = {
    "text": LINE,
    "long_text": MANY_LINES,
    "unit": st.sampled_from(["kg", "pieces", "m²"]),
    "day": st.dates().map(str),
    "instant": st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"),
    "flag": st.booleans(),
    "whole": WHOLE,
    "decimal": DECIMAL,
    "signed_decimal": DECIMAL.map(lambda text: f"-{text}"),
    "country": st.sampled_from(["DE", "XK", "TR"]),
    "trigraph": st.sampled_from(["DEU", "USA"]),
    "currency": st.sampled_from(["EUR", "JPY"]),
    "hs_code": st.sampled_from(["84", "8401.10", "8401 10 00"]),
    "marking": st.sampled_from(["(U)", "SECRET//NOFORN", "C//REL TO USA, DEU"]),
    "hash": st.binary(min_size=32, max_size=32).map(bytes.hex),
    "id": IDS,
    "reference": IDS,
    "confidence": st.sampled_from(["A1", "F6"]),
    "json": st.dictionaries(LINE, LINE | st.none() | st.lists(WHOLE, max_size=2), max_size=2),
    "parameters": st.dictionaries(
        LINE,
        LINE | WHOLE | st.booleans() | st.lists(LINE | st.booleans(), max_size=2),
        max_size=3,
    ),
}


def one(field):
    """Right values of a field."""
    if field.record:
        return record(field.record)
    return st.sampled_from(field.of) if field.type == "word" else SCALARS[field.type]


def value(field):
    """Right values of a field, or right lists of them."""
    if not field.many:
        return one(field)
    inside = field.record.fields.values() if field.record else ()
    keys = [part.name for part in inside if part.key]
    return st.lists(
        one(field),
        min_size=int(field.must and not field.empty),
        max_size=2,
        unique_by=(lambda entry: entry[keys[0]]) if keys else None,
    )


def record(record):
    """Right objects of a record."""
    first = record.some[:1]
    parts = {name: value(field) for name, field in record.fields.items()}
    must = {n: p for n, p in parts.items() if record.fields[n].must or n in first}
    may = {name: part for name, part in parts.items() if name not in must}
    made = st.fixed_dictionaries(must, optional=may)
    return made.map(lambda values: forwards(record, values))


def forwards(record, values):
    """The values with every span of days the right way round."""
    for begin, end in fields.SPANS:
        both = begin in values and end in values
        days = both and values[begin] and values[end]
        if days and {record.fields[begin].type, record.fields[end].type} == {"day"}:
            values[begin], values[end] = sorted((values[begin], values[end]))
    return values


def opening(kind):
    """The event and the right bodies that open a file or thing."""
    first = fields.machines()[kind].opening.event if kind in fields.machines() else "begin"
    whole = record(fields.Record("set", table().kinds[kind].fields))
    return first, st.fixed_dictionaries({"set": whole}, optional={"why": MANY_LINES})


def some(kind):
    """Right new values of some fields of a file, among them such as are emptied."""
    every = table().kinds[kind].fields
    may = {
        name: value(one) if one.must else st.none() | value(one) for name, one in every.items()
    }
    may.pop("numbers")
    made = st.fixed_dictionaries({"numbers": st.none()}, optional=may)
    return made.map(lambda values: forwards(fields.Record("set", every), values))


def claim(kind):
    """Right bodies of claims about a thing."""
    known = {n: c.value for n, c in table().claims.items() if kind in c.kinds}
    rest = {n: f for n, f in table().plain["claim"].fields.items() if n != "value"}
    made = {
        name: record(fields.Record("claim", {**rest, "value": field}))
        for name, field in {n: required(f) for n, f in known.items()}.items()
    }
    return st.sampled_from(sorted(made)).flatmap(
        lambda name: made[name].map(lambda body: {**body, "property": name})
    )


def required(field):
    """The field as one that must be there."""
    return fields.replace(field, must=True)
