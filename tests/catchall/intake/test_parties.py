"""Parties are built in the order of roles, each with its own details."""

import pyarrow as pa
import pytest

from catchall.intake.headers import recognise
from catchall.intake.parties import build, identifiers, problems, slots


def parties(headers, *rows):
    found = slots(recognise(headers))
    columns = {
        at: pa.array(cells, pa.string()) for at, cells in enumerate(zip(*rows, strict=True))
    }
    assert not problems(found, columns)
    return build(found, columns, len(rows)).to_pylist()


def test_parties_stand_in_the_order_of_roles():
    (row,) = parties(["bank", "consignee", "exporter"], ("A", "B", "C"))
    assert [p["role"] for p in row] == ["exporter", "consignee", "bank"]


def test_a_row_without_parties_has_an_empty_list():
    assert parties(["bank", "value"], (None, "1"), ("A", "2"))[0] == []
    assert parties(["value"], ("1",)) == [[]]


def test_details_without_a_name_are_a_party_without_a_name():
    (row,) = parties(["consignee", "consignee_email"], (None, "a@example.org"))
    assert (row[0]["name"], row[0]["email"]) == ("", "a@example.org")


def test_rows_with_one_and_with_several_names_keep_their_order():
    rows = parties(["consignee", "consignee_phone"], ("A", "1"), ("B;C", "2;3"), ("D", None))
    assert [[(p["name"], p["phone"]) for p in row] for row in rows] == [
        [("A", "1")], [("B", "2"), ("C", "3")], [("D", None)],
    ]  # fmt: skip


def test_an_empty_place_between_names_keeps_the_others_aligned():
    (row,) = parties(["consignee", "consignee_country"], ("A;;C", "QA;;QC"))
    assert [(p["name"], p["country"]) for p in row] == [("A", "QA"), ("C", "QC")]


@pytest.mark.parametrize(
    ("cell", "kind", "found"),
    [
        ("IMO 9000001", "imo", ("imo", "9000001")), ("9000001", "imo", ("imo", "9000001")),
        ("IMO:9000001", "id", ("imo", "9000001")), ("Tax No: 7", "id", ("tax no", "7")),
        ("77-1", "code", ("code", "77-1")), ("unknown ship", "imo", ("imo", "unknown ship")),
    ],
)  # fmt: skip
def test_identifiers_have_a_kind_and_a_value(cell, kind, found):
    assert identifiers(cell, kind) == [{"kind": found[0], "value": found[1]}]


def test_several_identifier_columns_join():
    (row,) = parties(["IMPORTER", "IMPORTER_CODE", "Importer Tax ID"], ("A", "1", "2"))
    assert [(i["kind"], i["value"]) for i in row[0]["identifiers"]] == [
        ("code", "1"),
        ("tax", "2"),
    ]
