"""The UK's fields: one spelling for three formats, and each in its column."""

import pytest

from catchall.intake.watchlists.entry import ORGANIZATION, VESSEL, Entry
from catchall.intake.watchlists.uk_fields import (
    keep_address,
    keep_birth_place,
    keep_document,
    keep_field,
    name_kind,
)


@pytest.fixture
def entry():
    return Entry("TST1", ORGANIZATION)


@pytest.mark.parametrize(
    ("kind", "strength", "found"),
    [
        ("Primary name", "", "primary"),
        ("PRIMARY  NAME", "", "primary"),
        ("Prime Alias", "", "primary"),
        ("Primary Name Variation", "", "alias"),
        ("AKA", "Good", "alias"),
        ("AKA", "Low", "weak_alias"),
        ("FKA", "", "former"),
        ("", "", "alias"),
    ],
)
def test_a_name_has_the_kind_of_its_type_and_strength(kind, strength, found):
    assert name_kind(kind, strength)[0] == found


@pytest.mark.parametrize(
    "field", ["Business registration number (s)", "BusinessRegistrationNumber"]
)
def test_a_field_is_the_same_in_every_format(entry, field):
    keep_field(entry, field, "7700000001 (Russia)")
    assert entry.identifiers == [
        {"kind": "registration", "value": "7700000001", "country": "RU"}
    ]
    assert entry.properties[0]["value"] == "7700000001 (Russia)"


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("Current owner/operator (s)", "owner"),
        ("Parent company", "parent"),
        ("Subsidiaries", "subsidiary"),
    ],
)
def test_owners_and_parents_are_links(entry, field, kind):
    keep_field(entry, field, "Invented Holding")
    assert entry.links == [{"kind": kind, "target": "Invented Holding"}]


def test_every_mail_address_of_a_cell_is_an_identifier(entry):
    keep_field(entry, "Email address", "a@invented.example; b@invented.example")
    assert [one["value"] for one in entry.identifiers] == [
        "a@invented.example",
        "b@invented.example",
    ]


def test_a_regime_and_a_remark_that_rows_repeat_are_kept_once(entry):
    for _ in range(2):
        keep_field(entry, "Regime Name", "Testland")
        keep_field(entry, "Other Information", "First.\n\nSecond.")
        keep_field(entry, "UK Statement of Reasons", "Third.")
    assert entry.programmes == ["Testland"]
    assert entry.remarks == "First.\n\nSecond.\n\nThird."


def test_a_ship_number_in_a_remark_is_an_identifier_only_with_its_check_digit(entry):
    keep_field(entry, "Group Type", "Ship")
    keep_field(entry, "Other Information", "IMO number: 9074729. Sister of IMO 9074728.")
    assert entry.schema == VESSEL
    assert [one["value"] for one in entry.identifiers] == ["9074729"]


def test_a_type_that_is_not_known_is_unsaid_and_kept(entry):
    keep_field(entry, "Designation Type", "Spacecraft")
    assert entry.schema == "LegalEntity"
    assert entry.properties == [{"key": "Designation Type", "value": "Spacecraft"}]


def test_the_country_of_a_document_may_stand_in_what_is_told_of_it(entry):
    keep_document(entry, "passport", "P04580001", "Iranian, expired 2019")
    assert entry.identifiers[0]["country"] == "IR"


def test_blank_groups_are_nothing(entry):
    keep_address(entry, ["", ""], "", "")
    keep_birth_place(entry, "", "")
    keep_document(entry, "passport", "", "")
    assert (entry.addresses, entry.properties) == ([], [])


def test_a_remark_behind_a_country_does_not_hide_it(entry):
    keep_address(entry, ["1 Sample Road"], "", "Pakistan (as at May 2008)")
    assert entry.addresses[0]["country"] == "PK"
