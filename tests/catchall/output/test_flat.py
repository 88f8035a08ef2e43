"""Cells: neutralised, flat, with the unknown columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.output.flat import cell, header, neutral, record

LEADS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@given(st.sampled_from(LEADS), st.text())
def test_no_formula_survives(lead, rest):
    assert str(neutral(lead + rest)).startswith("'")


@given(st.sampled_from(LEADS[:4]), st.text())
def test_blanks_do_not_hide_a_formula(lead, rest):
    assert str(neutral("  " + lead + rest)).startswith("'")


@given(st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none())
def test_what_is_no_text_is_left_alone(value):
    assert neutral(value) is value


@given(st.text(alphabet=st.characters(categories=("L", "N")), min_size=1))
def test_harmless_text_is_left_alone(text):
    assert neutral(text) == text


def test_unknown_columns_come_out_under_their_own_name(determinations, row):
    extra = [{"column": "COLOUR", "value": "red"}, {"column": "COLOUR", "value": "blue"}]
    table = determinations(row(extra=extra), row())
    columns = header(table)
    assert columns[-1] == "filed: COLOUR"
    assert [record(one, columns)[-1] for one in table.to_pylist()] == ["red; blue", ""]


@pytest.mark.parametrize(
    ("value", "shown"), [([], ""), (["a", "b"], "a; b"), ([{"a": 1}], '[{"a":1}]'), (1.5, 1.5)]
)
def test_a_nested_value_is_one_cell(value, shown):
    assert cell(value) == shown
