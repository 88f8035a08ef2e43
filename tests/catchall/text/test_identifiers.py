"""Numbers that identify a party."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.text.identifiers import imo_in, imo_is_valid, key, keys, kind_of, of_field


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        ("IMO Number", "IMO 9074729", ("imo", "9074729")),
        ("vat", "TR 123.456.78", ("number", "TR12345678")),
        ("passport", "ab 123 456", ("passport", "AB123456")),
        ("email", " A@B.example ", ("email", "a@b.example")),
        ("phone", "+90 (212) 555 12 34", ("phone", "2125551234")),
        ("swift", "kavztris", ("swift", "KAVZTRIS")),
        ("tax", "12", None),
        ("imo", "123", None),
        ("email", "none", None),
        ("tax", "000 000 00", None),
        ("imo", "0000000", None),
    ],
)
def test_one_spelling_of_a_number(kind, value, found):
    assert key(kind, value) == found


@given(st.integers(100000, 999999))
def test_of_ten_last_digits_one_is_right(stem):
    assert sum(imo_is_valid(f"{stem}{digit}") for digit in range(10)) == 1


def test_other_than_seven_digits_is_no_ship_number():
    assert not imo_is_valid("907472")


def test_ship_numbers_are_found_behind_their_letters_only():
    assert imo_in("MV Kavzel, IMO No. 9074729, 1234567") == ("9074729",)


@pytest.mark.parametrize(
    ("kind", "filed", "meant"),
    [
        ("imo", "9074729.0", "9074729"),
        ("imo", "09074729", "9074729"),
        ("tax", "7712345678.0", "7712345678"),
        ("tax", "0012345678", "0012345678"),
    ],
)
def test_a_number_that_a_spreadsheet_changed_is_still_that_number(kind, filed, meant):
    assert key(kind, filed) == (("imo" if kind == "imo" else "number"), meant)


def test_a_code_of_a_bank_has_two_spellings_and_a_branch_one():
    office = {("swift", "KAVZTRIS"), ("swift", "KAVZTRISXXX")}
    assert set(keys("bic", "KAVZTRIS")) == set(keys("swift", "KAVZTRISXXX")) == office
    assert keys("swift", "KAVZTRIS123") == (("swift", "KAVZTRIS123"),)
    assert keys("tax", "12") == ()


def test_kinds_have_one_name():
    assert (kind_of("IMO Number"), kind_of("inn")) == ("imo", "number")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("7701234567", {"number", "national_id", "passport"}),
        ("9074729", {"number", "national_id", "passport", "imo"}),
        ("9074728", {"number", "national_id", "passport"}),
        ("VAT No. TR 123.456.78", {"number", "national_id", "passport"}),
        ("VAT No. TR 12345678", {"number", "national_id", "passport"}),
        ("41", set()),
        ("Kavzel 7701234567", set()),
    ],
)
def test_a_field_with_nothing_but_a_number(text, kinds):
    assert {kind for kind, _ in of_field(text)} == kinds
