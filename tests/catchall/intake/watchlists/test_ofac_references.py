"""What the numbers of OFAC's advanced XML mean; dates and places in words."""

import pytest
from lxml import etree

from catchall.intake.watchlists.ofac_references import day, period, place, references, said

SETS = """<ReferenceValueSets>
 <CountryValues><Country ID="1" ISO2="AT">Austria</Country><Country ID="2" ISO2="MT"/>
  <Country ID="3">undetermined</Country></CountryValues>
 <AreaCodeValues><AreaCode ID="1" Description="Iran">IR</AreaCode></AreaCodeValues>
 <LocPartTypeValues>
  <LocPartType ID="1">CITY</LocPartType><LocPartType ID="2">ADDRESS1</LocPartType>
  <LocPartType ID="3">Novelty</LocPartType></LocPartTypeValues>
 <PartySubTypeValues><PartySubType ID="1" PartyTypeID="9">Unknown</PartySubType>
  <PartySubType ID="2" PartyTypeID="8">Vessel</PartySubType></PartySubTypeValues>
 <PartyTypeValues><PartyType ID="9">Individual</PartyType></PartyTypeValues>
</ReferenceValueSets>"""
VALUES = references(etree.fromstring(SETS))


def _limit(name, year, month="", day_=""):
    parts = (("Year", year), ("Month", month), ("Day", day_))
    return f"<{name}>" + "".join(f"<{k}>{v}</{k}>" for k, v in parts if v) + f"</{name}>"


def _period(first, last, approximate="false"):
    start = f'<Start Approximate="{approximate}">{_limit("From", *first)}</Start>'
    end = f"<End>{_limit('To', *last)}</End>" if last else ""
    return period(etree.fromstring(f"<DatePeriod>{start}{end}</DatePeriod>"))


def test_a_number_has_the_text_that_the_file_gives_it():
    assert VALUES.text("Country", "1") == "Austria"
    assert VALUES.text("Country", "2") == "MT"
    assert VALUES.text("AreaCode", "1") == "Iran"


def test_a_number_that_the_file_does_not_explain_is_kept_as_it_is():
    assert (VALUES.text("Country", "77"), VALUES.text("Country", None)) == ("Country 77", "")


@pytest.mark.parametrize(
    ("number", "schema"), [("1", "Person"), ("2", "Vessel"), ("77", "LegalEntity")]
)
def test_the_kind_of_party(number, schema):
    assert VALUES.schema(number) == schema


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (("1965", "3", "12"), (), "1965-03-12"),
        (("1965", "3", "12"), ("1965", "3", "12"), "1965-03-12"),
        (("1965", "1", "1"), ("1965", "12", "31"), "1965"),
        (("1965", "1", "1"), ("1966", "12", "31"), "1965-01-01 to 1966-12-31"),
        (("1965",), (), "1965"),
        (("1965", "5"), ("1965", "6"), "1965-05 to 1965-06"),
    ],
)
def test_a_date_period_is_told_in_words(first, last, words):
    assert _period(first, last) == words


def test_an_approximate_date_is_circa():
    assert _period(("1965",), ("1965",), "true") == "circa 1965"


def test_a_period_of_nothing_is_nothing():
    assert period(etree.fromstring("<DatePeriod/>")) == ""
    assert day(None) == ""


def _place(inner):
    return place(etree.fromstring(f"<Location>{inner}</Location>"), VALUES)


def _part(number, text):
    value = f"<LocationPartValue><Value>{text}</Value></LocationPartValue>"
    return f'<LocationPart LocPartTypeID="{number}">{value}</LocationPart>'


def test_a_place_has_its_parts_in_order_and_its_country():
    found = _place(_part(1, "Vienna") + _part(2, "1 Road") + '<LocationCountry CountryID="1"/>')
    assert found.text == "1 Road, Vienna, Austria"
    assert found.known == {"city": "Vienna", "postcode": ""}


def test_an_undetermined_country_gives_way_to_the_area():
    found = _place('<LocationAreaCode AreaCodeID="1"/><LocationCountry CountryID="3"/>')
    assert found.country == "Iran"


def test_a_part_of_a_new_kind_is_kept():
    assert _place(_part(3, "Sample Hill") + _part(3, "North")).text == "Sample Hill, North"


def test_a_text_is_found_in_any_namespace():
    element = etree.fromstring('<a xmlns="urn:x"><b><c> y </c></b></a>')
    assert (said(element, "b/c"), said(element, "d")) == ("y", "")
