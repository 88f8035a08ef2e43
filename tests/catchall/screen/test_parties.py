"""Parties of SHIPMENTS, and what of them can be looked up."""

from catchall.screen.model import Occurrence
from catchall.screen.parties import asked, occurrences, why_not


def test_numbers_in_the_name_of_a_ship_are_read(shipments, party):
    ship = party("vessel", "MV Ostrelin (IMO 9074729)")
    assert next(occurrences(shipments([ship]))).identifiers == (("imo", "9074729"),)


def test_mail_and_telephone_are_identifiers(shipments, party):
    made = shipments([party(name="Kavzel", email="a@b.example", phone="+90 1")])
    found = next(occurrences(made))
    assert found.identifiers == (("email", "a@b.example"), ("phone", "+90 1"))


def test_the_ship_number_of_the_shipment_goes_to_its_vessel(shipments, party):
    made = shipments([party(name="Kavzel"), party("vessel", "Ostrelin")], vessel_imo="9074729")
    found = list(occurrences(made))
    assert [one.identifiers for one in found] == [(), (("imo", "9074729"),)]


def test_a_number_the_vessel_already_has_is_not_added(shipments, party):
    held = [{"kind": "imo", "value": "9074729"}]
    made = shipments([party("vessel", "Ostrelin", identifiers=held)], vessel_imo="IMO9074729")
    assert [one.identifiers for one in occurrences(made)] == [(("imo", "9074729"),)]


def test_country_is_looked_up_as_a_code():
    assert asked(Occurrence(0, "bank", "Kavzel", "Turkey")).country == "TR"


def test_a_usable_name_has_no_reason_against_it():
    assert why_not("Kavzel") == ""
