"""Files whole or not at all, and nothing in them that a spreadsheet would run."""

import csv
import gzip
import io

import orjson
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from catchall.errors import InputError, UsageError
from catchall.output import files, spreadsheet

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def hostile(determinations, row, finding):
    extra = [{"column": "@column", "value": "+1"}]
    return determinations(
        row(id=FORMULA, embargo="-1+1", extra=extra, findings=[finding(why="@SUM(1)")])
    )


def csv_cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode())))


def test_parquet_comes_back_as_it_was(one_of_each, tmp_path):
    files.write(one_of_each, tmp_path / "out.parquet")
    assert pq.read_table(tmp_path / "out.parquet").equals(one_of_each)


def test_every_line_of_jsonl_is_a_row_with_evidence_as_an_object(one_of_each, tmp_path):
    files.write(one_of_each, tmp_path / "out.jsonl")
    rows = [orjson.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [one["id"] for one in rows] == one_of_each["id"].to_pylist()
    assert rows[2]["findings"][0]["evidence"]["score"] == 0.9312


@pytest.mark.parametrize(
    "name", ["out.csv", "out.csv.gz", "out.jsonl", "out.jsonl.gz", "out.xlsx"]
)
def test_the_same_table_gives_the_same_bytes(one_of_each, tmp_path, name):
    files.write(one_of_each, tmp_path / name)
    first = (tmp_path / name).read_bytes()
    files.write(one_of_each, tmp_path / name)
    assert (tmp_path / name).read_bytes() == first


def test_packed_csv_holds_the_same_lines(one_of_each, tmp_path):
    files.write(one_of_each, tmp_path / "out.csv")
    files.write(one_of_each, tmp_path / "out.csv.gz")
    plain = (tmp_path / "out.csv").read_bytes()
    assert gzip.decompress((tmp_path / "out.csv.gz").read_bytes()) == plain


def test_every_cell_of_csv_is_neutralised(hostile, tmp_path):
    files.write(hostile, tmp_path / "out.csv")
    head, row = csv_cells((tmp_path / "out.csv").read_bytes())
    cells = dict(zip(head, row, strict=True))
    assert (cells["id"], cells["embargo"], cells["filed: @column"]) == (
        "'" + FORMULA,
        "'-1+1",
        "'+1",
    )
    assert not [one for one in head + row if one.startswith(tuple("=+-@"))]


def test_every_cell_of_a_workbook_is_neutralised(hostile, tmp_path):
    files.write(hostile, tmp_path / "out.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "out.xlsx")
    cells = [
        c
        for name in book.sheet_names
        for r in book.get_sheet_by_name(name).to_python()
        for c in r
    ]
    assert "'" + FORMULA in cells
    assert "'@SUM(1)" in cells
    assert not [one for one in cells if isinstance(one, str) and one.startswith(tuple("=+-@"))]


def test_a_workbook_has_a_sheet_for_each_kind_of_row(one_of_each, tmp_path):
    files.write(one_of_each, tmp_path / "out.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "out.xlsx")
    rows = {
        name: len(book.get_sheet_by_name(name).to_python()) - 1 for name in book.sheet_names
    }
    assert rows == {"Shipments": 5, "Findings": 6, "Questions": 1, "Parties": 5}


def test_rejects_are_written_too(rejects, tmp_path):
    files.write(rejects(("a.csv", 7, "unclosed quote", '"=1')), tmp_path / "r.csv")
    assert csv_cells((tmp_path / "r.csv").read_bytes())[1][:2] == ["a.csv", "7"]


def test_a_text_longer_than_a_cell_says_that_it_was_cut(determinations, row, tmp_path):
    files.write(determinations(row(embargo="x" * 40_000)), tmp_path / "out.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "out.xlsx").get_sheet_by_name("Shipments")
    head, cells = sheet.to_python()[:2]
    assert cells[head.index("embargo")].endswith(spreadsheet.CUT)


def test_more_rows_than_a_sheet_holds_is_refused_before_writing(
    one_of_each, tmp_path, monkeypatch
):
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 4)
    with pytest.raises(UsageError, match=r"\.parquet"):
        files.write(one_of_each, tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")

    def half():
        yield "half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        files.write_text(half(), path)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


def test_a_full_disk_is_told_in_words(tmp_path):
    def full():
        yield "half"
        raise OSError(28, "No space left on device")

    with pytest.raises(InputError, match="cannot be written: No space left"):
        files.write_text(full(), tmp_path / "a")
    assert not list(tmp_path.iterdir())


def test_an_unknown_ending_is_refused(one_of_each, tmp_path):
    with pytest.raises(UsageError, match="must end in"):
        files.write(one_of_each, tmp_path / "out.txt")


def test_a_missing_folder_is_told_before_the_work(tmp_path):
    with pytest.raises(UsageError, match="mkdir -p"):
        files.check(tmp_path / "no" / "out.csv")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UsageError, match="is a folder"):
        files.check(tmp_path)


def test_a_folder_that_may_not_be_written_to_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(files.os, "access", lambda *_: False)
    with pytest.raises(UsageError, match="may not be written to"):
        files.check(tmp_path / "out.csv")


def test_text_that_is_no_unicode_is_still_written(tmp_path):
    files.write_text(["a\udc80"], tmp_path / "t.html")
    assert (tmp_path / "t.html").read_bytes() == b"a\\udc80"
