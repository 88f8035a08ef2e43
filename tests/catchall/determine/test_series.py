"""What is seen across shipments: contacts, split orders, baskets, values far from the like."""

from collections.abc import Mapping
from typing import Any

import orjson
import pyarrow as pa
import pytest
from tests import builders

from catchall.determine import series
from catchall.determine.given import SideTables
from catchall.law.model import Lawbook


def order(day: str, value: str = "4000", **more: Any) -> dict[str, Any]:
    return {
        "parties": [
            builders.party("exporter", "Velm Export"),
            builders.party("consignee", "Orlo Works Ltd"),
        ],
        "date": day, "value": value, "currency": "USD", "hs_code": "854231",
        "description": "controllers", **more,
    }  # fmt: skip


def to(user: str, description: str, day: str | None, **more: Any) -> dict[str, Any]:
    parties = [builders.party("consignee", user, **more)]
    return {"parties": parties, "description": description, "date": day}


@pytest.fixture
def build(book: Lawbook) -> Any:
    def run(*rows: Mapping[str, Any], **side: Any) -> dict[str, Mapping[str, Any]]:
        return series.build(builders.shipments(*rows), SideTables(**side), book)

    return run


def test_small_orders_within_the_window_are_one_run(build: Any) -> None:
    found = build(order("2026-05-01"), order("2026-05-04"), order("2026-05-09"))
    assert [found[one]["split"]["count"] for one in ("S1", "S2", "S3")] == [3, 3, 3]


def test_orders_far_apart_are_no_run(build: Any) -> None:
    found = build(order("2025-01-01"), order("2025-06-01"), order("2026-05-09"))
    assert [found[one]["split"] for one in found] == [{}, {}, {}]


def test_an_order_above_the_limit_belongs_to_no_run(build: Any) -> None:
    found = build(
        order("2026-05-01"),
        order("2026-05-02"),
        order("2026-05-03"),
        order("2026-05-04", "90000"),
    )
    assert found["S4"]["split"] == {}
    assert found["S1"]["split"]["count"] == 3


def test_orders_dated_by_month_cannot_be_told(build: Any) -> None:
    found = build(order("May 2026"), order("May 2026"), order("May 2026"))
    assert "split" not in found["S1"]


def test_the_lines_of_one_shipment_are_no_run(build: Any) -> None:
    found = build(*[order("2026-05-01", id="A") for _ in range(4)])
    assert found["A"]["split"] == {}


def test_the_history_counts_towards_a_run(build: Any) -> None:
    past = tuple(
        {"id": f"H{n}", "exporter": "VELM EXPORT", "consignee": "Orlo Works", "value": "4000",
         "currency": "USD", "hs_code": "85423190", "date": f"2026-04-{n + 10}"}
        for n in range(2)
    )  # fmt: skip
    found = build(order("2026-05-01"), history=past)
    assert found["S1"]["split"]["shipments"] == ["H0", "H1", "S1"]


def test_firms_that_share_a_telephone_are_named(build: Any) -> None:
    found = build(
        to("Orlo One", "pumps", None, phone="+000 12 345 6789"),
        to("Orlo Two", "pumps", None, phone="00012 3456789"),
        to("Orlo Three", "pumps", None, phone="99999999"),
    )
    assert [(link["kind"], link["others"]) for link in found["S1"]["shared"]] == [
        ("phone", ["Orlo Two"])
    ]
    assert "shared" not in found["S3"]


def test_one_firm_spelt_twice_shares_nothing(build: Any) -> None:
    found = build(
        to("Orlo One Ltd", "pumps", None, email="a@orlo.example"),
        to("ORLO ONE LLC", "pumps", None, email="A@orlo.example"),
    )
    assert "shared" not in found["S1"]


def test_the_table_of_parties_counts_for_contacts(build: Any) -> None:
    found = build(
        to("Orlo One", "pumps", None, email="a@orlo.example"),
        parties=({"name": "Velm Old", "email": "a@orlo.example"},),
    )
    assert found["S1"]["shared"][0]["others"] == ["Velm Old"]


def test_the_firms_at_one_address_are_counted(build: Any) -> None:
    rows = [
        to(f"Orlo {n}", "pumps", None, address="Harbour Tower 12, Port Velm") for n in range(6)
    ]
    assert build(*rows)["S1"]["address_firms"] == 6


def test_an_address_without_a_number_names_no_door(build: Any) -> None:
    rows = [to(f"Orlo {n}", "pumps", None, address="Port Velm, Velmandia") for n in range(6)]
    assert "address_firms" not in build(*rows)["S1"]


def test_goods_to_one_user_fill_a_basket(build: Any) -> None:
    found = build(
        to("Orlo One", "Ammonium perchlorate 99%, 25 kg drums", "2026-01-05"),
        to("Orlo One Ltd", "HTPB liquid resin", "2026-03-05"),
        to("Orlo Two", "HTPB liquid resin", "2026-03-05"),
    )
    assert found["S2"]["baskets"][0]["members"] == ["binder", "oxidiser"]
    assert found["S3"]["baskets"] == []


def test_goods_far_apart_fill_no_basket(build: Any) -> None:
    found = build(
        to("Orlo One", "ammonium perchlorate", "2023-01-05"),
        to("Orlo One", "HTPB liquid resin", "2026-03-05"),
    )
    assert found["S2"]["baskets"] == []


def test_one_undated_shipment_can_fill_a_basket_alone(build: Any) -> None:
    found = build(
        {**to("Orlo One", "ammonium perchlorate", None), "id": "A"},
        {**to("Orlo One", "HTPB liquid resin", None), "id": "A", "line": "2"},
    )
    assert found["A"]["baskets"][0]["set"] == "mtcr-4"


def test_a_value_far_from_the_like_is_measured(build: Any) -> None:
    rows = [
        {"parties": [], "hs_code": "690721", "quantity": "10", "quantity_unit": "M2",
         "currency": "USD", "value": str(100 + n)}
        for n in range(30)
    ]  # fmt: skip
    found = build(*rows, {**rows[0], "value": "100000"})
    assert found["S31"]["unit_value"]["factor"] > 500
    assert found["S1"]["unit_value"]["factor"] < 2


def test_a_value_without_currency_or_unit_is_not_compared(build: Any) -> None:
    row = {"parties": [], "hs_code": "690721", "quantity": "10", "value": "5"}
    assert "unit_value" not in build(row, row)["S1"]


def test_what_is_seen_goes_through_json_unchanged(build: Any) -> None:
    found = build(
        to("Orlo One", "ammonium perchlorate, HTPB", "2026-01-05", phone="123456789"),
        to("Orlo Two", "tiles", "2026-01-05", phone="123456789"),
        order("2026-05-01"),
    )
    assert orjson.loads(orjson.dumps(found)) == found


def test_every_shipment_has_its_mapping(build: Any) -> None:
    assert set(build({"parties": []}, {"parties": [], "id": "X"})) == {"S1", "X"}


def test_ten_thousand_rows_all_have_their_series(book: Lawbook) -> None:
    rows = [
        {**order(f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}"), "id": f"S{n}", "row": n,
         "parties": [builders.party("exporter", f"Velm {n % 50}"),
                     builders.party("consignee", f"Orlo {n % 900}",
                                    phone=str(10**8 + n % 900))]}
        for n in range(10_000)
    ]  # fmt: skip
    table: pa.Table = builders.shipments(*rows)
    assert len(series.build(table, SideTables(), book)) == 10_000


def test_what_a_licence_lost_before_is_seen_only_where_licences_were_given(build: Any) -> None:
    row = order("2026-05-04", quantity="10", quantity_unit="kg", licence_no="L-7")
    past = ({"id": "H1", "licence_no": "l-7", "net_weight_kg": "25", "date": "2026-01-02"},)
    assert "drawn" not in build(row, history=past)["S1"]
    found = build(row, history=past, licences=({"licence_no": "L-7"},))["S1"]
    assert found["history"]
    assert found["drawn"]["licence"]["l-7"]["sure"]["amount kg"] == 25.0


def test_a_licence_of_the_firms_and_a_certificate_of_the_shipment_are_looked_up(
    build: Any,
) -> None:
    past = ({"id": "H1", "licence_no": "L-7", "end_user_certificate": "C-1",
             "net_weight_kg": "25", "date": "2026-01-02"},)  # fmt: skip
    found = build(
        order("2026-05-04"),
        history=past,
        licences=({"licence_no": "L-7", "consignee": "Orlo Works"},),
        certificates=({"certificate_no": "C-1", "shipment_id": "S1"},),
    )["S1"]["drawn"]
    assert [list(found[kind]) for kind in ("licence", "certificate")] == [["l-7"], ["c-1"]]
