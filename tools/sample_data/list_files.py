"""The two invented lists as files. In: the listed parties; out: bytes in official shapes."""

import json
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from sample_data.listed import Licensed, Listed

MARK = "Invented for exercise; no such party exists."
NOTICE = (
    "Invented exercise material of the catchall project: no real firm, person or ship "
    "is named. It serves the demonstration only; never screen a real shipment against it."
)
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
LIST_DAY = "2026-11-15"


def _element(depth: int, name: str, text: str) -> str:
    return f"{'  ' * depth}<{name}>{escape(text)}</{name}>"


def _block(depth: int, name: str, rows: Iterable[str]) -> list[str]:
    inner = list(rows)
    pad = "  " * depth
    return [f"{pad}<{name}>", *inner, f"{pad}</{name}>"] if inner else []


def _fields(depth: int, name: str, pairs: Sequence[tuple[str, str]]) -> list[str]:
    return _block(depth, name, [_element(depth + 1, key, text) for key, text in pairs if text])


def _aliases(one: Listed) -> list[str]:
    kinds = (
        *(("a.k.a.", "strong", name) for name in one.strong),
        *(("a.k.a.", "weak", name) for name in one.weak),
        *(("f.k.a.", "strong", name) for name in one.former),
    )
    rows: list[str] = []
    for place, (kind, quality, name) in enumerate(kinds, start=1):
        last, _, first = name.partition(", ") if one.kind == "Individual" else (name, "", "")
        pairs = [
            ("uid", f"{one.uid}{place:02d}"),
            ("type", kind),
            ("category", quality),
            ("lastName", last),
            ("firstName", first),
        ]
        rows += _fields(3, "aka", pairs)
    return _block(2, "akaList", rows)


def _ids(one: Listed) -> list[str]:
    rows: list[str] = []
    for place, (kind, value, country) in enumerate(one.ids, start=51):
        pairs = [
            ("uid", f"{one.uid}{place}"),
            ("idType", kind),
            ("idNumber", value),
            ("idCountry", country),
        ]
        rows += _fields(3, "id", pairs)
    return _block(2, "idList", rows)


def _address(one: Listed) -> list[str]:
    pairs = [
        ("uid", f"{one.uid}71"),
        ("address1", one.address.rsplit(", ", 1)[0]),
        ("city", one.city),
        ("country", one.country),
    ]
    return _block(2, "addressList", _fields(3, "address", pairs)) if one.country else []


def _birth(one: Listed) -> list[str]:
    if not one.born:
        return []
    day = [("uid", f"{one.uid}81"), ("dateOfBirth", one.born), ("mainEntry", "true")]
    place = [("uid", f"{one.uid}82"), ("placeOfBirth", one.born_in), ("mainEntry", "true")]
    return [
        *_block(2, "dateOfBirthList", _fields(3, "dateOfBirthItem", day)),
        *_block(2, "placeOfBirthList", _fields(3, "placeOfBirthItem", place)),
    ]


def _entry(one: Listed) -> list[str]:
    remarks = MARK + (f" (Linked To: {one.linked.upper()})" if one.linked else "")
    head = [
        ("uid", str(one.uid)),
        ("firstName", one.first_name),
        ("lastName", one.name.upper()),
        ("title", "Exercise record" if one.kind == "Individual" else ""),
        ("sdnType", one.kind),
        ("remarks", remarks),
    ]
    return [
        "  <sdnEntry>",
        *[_element(2, key, text) for key, text in head if text],
        *_fields(2, "programList", [("program", one.programme)]),
        *_ids(one),
        *_aliases(one),
        *_address(one),
        *_birth(one),
        *_fields(2, "vesselInfo", list(one.vessel.items())),
        "  </sdnEntry>",
    ]


def prohibited_xml(records: Sequence[Listed]) -> bytes:
    """The prohibited parties in the sdnList schema of OFAC's XML file."""
    year, month, day = LIST_DAY.split("-")
    rows = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        f"<!-- {NOTICE} -->",
        f'<sdnList xmlns:xsi="{INSTANCE}" xmlns="http://tempuri.org/sdnList.xsd">',
        *_fields(
            1,
            "publshInformation",
            [("Publish_Date", f"{month}/{day}/{year}"), ("Record_Count", str(len(records)))],
        ),
        *[row for one in records for row in _entry(one)],
        "</sdnList>",
    ]
    return ("\n".join(rows) + "\n").encode()


def licence_json(records: Sequence[Licensed]) -> bytes:
    """The parties under a licence requirement in the shape of the Entity List's JSON file."""
    entities = [
        {
            "name": one.name,
            "aliases": list(one.aliases),
            "country": one.country,
            "address": one.address,
            "status": None,
            "effective_date": None,
            "federal_register": f"EX {place}, {one.day}",
            "notes": f"{one.notes} {MARK}",
        }
        for place, one in enumerate(records, start=1)
    ]
    whole = {
        "list_id": "exercise-entity-list",
        "source_file": NOTICE,
        "extracted": LIST_DAY,
        "count": len(entities),
        "entities": entities,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
