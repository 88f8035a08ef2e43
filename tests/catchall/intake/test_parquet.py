"""Parquet: every column becomes text, and what is damaged is a reject or a clear error."""

import io
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catchall.intake.filed import parquet, parties, write

from catchall.errors import InputError
from catchall.intake import parquet as reader
from catchall.intake import shipments
from catchall.intake.limits import DEFAULT, Limits
from catchall.intake.opened import Opened

WHOLE = parquet({"consignee": ["Alder", "Birch"] * 40, "value": list(range(80))})


def grid(data: bytes, limits: Limits = DEFAULT):
    return reader.read(Opened("in.parquet", "in.parquet", "", "parquet", data), len, limits)


def column(values: pa.Array | list) -> list:
    """What one column of these values comes in as."""
    (chunk,) = grid(parquet({"a": ["x"] * len(values), "b": values})).chunks
    return list(chunk.columns[1])


def test_parquet_comes_in_as_text(tmp_path):
    table = pa.table(
        {
            "consignee": pa.array(["Alder", "Birch", None, "Oak"]).dictionary_encode(),
            "hs_code": [69072190.0, float("nan"), None, 1.5],
            "date": [date(2025, 3, 1), None, None, None],
            "parameters": [{"range_km": 300}, None, None, None],
            "note": [b"fine", None, None, b"\xff"],
        }
    )
    intake = shipments.read([write(tmp_path, parquet(table), "in.parquet")])
    first, second = intake.shipments.to_pylist()
    assert (first["hs_code"], first["date"]) == ("69072190", "2025-03-01")
    assert first["parameters"] == '{"range_km": 300}'
    assert (parties(second), second["hs_code"]) == ([("consignee", "Birch", None)], None)
    assert intake.rejects["source_line"].to_pylist() == [3, 4]


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        (["010121", "1E001"], ["010121", "1E001"]), ([7, None], ["7", None]),
        ([True, False], ["true", "false"]), ([["a", "ä"], []], ['["a", "ä"]', "[]"]),
        (pa.array(["x", None], pa.large_string()), ["x", None]),
        (pa.array([10101], pa.decimal128(9, 2)), ["10101.00"]),
        ([{"day": date(2025, 3, 1)}], ['{"day": "2025-03-01"}']),
    ],
)  # fmt: skip
def test_a_value_keeps_what_it_says(values, texts):
    assert column(values) == texts


def test_a_column_without_a_name_gets_one():
    assert grid(parquet(pa.table([["x"], ["y"]], names=["id", " "]))).headers == (
        "id", "(column 2)",
    )  # fmt: skip


def test_a_parquet_file_without_known_columns_is_refused(tmp_path):
    path = write(tmp_path, parquet({"colour": ["red"]}), "in.parquet")
    with pytest.raises(InputError, match="no known column"):
        shipments.read([path])


def test_a_parquet_file_over_the_limit_is_refused(tmp_path):
    path = write(tmp_path, parquet({"consignee": ["A"] * 9}), "in.parquet")
    with pytest.raises(InputError, match="9 values"):
        shipments.read([path], limits=Limits(cells=8))


def test_a_column_that_unpacks_to_far_more_than_its_size_is_refused():
    packed = parquet({"consignee": ["A" * 1_000] * 1_000})
    assert len(packed) < 10_000
    with pytest.raises(InputError, match="unpacks to far more"):
        list(grid(packed, Limits(total=10_000)).chunks)


def test_rows_are_numbered_on_from_chunk_to_chunk(monkeypatch):
    monkeypatch.setattr(reader, "CHUNK", 3)
    read = grid(parquet({"consignee": ["a", None, "c", "d", "e", "f\0", "g"]}))
    chunks = list(read.chunks)
    assert [chunk.lines for chunk in chunks] == [[1, 3], [4, 5], [7]]
    assert [reject.line for chunk in chunks for reject in chunk.rejects] == [2, 6]
    assert read.tally.rows == 7


def test_a_reject_names_its_column_and_shows_its_row():
    data = parquet({"consignee": ["Alder", "Birch"], "port": ["x", "quay\0"]})
    ((reject,),) = [chunk.rejects for chunk in grid(data).chunks]
    assert (reject.line, reject.place) == (2, "port")
    assert "NUL" in reject.reason
    assert reject.words.startswith("Birch | quay")


def test_a_field_over_the_limit_costs_its_row_only():
    (chunk,) = grid(parquet({"consignee": ["A" * 9, "B"]}), Limits(field=8)).chunks
    assert (chunk.lines, [reject.line for reject in chunk.rejects]) == ([2], [1])


def test_text_that_is_no_utf8_is_refused_and_not_repaired():
    offsets = pa.array([0, 2], pa.int32()).buffers()[1]
    text = pa.StringArray.from_buffers(1, offsets, pa.py_buffer(b"\xff\xfe"))
    with pytest.raises(InputError, match="damaged Parquet"):
        list(grid(parquet({"consignee": text}, use_dictionary=False)).chunks)


def test_a_file_that_was_not_finished_is_refused():
    stream = io.BytesIO()
    table = pa.table({"consignee": ["Alder"]})
    with pq.ParquetWriter(stream, table.schema) as writer:
        writer.write_table(table)
        unfinished = stream.getvalue()
    with pytest.raises(InputError, match="damaged Parquet"):
        grid(unfinished)


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_one_changed_byte_never_loses_a_row_silently(at, change):
    broken = WHOLE[:at] + bytes([WHOLE[at] ^ change]) + WHOLE[at + 1 :]
    try:
        read = grid(broken)
        chunks = list(read.chunks)
    except InputError:
        return
    told = sum(len(chunk.lines) + len(chunk.rejects) for chunk in chunks)
    assert told == read.tally.rows
