"""Tests of ``catchall.link.mentions``: every firm, person and ship is invented."""

from tests.catchall.link.sample import block, telegram

from catchall.link.blocks import blocks
from catchall.link.mentions import lead_end, survey


def firms(*paragraphs, headings=()):
    return {f.name: f for f in survey(blocks(telegram(*paragraphs)), headings).firms}


def test_a_short_form_belongs_to_the_one_firm_it_is_a_part_of():
    found = firms("Falaj Crescent Trading Ltd sold pumps. Falaj Crescent denied it.")
    assert found["Falaj Crescent Trading Ltd"].short_names == ("Falaj Crescent",)


def test_an_acronym_in_brackets_is_a_short_name():
    found = firms("Khor Sands Instruments LLC (KSIL) sold pumps. KSIL denied it.")
    assert "KSIL" in found["Khor Sands Instruments LLC"].short_names


def test_near_names_of_different_firms_stay_apart():
    found = firms(
        "Khor Sands Instruments LLC sold pumps. Khor Sands Shipping has an office there."
    )
    assert set(found) == {"Khor Sands Instruments LLC", "Khor Sands Shipping"}


def test_a_shared_beginning_is_a_short_form_of_neither():
    found = firms(
        "Khor Sands Instruments LLC and Khor Sands Shipping differ. Khor Sands is a place."
    )
    assert all("Khor Sands" not in f.short_names for f in found.values())


def test_an_alias_joins_two_names():
    found = firms("Falaj Crescent Trading Ltd, also known as Blue Dune Supplies, sold pumps.")
    assert found["Falaj Crescent Trading Ltd"].aliases == ("Blue Dune Supplies",)
    assert "Blue Dune Supplies" not in found


def test_an_authority_and_its_acronym_are_no_firm():
    assert firms("The State Export Control Service (SECX) wrote. SECX sold nothing.") == {}


def test_a_described_name_is_a_firm():
    assert set(firms("It was run by the shipping line Levanta Maris.")) == {"Levanta Maris"}


def test_a_name_that_leads_its_paragraph_is_a_firm():
    here = block("GODAVARI AERO WINGS: (Ref B) The firm said no.")
    assert here.text[: lead_end(here)] == "GODAVARI AERO WINGS"


def test_a_comment_leads_nothing():
    assert lead_end(block("Comment: The firm said no.")) is None


def test_a_person_is_no_firm():
    found = survey(
        blocks(telegram("Its owner, Behruz Sattari, left. Director Farid Hashim said so.")), ()
    )
    assert (set(found.persons), found.firms) == ({"Behruz Sattari", "Farid Hashim"}, [])
