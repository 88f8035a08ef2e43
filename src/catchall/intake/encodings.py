"""Which encoding a text file has, and its physical lines. In: bytes; out: lines of text.

Six encodings are told apart by fixed rules, so that the same bytes always give the same
answer; fields and records do not belong here.
"""

import codecs
import mmap
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
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f]")
_CYRILLIC = frozenset(b"\xa1\xa2\xa5\xa8\xaa\xaf\xb2\xb3\xb4\xb8\xb9\xba\xbf") | set(
    range(0xC0, 0x100)
)
# letters that Western European names really use; \xff, \xfe and the like are damage
_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŠšŽžŒœ°ºª–—‘’“”€®«»".encode(
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
    runs = [match[0] for match in islice(_HIGH.finditer(data), RUNS)]
    return Encoding(_narrow(runs, data))


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


def _narrow(runs: list[bytes], data: Buffer) -> str:
    good = sum(map(_whole_utf8, runs))
    high = b"".join(runs)
    if good == len(runs) or good > len(runs) - good:
        return "utf-8"
    if _is_chinese(runs, high):
        return "gb18030"
    if len(high) >= 2 * len(runs) and _share(high, _CYRILLIC) > 0.9:
        return "cp1251"
    return "cp1252" if _share(high, _WESTERN) > 0.9 and _beside_letters(data) else "utf-8"


def _whole_utf8(run: bytes) -> bool:
    try:
        run.decode()
    except UnicodeDecodeError:
        return False
    return True


def _share(high: bytes, letters: frozenset[int]) -> float:
    return sum(byte in letters for byte in high) / len(high)


def _beside_letters(data: Buffer) -> bool:
    """A letter stands in a word; a damaged byte may stand anywhere."""
    runs = len(re.findall(rb"[\x80-\xff]+", data[: 1 << 24]))
    beside = len(re.findall(rb"[A-Za-z][\x80-\xff]+|[\x80-\xff]+[A-Za-z]", data[: 1 << 24]))
    return beside * 2 >= runs


def _is_chinese(runs: list[bytes], high: bytes) -> bool:
    """GB18030 puts both bytes of most characters high, in pairs, over the whole range."""
    if _share(high, frozenset(range(0xC0, 0x100))) > 0.9:
        return False  # Cyrillic and Western letters all stand there
    pairs = sum(len(run) // 2 for run in runs)
    odd = sum(len(run) % 2 for run in runs)
    common = sum(0xB0 <= byte <= 0xF7 for run in runs for byte in run[: len(run) & ~1 : 2])
    return pairs > 0 and odd <= 0.2 * pairs and common >= 0.6 * pairs


def lines(data: Buffer, encoding: Encoding, block: int = BLOCK) -> Iterator[list[str]]:
    r"""The physical lines of a file, without their ends, some thousand at a time.

    A line ends with LF, CR LF or CR. A byte that does not belong to the encoding comes out as
    a lone surrogate, so that its line can be found and shown.

    >>> list(lines(b"a\r\nb\n\nc", Encoding("utf-8")))
    [['a', 'b', '', 'c']]
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
    """Bytes outside the encoding become lone surrogates; ``surrogateescape`` fails on UTF-16."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding.startswith("utf-16"):
        return "\udc80", error.end  # one mark: half a character may look like a line end
    wrong = error.object[error.start : error.end]
    return "".join(
        chr(0xDC00 + byte) if byte > 0x7F else chr(byte) for byte in wrong
    ), error.end


_MARKING = "catchall.marked"
codecs.register_error(_MARKING, _marked)
