"""One shipment is screened on a page, and recorded only when its user says so."""

from tests.desk_builders import OPEN

from catchall_desk.store.models import FileRow

SHIPMENT = {
    "party0.role": "exporter", "party0.name": "Alder Ceramics GmbH", "party0.country": "DE",
    "party1.role": "consignee", "party1.name": "Norvane Hydraulics Ltd", "party1.country": "AE",
    "description": "ball bearings, inner diameter 20 mm", "quantity": "12", "value": "4000.50",
    "currency": "EUR", "loading_port": "Hamburg", "transit_ports": "Jebel Ali",
    "discharge_port": "Muscat", "destination_country": "Oman", "marking": OPEN, "do": "screen",
}  # fmt: skip


def test_the_empty_form_teaches(ana):
    page = ana.get("/screen/").content.decode()
    assert "counts as unknown, never as no" in page


def test_a_listed_name_is_told_with_list_and_proof(ana, engine_ready):
    page = ana.post("/screen/", SHIPMENT).content.decode()
    assert "KIVROX PUMPS LIMITED" in page or "Norvane Hydraulics" in page
    assert "list exercise of 2026-11-21" in page
    assert "Inputs (SHA-256)" in page
    assert "Ask next, in this order" in page
    assert "<dt>Port of loading</dt><dd>Hamburg</dd>" in page
    assert OPEN in page
    assert not FileRow.objects.exists()


def test_what_cannot_be_read_is_told_with_what_to_do(ana, engine_ready):
    wrong = {**SHIPMENT, "party1.country": "Atlantis", "value": "much", "marking": "no such"}
    answer = ana.post("/screen/", wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Atlantis is no country" in page
    assert "much is no number" in page
    assert "Marking: no such" in page


def test_without_a_list_nobody_is_screened(ana):
    answer = ana.post("/screen/", SHIPMENT)
    assert answer.status_code == 503
    assert "Nobody was screened" in answer.content.decode()


def test_recording_makes_the_transaction_and_its_parties_once(ana, engine_ready):
    key = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
    for _ in range(2):
        answer = ana.post("/screen/", {**SHIPMENT, "do": "record", "key": key})
        assert answer.status_code == 302
    assert FileRow.objects.filter(kind="party").count() == 2
    (row,) = FileRow.objects.filter(kind="transaction")
    assert answer["Location"].endswith(f"{row.stream}/")
    assert "ball bearings" in ana.get(answer["Location"]).content.decode()


def test_a_known_party_is_offered_and_taken_only_when_chosen(ana, engine_ready):
    ana.post("/screen/", {**SHIPMENT, "do": "record"})
    known = FileRow.objects.get(kind="party", title="Norvane Hydraulics Ltd")
    assert str(known.stream) in ana.post("/screen/", SHIPMENT).content.decode()
    ana.post("/screen/", {**SHIPMENT, "do": "record", "same1": str(known.stream)})
    assert FileRow.objects.filter(title="Norvane Hydraulics Ltd").count() == 1


def test_a_partner_may_screen_but_what_he_may_not_record_is_refused_in_words(pia, engine_ready):
    answer = pia.post("/screen/", {**SHIPMENT, "do": "record"})
    assert answer.status_code == 403
    assert "Nothing was recorded." in answer.content.decode()


def test_there_is_room_for_more_parties(ana):
    page = ana.post("/screen/", {**SHIPMENT, "more": "1", "parties": "4"}).content.decode()
    assert 'name="party7.name"' in page
    assert "Alder Ceramics GmbH" in page
