"""The files of a list as bytes, unpacked. In: paths; out: named bytes with their hashes.

A .zip or .gz is known by its first bytes. What the bytes mean does not belong here.
"""

import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catchall.errors import InputError, WatchlistRefusedError
from catchall.intake.encodings import file_name

LIMIT = 512 * 2**20
"""Bytes of all files of a list together, unpacked; the largest official list is under 30 MB."""

_AGAIN = "Download the file again from its publisher."
_IGNORED = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._)")
"""What a Mac packs beside the files."""


@dataclass(frozen=True)
class ListFile:
    """One file of a list, unpacked: its name (``sdn.zip/sdn.xml`` inside an archive), bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Opened:
    """The unpacked files, and the name and SHA-256 of each file as it was given."""

    files: tuple[ListFile, ...]
    given: tuple[tuple[str, str], ...]


def open_files(paths: Sequence[Path]) -> Opened:
    """What do these files hold? Archives are unpacked in memory, nothing is written.

    Raises:
        InputError: a file is not there or cannot be read.
        WatchlistRefusedError: an archive is damaged, encrypted or too large.
    """
    files: list[ListFile] = []
    given: list[tuple[str, str]] = []
    for path in paths:
        data, name = _bytes(path), file_name(path.name)
        given.append((name, hashlib.sha256(data).hexdigest()))
        files.extend(_unpack(name, data))
        if sum(len(file.data) for file in files) > LIMIT:
            raise _refused(name, "whole file", f"more than {LIMIT:,} bytes unpacked")
    return Opened(tuple(files), tuple(given))


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputError(str(path), "is no file", "Give the path of an official list file.")
        if path.stat().st_size > LIMIT:
            raise _refused(path.name, "whole file", f"more than {LIMIT:,} bytes")
        return path.read_bytes()
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise InputError(
            str(path), problem, "Give the path of an official list file."
        ) from error


def _unpack(name: str, data: bytes) -> Iterator[ListFile]:
    try:
        if data[:4] == b"PK\x03\x04":
            yield from _unzip(name, data)
        elif data[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(data)) as packed:
                yield ListFile(name.removesuffix(".gz"), _limited(name, packed.read(LIMIT + 1)))
        else:
            yield ListFile(name, data)
    except (zipfile.BadZipFile, zlib.error, gzip.BadGzipFile, EOFError, OSError) as error:
        raise _refused(name, "whole file", f"the archive is damaged ({error})") from error
    except (NotImplementedError, RuntimeError) as error:
        raise _refused(
            name, "whole file", "the archive is encrypted or of an unknown kind"
        ) from error


def _unzip(name: str, data: bytes) -> Iterator[ListFile]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "[Content_Types].xml" in archive.namelist():
            yield ListFile(name, data)  # a workbook is a zip too, and is read whole
            return
        left = LIMIT
        for member in archive.infolist():
            if member.is_dir() or _IGNORED.search(member.filename):
                continue
            with archive.open(member) as packed:
                content = _limited(name, packed.read(left + 1), left)
            left -= len(content)
            yield ListFile(f"{name}/{member.filename}", content)


def _limited(name: str, data: bytes, limit: int = LIMIT) -> bytes:
    if len(data) > limit:
        raise _refused(name, "whole file", f"more than {LIMIT:,} bytes unpacked")
    return data


def _refused(name: str, place: str, problem: str) -> WatchlistRefusedError:
    return WatchlistRefusedError(name, place, problem, _AGAIN)
