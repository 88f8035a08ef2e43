"""One record of the Consolidated Screening List from its fields."""

import pytest

from catchall.intake.watchlists.csl_record import (
    LISTS,
    TEXTS,
    Address,
    Fields,
    Identifier,
    entry_of,
)


def _fields(number="", addresses=(), ids=(), others=None, **text):
    blank = dict.fromkeys(TEXTS, "") | {"source": "Sample List (SL) - Agency", "name": "Sample"}
    lists = {key: text.pop(key, ()) for key in LISTS}
    return Fields(number, blank | text, lists, addresses, ids, others or {})


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        ("Individual", "Person"),
        ("Entity", "Organization"),
        ("Vessel", "Vessel"),
        ("Aircraft", "Airplane"),
        ("", "LegalEntity"),
    ],
)
def test_what_kind_of_party_it_is(kind, schema):
    assert entry_of(_fields(type=kind), ()).schema == schema


def test_a_record_without_any_number_is_told_apart_by_what_it_says():
    address = Address(("1 Sample Road",), "AT")
    fields = _fields(addresses=(address,), start_date="2020-01-02")
    assert entry_of(fields, {"SL/Sample"}).record == "SL/Sample (2020-01-02)"
    known = {"SL/Sample", "SL/Sample (2020-01-02)"}
    assert entry_of(fields, known).record == "SL/Sample (2020-01-02) (1 Sample Road)"


def test_a_list_without_a_short_name_gives_its_whole_name():
    assert entry_of(_fields(source="Sample List"), ()).record == "Sample List/Sample"


def test_an_id_of_no_known_kind_is_kept_as_written():
    entry = entry_of(_fields(ids=(Identifier("Odd No.", "77", "", "Odd No., 77"),)), ())
    assert entry.identifiers == []
    assert {"key": "id", "value": "Odd No., 77"} in entry.properties


def test_a_field_that_is_not_known_is_a_property():
    entry = entry_of(_fields(others={"novelty": "1"}), ())
    assert {"key": "novelty", "value": "1"} in entry.properties
