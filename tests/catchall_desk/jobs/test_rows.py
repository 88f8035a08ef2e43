"""A file of the desk as rows of the engine: every party, every name, every line."""

import orjson
from tests.catchall_desk.jobs import sample

from catchall_desk.cases.naming import Names
from catchall_desk.jobs import rows

BUYER = Names(
    "maple", ("Maple Tiles SA", "Tuiles Maple"), "company", ("FR", "BE"),
    ("1 Quay Road, Lyon", "2 Quay Road, Lyon", "3 Quay Road, Lyon"),
    ("a@x.example", "b@x.example"),
    ("+33 1", "+33 2"), (("tax", "7701234567"),),
)  # fmt: skip


def parties(**fields):
    known = {**sample.KNOWN, "maple": BUYER}
    table = rows.shipment(sample.transaction(**fields), known).table
    return table["parties"].to_pylist()[0]


def test_every_name_and_every_address_has_its_own_row():
    told = [(p["name"], p["address"]) for p in parties() if p["role"] == "consignee"]
    assert told == [
        ("Maple Tiles SA", "1 Quay Road, Lyon"),
        ("Tuiles Maple", "2 Quay Road, Lyon"),
        ("Maple Tiles SA", "3 Quay Road, Lyon"),
    ]


def test_numbers_and_further_contacts_stand_with_each_name():
    for one in parties()[1:]:
        held = {(i["kind"], i["value"]) for i in one["identifiers"]}
        assert held == {("tax", "7701234567"), ("email", "b@x.example"), ("phone", "+33 2")}
        assert (one["email"], one["phone"], one["country"]) == (
            "a@x.example",
            "+33 1",
            "FR; BE",
        )


def test_a_party_that_is_not_known_keeps_its_row():
    told = parties(roles=[{"role": "end_user", "party": "hidden"}])
    assert [(p["role"], p["name"]) for p in told] == [("end_user", "")]


def test_parties_of_the_route_and_makers_are_parties_too():
    line = {"line": "1", "item": "pump"}
    deal = sample.transaction(
        roles=[], lines=[line], legs=[{"carrier": "alder", "vessel": "maple"}]
    )
    item = sample.party("pump", "Pump K4")
    item.fields["maker"] = "alder"
    told = rows.shipment(deal, sample.KNOWN, {"pump": item}).parties
    assert [(p.role, p.party) for p in told] == [
        ("carrier", "alder"), ("vessel", "maple"), ("manufacturer", "alder"),
    ]  # fmt: skip


def test_a_role_of_the_desk_is_asked_as_one_of_shipments():
    roles = [{"role": role, "party": "maple"} for role in ("buyer", "agent", "bank")]
    listed = rows.shipment(sample.transaction(roles=roles), sample.KNOWN).parties
    assert [p.asked for p in listed] == ["consignee", "intermediary", "bank"]


def test_goods_take_from_the_item_what_the_line_leaves_out():
    claims = [("hs_code", "841350"), ("parameter", {"name": "flow", "value": "5", "unit": "l"})]
    item = sample.party("pump", "Pump K4", *claims, ("description", "a pump"))
    line = {
        "line": "7", "item": "pump", "quantity": {"amount": "12", "unit": "pieces"},
        "value": {"amount": "900.50", "currency": "EUR"},
    }  # fmt: skip
    (row,) = rows.shipment(
        sample.transaction(lines=[line]), {}, {"pump": item}
    ).table.to_pylist()
    assert (row["line"], row["description"], row["hs_code"]) == (
        "7",
        "Pump K4; a pump",
        "841350",
    )
    assert (row["quantity"], row["quantity_unit"], row["currency"]) == ("12", "pieces", "EUR")
    assert orjson.loads(row["parameters"]) == {"flow": "5 l"}


def test_the_route_and_the_fields_of_the_file_are_columns():
    legs = [
        {"from_place": "Bremen", "origin": "DE", "to_place": "Algeciras"},
        {"from_place": "Algeciras", "to_place": "Muscat"},
    ]
    deal = sample.transaction(legs=legs, ordered="2026-01-02", knowledge="aware")
    (row,) = rows.shipment(deal, {}).table.to_pylist()
    assert (row["loading_port"], row["transit_ports"], row["discharge_port"]) == (
        "Bremen", "Algeciras", "Muscat",
    )  # fmt: skip
    assert (row["order_date"], row["exporter_knowledge"]) == ("2026-01-02", "aware")
    assert row["destination_country"] == "FR"


def test_what_counts_firms_sees_each_party_once():
    made = rows.shipment(sample.transaction(), {**sample.KNOWN, "maple": BUYER})
    assert len(made.plain["parties"].to_pylist()[0]) == 2


def test_a_file_without_goods_has_one_row():
    assert rows.shipment(sample.transaction(lines=[]), sample.KNOWN).table.num_rows == 1
