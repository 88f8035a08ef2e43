"""Numbers that identify a party."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.text.identifiers import imo_in, imo_is_valid, key


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
