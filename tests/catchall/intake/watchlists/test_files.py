"""Files of a list are opened, archives within limits, and hashed as they were given."""

import gzip
import hashlib
import io
import os
import zipfile

import pytest

from catchall.errors import InputError, WatchlistRefusedError
from catchall.intake.watchlists import files
from catchall.intake.watchlists.files import open_files


def _zip(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("folder")
        for name, data in members.items():
            archive.writestr(f"folder/{name}", data)
    return packed.getvalue()


def _opened(folder, name: str, data: bytes):
    (folder / name).write_bytes(data)
    return open_files([folder / name])


def test_a_plain_file_is_itself(tmp_path):
    opened = _opened(tmp_path, "a.csv", b"x")
    assert [(file.name, file.data) for file in opened.files] == [("a.csv", b"x")]
    assert opened.given == (("a.csv", hashlib.sha256(b"x").hexdigest()),)


def test_a_workbook_is_a_file_and_no_archive(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    opened = _opened(tmp_path, "a.xlsx", packed.getvalue())
    assert [file.name for file in opened.files] == ["a.xlsx"]
    assert opened.files[0].data == packed.getvalue()


def test_the_members_of_a_zip_are_files(tmp_path):
    opened = _opened(tmp_path, "a.zip", _zip(one=b"1", two=b"2"))
    names = [(file.name, file.data) for file in opened.files]
    assert names == [("a.zip/folder/one", b"1"), ("a.zip/folder/two", b"2")]
    assert [name for name, _ in opened.given] == ["a.zip"]


def test_a_gz_is_unpacked(tmp_path):
    opened = _opened(tmp_path, "a.xml.gz", gzip.compress(b"<x/>"))
    assert [(file.name, file.data) for file in opened.files] == [("a.xml", b"<x/>")]


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_what_is_no_file_is_an_input_error(name, tmp_path):
    with pytest.raises(InputError, match="Give the path of an official list file"):
        open_files([tmp_path / name])


@pytest.mark.parametrize("cut", [5, 40, 90])
def test_a_cut_archive_is_refused(cut, tmp_path):
    for data in (_zip(one=b"1" * 99), gzip.compress(bytes(range(256)))):
        with pytest.raises(WatchlistRefusedError, match="the archive is damaged"):
            _opened(tmp_path, "a.zip", data[:cut])


def test_an_encrypted_archive_is_refused(tmp_path):
    data = bytearray(_zip(one=b"1"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rfind(mark) + offset] |= 1
    with pytest.raises(WatchlistRefusedError, match="encrypted"):
        _opened(tmp_path, "a.zip", bytes(data))


def test_what_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LIMIT", 1000)
    monkeypatch.setattr(files._limited, "__defaults__", (1000,))
    for data in (_zip(one=b"1" * 600, two=b"2" * 600), gzip.compress(b"1" * 1200), b"x" * 1200):
        with pytest.raises(WatchlistRefusedError, match="more than 1,000 bytes"):
            _opened(tmp_path, "a.zip", data)


def test_files_that_are_too_much_together_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LIMIT", 1000)
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"x" * 600)
    with pytest.raises(WatchlistRefusedError, match="more than 1,000 bytes unpacked"):
        open_files([tmp_path / "a", tmp_path / "b"])


def test_a_file_name_that_is_no_text_is_kept_as_text(tmp_path):
    path = tmp_path / os.fsdecode(b"sdn-\xff.csv")
    try:
        path.write_bytes(b"1")
    except OSError:
        pytest.skip("this file system keeps only names that are text")
    opened = open_files([path])
    assert (opened.given[0][0], opened.files[0].name) == ("sdn-\\xff.csv", "sdn-\\xff.csv")


def test_what_a_mac_packs_beside_the_files_is_left_out(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for name in ("sdn.csv", "__MACOSX/._sdn.csv", "lists/.DS_Store"):
            packed.writestr(name, "x")
    found = open_files([tmp_path / "a.zip"])
    assert [file.name for file in found.files] == ["a.zip/sdn.csv"]
