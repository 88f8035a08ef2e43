"""Which encoding a text file has, and its physical lines. In: bytes; out: lines of text.

Six encodings are told apart by fixed rules, so that the same bytes always give the same
answer; fields and records do not belong here.
"""

import codecs
import mmap
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

Buffer = bytes | mmap.mmap
BLOCK = 1 << 22
RUNS = 20_000
BOMS = ((codecs.BOM_UTF8, "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "gb18030": "GB18030",
}
_HIGH = re.compile(rb"[\x80-\xff]+")
_MOST = 0.9  # text is never wholly regular
_VARIED = 4
_PAIRED = range(0xB0, 0xF8)  # first bytes of the common Chinese characters
_LETTERS = frozenset(range(0xC0, 0x100))
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f]")
_CYRILLIC = _LETTERS | frozenset(b"\xa1\xa2\xa5\xa8\xaa\xaf\xb2\xb3\xb4\xb8\xb9\xba\xbf")
# letters that Western European names really use; \xff, \xfe and the like are damage
_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŠšŽžŒœ°ºª\u2013\u2014\u2018\u2019\u201c\u201d€®«»".encode(
        "cp1252"
    )
)


@dataclass(frozen=True)
class Encoding:
    """A codec of Python, and how many bytes of mark stand before the text."""

    codec: str
    mark: int = 0

    @property
    def name(self) -> str:
        """The name people know it by."""
        return NAMES[self.codec]


def recognise(data: Buffer) -> Encoding:
    """Which of the six encodings is this text in?

    A file in UTF-8 with some damaged lines stays UTF-8: only those lines are rejected.

    >>> recognise("Käufer".encode("cp1252")).name
    'Windows-1252'
    >>> recognise("Käufer".encode()).name
    'UTF-8'
    """
    for mark, codec in BOMS:
        if data[:4].startswith(mark):
            return Encoding(codec, len(mark))
    wide = _wide(data[: 1 << 16])
    if wide:
        return Encoding(wide)
    runs = list(islice(_runs(data), RUNS))
    return Encoding(_narrow([run for run, _ in runs], sum(beside for _, beside in runs)))


def _runs(data: Buffer) -> Iterator[tuple[bytes, bool]]:
    """Runs of bytes above ASCII, whole lines at a time; does a letter stand beside them?"""
    start = 0
    while start < len(data):
        stop = data.find(b"\n", start + BLOCK) + 1 or len(data)
        block = data[start:stop]
        if not block.isascii():  # most blocks are, and the regular expression is slow
            for match in _HIGH.finditer(block):
                around = block[max(match.start() - 1, 0) : match.start()]
                around += block[match.end() : match.end() + 1]
                yield match[0], any(map(_is_letter, around))
        start = stop


def _is_letter(byte: int) -> bool:
    return chr(byte).isascii() and chr(byte).isalpha()


def _wide(head: bytes) -> str:
    """UTF-16 without a mark shows NULs in every other place, far more than damage does."""
    nulls = head.count(0)
    odd = head[1::2].count(0)
    share = nulls / max(len(head), 1)
    rest = head.replace(b"\0", b"")
    plain = not _CONTROL.search(rest) and _is_utf8(rest)
    if share < (0.4 if plain else 0.02) or 0.02 * nulls < odd < 0.98 * nulls:
        return ""
    return "utf-16-le" if odd > nulls / 2 else "utf-16-be"


def _is_utf8(run: bytes) -> bool:
    try:
        run.decode()
    except UnicodeDecodeError as error:
        return error.end == len(run) and error.reason == "unexpected end of data"
    return True


def _narrow(runs: list[bytes], beside: int) -> str:
    good = sum(map(_whole_utf8, runs))
    high = b"".join(runs)
    if good == len(runs) or good > len(runs) - good:
        return "utf-8"
    words = len(set(high)) >= _VARIED  # the same few bytes again and again are damage
    if words and _is_chinese(runs, high):
        return "gb18030"
    if words and len(high) >= 2 * len(runs) and _share(high, _CYRILLIC) > _MOST:
        return "cp1251"
    # a Western letter is hardly ever UTF-8 by chance: where some are, the others are damage
    western = _share(high, _WESTERN) > _MOST and 10 * good < len(runs)
    return "cp1252" if western and 2 * beside >= len(runs) else "utf-8"


def _whole_utf8(run: bytes) -> bool:
    try:
        run.decode()
    except UnicodeDecodeError:
        return False
    return True


def _share(high: bytes, letters: frozenset[int]) -> float:
    return sum(byte in letters for byte in high) / len(high)


def _is_chinese(runs: list[bytes], high: bytes) -> bool:
    """GB18030 puts both bytes of most characters high, in pairs, over the whole range."""
    if _share(high, _LETTERS) > _MOST:
        return False  # Cyrillic and Western letters all stand there
    pairs = sum(len(run) // 2 for run in runs)
    odd = sum(len(run) % 2 for run in runs)
    common = sum(byte in _PAIRED for run in runs for byte in run[: len(run) & ~1 : 2])
    return pairs > 0 and odd <= 0.2 * pairs and common >= 0.6 * pairs


def lines(data: Buffer, encoding: Encoding, block: int = BLOCK) -> Iterator[list[str]]:
    r"""The physical lines of a file, without their ends, some thousand at a time.

    A line ends with LF, CR LF or CR. A byte that does not belong to the encoding comes out as
    a lone surrogate, so that its line can be found and shown.

    >>> list(lines(b"a\r\nb\n\nc", Encoding("utf-8")))
    [['a', 'b', ''], ['c']]
    """
    rest: list[str] = []
    for text in _texts(data, encoding, block):
        head, found, tail = text.rpartition("\n")
        if found:
            yield ("".join(rest) + head).split("\n")
            rest = []
        rest.append(tail)
    last = "".join(rest)
    if last:
        yield [last]


def _texts(data: Buffer, encoding: Encoding, block: int) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding.codec)(_MARKING)
    held = ""
    for start in range(encoding.mark, len(data), block):
        stop = min(start + block, len(data))
        text = held + decoder.decode(data[start:stop], stop == len(data))
        held = "\r" if text.endswith("\r") and stop < len(data) else ""
        text = text[: len(text) - len(held)]
        yield text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(error: UnicodeError) -> tuple[str, int]:
    """Bytes outside the encoding become surrogates; ``surrogateescape`` fails on UTF-16."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding.startswith("utf-16"):
        return "\udc80", error.end  # one mark: half a character may look like a line end
    wrong = error.object[error.start : error.end]
    marks = [chr(0xDC00 + byte) if byte >> 7 else chr(byte) for byte in wrong]
    return "".join(marks), error.end


_MARKING = "catchall.marked"
codecs.register_error(_MARKING, _marked)


def file_name(name: str) -> str:
    r"""A file's name as text that can be kept: a byte that is no UTF-8 is spelled out.

    >>> file_name("orders-\udcff.csv")
    'orders-\\xff.csv'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")
