"""Which format a file has. In: its name and bytes; out: the kind, or what to do instead.

The content decides, not the ending; only a mail without its usual header lines is known by
its name.
"""

import re

from catchall.errors import InputError
from catchall.intake import encodings

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "an old Office file", "Save it as .docx, .xlsx or .eml."),
    (b"{\\rtf", "an RTF document", "Save it as .docx or as text."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it and give the files."),
    (b"Rar!", "a RAR archive", "Unpack it and give the files."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
    (b"GIF8", "a GIF picture", "Save it as PNG."),
    (b"\x7fELF", "a program", "Give a document."),
)  # fmt: skip
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.I)
_MAIL = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type):\s", re.I | re.M
)
_FIELD = re.compile(rb"(?:[A-Za-z][\w-]*:|From )")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_BINARY = 0.05
_HEAD = 16384


def _zipped(data: bytes, name: str) -> str:
    if b"word/document.xml" in data:
        return "docx"
    if b"xl/workbook.xml" in data:
        return "xlsx"
    raise InputError(name, "is an archive", "Unpack it and give the files.")


def _is_mail(data: bytes, name: str) -> bool:
    head = re.split(rb"\r?\n\r?\n", data.lstrip()[:_HEAD], maxsplit=1)[0]
    if not _FIELD.match(head):
        return False
    return bool(_MAIL.search(head)) or name.lower().endswith((".eml", ".mht"))


def _text(data: bytes, name: str) -> str:
    head = data[:_HEAD]
    codec = encodings.recognise(head).codec
    wide = codec.startswith("utf-16")
    if not wide and len(_BINARY.findall(head)) > _TOO_BINARY * len(head):
        raise InputError(name, "is binary data of no known kind", "Give a document or text.")
    if _MARKUP.match(head):
        return "html"
    return "mail" if not wide and _is_mail(data, name) else "text"


def kind(data: bytes, name: str) -> str:
    r"""Which kind of document is this: pdf, docx, xlsx, mail, html, picture or text?

    Raises:
        InputError: it is of a kind that is not read, or empty; says what to do.

    >>> kind(b"%PDF-1.7\n", "letter"), kind(b"MIME-Version: 1.0\n\nhello", "a.txt")
    ('pdf', 'mail')
    """
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(name, "is empty", "Give the file again.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "picture"
    for magic, what, advice in _REFUSED:
        if data.startswith(magic):
            raise InputError(name, f"is {what}", advice)
    return _text(data, name)
