"""Nothing unpacks past its limits, whatever its own directory says."""

import gzip
import io
import struct
import zipfile

import pytest
from tests.catchall.intake.filed import workbook, write

from catchall.errors import InputError
from catchall.intake import shipments
from catchall.intake.archives import Budget, gunzip, members, unzipped
from catchall.intake.limits import Limits

TIGHT = Limits(ratio=10, tiny=1_000, total=50_000, members=3)


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


def unpack(data: bytes, limits: Limits = TIGHT) -> list[bytes]:
    budget = Budget("in.zip", limits)
    return [b"".join(unzipped(data, info, budget)) for info in members(data, budget)]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_come_out_whole(method):
    assert unpack(packed({"a": b"one", "b": b""}, method)) == [b"one", b""]


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ({"a": bytes(40_000)}, "10 times"),
        ({"a": bytes(60_000)}, "more than 0 MiB"),
        (dict.fromkeys("abcd", b"x"), "holds 4 files"),
    ],
)
def test_archives_over_a_limit_are_refused(entries, problem):
    with pytest.raises(InputError, match=problem):
        unpack(packed(entries))


def test_links_locks_and_rare_methods_are_refused():
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(link, "target")
    locked = bytearray(packed({"a": b"x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    rare = packed({"a": b"x" * 50}, zipfile.ZIP_BZIP2)
    for data, problem in (
        (stream.getvalue(), "a link"),
        (bytes(locked), "locked"),
        (rare, "unusual way"),
    ):
        with pytest.raises(InputError, match=problem):
            unpack(data)


def test_a_member_larger_than_it_says_is_refused():
    data = bytearray(packed({"a": b"x" * 500}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<L", 3)
    with pytest.raises(InputError, match="checksum"):
        unpack(bytes(data))


def test_a_member_that_is_not_there_is_refused():
    data = packed({"a": b"x" * 500})
    moved = data[:10] + b"?" * 40 + data[50:]
    with pytest.raises(InputError, match="damaged"):
        unpack(b"PX" + moved[2:])


def test_joined_gzip_files_are_read_to_the_end():
    data = gzip.compress(b"a") + gzip.compress(b"b") * 500 + bytes(100)
    assert gunzip(data, Budget("in.gz", Limits())) == b"a" + b"b" * 500


def test_what_follows_a_gzip_file_is_no_waste():
    with pytest.raises(InputError, match="damaged"):
        gunzip(gzip.compress(b"a") + b"rest", Budget("in.gz", Limits()))


def test_a_bomb_is_refused():
    bomb = gzip.compress(bytes(1 << 26), 9)
    with pytest.raises(InputError, match="zip bomb"):
        gunzip(bomb, Budget("in.gz", Limits()))


def test_a_large_gzip_file_is_counted_before_it_is_kept():
    noise = bytes(range(256)) * 40
    limits = Limits(tiny=10, total=5_000)
    budget = Budget("in.gz", limits)
    with pytest.raises(InputError, match="more than 0 MiB"):
        gunzip(gzip.compress(noise), budget)
    assert budget.used == 0


def test_packed_files_are_unpacked(tmp_path):
    text = b"consignee,hs_code\nAlder,1\n"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/a.csv", text)
        archive.writestr("b.csv", text)
        archive.writestr("c.xlsx", workbook([["consignee"], ["Birch"]]))
        archive.writestr("__MACOSX/._b.csv", b"x")
    paths = [
        write(tmp_path, gzip.compress(text) + gzip.compress(b"Cedar,2\n"), "in.csv.gz"),
        write(tmp_path, stream.getvalue(), "in.zip"),
    ]
    intake = shipments.read(paths)
    assert intake.shipments["id"].to_pylist() == [
        "in.csv.gz:2", "in.csv.gz:3", "in.zip/folder/a.csv:2", "in.zip/b.csv:2",
        "in.zip/c.xlsx:2",
    ]  # fmt: skip
    assert any("__MACOSX" in note for report in intake.reports for note in report.notes)
