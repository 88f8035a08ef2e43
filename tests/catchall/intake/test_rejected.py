"""Rejects become the table REJECTS."""

from catchall import tables
from catchall.intake.grid import Reject
from catchall.intake.rejected import reject_table


def test_rejects_keep_their_order_and_schema():
    table = reject_table("in.csv", [Reject(3, "id", "why", "w"), Reject(2, "", "why", "w")])
    assert table.schema.equals(tables.REJECTS)
    assert table["source_line"].to_pylist() == [3, 2]
