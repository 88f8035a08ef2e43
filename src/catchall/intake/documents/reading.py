"""Bytes of a document -> ``Document``. In: bytes and a name; out: text, places, attachments.

Plain text is decoded here, by rules of our own; every other format in a child process.
An attachment that cannot be read is a reject of its document, named with its reason.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from catchall.errors import InputError
from catchall.intake.documents import child, extras
from catchall.intake.documents.kinds import kind as kind_of
from catchall.intake.documents.limits import DEFAULT, Limits
from catchall.intake.documents.model import Document, Page, Parsed, Reject
from catchall.intake.telegrams.decode import decode

NEEDS = {
    "pdf": "pypdfium2",
    "docx": "docx",
    "html": "selectolax",
    "picture": "rapidocr_onnxruntime",
}
"""The library of an extra that a kind of document needs."""


@dataclass
class _Budget:
    """How many attachments one document may still have, however deep they lie."""

    left: int


def _plain(data: bytes) -> Parsed:
    text, encoding = decode(data)
    return Parsed(text, (Page(1, 0, len(text), "text"),), metadata={"encoding": encoding})


def _parsed(kind: str, data: bytes, name: str, limits: Limits) -> Parsed:
    if kind == "text":
        return _plain(data)
    if library := NEEDS.get(kind):
        extras.need(library, name)
    told = child.parse(kind, data, name, limits)
    scanned = any("(a scan)" in reject.reason for reject in told.rejects)
    if kind == "pdf" and scanned and extras.there(NEEDS["picture"]):
        return child.parse("scan", data, name, replace(limits, recognise=True))
    return told


def _parts(
    told: Parsed, limits: Limits, budget: _Budget, depth: int
) -> Iterator[Document | Reject]:
    for name, data in told.parts:
        budget.left -= 1
        if depth >= limits.depth or budget.left < 0:
            yield Reject(name, "lies too deep or is one too many: give it as a file of its own")
            continue
        try:
            yield _read(data, name, limits, budget, depth + 1)
        except InputError as error:
            yield Reject(name, f"{error.problem}. {error.advice}")


def _read(data: bytes, name: str, limits: Limits, budget: _Budget, depth: int) -> Document:
    if len(data) > limits.file:
        raise InputError(name, f"is larger than {limits.file >> 20} MiB", "Split it.")
    kind = kind_of(data, name)
    told = _parsed(kind, data, name, limits)
    inside = list(_parts(told, limits, budget, depth))
    found = Document(
        name,
        hashlib.sha256(data).hexdigest(),
        kind,
        told.text,
        told.pages,
        told.places,
        told.metadata,
        (*told.rejects, *(one for one in inside if isinstance(one, Reject))),
    )
    return replace(found, parts=tuple(one for one in inside if isinstance(one, Document)))


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    r"""What does this document say, and where?

    Raises:
        InputError: nothing of it can be read; says why and what to do.

    >>> read(b"Dear Sirs,\n", "letter.txt").kind
    'text'
    """
    return _read(data, name, limits, _Budget(limits.parts), 0)
