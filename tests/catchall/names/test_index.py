"""The index of a list: arrays that reopen, and exact look-ups."""

import numpy as np
import pyarrow as pa
import pytest

from catchall.errors import SnapshotDamagedError
from catchall.names import index
from catchall.tables import WATCHLIST


def _table(*names, identifiers=(), addresses=()):
    blank = {f.name: "" if pa.types.is_string(f.type) else [] for f in WATCHLIST}
    rows = [
        {
            **blank, "list": "invented", "record": str(n), "schema": "Organization",
            "names": [{"text": name, "kind": "primary", "quality": ""}],
            "identifiers": list(identifiers), "addresses": list(addresses),
        }
        for n, name in enumerate(names)
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=WATCHLIST)


TABLE = _table(
    "Kavzel Optik",
    "Moravit Shipping",
    identifiers=[{"kind": "imo", "value": "9074729", "country": ""}],
)


def test_the_same_table_gives_the_same_bytes():
    one, other = index.build(TABLE), index.build(TABLE)
    assert list(one) == list(other)
    assert all(one[key].tobytes() == other[key].tobytes() for key in one)


def test_arrays_hold_plain_numbers_only():
    assert all(array.dtype.kind in "iuf" for array in index.build(TABLE).values())


def test_arrays_mapped_from_files_answer_as_built_ones(tmp_path):
    arrays = index.build(TABLE)
    for key, array in arrays.items():
        np.save(tmp_path / f"{key}.npy", array)
    mapped = {key: np.load(tmp_path / f"{key}.npy", mmap_mode="r") for key in arrays}
    opened = index.open_index(TABLE, mapped)
    assert index.candidates(opened, ["kavzel optic"], 2)[0, 0] == 0
    assert opened.record(0)["record"] == "0"


def test_numbers_are_found_in_every_record_that_holds_them():
    opened = index.open_index(TABLE, index.build(TABLE))
    assert opened.with_identifier("vessel_imo", "IMO 9074729") == (0, 1)
    assert opened.with_identifier("imo", "9074730") == ()
    assert opened.with_identifier("imo", "12") == ()


def test_a_list_without_a_record_opens():
    empty = WATCHLIST.empty_table()
    opened = index.open_index(empty, index.build(empty))
    assert opened.at_address("14 Marble Road, Izmir") == ()
    assert index.candidates(opened, ["Kavzel"], 3).tolist() == [[-1, -1, -1]]


def test_another_format_is_refused():
    arrays = index.build(TABLE) | {"format": np.array([99])}
    with pytest.raises(SnapshotDamagedError, match="format"):
        index.open_index(TABLE, arrays)


def test_a_missing_array_is_refused():
    arrays = index.build(TABLE)
    del arrays["name_row"], arrays["gram_norm"]
    with pytest.raises(SnapshotDamagedError, match="gram_norm"):
        index.open_index(TABLE, arrays)
