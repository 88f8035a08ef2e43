"""Side tables joined to a shipment: by firm, number or ship; a table not given has no key."""

import pytest

from catchall.determine import joins
from catchall.determine.given import SideTables
from catchall.records import Party, Shipment

SHIPMENT = Shipment(
    "S1", (Party("consignee", "Orlo Works Ltd"), Party("vessel", "MV Orlo")), (), {}
)


def of(**tables: tuple[dict[str, str], ...]) -> dict[str, tuple[dict[str, str], ...]]:
    return joins.index(SideTables(**tables)).of(SHIPMENT)


def test_a_table_not_given_has_no_key() -> None:
    assert of() == {}


def test_a_table_without_a_row_is_empty() -> None:
    assert of(measures=({"party": "Velm"},)) == {"measures": ()}


def test_a_ship_is_found_by_its_name_when_it_has_no_number() -> None:
    assert len(of(vessels=({"name": "mv orlo"},))["vessels"]) == 1


@pytest.mark.parametrize(
    ("number", "rows"), [("9074729", 1), ("IMO 9074729", 1), ("9074728", 2), ("", 2)]
)
def test_a_ship_of_the_same_name_under_another_number_is_another_ship(
    number: str, rows: int
) -> None:
    table = ({"name": "MV Orlo", "imo": "9074729"}, {"name": "MV Orlo", "imo": "9321483"})
    parties = (Party("vessel", "MV Orlo"),)
    shipment = Shipment("S1", parties, (), {"vessel_imo": number} if number else {})
    assert len(joins.index(SideTables(vessels=table)).of(shipment)["vessels"]) == rows


def test_a_row_of_parties_names_every_firm_behind_it() -> None:
    row = {"name": "Orlo", "former_name": "Velm", "owners": "Mill; Vell", "affiliated_to": ""}
    told = [(tie, name) for _, tie, name in joins.ties((row,))]
    assert told == [("former_name", "Velm"), ("owners", "Mill"), ("owners", "Vell")]


def test_who_stands_behind_a_firm_is_told_by_both_tables() -> None:
    owned = {"party": "Orlo", "owner": "Vell", "share": "60"}
    side = SideTables(owners=(owned,), parties=({"name": "Orlo", "former_name": "Velm"},))
    assert list(joins.behind_all(side)) == [owned, {"party": "Orlo", "owner": "Velm"}]
    assert list(joins.behind_all(SideTables())) == []


def test_a_general_licence_is_open_to_any_consignee() -> None:
    assert len(of(licences=({"licence_no": "G1", "general": "yes"},))["licences"]) == 1


def test_a_row_is_handed_on_as_read_whatever_other_rows_say() -> None:
    rows = ({"shipment_id": "S1", "signer": ""}, {"shipment_id": "S1"})
    alone = of(certificates=rows[:1])["certificates"]
    assert alone == rows[:1]
    assert of(certificates=rows)["certificates"] == rows


def test_a_table_with_rejected_rows_is_named() -> None:
    joined = joins.index(SideTables(denials=(), rejected=frozenset({"denials"})))
    assert joined.of(SHIPMENT) == {"denials": (), "rejected": frozenset({"denials"})}


@pytest.mark.parametrize("number", ["", "123", "IMO"])
def test_what_is_no_number_of_a_ship_is_none(number: str) -> None:
    assert joins.imo(number) == ""


def test_owners_of_owners_are_found_and_a_circle_of_them_ends() -> None:
    rows = (
        {"party": "ORLO WORKS", "owner": "Velm"}, {"party": "Velm", "owner": "Kelm"},
        {"party": "Kelm", "owner": "Orlo Works"}, {"party": "Other", "owner": "Nobody"},
    )  # fmt: skip
    assert of(owners=rows)["owners"] == rows[:3]


def test_decisions_about_owners_are_found() -> None:
    owners = ({"party": "Orlo Works", "owner": "Velm"},)
    decision = {"party": "Velm", "decision": "same"}
    assert of(owners=owners, decisions=(decision,))["decisions"] == (decision,)
