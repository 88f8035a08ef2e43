"""Uploaded files, read."""

import pytest
from tests.upload_builders import csv, row

from catchall.errors import InputError
from catchall_desk.jobs.uploads.reading import parsed


def test_rows_of_one_id_are_one_shipment_wherever_they_stand():
    found = parsed(csv(row(1, 1), row(2, 1), row(1, 2)), "a.CSV")
    assert (found.rows, found.places) == (3, ((0, 2), (1,)))
    assert [len(one) for batch in found.batches(0, 1) for one in batch] == [2, 1]
    assert [len(batch) for batch in found.batches(1, 5)] == [1]


def test_a_line_that_cannot_be_read_is_a_reject():
    found = parsed(csv(row(1), "too,few"), "a.csv")
    assert found.rows == 2
    assert [one["source_line"] for one in found.rejects] == [3]


def test_what_is_no_table_is_refused():
    with pytest.raises(InputError):
        parsed(b"\x00\x01", "a.xlsx")
