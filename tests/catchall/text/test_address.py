"""Whether two addresses are the same place."""

import pytest

from catchall.text.address import address_key

HERE = "No. 14, Marble Road, Izmir 35000, Turkey"


@pytest.mark.parametrize("text", ["14 MARBLE RD IZMIR", "Marble Road 14, Izmir, T\u00fcrkiye"])
def test_spellings_of_one_address(text):
    assert address_key(text) == address_key(HERE)


@pytest.mark.parametrize("text", ["15 Marble Road, Izmir", "14 Granite Road, Izmir"])
def test_another_number_or_street_is_another_place(text):
    assert address_key(text) != address_key(HERE)


@pytest.mark.parametrize(
    "text", ["", "Izmir, Turkey", "Marble Road, Izmir", "P.O. Box 14, Izmir"]
)
def test_less_than_a_full_address_has_no_key(text):
    assert address_key(text) == ""
