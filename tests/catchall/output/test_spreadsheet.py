"""A workbook holds every row as text that was text, and nothing a spreadsheet would run."""

import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from catchall.errors import UsageError
from catchall.output import spreadsheet
from catchall.output.flat import neutral

# what a workbook can hold: XML has no control characters and no halves of a pair
text = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20)


def sheets(table, folder) -> dict[str, list[list]]:
    path = folder / "out.xlsx"
    spreadsheet.write(table, path)
    book = CalamineWorkbook.from_path(path)
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def cells(sheet: list[list], at: int = 1) -> dict:
    return dict(zip(sheet[0], sheet[at], strict=True))


def test_nested_rows_have_sheets_of_their_own_joined_by_id(one_of_each, tmp_path):
    found = sheets(one_of_each, tmp_path)
    assert list(found) == ["Shipments", "Findings", "Questions", "Parties"]
    joined = [row[0] for row in found["Findings"]]
    assert joined == ["id", "S-2", "S-3", "S-4", "S-4", "S-5", "S-5"]
    assert [row[0] for row in found["Questions"]] == ["id", "S-2"]
    assert cells(found["Questions"])["decides"] == "xx.rule"


def test_the_sheet_of_shipments_counts_what_the_others_hold(one_of_each, tmp_path):
    found = sheets(one_of_each, tmp_path)["Shipments"]
    last = cells(found, 5)
    assert (last["id"], last["findings"], last["questions"]) == ("S-5", 2, 0)
    assert last["screened_parties"] == 1


def test_rejects_are_one_sheet(rejects, tmp_path):
    found = sheets(rejects(("a.csv", 7, "unclosed quote", '"=1')), tmp_path)
    assert list(found) == ["Rows"]
    assert cells(found["Rows"])["source_line"] == 7


def test_no_row_at_all_still_has_its_headers(determinations, tmp_path):
    found = sheets(determinations(), tmp_path)
    assert [len(sheet) for sheet in found.values()] == [1, 1, 1, 1]
    assert found["Findings"][0][:3] == ["id", "kind", "rule"]


@settings(max_examples=25)
@given(text)
def test_any_text_stands_there_as_text_made_harmless(
    determinations, row, tmp_path_factory, filed
):
    extra = [{"column": "NOTE", "value": filed}]
    found = sheets(determinations(row(id="S", extra=extra)), tmp_path_factory.mktemp("out"))
    assert cells(found["Shipments"])["filed: NOTE"] == neutral(filed)


@pytest.mark.parametrize("code", ["010121", "1E001", "NO", "true", "2026-01-02", "007.50"])
def test_a_code_is_no_number_no_date_and_no_truth(determinations, row, tmp_path, code):
    found = sheets(determinations(row(id=code)), tmp_path)
    assert [cells(found[name])["id"] for name in ("Shipments", "Parties")] == [code, code]


def test_numbers_and_truths_stay_what_they_are(determinations, row, tmp_path):
    found = cells(
        sheets(determinations(row(confidence=0.25, incomplete=True)), tmp_path)["Shipments"]
    )
    assert (found["confidence"], found["flags_unknown"]) == (0.25, 3)
    assert found["incomplete"] is True


def test_a_workbook_holds_no_formula_and_no_link(determinations, row, finding, tmp_path):
    lure = "http://example.invalid/?x=1"
    table = determinations(row(id=lure, embargo="=1+1", findings=[finding(why="@SUM(1)")]))
    spreadsheet.write(table, tmp_path / "out.xlsx")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as packed:
        pages = [packed.read(name) for name in packed.namelist() if "worksheets" in name]
    assert len(pages) == 4
    assert not [page for page in pages if b"<f>" in page or b"hyperlink" in page]


@pytest.mark.parametrize("length", [32_767, 32_768, 40_000])
def test_only_a_text_longer_than_a_cell_is_cut_and_it_says_so(
    determinations, row, tmp_path, length
):
    found = sheets(determinations(row(embargo="x" * length)), tmp_path)["Shipments"]
    told = cells(found)["embargo"]
    assert len(told) == spreadsheet.MOST_TEXT
    assert told.endswith(spreadsheet.CUT) is (length > spreadsheet.MOST_TEXT)


@pytest.mark.parametrize("most", [4, 5])
def test_findings_count_against_the_rows_of_a_sheet_too(
    one_of_each, tmp_path, monkeypatch, most
):
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", most)
    with pytest.raises(
        UsageError, match=rf"holds {most} rows and this needs 6: write \.parquet"
    ):
        spreadsheet.write(one_of_each, tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_as_many_rows_as_a_sheet_holds_are_written(one_of_each, tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 6)
    assert len(sheets(one_of_each, tmp_path)["Findings"]) == 7


def test_the_same_table_gives_the_same_bytes(one_of_each, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        spreadsheet.write(one_of_each, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
