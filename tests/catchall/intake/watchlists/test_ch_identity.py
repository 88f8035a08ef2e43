"""What the Swiss list says of a target goes to its column, places by their number too."""

import pytest
from lxml import etree

from catchall.intake.watchlists.ch_identity import (
    keep_identity,
    keep_other_information,
    keep_relation,
    keep_rest,
)
from catchall.intake.watchlists.entry import ORGANIZATION, PERSON, Entry

PLACE = etree.fromstring(
    '<place ssid="9"><location>Samplegrad</location><country iso-code="BY">Belarus</country>'
    "</place>"
)


@pytest.fixture
def entry():
    return Entry("1", PERSON)


def _kept(entry, xml, main="true"):
    identity = etree.fromstring(f'<identity main="{main}">{xml}</identity>')
    keep_identity(entry, identity, {"9": PLACE})
    return entry


@pytest.mark.parametrize(
    ("xml", "day"),
    [
        ('<day-month-year day="3" month="4" year="1980" quality="good"/>', "1980-04-03"),
        ('<day-month-year year="1980"/>', "1980"),
        ('<day-month-year year="1980" quality="low"/>', "circa 1980"),
    ],
)
def test_a_birth_is_as_exact_as_the_list_says(entry, xml, day):
    assert _kept(entry, xml).dates == [{"kind": "birth", "value": day}]


def test_a_day_of_a_firm_is_its_founding_and_no_day_is_none():
    entry = Entry("1", ORGANIZATION)
    _kept(entry, '<day-month-year year="1980"/><day-month-year/>')
    assert entry.dates == [{"kind": "established", "value": "1980"}]


def test_an_address_has_the_place_that_it_names(entry):
    _kept(
        entry,
        '<address place-id="9"><address-details>1 Sample Street</address-details></address>',
    )
    assert entry.addresses == [
        {
            "text": "1 Sample Street, Samplegrad, Belarus",
            "city": "Samplegrad",
            "region": "",
            "postcode": "",
            "country": "BY",
        }
    ]


def test_an_address_of_its_own_words_needs_no_place(entry):
    own = '<location>Valletta</location><country iso-code="MT">Malta</country>'
    _kept(entry, f"<address>{own}</address><address place-id='7'/>")
    assert [one["country"] for one in entry.addresses] == ["MT"]


def test_a_nationality_may_be_a_code_only(entry):
    _kept(entry, '<nationality><country iso-code="IQ"/></nationality><place-of-birth/>')
    assert entry.countries == ["IQ"]
    assert entry.properties == [{"key": "nationality", "value": "IQ"}]


def test_a_document_without_a_number_keeps_what_is_told(entry):
    told = '<identification-document document-type="id-card"><remark>lost</remark>'
    _kept(entry, f"{told}</identification-document>")
    assert entry.identifiers == []
    assert entry.properties == [{"key": "document", "value": "id-card; remark: lost"}]


def test_only_the_main_identity_gives_the_primary_name(entry):
    part = '<name name-type="primary-name"><name-part><value>{}</value></name-part></name>'
    _kept(entry, part.format("Other Testov"), main="false")
    _kept(entry, part.format("Testov") + part.format("Testow"))
    assert [name["kind"] for name in entry.names] == ["alias", "primary", "alias"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Taxpayer Identification Number: 7700000001.", "tax"),
        ("State registration number: 1000000000001", "registration"),
        ("Tel.: +7 000 000 00 01", "phone"),
        ("IMO number: 9074729", "imo"),
    ],
)
def test_a_labelled_number_is_an_identifier_and_stays_in_the_remarks(entry, text, kind):
    keep_other_information(entry, text)
    assert [one["kind"] for one in entry.identifiers] == [kind]
    assert entry.remarks == text


def test_other_words_are_remarks_only(entry):
    keep_other_information(entry, "Travel ban: until 2030")
    assert entry.identifiers == []


@pytest.mark.parametrize(
    ("kind", "link"),
    [("owned-by", "owner"), ("controlled-by", "owner"), ("owner-of", "linked_to")],
)
def test_only_an_owner_of_the_target_is_its_owner(entry, kind, link):
    keep_relation(entry, etree.fromstring(f'<relation target-id="5" relation-type="{kind}"/>'))
    assert entry.links == [{"kind": link, "target": "5"}]


def test_a_relation_to_nobody_is_a_property(entry):
    keep_relation(
        entry, etree.fromstring('<relation relation-type="related-to">to all</relation>')
    )
    assert (entry.links, entry.properties[0]["value"]) == ([], "related-to to all")


def test_a_part_that_is_not_known_is_kept_with_its_attributes(entry):
    keep_rest(entry, etree.fromstring('<new ssid="1" word="w">text<in>side</in><no/></new>'))
    assert [(one["key"], one["value"]) for one in entry.properties] == [
        ("new", "text w"),
        ("in", "side"),
    ]
