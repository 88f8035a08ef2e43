"""Opens what the user named. In: a path; out: its tables as bytes, each with its kind.

The kind is told from the content, not from the ending. Reading rows does not belong here.
"""

import hashlib
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from catchall.errors import InputError
from catchall.intake import archives, encodings
from catchall.intake.encodings import Buffer
from catchall.intake.limits import Limits

_TABLES = "Give a table: CSV, TSV, XLSX, Parquet or JSONL, also as .gz or .zip."
_OTHERS = (
    (b"\x89PNG", "a PNG picture", _TABLES),
    (b"\xff\xd8\xff", "a JPEG picture", _TABLES),
    (b"GIF8", "a GIF picture", _TABLES),
    (b"%PDF", "a PDF document", "Take the table out of it, or ask the sender for a CSV file."),
    (b"\xd0\xcf\x11\xe0", "an old .xls or a locked Excel file", "Save it as .xlsx, unlocked."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"BZh", "a bzip2 file", "Unpack it first, or pack it as .gz."),
    (b"\xfd7zXZ\x00", "an xz file", "Unpack it first, or pack it as .gz."),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "Unpack it first, or pack it as .gz."),
    (b"SQLite format 3", "an SQLite database", "Export the table as CSV."),
    (b"\x7fELF", "a program", _TABLES),
    (b"{\\rtf", "an RTF document", _TABLES),
)
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|html|svg|table|rss)", re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
_IGNORED = (".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Opened:
    """One table: ``source`` is how rows name it, ``hash`` the SHA-256 of the file given."""

    path: str
    source: str
    hash: str
    kind: str  # text | jsonl | xlsx | parquet
    data: Buffer
    notes: tuple[str, ...] = ()
    unpacked: int = 0  # bytes that came out of archives already


def tables(path: Path, source: str, limits: Limits) -> Iterator[Opened]:
    """Which tables does this path hold? One, or for a .zip one a member.

    Raises:
        InputError: there is no such file, it is empty, no table, damaged, or over the limits.
    """
    data = _bytes(path, limits)
    digest = hashlib.sha256(data).hexdigest()
    budget = archives.Budget(str(path), limits)
    if data[:2] == b"\x1f\x8b":
        data = archives.gunzip(data, budget)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06") and not _workbook(data, budget):
        yield from _members(data, Opened(str(path), source, digest, "", b""), budget)
        return
    yield Opened(str(path), source, digest, _kind(data, budget), data, unpacked=budget.used)


def _bytes(path: Path, limits: Limits) -> Buffer:
    try:
        if path.is_dir():
            raise InputError(str(path), "is a folder", "Give the files in it: FOLDER/*.csv.")
        with path.open("rb") as stream:
            if path.is_file() and path.stat().st_size:
                return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            data = stream.read(limits.total)  # a pipe or a device, which may never end
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(
            str(path), f"cannot be opened ({problem})", "Check the name and your rights to it."
        ) from error
    if not data:
        raise InputError(str(path), "is empty", "Export it again; a header line is needed.")
    return data


def _workbook(data: Buffer, budget: archives.Budget) -> bool:
    names = {info.filename for info in archives.members(data, budget)}
    if "xl/workbook.bin" in names:
        raise InputError(budget.source, "is a binary .xlsb workbook", "Save it as .xlsx.")
    if "content.xml" in names and "mimetype" in names:
        raise InputError(budget.source, "is an OpenDocument file", "Save it as .xlsx or .csv.")
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise InputError(budget.source, "is an Office document, not a table", _TABLES)
    return "xl/workbook.xml" in names


def _kind(data: Buffer, budget: archives.Budget) -> str:
    head = bytes(data[:4096])
    if not head:
        raise InputError(budget.source, "holds an empty file", "Export it again.")
    for magic, what, advice in _OTHERS:
        if head.startswith(magic):
            raise InputError(budget.source, f"is {what}, not a table", advice)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    return _text_kind(head, budget)


def _text_kind(head: bytes, budget: archives.Budget) -> str:
    if head.startswith(b"\x1f\x8b"):
        raise InputError(budget.source, "is packed twice", "Unpack it once first.")
    if _MARKUP.match(head):
        raise InputError(budget.source, "is a web page or XML, not a table", _TABLES)
    encoding = encodings.recognise(head)
    text = head[encoding.mark :]
    if not encoding.codec.startswith("utf-16"):
        if len(_BINARY.findall(text)) > 0.1 * len(text):
            raise InputError(budget.source, "is binary data, not a table", _TABLES)
        return "jsonl" if text.lstrip().startswith(b"{") else "text"
    wide = text[: len(text) & ~1].decode(encoding.codec, "replace")
    return "jsonl" if wide.lstrip().startswith("{") else "text"


def _members(data: Buffer, whole: Opened, budget: archives.Budget) -> Iterator[Opened]:
    infos = archives.members(data, budget)
    skipped = [info.filename for info in infos if _ignored(PurePosixPath(info.filename))]
    kept = [info for info in infos if info.filename not in skipped]
    if not kept:
        raise InputError(whole.path, "is an archive without files", _TABLES)
    notes = tuple(f"not a table, left out: {name}" for name in skipped)
    for info in kept:
        inside = archives.Budget(f"{whole.path} ({info.filename})", budget.limits, budget.used)
        content = b"".join(archives.unzipped(data, info, inside))
        budget.used = inside.used
        if content.startswith(b"PK") and not _workbook(content, inside):
            raise InputError(
                inside.source, "is an archive inside an archive", "Unpack the outer one first."
            )
        name = str(PurePosixPath(whole.source, info.filename.lstrip("/")))
        yield Opened(
            inside.source, name, whole.hash, _kind(content, inside), content, notes, inside.used
        )
        notes = ()


def _ignored(name: PurePosixPath) -> bool:
    return name.name in _IGNORED or name.parts[:1] == ("__MACOSX",)
