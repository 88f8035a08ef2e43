"""Shipments as lines of an import."""

import pytest
from tests.upload_builders import HEADER, MORE, csv, row

from catchall_desk.errors import InvalidBodyError
from catchall_desk.jobs.uploads.drafts import Batch, made
from catchall_desk.jobs.uploads.reading import parsed

BATCH = Batch("u1", "UNCLASSIFIED", (), "2026-03-02T09:00:00+00:00")


def lines_of(data: bytes, batch: Batch = BATCH):
    return made(parsed(data, "pumps.csv").shipment(0), batch).lines


def first(lines, kind, event):
    return next(one["body"] for one in lines if (one["kind"], one["type"]) == (kind, event))


def test_a_shipment_is_a_transaction_with_lines_and_roles():
    lines = lines_of(csv(row(1, 1), row(1, 2)))
    values = first(lines, "transaction", "report")["set"]
    assert values["summary"] == "S-1: Pump for Quayside Pumps Trading"
    assert [one["line"] for one in values["lines"]] == ["1", "2"]
    assert values["lines"][0]["value"] == {"amount": "10.50", "currency": "EUR"}
    assert [one["role"] for one in values["roles"]] == ["exporter", "consignee"]
    assert (values["destination"], values["ordered"]) == ("AE", "2026-03-02")


def test_what_a_transaction_has_no_field_for_is_kept_as_a_note():
    assert "incoterm: FOB" in first(lines_of(csv(row())), "transaction", "note")["text"]


def streams(lines):
    return {one["stream"] for one in lines if one["kind"] == "party"}


def test_the_same_party_is_used_again_only_when_all_is_the_same():
    one, two = lines_of(csv(row(1))), lines_of(csv(row(2)))
    assert streams(one) == streams(two)
    moved = lines_of(csv(row(3).replace("Trading,AE", "Trading,OM")))
    assert len(streams(one) & streams(moved)) == 1


def test_under_another_marking_it_is_another_party():
    closer = Batch("u1", "SECRET//NOFORN", (), BATCH.at)
    assert not streams(lines_of(csv(row()))) & streams(lines_of(csv(row()), closer))


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Feinwerk,DE", "Feinwerk,Atlantis", "exporter_country"),
        ("2026-03-02", "02/03/2026", "order_date"),
        ("EUR", "", "value"),
    ],
)
def test_a_cell_that_cannot_be_taken_says_which_and_what_to_do(old, new, place):
    with pytest.raises(InvalidBodyError) as caught:
        lines_of(csv(row().replace(old, new)))
    assert caught.value.problems[0][0] == place


def test_everything_said_of_a_party_is_claimed():
    extra = "consignee_address,consignee_id,consignee_email,parameters,loading_port,licence_no"
    cells = '4 Quay Road,tax:77,a@quayside.example,"{""power"": 1.5}",Hamburg,L-9'
    data = f"{HEADER},{MORE},{extra}\n{row()},{cells}\n".encode()
    lines = lines_of(data)
    claims = [one["body"] for one in lines if one["type"] == "claim"]
    assert {one["property"] for one in claims} == {"country", "address", "identifier", "email"}
    values = first(lines, "transaction", "report")["set"]
    assert values["lines"][0]["parameters"] == {"power": "1.5"}
    assert values["legs"] == [{"from_place": "Hamburg"}]
    assert values["numbers"] == [{"kind": "licence", "number": "L-9"}]
