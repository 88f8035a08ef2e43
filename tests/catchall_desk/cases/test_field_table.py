"""The table of fields: the shipped one, and tables that are wrong."""

import copy

import pytest
import yaml

from catchall.records import ROLES
from catchall_desk.cases import events, fold
from catchall_desk.cases import field_table as f
from catchall_desk.errors import FieldTableError

SHIPPED = yaml.safe_load((f.files("catchall_desk.cases") / "fields.yaml").read_text("utf-8"))


def broken(change):
    table = copy.deepcopy(SHIPPED)
    change(table)
    with pytest.raises(FieldTableError) as caught:
        f.tabled(table)
    return caught.value.place


def test_every_kind_and_every_plain_event_is_there():
    assert tuple(f.table().kinds) == events.KINDS
    assert tuple(f.table().plain) == tuple(fold.PLAIN)


def test_every_role_of_a_shipment_is_a_role_of_a_file():
    assert set(ROLES) <= set(f.table().words["role"])


def test_every_kind_has_the_fields_by_which_it_is_found():
    assert all({"law", "numbers", "related"} <= set(k.fields) for k in f.table().kinds.values())


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("whole file", lambda t: t.pop("claims")),
        ("kinds", lambda t: t["kinds"].pop("case")),
        ("plain", lambda t: t["plain"].update(shout={"text": {"type": "text", "says": "x"}})),
        ("kinds.case", lambda t: t["kinds"]["case"].update(fields={})),
        (
            "kinds.case.kind",
            lambda t: t["kinds"]["case"]["fields"].update(kind={"type": "text"}),
        ),
        (
            "kinds.case.kind",
            lambda t: t["kinds"]["case"]["fields"]["kind"].update(type="colour"),
        ),
        (
            "kinds.case.kind",
            lambda t: t["kinds"]["case"]["fields"]["kind"].update(of="colours"),
        ),
        ("kinds.case.kind", lambda t: t["kinds"]["case"]["fields"]["kind"].pop("of")),
        ("kinds.case.title", lambda t: t["kinds"]["case"].update(title=["colour"])),
        ("kinds.case.needs", lambda t: t["kinds"]["case"].update(needs={"shout": ["title"]})),
        ("kinds.case.needs", lambda t: t["kinds"]["case"].update(needs={"take": ["colour"]})),
        (
            "kinds.case.law",
            lambda t: t["kinds"]["case"]["fields"].update(law=t["common"]["law"]),
        ),
        ("records.side.some", lambda t: t["records"]["side"].update(some=["ship"])),
        ("records.side", lambda t: t["records"].update(side=[])),
        ("claims.phone.of", lambda t: t["claims"]["phone"].update(of=["ship"])),
        ("claims.schema", lambda t: t["claims"]["schema"].update(words="ships")),
        ("words.role", lambda t: t["words"].update(role=[])),
    ],
)
def test_a_broken_table_is_refused_at_its_place(place, change):
    assert broken(change) == place


def test_what_is_not_yaml_and_a_key_twice_are_refused():
    for text in ("a: [", "words: {}\nwords: {}"):
        with pytest.raises(FieldTableError):
            f.read_table(text)
