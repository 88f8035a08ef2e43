"""Cells that hold several numbers give each; a remark never becomes a part of one."""

from datetime import date

import pytest

from catchall.intake.watchlists.cells import (
    country_of_address,
    day_of,
    keep_numbers,
    number,
)
from catchall.intake.watchlists.entry import PERSON, Entry


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("7700000001; 7700000002", ["7700000001", "7700000002"]),
        ("1000000000001, KPP 770000001", ["1000000000001", "770000001"]),
        ("55 0000001, valid from 6.12.2019", ["55 0000001"]),
        ("series 3400 No 200001, issued in 2018", ["series 3400 No 200001, issued in 2018"]),
        (" ; ", []),
    ],
)
def test_the_numbers_of_a_cell_are_kept_one_by_one(text, values):
    entry = Entry("1", PERSON)
    keep_numbers(entry, "passport", text)
    assert [one["value"] for one in entry.identifiers] == values


def test_the_country_of_a_remark_issued_the_number():
    entry = Entry("1", PERSON)
    keep_numbers(entry, "passport", "V4000001 (Iran); 4000002", "Syria")
    assert [one["country"] for one in entry.identifiers] == ["IR", "SY"]


def test_a_remark_that_is_no_country_is_none():
    assert number("4000003 (expired 2019)") == ("4000003", "")


def test_an_address_has_the_country_that_ends_it():
    assert country_of_address("9 Sample Quay, Valletta, Malta VLT 1") == ""
    assert country_of_address("9 Sample Quay, Valletta, Malta") == "MT"


@pytest.mark.parametrize(
    "text", ["2026-02-13T01:02", "13/02/2026", "13-Feb-2026", "13 FEBRUARY 2026"]
)
def test_a_day_is_read_in_every_form_that_lists_use(text):
    assert day_of(text) == date(2026, 2, 13)


@pytest.mark.parametrize("text", ["", "soon", "31/02/2026", "13/02/26", "2026-02"])
def test_what_is_no_day_is_none(text):
    assert day_of(text) is None
