"""Each physical line becomes part of a row or a reject, and one bad line costs one line."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.intake import physical
from catchall.intake.grid import Tally
from catchall.intake.limits import DEFAULT, Limits

SMALL = Limits(field=20, line=60, quoted_lines=4)


def scan(text: str, width: int = 3, limits: Limits = DEFAULT, page: int = 1_000):
    """Rows by line number, rejects by line number, and the tally."""
    lines = text.split("\n")
    pages = iter([lines[at : at + page] for at in range(0, len(lines), page)])
    shape = physical.Shape(tuple("abcdefgh"[:width]), ",", limits)
    tally = Tally()
    rows, rejects = {}, {}
    for chunk in physical.chunks(pages, shape, tally):
        rows |= dict(zip(chunk.lines, zip(*chunk.columns, strict=True), strict=True))
        rejects |= {reject.line: reject for reject in chunk.rejects}
    assert tally.rows == len(rows) + len(rejects)
    return rows, rejects, tally


def test_a_quoted_field_may_hold_line_breaks():
    rows, rejects, _ = scan('x,"12 Quay\nNorth, Port",y\n1,2,3')
    assert rows == {1: ("x", "12 Quay\nNorth, Port", "y"), 3: ("1", "2", "3")}
    assert not rejects


def test_a_first_field_of_several_lines_is_one_record():
    rows, rejects, _ = scan('"Alder Works\n12 Quay\nPort",x,y\n1,2,3')
    assert rows[1] == ("Alder Works\n12 Quay\nPort", "x", "y")
    assert not rejects


def test_an_unclosed_mark_costs_its_own_line_only():
    rows, rejects, _ = scan('1,2,3\n4,"5,6\n7,8,9\n' + "x,y,z\n" * 200 + "a,b,c")
    assert sorted(rejects) == [2]
    assert len(rows) == 203
    assert rejects[2].place == "b"
    assert "does not close" in rejects[2].reason
    assert rejects[2].words == '4,"5,6'


def test_an_unclosed_mark_does_not_reach_the_next_quoted_field():
    rows, rejects, _ = scan('1,"2,3\n4,5,6\n"7,7",8,9')
    assert (sorted(rows), sorted(rejects)) == ([2, 3], [1])


def test_two_stray_marks_do_not_swallow_the_lines_between():
    rows, rejects, _ = scan('1,"2,3\n4,5,6\n7,8",9')
    assert (sorted(rows), sorted(rejects)) == ([2, 3], [1])
    assert rows[3] == ("7", '8"', "9")


def test_two_stray_marks_on_neighbouring_lines_are_two_records():
    rows, rejects, _ = scan('1,"2,3\n7,8",9')
    assert (sorted(rows), sorted(rejects)) == ([2], [1])


def test_an_unclosed_mark_on_the_last_line_is_rejected():
    rows, rejects, _ = scan('1,2,3\n4,5,"6')
    assert (sorted(rows), sorted(rejects), rejects[2].place) == ([1], [2], "c")


def test_a_record_of_too_many_lines_is_rejected_where_it_opens():
    _, rejects, _ = scan('1,2,"a\nb\nc\nd\ne"\n1,2,3', limits=SMALL)
    assert rejects[1].reason.startswith("a quotation mark opens")
    assert sorted(rejects) == [1, 2, 3, 4, 5]


def test_text_after_a_closing_mark_is_rejected():
    _, rejects, _ = scan('"Alder" Works,2,3')
    assert "after a closing quotation mark" in rejects[1].reason


def test_a_mark_inside_a_plain_field_is_text():
    assert scan('5" pipe,2,3')[0] == {1: ('5" pipe', "2", "3")}


@pytest.mark.parametrize("text", ["1,2", "1,2,3,4", '"1",2', '"1",2,3,4'])
def test_a_wrong_number_of_fields_is_rejected(text):
    rows, rejects, _ = scan(text)
    assert not rows
    assert "fields where the header has 3" in rejects[1].reason


def test_long_lines_and_fields_are_rejected():
    text = "\n".join(
        [
            "1," + "x" * 21 + ",3",
            '1,2,"' + "x" * 21 + '"',
            "1,2,3" + "," * 60,
            '"' + "y" * 200_000,
        ]
    )
    _, rejects, _ = scan(text, limits=SMALL)
    assert [rejects[at].place for at in (1, 2, 3, 4)] == ["b", "c", "", ""]
    assert all("longer than" in reject.reason for reject in rejects.values())
    assert len(rejects[4].words) == 2_000


def test_damaged_bytes_are_rejected_with_their_column():
    _, rejects, _ = scan('1,\udcff,3\n1,2,\0\n"1",\udce9,3\n"1,\n\udce9",2,3')
    assert [rejects[at].place for at in sorted(rejects)][:3] == ["b", "c", ""]
    assert rejects[1].words == "1,\\xff,3"
    assert sorted(rejects) == [1, 2, 3, 4, 5]


def test_blank_lines_are_counted_and_empty_records_rejected():
    rows, rejects, tally = scan('1,2,3\n\n  \n,,\n"",,""\n" ",,')
    assert (sorted(rows), sorted(rejects), tally.blank) == ([1], [4, 5, 6], 2)


def test_a_record_may_cross_a_page():
    text = '1,2,3\n"a\nb\nc",2,3\n4,5,6'
    for page in range(1, 6):
        rows, rejects, _ = scan(text, page=page)
        assert sorted(rows) == [1, 2, 5]
        assert not rejects


def test_a_broken_line_by_itself_is_one_field():
    assert physical.fields_of('a,"b', ",") == ['a,"b']


field = st.text(st.sampled_from('ab ,"\n'), max_size=6)


@settings(deadline=None)
@given(st.lists(st.tuples(field, field, st.just("end")), min_size=1, max_size=8))
def test_what_a_csv_writer_writes_is_read_back(table):
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(table)
    rows, rejects, _ = scan(stream.getvalue(), page=3)
    if not rejects:  # a field that itself looks like whole records is rejected, never joined
        assert list(rows.values()) == [tuple(row) for row in table]


def test_each_line_of_an_empty_record_of_two_lines_is_rejected():
    rows, rejects, tally = scan(',"\n",')
    assert (rows, sorted(rejects), tally.rows) == ({}, [1, 2], 2)


@settings(deadline=None, max_examples=1000)
@given(st.text(st.sampled_from('ab,"\n\0\udcff '), max_size=120), st.integers(1, 7))
def test_every_line_is_accounted_for(text, page):
    rows, rejects, tally = scan(text, page=page, limits=SMALL)
    joined = sum(row.count("\n") for fields in rows.values() for row in fields)
    assert len(rows) + len(rejects) + joined + tally.blank == len(text.split("\n"))
