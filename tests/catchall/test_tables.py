"""A table has its schema or is named as wrong."""

import pyarrow as pa
import pytest

from catchall import tables
from catchall.errors import TableError


@pytest.mark.parametrize("name", sorted(tables.SCHEMAS))
def test_an_empty_table_has_its_schema(name):
    assert tables.check(tables.empty(name), name).num_rows == 0


def test_a_missing_column_is_named():
    with pytest.raises(TableError, match="REJECTS: columns are"):
        tables.check(tables.empty("REJECTS").drop_columns(["words"]), "REJECTS")


def test_a_column_of_another_type_is_named():
    table = tables.empty("REJECTS").set_column(1, "source_line", pa.array([], pa.string()))
    with pytest.raises(TableError, match="source_line is string, not int64"):
        tables.check(table, "REJECTS")


def test_a_null_where_none_may_stand_is_counted():
    row = {"source": "a.csv", "source_line": 2, "place": "", "reason": "r", "words": None}
    table = pa.Table.from_pylist([row], schema=tables.REJECTS)
    with pytest.raises(TableError, match="words holds 1 nulls"):
        tables.check(table, "REJECTS")
