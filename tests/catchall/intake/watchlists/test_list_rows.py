"""Lists that are tables: every row read or rejected, with its line; a cut file is told."""

import io

import pytest
import xlsxwriter

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import has_headers, read_rows

WANTED = ("Name", "Alias", "Country")
TABLE = b"name;ALIAS;Country;Note\nKivrox;K;AE;x\nTarvon;;SY;y\n"


def _read(data, wanted=WANTED):
    return read_rows(ListFile("a.csv", data), wanted)


def test_rows_are_reached_by_the_wanted_names_whatever_the_case():
    found = _read(TABLE)
    assert [(row.line, row["Name"], row["Alias"]) for row in found.rows] == [
        (2, "Kivrox", "K"),
        (3, "Tarvon", ""),
    ]
    assert (found.headers, found.cut) == (("Name", "Alias", "Country", "Note"), ())
    assert found.rows[0]["absent"] == ""


def test_a_cell_over_several_lines_is_one_cell():
    found = _read(b'Name,Alias,Country\n"Kivrox\nWorks",K,AE\nTarvon,T,SY\n')
    assert [(row.line, row["Name"]) for row in found.rows] == [
        (2, "Kivrox\nWorks"),
        (4, "Tarvon"),
    ]


def test_a_workbook_is_known_by_the_header_of_a_sheet():
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        book.add_worksheet("Notes").write_row(0, 0, ("Read me",))
        book.add_worksheet("List").write_row(2, 0, ("Name", "ALIAS", "Country"))
    assert has_headers(kept.getvalue(), WANTED)
    assert not has_headers(kept.getvalue(), (*WANTED, "Reference"))
    assert not has_headers(kept.getvalue()[:200], WANTED)


def test_a_row_with_too_few_cells_is_rejected_with_its_line():
    (reject,) = _read(b"Name,Alias,Country\nKivrox,K\nTarvon,T,SY\n").rejects
    assert (reject.line, reject.source, reject.words) == (2, "a.csv", "Kivrox,K")


def test_a_header_that_stands_twice_is_numbered():
    assert _read(b"Name,Alias,Alias\na,b,c\n").headers == ("Name", "Alias", "Alias (2)")


def test_a_file_without_a_line_end_may_have_been_cut():
    assert _read(TABLE[:-1]).cut == ("a.csv ends without a line end: it may have been cut",)


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_that_ends_in_its_last_cell_is_told(cut):
    assert _read(TABLE[:-cut]).cut


@pytest.mark.parametrize("cut", range(3, 12))
def test_a_file_that_ends_in_a_row_is_refused(cut):
    with pytest.raises(WatchlistRefusedError, match="line 3: the file ends in the middle"):
        _read(TABLE[:-cut])


def test_a_workbook_is_read_like_a_text():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([["Name", "Alias", "Country"], ["Kivrox", "K", "AE"]]):
            sheet.write_row(at, 0, row)
    found = _read(file.getvalue())
    assert ([row["Name"] for row in found.rows], found.cut) == (["Kivrox"], ())


@pytest.mark.parametrize(
    ("data", "place"), [(b"a,b\n1,2\n", "header"), (b"PK\x03\x04 no workbook", "whole file")]
)
def test_what_is_no_such_table_is_refused(data, place):
    with pytest.raises(WatchlistRefusedError) as refused:
        _read(data)
    assert refused.value.place == place


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (TABLE, True),
        (b"\xef\xbb\xbfLast Updated,2026\nName,Alias,Country\n", True),
        ("Name\tAlias\tCountry\n".encode("utf-16"), True),
        (b"Name,Alias\nCountry\n", False),
        (b"", False),
    ],
)
def test_a_table_is_known_by_all_its_headers_in_one_line(head, known):
    assert has_headers(head, WANTED) is known
