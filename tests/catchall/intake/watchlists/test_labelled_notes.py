"""Labelled facts in the notes of US lists go where they belong."""

import pytest

from catchall.intake.watchlists.entry import UNSAID, Entry
from catchall.intake.watchlists.labelled_notes import keep_notes


def _read(notes):
    entry = Entry("1", UNSAID)
    keep_notes(entry, notes)
    return entry


@pytest.mark.parametrize(
    ("notes", "kind", "value"),
    [
        ("Type of denial: Standard; Expires: 2031-02-03", "expires", "2031-02-03"),
        ("Date of birth: November, 1975", "birth", "November, 1975"),
        ("Listing Date (CMIC): 03 Jun 2021", "listed", "03 Jun 2021"),
        ("Authority: An Act; imposed 3/18/2021", "imposed", "3/18/2021"),
        ("status: Expired on 1/2/2020", "ended", "1/2/2020"),
        ("status: Lifted 1/2/2020", "ended", "1/2/2020"),
    ],
)
def test_a_date_has_its_kind(notes, kind, value):
    assert {"kind": kind, "value": value} in _read(notes).dates


@pytest.mark.parametrize(
    ("notes", "programme"),
    [
        ("Authority: Invented Act; imposed 1/2/2020", "Invented Act"),
        ("Program: CMIC-EO13959", "CMIC-EO13959"),
        ("UFLPA Sec. 2(d)(2)(B)(v): sources material", "UFLPA Sec. 2(d)(2)(B)(v)"),
        ("WRO; Merchandise: Tea", "WRO"),
    ],
)
def test_the_measure_is_a_programme(notes, programme):
    assert _read(notes).programmes == [programme]


def test_the_same_authority_twice_is_one_programme():
    assert _read("Authority: Act A; x | Authority: Act A; y | Authority: Act B").programmes == [
        "Act A",
        "Act B",
    ]


def test_who_has_a_day_of_birth_is_a_person():
    assert _read("Date of birth: May, 1960").schema == "Person"
    assert _read("Charging letter on file").schema == UNSAID


def test_a_credit_code_is_a_registration_with_its_country():
    found = _read("USCC: 91000000SAMPLE0001 (China)").identifiers
    assert found == [{"kind": "registration", "value": "91000000SAMPLE0001", "country": "CN"}]


@pytest.mark.parametrize(
    ("notes", "kind", "target"),
    [
        ("Linked To: INVENTED CO., LTD.", "linked_to", "INVENTED CO., LTD."),
        ("Subordinate institution of Invented Group", "parent", "Invented Group"),
    ],
)
def test_a_link_names_the_other_party(notes, kind, target):
    assert _read(notes).links == [{"kind": kind, "target": target}]


def test_what_has_no_column_is_a_property():
    found = _read("WRO; Industry: All; Merchandise: Tea; Location: Vienna; status: Waived")
    assert [(one["key"], one["value"]) for one in found.properties] == [
        ("industry", "All"),
        ("merchandise", "Tea"),
        ("location", "Vienna"),
        ("status", "Waived"),
    ]
    assert found.dates == []
