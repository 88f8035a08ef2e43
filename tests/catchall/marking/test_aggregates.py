"""Markings of counts, facets, edges and derived fields."""

import pyarrow as pa
import pytest

from catchall.marking.aggregates import Cell, counted, join, may_see_all
from catchall.marking.banner import rollup
from catchall.marking.reading import parse
from catchall.marking.writing import render

GBR = {"level": "S", "country": "GBR"}


def lines(labels):
    return [render(label) for label in labels]


def test_one_label_a_lattice():
    marks = ["(S//NF)", "TLP:RED", "(U)", "OFFICIAL", "TLP:GREEN", "UK SECRET", "(//NS)"]
    assert lines(join(marks)) == ["SECRET//FGI NATO//NOFORN", "TLP:RED", "UK SECRET"]


def test_nothing_has_no_label():
    assert join([]) == ()


def test_labels_and_text_are_joined_alike():
    assert join([parse("(S)"), "(C//NF)"]) == (rollup(["(S)", "(C//NF)"]),)


def test_an_unknown_word_denies_the_whole():
    labels = join(["(S//PURPLE)", "(U)"])
    assert may_see_all({"level": "TS", "country": "USA"}, labels) == "deny"


def test_a_join_joined_again_never_lowers():
    once = join(["(S//REL TO USA, GBR)", "(S)", "TLP:RED"])
    assert join([*once, "(U)", "TLP:CLEAR"]) == once


@pytest.mark.parametrize(
    ("marks", "answer"),
    [
        ([], "read"), (["(U)"], "read"), (["(U)", "(S//DISPLAY ONLY GBR)"], "display"),
        (["(S//DISPLAY ONLY GBR)", "(S//NF)"], "deny"), (["(U)", "TLP:RED"], "deny"),
        (["(S//REL TO USA, NATO)"], "read"),
    ],
)  # fmt: skip
def test_the_strictest_answer_of_all(marks, answer):
    assert may_see_all(GBR, marks, {"NATO": ["GBR"]}) == answer


ROWS = pa.table(
    {
        "marking": ["(U)", "(S//NF)", "(S//REL TO USA, GBR)", "(U)", "(S//NF)", None],
        "country": ["QB", "QB", "QA", None, "QC", "QA"],
    }
)


def test_counting_comes_after_the_row_filter():
    assert [(cell.key, cell.count) for cell in counted(ROWS, "country", GBR)] == [
        ("QA", 1), ("QB", 1), (None, 1),
    ]  # fmt: skip


def test_a_cell_carries_the_roll_up_of_its_rows():
    usa = {"level": "TS", "country": "USA"}
    cells = {cell.key: lines(cell.labels) for cell in counted(ROWS, "country", usa)}
    assert cells["QB"] == ["SECRET//NOFORN"]
    assert cells[None] == ["UNCLASSIFIED"]


def test_what_is_hidden_leaves_no_trace_in_the_counts():
    visible = pa.table({"marking": ["(U)"], "country": ["QB"]})
    more = pa.table({"marking": ["(U)", "(S//NF)"], "country": ["QB", "QD"]})
    assert counted(more, "country", GBR) == counted(visible, "country", GBR)


def test_groups_and_the_name_of_the_column_are_handed_on():
    rows = pa.table({"label": ["(S//REL TO USA, NATO)"], "n": [7]})
    assert counted(rows, "n", GBR, "label", {"NATO": ["GBR"]}) == [
        Cell(7, 1, (rollup(["(S//REL TO USA, NATO)"]),))
    ]


def test_numbers_are_ordered_as_numbers():
    rows = pa.table({"marking": ["(U)"] * 3, "n": [10, 9, None]})
    assert [cell.key for cell in counted(rows, "n", GBR)] == [9, 10, None]
