"""Each kind of table has its reader, and the same rows come in alike from all of them."""

import csv
import gzip
import io
import json
from collections.abc import Callable, Mapping

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catchall.intake.filed import parquet, workbook, write, zipped

from catchall.errors import InputError
from catchall.intake import formats, opened, shipments
from catchall.intake.limits import DEFAULT

COLUMNS = ("consignee", "hs_code", "port")


def _csv(table: list[tuple]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([COLUMNS, *table])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _jsonl(table: list[tuple]) -> bytes:
    return "\n".join(json.dumps(dict(zip(COLUMNS, row, strict=True))) for row in table).encode()


def _parquet(table: list[tuple]) -> bytes:
    columns = [pa.array(column, pa.string()) for column in zip(*table, strict=True)]
    return parquet(pa.table(columns, names=list(COLUMNS)))


WRITERS: Mapping[str, Callable[[list[tuple]], bytes]] = {
    "text": _csv,
    "jsonl": _jsonl,
    "xlsx": lambda table: workbook([list(COLUMNS), *map(list, table)]),
    "parquet": _parquet,
}
PACKED = (
    WRITERS["xlsx"]([("Alder", "1", "x")]),
    zipped(a=b"consignee\nAlder\n", b=b"consignee\nBirch\n"),
    gzip.compress(b"consignee\nAlder\n"),
    _parquet([("Alder", "1", "x"), ("Birch", "2", "y")]),
)


def read(folder, data: bytes) -> list[tuple]:
    """The rows of a file whose name says nothing of its kind."""
    (table,) = opened.tables(write(folder, data, "in.bin"), "in.bin", DEFAULT)
    grid = formats.grid(table, lambda cells: len(set(cells) & set(COLUMNS)), DEFAULT)
    assert grid.headers == COLUMNS
    return [row for chunk in grid.chunks for row in zip(*chunk.columns, strict=True)]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_content_leads_to_its_reader(tmp_path, kind):
    data = WRITERS[kind]([("Alder", "010121", "x")])
    (table,) = opened.tables(write(tmp_path, data, "in.bin"), "in.bin", DEFAULT)
    assert table.kind == kind
    assert read(tmp_path, data) == [("Alder", "010121", "x")]


def test_every_reader_is_tried_here():
    assert set(WRITERS) == set(formats.READERS)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_table_that_names_no_known_column_is_refused_by_every_reader(tmp_path, kind):
    data = WRITERS[kind]([("Alder", "1", "x")])
    (table,) = opened.tables(write(tmp_path, data, "in.bin"), "in.bin", DEFAULT)
    with pytest.raises(InputError) as caught:
        formats.grid(table, lambda _: 0, DEFAULT)
    assert caught.value.path.endswith("in.bin")
    assert "--map" in caught.value.advice


cell = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@settings(max_examples=25)
@given(st.lists(st.tuples(cell, cell, cell), min_size=1, max_size=5))
def test_the_same_rows_come_in_alike_from_every_format(tmp_path_factory, table):
    folder = tmp_path_factory.mktemp("in")
    found = {kind: read(folder, made(table)) for kind, made in WRITERS.items()}
    assert found == dict.fromkeys(WRITERS, table)


@settings(max_examples=80)
@given(st.data())
def test_damaged_workbooks_and_archives_never_give_a_traceback(tmp_path_factory, data):
    whole = data.draw(st.sampled_from(PACKED))
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = data.draw(
        st.sampled_from([whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]])
    )
    try:
        intake = shipments.read([write(tmp_path_factory.mktemp("in"), broken)])
    except InputError:
        return
    assert intake.reports
