"""DOCX: every paragraph and table, headers, notes and comments too. In: bytes; out: ``Parsed``.

A table row is one line, its cells separated by tabs. Deleted text of a tracked change is left
out, inserted text is read. A DOCX has no pages: its parts (body, header, notes) stand for them.
"""

import re
from io import BytesIO
from typing import Any

from catchall.errors import InputError
from catchall.intake.documents import extras
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Parsed
from catchall.intake.documents.writer import Writer

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {f"{_SPACE}tab": "\t", f"{_SPACE}br": "\n", f"{_SPACE}cr": "\n"}
_BESIDE = re.compile(r"/word/((?:header|footer|footnotes|endnotes|comments)\d*)\.xml")
_TOLD = ("title", "author", "subject", "last_modified_by", "created", "modified")


def _words(paragraph: Any) -> str:
    """The text of a paragraph; that of a text box in it is a paragraph of its own."""
    found: list[str] = []
    stack = list(reversed(list(paragraph)))
    while stack:
        node = stack.pop()
        if node.tag in (f"{_SPACE}p", _COPY, f"{_SPACE}tbl", f"{_SPACE}pPr"):
            continue
        if node.tag == f"{_SPACE}t":
            found.append(node.text or "")
        found.append(_MARKS.get(node.tag, ""))
        stack.extend(reversed(list(node)))
    return "".join(found)


def _inside(element: Any, tag: str) -> list[Any]:
    """The outermost elements of this tag below, copies for old programs left out."""
    found, stack = [], list(reversed(list(element)))
    while stack:
        node = stack.pop()
        if node.tag == tag:
            found.append(node)
        elif node.tag != _COPY:
            stack.extend(reversed(list(node)))
    return found


def _paragraphs(element: Any) -> list[str]:
    found = []
    for paragraph in element.iter(f"{_SPACE}p"):
        copied = any(above.tag == _COPY for above in paragraph.iterancestors())
        found += [] if copied else [_words(paragraph)]
    return found


def _row(writer: Writer, row: Any, at: str) -> None:
    for number, cell in enumerate(_inside(row, f"{_SPACE}tc")):
        if number:
            writer.write("\t")
        text = " ".join(" ".join(_paragraphs(cell)).split())
        writer.put(text, label=f"{at}C{number + 1}")
    writer.write("\n")


def _blocks(writer: Writer, element: Any) -> None:
    tables, stack = 0, list(reversed(list(element)))
    while stack:
        node = stack.pop()
        if node.tag == f"{_SPACE}tbl":
            tables += 1
            for number, row in enumerate(_inside(node, f"{_SPACE}tr")):
                _row(writer, row, f"T{tables}R{number + 1}")
        elif node.tag == f"{_SPACE}p":
            writer.write(_words(node) + "\n")
            stack.extend(reversed(_inside(node, f"{_SPACE}txbxContent")))
        elif node.tag != _COPY:
            stack.extend(reversed(list(node)))


def _beside(writer: Writer, parts: list[Any]) -> None:
    """Headers, footers, notes and comments, in the order of their names."""
    etree = extras.library("lxml.etree")
    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    for part in sorted(parts, key=lambda one: str(one.partname)):
        match = _BESIDE.fullmatch(str(part.partname))
        if match:
            writer.page(match[1])
            for text in _paragraphs(etree.fromstring(part.blob, safe)):
                writer.write(text + "\n" if text else "")


def parse(data: bytes, name: str, limits: Limits) -> Parsed:
    """The text of a DOCX, part by part, and its properties.

    Raises:
        InputError: it is damaged or over the limits.
    """
    writer = Writer(name, limits)
    try:
        document = extras.library("docx").Document(BytesIO(data))
        for key in _TOLD:
            writer.metadata[key] = str(getattr(document.core_properties, key) or "")
        writer.page("body")
        _blocks(writer, document.element.body)
        _beside(writer, list(document.part.package.iter_parts()))
    except InputError:
        raise
    except Exception as error:  # zip, XML and package each have their own
        raise InputError(
            name,
            f"is a damaged DOCX ({type(error).__name__})",
            "Open it in a word processor and save it again.",
        ) from error
    return writer.done()
