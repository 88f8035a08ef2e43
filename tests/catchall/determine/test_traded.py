"""Lines of trade in one light form, from shipments and from the history alike."""

from datetime import date

from tests import builders

from catchall.determine import traded


def test_a_shipment_and_its_history_row_say_the_same() -> None:
    parties = [
        builders.party("exporter", "Velm Ltd"),
        builders.party("end_user", "Orlo", phone="123 45 67"),
    ]
    told = {"order_date": "2026-01-05", "hs_code": "6907.21", "value": "5", "currency": "usd"}
    (now,) = traded.from_shipments(builders.shipments({"parties": parties, **told}))
    row = {
        "id": "S1",
        "exporter": "VELM",
        "end_user": "Orlo",
        "end_user_phone": "1234567",
        **told,
    }
    (past,) = traded.from_history([row])
    assert now == past


def test_the_end_user_is_who_the_goods_are_for() -> None:
    (line,) = traded.from_history([{"consignee": "Velm", "end_user": "Orlo"}])
    assert line.user == "orlo"
    assert traded.from_history([{"consignee": "Velm"}])[0].user == "velm"
    assert traded.from_history([{}])[0].user == ""


def test_a_month_is_a_day_that_is_not_exact() -> None:
    (line,) = traded.from_history([{"date": "Mar 2026"}])
    assert (line.day, line.exact) == (date(2026, 3, 1), False)


def test_cells_that_are_no_text_are_read_too() -> None:
    (line,) = traded.from_history([{"value": 12.5, "order_date": date(2026, 1, 5)}])
    assert (line.value, line.exact) == (12.5, True)
