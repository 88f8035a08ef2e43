"""Unpacks .gz and .zip within limits. In: bytes; out: bytes of the members, or InputError.

Sizes that an archive states are not believed: what comes out is counted while it comes out.
What the members hold does not belong here.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from catchall.errors import InputError
from catchall.intake.encodings import Buffer
from catchall.intake.limits import Limits

PIECE = 1 << 16
_SPLIT = "Unpack it yourself, check what is in it, and give the tables one by one."
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, struct.error,
    RuntimeError, LookupError,
)  # fmt: skip


@dataclass
class Budget:
    """How much may still be unpacked from one path, archives inside it included."""

    source: str
    limits: Limits
    used: int = 0

    def spend(self, out: int, total_out: int, packed: int) -> None:
        """Counts ``out`` more bytes of a member that held ``packed`` bytes.

        Raises:
            InputError: the limits on size or on ratio are passed.
        """
        self.used += out
        if self.used > self.limits.total:
            raise InputError(
                self.source,
                f"unpacks to more than {self.limits.total >> 20:,} MiB",
                "Split the file, or give it unpacked.",
            )
        if total_out > self.limits.tiny and total_out > self.limits.ratio * max(packed, 1):
            raise InputError(
                self.source,
                f"unpacks to more than {self.limits.ratio} times its size, as a zip bomb does",
                _SPLIT,
            )


def _inflated(packed: Buffer, bits: int, budget: Budget) -> Iterator[bytes]:
    inflater, total, at, pending = zlib.decompressobj(bits), 0, 0, b""
    while pending or at < len(packed):
        if not pending:
            pending, at = packed[at : at + PIECE], at + PIECE
        out = inflater.decompress(pending, 1 << 20)
        total += len(out)
        budget.spend(len(out), total, len(packed))
        yield out
        pending = inflater.unconsumed_tail
        if inflater.eof:
            pending = inflater.unused_data
            if bits < 0 or not (pending or packed[at : at + PIECE]).strip(b"\0"):
                break
            inflater = zlib.decompressobj(bits)  # gzip files may be joined end to end
    if not inflater.eof:
        raise zlib.error("it ends too early")


def gunzip(data: Buffer, budget: Budget) -> bytes:
    """What does this .gz file hold?

    Raises:
        InputError: it is damaged, or passes the limits.
    """
    try:
        if len(data) > budget.limits.tiny:  # count first, so that a bomb never fills memory
            trial = Budget(budget.source, budget.limits, budget.used)
            for _ in _inflated(data, 31, trial):
                pass
        return b"".join(_inflated(data, 31, budget))
    except zlib.error as error:
        raise InputError(
            budget.source, f"is a damaged .gz file ({error})", "Fetch or make it again."
        ) from error


def members(data: Buffer, budget: Budget) -> tuple[zipfile.ZipInfo, ...]:
    """Which files does this .zip hold, by its own directory? Folders are left out.

    Raises:
        InputError: it is damaged, locked, holds a link, or states more than the limits.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except _BROKEN as error:
        raise _damaged(budget, str(error)) from error
    if len(infos) > budget.limits.members:
        raise InputError(
            budget.source, f"holds {len(infos):,} files, over {budget.limits.members:,}", _SPLIT
        )
    for info in infos:
        _admit(info, budget)
    stated = sum(info.file_size for info in infos)
    Budget(budget.source, budget.limits, budget.used).spend(stated, 0, 1)
    return tuple(infos)


def _admit(info: zipfile.ZipInfo, budget: Budget) -> None:
    if stat.S_ISLNK(info.external_attr >> 16):
        raise InputError(budget.source, f"holds a link, {info.filename!r}", _SPLIT)
    if info.flag_bits & _ENCRYPTED:
        raise InputError(
            budget.source, f"is locked with a password ({info.filename!r})", "Unlock it first."
        )
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise InputError(
            budget.source, f"packs {info.filename!r} in an unusual way", "Pack it as plain zip."
        )


def unzipped(data: Buffer, info: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    """The bytes of one member, piece by piece, checked against its checksum at the end.

    Raises:
        InputError: the member is damaged, or passes the limits.
    """
    packed, crc, size = _packed(data, info, budget), 0, 0
    try:
        if info.compress_type == zipfile.ZIP_STORED:
            budget.spend(len(packed), len(packed), len(packed))
            pieces: Iterator[bytes] = iter((bytes(packed),))
        else:
            pieces = _inflated(packed, -15, budget)
        for piece in pieces:
            crc, size = zlib.crc32(piece, crc), size + len(piece)
            yield piece
    except zlib.error as error:
        raise _damaged(budget, f"{info.filename!r}: {error}") from error
    if crc != info.CRC or size != info.file_size:
        raise _damaged(budget, f"{info.filename!r} fails its checksum")


def _packed(data: Buffer, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    head = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        raise _damaged(budget, f"{info.filename!r} is not where the directory says")
    *_, name, extra = _LOCAL.unpack(head)
    start = info.header_offset + _LOCAL.size + name + extra
    packed = data[start : start + info.compress_size]
    if len(packed) != info.compress_size:
        raise _damaged(budget, f"{info.filename!r} ends too early")
    return packed


def _damaged(budget: Budget, problem: str) -> InputError:
    return InputError(
        budget.source, f"is a damaged .zip or .xlsx file ({problem})", "Fetch or make it again."
    )
