"""Access to rows of a table."""

import pyarrow as pa
import pytest

from catchall.marking.columns import decided, visible

GBR = {"level": "S", "country": "GBR"}
MARKS = ["(U)", None, "(S//NF)", "(S//REL TO USA, NATO)", "(S//DISPLAY ONLY GBR)", "(U)", "X"]
NATO = {"NATO": ["GBR"]}


@pytest.mark.parametrize(
    "column",
    [pa.array(MARKS), pa.chunked_array([MARKS[:3], MARKS[3:]]),
     pa.array(MARKS).dictionary_encode()],
)  # fmt: skip
def test_one_word_a_row(column):
    assert decided(column, GBR, NATO).to_pylist() == [
        "read", "deny", "deny", "read", "display", "read", "deny",
    ]  # fmt: skip


def test_groups_count_only_where_given():
    assert decided(pa.array(MARKS[3:4]), GBR).to_pylist() == ["deny"]


@pytest.mark.parametrize(
    "column", [pa.array([], pa.string()), pa.chunked_array([], pa.string())]
)
def test_no_rows_give_no_words(column):
    assert decided(column, GBR).to_pylist() == []


def test_a_column_of_nulls_is_denied():
    assert decided(pa.array([None, None], pa.string()), GBR).to_pylist() == ["deny", "deny"]


def test_visible_rows_are_those_that_may_be_read():
    rows = pa.table({"marking": MARKS, "n": range(len(MARKS))})
    assert visible(rows, GBR, groups=NATO)["n"].to_pylist() == [0, 3, 5]


def test_the_column_may_have_another_name():
    rows = pa.table({"label": MARKS[:2], "n": [1, 2]})
    assert visible(rows, GBR, "label")["n"].to_pylist() == [1]
