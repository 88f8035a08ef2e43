"""The party field of a trade document -> names and what stood around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.text import normal
from catchall.text.party import LONGEST, MOST_READINGS, take_apart, too_long


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("ATTN: IMPORT DEPT Kavzel Optik Ltd", "Kavzel Optik Ltd"),
        ("KIND ATTN - MR PAVEL OSTRELIN Kavzel Optik Ltd", "Kavzel Optik Ltd"),
        ("Kavzel Optik Ltd ATTN: Mr Ostrelin", "Kavzel Optik Ltd"),
        ("M/S Kavzel Optik", "Kavzel Optik"),
        ("NOTIFY PARTY: M/S. Kavzel Optik", "Kavzel Optik"),
        ("TO THE ORDER OF Bank Moravit", "Bank Moravit"),
        ("C/O Kavzel Optik", "Kavzel Optik"),
        ("ON BEHALF OF Kavzel Optik", "Kavzel Optik"),
        ("Kavzel Optik Ltd ISTANBUL TURKEY", "Kavzel Optik Ltd"),
        ("Kavzel Optik Ltd DUBAI UAE 12345", "Kavzel Optik Ltd"),
        ("Kavzel Optik Ltd TEL: +90 212 555", "Kavzel Optik Ltd"),
        ("Kavzel Optik VAT NO 77012345", "Kavzel Optik"),
        ("Kavzel Optik Ltd Unit 4 Harbour Road Colombo", "Kavzel Optik Ltd"),
        ("Kavzel Optik SRL M Zeytin street 21 2004 Chisinau", "Kavzel Optik SRL"),
        ("KavzelOptikTradingLtd", "Kavzel Optik Trading Ltd"),
        ("KAVZELOPTIKLIMITED", "KAVZELOPTIK LIMITED"),
        ("JSCMORAVIT", "JSC MORAVIT"),
    ],
)
def test_the_name_is_among_the_readings(field, name):
    assert name in take_apart(field).names


def test_the_field_as_filed_is_the_first_reading():
    assert take_apart("Kavzel Optik IZMIR").names[0] == "Kavzel Optik IZMIR"


def test_what_is_taken_off_is_kept_with_its_kind():
    found = take_apart("C/O Kavzel Optik Ltd IZMIR TURKEY")
    assert found.stripped == (("care of", "C/O"), ("country", "TURKEY"), ("city", "IZMIR"))
    assert found.country == "TR"


def test_address_lines_are_no_part_of_the_name():
    found = take_apart("Kavzel Optik Ltd\n14 Marble Road,\nIzmir")
    assert found.names[0] == "Kavzel Optik Ltd"
    assert found.stripped[0][0] == "address"


def test_a_name_that_goes_on_in_the_second_line_is_read_both_ways():
    names = take_apart("Kavzel Optik and\nMoravit Trading Ltd\n14 Marble Road").names
    assert "Kavzel Optik and Moravit Trading Ltd" in names
    assert "Kavzel Optik and" in names


def test_several_parties_in_one_field_are_all_read():
    names = take_apart("Kavzel Optik C/O Moravit Shipping").names
    assert {"Kavzel Optik", "Moravit Shipping"} <= set(names)


def test_a_number_at_the_end_of_a_name_is_no_address():
    assert all("5" in name for name in take_apart("Moravit Plant No. 5").names)
    assert all("2" in name for name in take_apart("Moravit Works No. 2 Co Ltd").names)


@pytest.mark.parametrize(
    "name", ["Bank of Izmir", "Izmir Trading Ltd", "ATTN:", "C/O", "Turkey"]
)
def test_a_name_is_never_emptied(name):
    assert normal.fold(take_apart(name).names[0]) == normal.fold(name)


def test_the_name_of_a_place_stays_when_nothing_else_is_left():
    assert take_apart("General Trading Izmir").names == ("General Trading Izmir",)


def test_a_field_as_long_as_a_form_line_may_be_cut():
    assert take_apart("Moravit Precision Instrument Manufa").cut
    assert not take_apart("Moravit Precision").cut


def test_entities_of_web_pages_are_read():
    assert take_apart("Kavzel &amp; Sons").names == ("Kavzel & Sons",)


@given(st.text(max_size=90))
def test_any_text_gives_readings_and_never_loses_a_name(text):
    found = take_apart(text)
    assert len(found.names) <= MOST_READINGS
    assert bool(found.names) == bool(text.strip())
    assert all(name.strip() for name in found.names)


@given(st.sampled_from(["Kavzel", "Moravit & Ostrelin", "Dorvina Optik Ltd"]))
def test_a_plain_name_has_one_reading(name):
    assert [normal.fold(one) for one in take_apart(name).names] == [normal.fold(name)]


@pytest.mark.parametrize(
    "between",
    [" a.k.a. ", " f.k.a. ", " a/k/a ", " (formerly ", " (fka ", " also known as ", " d.b.a. "],
)
def test_another_name_behind_the_first_is_a_name_to_try(between):
    assert "Alderquist Tools" in [
        name.rstrip(")")
        for name in take_apart(f"Maple Tiles SA{between}Alderquist Tools").names
    ]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Dorvina Tiles / Kavzel Optik", "Kavzel Optik"),
        ("Dorvina Tiles/Kavzel Optik", "Kavzel Optik"),
        ("Dorvina Tiles // Kavzel Optik", "Dorvina Tiles"),
        ("Dorvina Tiles / Kavzel Optik", "Dorvina Tiles / Kavzel Optik"),
        ("Dorvina Tiles Ltd Attn: Pavel Ostrelin", "Pavel Ostrelin"),
        ("Dorvina Tiles Ltd, ATTN Mr. Pavel Ostrelin, Tel 555 1234", "Pavel Ostrelin"),
        ("ATTN: MR PAVEL OSTRELIN Dorvina Tiles", "PAVEL OSTRELIN"),
        ("LLC KAVZEL OPTIK 12 Zeytin Izmir", "LLC KAVZEL OPTIK"),
        ("M/V Ostrelin Sky", "Ostrelin Sky"),
        ("VESSEL: MV Ostrelin V.012E", "Ostrelin"),
        ("M / V Ostrelin voy no. 12", "Ostrelin"),
    ],
)
def test_every_name_of_a_field_is_a_name_to_try(field, name):
    assert name in take_apart(field).names


@pytest.mark.parametrize(
    "field", ["Kavzel Import/Export Ltd", "Moravit A/S", "SS Holding", "Moravit Plant 5 Works"]
)
def test_what_only_looks_like_a_second_name_is_left_alone(field):
    assert take_apart(field).names == (field,)


def test_a_further_line_without_a_number_is_a_name_to_try():
    names = take_apart("Dorvina Tiles\nPavel Ostrelin\n14 Marble Road\nIzmir Turkey").names
    assert names == ("Dorvina Tiles", "Pavel Ostrelin")


def test_a_department_behind_attn_is_no_name():
    assert take_apart("Dorvina Tiles Ltd ATTN: Import Dept").names == ("Dorvina Tiles Ltd",)


def test_names_beyond_the_most_are_counted():
    field = "; ".join(f"Kavzel {chr(97 + n)}oda" for n in range(MOST_READINGS + 2))
    assert (len(take_apart(field).names), take_apart(field).left_out) == (MOST_READINGS, 2)


def test_a_field_is_too_long_one_character_over_the_limit():
    assert too_long("x" * LONGEST) == ""
    assert "1,001 characters" in too_long("x" * (LONGEST + 1))
