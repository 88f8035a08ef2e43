"""CSV and TSV: delimiter, encoding and header are found in the first lines."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catchall.intake.filed import parties, rows, write

from catchall.errors import InputError
from catchall.intake import delimited, shipments
from catchall.intake.grid import HEADER_WITHIN
from catchall.intake.limits import DEFAULT
from catchall.intake.opened import Opened

HEADER = ("consignee", "hs_code", "port")


def grid(data: str | bytes):
    raw = data.encode() if isinstance(data, str) else data
    opened = Opened("in.csv", "in.csv", "", "text", raw)
    return delimited.read(opened, lambda cells: len(set(cells) & set(HEADER)), DEFAULT)


def cells(data: str | bytes) -> list[tuple]:
    return [row for chunk in grid(data).chunks for row in zip(*chunk.columns, strict=True)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_four_delimiters_are_recognised(tmp_path, delimiter):
    text = "consignee,hs_code,port\nAlder,1,x\n".replace(",", delimiter)
    assert rows(tmp_path, text)[0]["hs_code"] == "1"


@pytest.mark.parametrize(
    ("codec", "name", "firm"),
    [
        ("utf-8-sig", "UTF-8", "Käfer Nord"), ("utf-16", "UTF-16 LE", "Käfer Nord"),
        ("utf-16-be", "UTF-16 BE", "Käfer Nord"), ("cp1252", "Windows-1252", "Käfer Nord"),
        ("cp1251", "Windows-1251", "Завод Ольха"), ("gb18030", "GB18030", "赤杨贸易公司"),
        ("utf-16-le", "UTF-16 LE", "赤杨贸易公司"),
    ],
)  # fmt: skip
def test_six_encodings_are_recognised(tmp_path, codec, name, firm):
    path = write(tmp_path, f"consignee,hs_code\n{firm},1\n".encode(codec))
    intake = shipments.read([path])
    assert intake.reports[0].encoding == name
    assert parties(intake.shipments.to_pylist()[0])[0][1] == firm


def test_a_title_and_a_hint_above_the_header_are_no_rows(tmp_path):
    text = "sep=;\nOur shipments of spring\n\nconsignee;hs_code\nAlder;1\n\n"
    intake = shipments.read([write(tmp_path, text)])
    assert intake.shipments["source_line"].to_pylist() == [5]
    assert "above the header, not read: Our shipments of spring" in intake.reports[0].notes
    assert "blank lines, not counted as rows: 1" in intake.reports[0].notes


def test_commas_in_a_title_do_not_make_it_the_header():
    text = "Alder, Birch, Cedar and the other firms, spring\nconsignee;hs_code\nAlder;1\n"
    assert grid(text).headers == ("consignee", "hs_code")
    assert cells(text) == [("Alder", "1")]


def test_the_delimiter_is_the_one_that_names_most_columns():
    text = "consignee,note|hs_code|port\nAlder,x|1|y\n"
    assert grid(text).headers == ("consignee,note", "hs_code", "port")
    assert cells(text) == [("Alder,x", "1", "y")]


def test_a_delimiter_inside_marks_is_text():
    text = '"consignee";"hs_code";"port, quay; pier"\n"Alder; Son";1;"a,b"\n'
    assert grid(text).headers == ("consignee", "hs_code", "port, quay; pier")
    assert cells(text) == [("Alder; Son", "1", "a,b")]


def test_a_hint_is_not_believed_against_the_header():
    text = "SEP=;\nconsignee,hs_code\nAlder,1\n"
    assert cells(text) == [("Alder", "1")]
    assert grid(text).tally.notes == ["above the header, not read: SEP=;"]


def test_a_header_of_one_column_is_enough():
    assert cells("consignee\nAlder; Son\n") == [("Alder; Son",)]


def test_the_header_is_looked_for_below_blank_lines_but_not_without_end():
    table = "consignee,hs_code\nAlder,1\n"
    assert cells("\n" * 2 * HEADER_WITHIN + "title\n" + table) == [("Alder", "1")]
    with pytest.raises(InputError, match="no known column in the first lines \\('title'\\)"):
        grid("title\n" * HEADER_WITHIN + table)


def test_a_refusal_shows_no_more_of_a_long_line_than_a_line_of_a_screen():
    with pytest.raises(InputError) as caught:
        grid("x" * 5_000 + "\n")
    assert len(str(caught.value)) < 300


def test_an_encoding_that_was_told_from_its_letters_asks_for_a_look():
    noted = grid("consignee\nKäfer Nord\n".encode("cp1252")).tally.notes
    assert noted == ["read as Windows-1252: check one name that has an accent"]
    assert grid("consignee\nKäfer Nord\n").tally.notes == []


def test_line_numbers_count_from_the_top_of_the_file():
    text = 'title\n\nconsignee,port\nAlder,"a\nb"\nBirch,c\n'
    assert [line for chunk in grid(text).chunks for line in chunk.lines] == [4, 6]


word = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=9)


@given(st.lists(st.tuples(word, word, word), min_size=1), st.sampled_from(delimited.DELIMITERS))
def test_every_cell_comes_back_as_it_was_written(table, delimiter):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerows([HEADER, *table])
    assert cells("\ufeff" + stream.getvalue()) == table
