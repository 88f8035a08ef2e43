"""XML of official lists without trust. In: bytes; out: elements one by one, or a refusal.

No DTD, no entities, no network, no huge trees. The file is decoded here and not by the parser,
so no encoding hides a DTD. What the elements mean does not belong here.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.files import ListFile

_AGAIN = "Download the file again from its publisher."
_DECLARED = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = ("utf-8", "us-ascii", "utf-16", "iso-8859-1", "windows-1252")
_ESCAPE = "surrogateescape"
_MOST_REPAIRS = 1000
_DAMAGED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\udc80-\udcff]")
_AMPERSAND = r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Decoded:
    """The text of a file, a note for every byte repaired, and what makes it doubtful."""

    text: str
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def head_text(head: bytes) -> str:
    """The first bytes of a file as text, to look for its root element; never an error.

    >>> head_text("<list/>".encode("utf-16")), head_text(b"<list/>")
    ('<list/>', '<list/>')
    """
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return head.decode("utf-16" if wide else "latin-1", "ignore").removeprefix("\ufeff")


def decode(file: ListFile) -> Decoded:
    """What is the text of the file, and can it be trusted?

    A byte that is not UTF-8 is read as Windows-1252 where it stands in text; one in markup is
    not repaired. A file with control characters is in doubt: they are what is left when every
    character was cut to its last byte (a curly apostrophe becomes 0x19), and then letters of
    names are wrong too without looking wrong, above all in other scripts: no sound repair.
    Lost characters come out as U+FFFD.

    Raises:
        WatchlistRefusedError: the text cannot be had, or it declares a DTD or entity.
    """
    found = _characters(file)
    if match := re.search("<!(DOCTYPE|ENTITY)", found.text):
        place = _place(found.text, match.start())
        raise refuse(file, place, f"it declares a {match[1]}; no list has one")
    return replace(found, text=re.sub(r"^\s*<\?xml[^>]*\?>", _blank, found.text, count=1))


def _blank(match: re.Match[str]) -> str:
    """Spaces and line breaks for the XML declaration: places in the file stay as they are."""
    return re.sub(r"\S", " ", match[0])


def _lost(file: ListFile, encoding: str) -> Decoded | None:
    """The text of a file with characters that XML forbids, those and odd bytes as U+FFFD."""
    lenient = file.data.decode(encoding, errors="replace" if encoding == "utf-16" else _ESCAPE)
    found = list(_FORBIDDEN.finditer(lenient))
    if not found:
        return None
    odd = len(re.findall("[\udc80-\udcff]", lenient))
    first = found[0]
    doubt = (
        f"{_place(lenient, first.start())}: {len(found)} characters that XML forbids (the "
        f"first is {ord(first[0]):#04x}) and {odd} bytes that are not {encoding}; characters "
        "were cut to one byte on the way, so letters of names are lost and cannot be put back"
    )
    return Decoded(_without_stray(_DAMAGED.sub("\ufffd", lenient)), (), (doubt,))


def _without_stray(text: str) -> str:
    """A letter cut to "&" or "<" would end the reading of the whole file: U+FFFD for it.

    Elements are known by how they end, which no stray letter does.
    """
    ended = set(re.findall(r"</([\w:.-]+)\s*>|<([\w:.-]+)(?:\s[^<>]*)?/>", text))
    names = "|".join(sorted(re.escape(one or two) for one, two in ended))
    tag = rf"<(?![/?!]|(?:{names})[\s/>])" if names else "<(?![/?!])"
    return re.sub(f"{_AMPERSAND}|{tag}", "\ufffd", text.removeprefix("\ufeff"))


def _characters(file: ListFile) -> Decoded:
    data = file.data
    declared = _DECLARED.search(data[:200])
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    if encoding not in _ENCODINGS:
        raise refuse(
            file, "line 1", f"the encoding {encoding} is not one of {', '.join(_ENCODINGS)}"
        )
    if lost := _lost(file, encoding):
        return lost
    try:
        return Decoded(
            data.decode("utf-8-sig" if encoding in ("utf-8", "us-ascii") else encoding)
        )
    except UnicodeDecodeError as error:
        if error.encoding != "utf-8":
            line = f"line {data.count(10, 0, error.start) + 1}"
            raise refuse(file, line, f"not {encoding}: {error.reason}") from error
    return Decoded(*_repair(file))


def _repair(file: ListFile) -> tuple[str, tuple[str, ...]]:
    """Read each byte that is not UTF-8 as Windows-1252, outside markup only."""
    pieces: list[str] = []
    notes: list[str] = []
    rest = file.data.removeprefix(b"\xef\xbb\xbf")
    while len(notes) < _MOST_REPAIRS:
        try:
            pieces.append(rest.decode("utf-8"))
            return "".join(pieces), tuple(notes)
        except UnicodeDecodeError as error:
            pieces.append(rest[: error.start].decode("utf-8"))
            bad, rest = rest[error.start : error.start + 1], rest[error.start + 1 :]
        before = "".join(pieces)
        place = _place(before, len(before))
        pieces = [before, bad.decode("cp1252", errors="replace")]
        if before.rfind("<") > before.rfind(">") or pieces[1] == "\ufffd":
            raise refuse(
                file, place, f"the byte {bad.hex().upper()} is not UTF-8 nor Windows-1252 text"
            )
        notes.append(f"{file.name}, {place}: byte {bad.hex().upper()} read as {pieces[1]}")
    raise refuse(file, "whole file", f"{_MOST_REPAIRS:,} bytes or more are not UTF-8")


def elements(file: ListFile, text: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """Each element with one of the names, in any namespace, freed when the next is asked for.

    Raises:
        WatchlistRefusedError: the text is not well-formed; with line and column.
    """
    stream = io.BytesIO(text.encode("utf-8"))
    wanted = [f"{{*}}{tag}" for tag in tags]
    events = etree.iterparse(
        stream,
        events=("end",),
        tag=wanted,
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,  # or a comment would cut a name in two
        remove_pis=True,
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise refuse(file, *_wrong(error)) from error


def _wrong(error: etree.XMLSyntaxError) -> tuple[str, str]:
    """Place and problem of a text that is not well-formed."""
    # an entity that is not declared has its place in the log of the parser only, and a text
    # without any element has none at all; the stubs know less than lxml
    log: Any = error.error_log
    last = log.last_error if not error.position[0] else None
    line, column = (last.line, last.column) if last else error.position
    said = last.message if last else error.msg
    return f"line {line}, column {column}", f"not well-formed XML: {said}"


def leaves(element: etree._Element, path: str = "") -> Iterator[tuple[str, str]]:
    """Path and text of everything below that says something, with text between elements."""
    for child in element:
        name = etree.QName(child).localname
        below = f"{path}/{name}" if path else name
        if own := (child.text or "").strip():
            yield below, own
        yield from leaves(child, below)
        if after := (child.tail or "").strip():
            yield path or "text", after


def words_of(element: etree._Element) -> str:
    """All that an element says, with the path of each text; for a reject."""
    return "; ".join(f"{path}={said}" for path, said in leaves(element))


def line_of(element: etree._Element) -> int:
    """The line on which the element begins, 0 when the parser does not know."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def refuse(file: ListFile, place: str, problem: str) -> WatchlistRefusedError:
    """The refusal of a file, with the advice to get it again."""
    return WatchlistRefusedError(file.name, place, problem, _AGAIN)


def _place(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    return f"line {line}, column {position - text.rfind(chr(10), 0, position)}"
