"""Identifiers and addresses against one list."""

import pytest

from catchall.names.index import open_index
from catchall.screen.by_number import address_hits, identifier_hits
from catchall.screen.model import Occurrence


@pytest.fixture
def numbers(watchlist, record):
    def find(listed, held, country="", name="Moravit"):
        made = watchlist(record("9", "Kavzel", identifiers=listed))
        party = Occurrence(0, "bank", name, country, identifiers=tuple(held))
        return list(identifier_hits(0, made, open_index(made.table, made.index), party))

    return find


def _listed(kind, value, country=""):
    return [{"kind": kind, "value": value, "country": country}]


def test_a_tax_number_proves_identity_however_it_is_punctuated(numbers):
    held = [("registration", "7701234567")]
    hit = numbers(_listed("tax", "77-01 234 567", "RU"), held, "Russia")[0]
    assert (hit.confirmed, hit.score, hit.match) == (True, 1.0, True)
    assert hit.why == (
        "'Kavzel' (its primary name), list invented of 2026-01-15, record 9: "
        "same tax number 77-01 234 567; number and country together prove identity, "
        "whatever the name"
    )


def test_a_passport_and_the_name_prove_identity_wherever_the_person_lives(numbers):
    passport = _listed("passport", "P8812345", "IR")
    hit = numbers(passport, [("passport", "P8812345")], "Portugal", "KAVZEL")[0]
    assert hit.confirmed
    assert "number and name together" in hit.why


def test_bare_digits_without_country_or_name_are_a_match_but_no_proof(numbers):
    hit = numbers(_listed("tax", "7701234567", "RU"), [("tax", "7701234567")])[0]
    assert (hit.match, hit.confirmed) == (True, False)
    assert "no country and another name" in hit.why


def test_the_same_digits_from_another_country_prove_nothing(numbers):
    hit = numbers(_listed("tax", "7701234567", "RU"), [("tax", "7701234567")], "Turkey")[0]
    assert not hit.confirmed
    assert "countries differ" in hit.why


def test_a_shared_mail_address_is_a_match_but_no_proof(numbers):
    hit = numbers(_listed("email", "Desk@Kavzel.example"), [("email", "desk@kavzel.example")])[
        0
    ]
    assert (hit.match, hit.confirmed) == (True, False)


def test_a_ship_number_wrong_on_both_sides_is_said_so(numbers):
    hit = numbers(_listed("imo", "9074728"), [("imo", "9074728")])[0]
    assert "check digit is wrong" in hit.why


def test_a_short_number_identifies_nobody(numbers):
    assert numbers(_listed("tax", "123"), [("tax", "123")]) == []


def test_an_equal_address_is_a_lead_and_not_a_match(watchlist, record):
    address = {"text": "14 Marble Road, Izmir, Turkey", "city": "", "region": "",
               "postcode": "", "country": "TR"}  # fmt: skip
    made = watchlist(record("9", "Kavzel", addresses=[address]))
    party = Occurrence(0, "bank", "Moravit", address="No. 14 MARBLE RD., IZMIR")
    hit = next(address_hits(0, made, open_index(made.table, made.index), party))
    assert (hit.basis, hit.match) == ("address", False)
    assert "a lead, not a match" in hit.why


def test_without_an_address_nothing_is_compared(watchlist, record):
    made = watchlist(record("9", "Kavzel"))
    party = Occurrence(0, "bank", "Moravit")
    assert list(address_hits(0, made, open_index(made.table, made.index), party)) == []
