"""Source protection: one constant text, whatever is held."""

import pytest

from catchall.marking import sources
from catchall.marking.sources import (
    FIELDS,
    HELD,
    SOURCE,
    derived_needs_source,
    searchable,
    shown,
)

READ_IN = {"readins": [SOURCE]}


def test_the_fields_come_from_the_data_file():
    assert sources._names() == FIELDS


def test_there_are_forty_fields_or_more_each_once():
    assert len(FIELDS) >= 40


@pytest.mark.parametrize(
    "name",
    ["source_name", "collector", "station", "originator_office", "cable_number", "tags",
     "collected_on", "language", "quotation", "sole_alias", "grade", "source_count",
     "attachment_hash", "audit_actor", "reported_by", "confidence", "recipients",
     "case_opened_on"],
)  # fmt: skip
def test_each_kind_of_the_specification_is_among_them(name):
    assert name in FIELDS


def test_presence_and_absence_look_the_same():
    full = {"firm": "Example Ltd", **dict.fromkeys(FIELDS, "x")}
    assert shown(full, {}) == shown({"firm": "Example Ltd"}, {})
    assert list(shown(full, {})) == list(shown({"firm": "Example Ltd"}, {}))


def test_every_source_field_reads_the_same():
    record = shown({"firm": "Example Ltd", "grade": None, "station": "QA"}, {})
    assert record == {"firm": "Example Ltd", **dict.fromkeys(FIELDS, HELD)}


def test_who_is_read_in_sees_what_is_held():
    record = shown({"firm": "Example Ltd", "grade": "B2"}, READ_IN)
    assert (record["firm"], record["grade"], record["station"]) == ("Example Ltd", "B2", None)
    assert list(record) == sorted(FIELDS | {"firm"})


@pytest.mark.parametrize("readins", [None, [], "SOURCE", ["SOURCES"], {"SOURCE": True}])
def test_anything_else_is_no_read_in(readins):
    assert not sources.in_source({"readins": readins})


@pytest.mark.parametrize("kind", [list, tuple, set, frozenset])
def test_read_ins_may_be_any_list(kind):
    assert sources.in_source({"readins": kind(["SOURCE"])})


def test_what_is_made_from_a_source_field_is_one():
    assert derived_needs_source(["firm", "grade"])
    assert not derived_needs_source(["firm", "item"])
    assert not derived_needs_source([])


def test_no_source_field_is_searchable():
    assert searchable({"firm": "Example Ltd", "tags": "QA"}) == {"firm": "Example Ltd"}
