"""The kind of a file is told from its content, whatever its name."""

import os
import threading

import pytest

from catchall.errors import InputError
from catchall.intake.limits import Limits
from catchall.intake.opened import tables


def kind(folder, data, name="in.bin"):
    path = folder / name
    path.write_bytes(data)
    return [table.kind for table in tables(path, path.name, Limits())]


@pytest.mark.parametrize(
    ("data", "want"),
    [
        (b"a,b\n", "text"), (b' {"a": 1}\n', "jsonl"), (b"\xef\xbb\xbf{}", "jsonl"),
        ("{}".encode("utf-16"), "jsonl"), ("a\n".encode("utf-16"), "text"),
        (b"PAR1", "parquet"),
    ],
)  # fmt: skip
def test_the_content_tells_the_kind(tmp_path, data, want):
    assert kind(tmp_path, data) == [want]


def test_the_hash_is_that_of_the_file_as_given(tmp_path):
    path = tmp_path / "in.csv"
    path.write_bytes(b"abc")
    (table,) = tables(path, "in.csv", Limits())
    assert table.hash.startswith("ba7816bf8f01cfea")


def test_a_pipe_is_read_to_its_end(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"a,b\n",))
    writer.start()
    (table,) = tables(path, "pipe", Limits())
    writer.join()
    assert table.data == b"a,b\n"


def test_a_name_that_no_file_can_have_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be opened"):
        list(tables(tmp_path / "a\0b", "in", Limits()))
