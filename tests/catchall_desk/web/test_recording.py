"""A form as a transaction."""

from catchall_desk.web.recording import claims, distinct, legs, transaction
from catchall_desk.web.shipment_form import PartyIn, filled


def form(**values):
    return filled({"description": "two pumps", **values})


def test_the_way_goes_from_place_to_place():
    said = form(loading_port="Hamburg", transit_ports="Jebel Ali; ", discharge_port="Muscat")
    assert [(one["from_place"], one["to_place"]) for one in legs(said.texts)] == [
        ("Hamburg", "Jebel Ali"),
        ("Jebel Ali", "Muscat"),
    ]


def test_a_ship_makes_the_way_one_by_sea():
    said = form(loading_port="Hamburg", discharge_port="Muscat", vessel_imo="9074729")
    assert legs(said.texts)[0]["mode"] == "sea"


def test_countries_become_codes_and_what_is_empty_is_left_out():
    told = transaction(form(destination_country="Oman", quantity="2"), [])
    assert told["destination"] == "OM"
    assert told["lines"][0]["quantity"] == {"amount": "2", "unit": "pieces"}
    assert "roles" not in told
    assert "origin" not in told


def test_who_stands_twice_in_one_role_is_one():
    twice = {f"party{at}.name": "Alder Ceramics GmbH" for at in (0, 1)}
    roles = {f"party{at}.role": "exporter" for at in (0, 1)}
    assert len(list(distinct(form(**twice, **roles)))) == 1


def test_a_number_keeps_its_kind():
    one = PartyIn(0, "consignee", "Maple Tiles SA", "FR", "4 Quay Road", "tax: 77")
    assert dict(claims(one)) == {
        "name": {"name": "Maple Tiles SA", "kind": "primary"},
        "country": "FR",
        "address": {"text": "4 Quay Road", "country": "FR"},
        "identifier": {"kind": "tax", "value": "77"},
    }
