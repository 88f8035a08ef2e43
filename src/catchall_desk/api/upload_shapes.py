"""The shapes of uploads, as OpenAPI tells them. In: nothing; out: schemas."""

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import StringConstraints

from catchall_desk.api.schemas import Limit, Strict


class UploadQuery(Strict):
    """How the file is called, and the marking of everything that is made of it."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    marking: Annotated[str, StringConstraints(min_length=1, max_length=500)]


class UploadOut(Schema):
    """How far an upload is: rows = made + rejected at the end of a step."""

    id: str
    name: str
    sha256: str
    marking: str
    step: str
    state: str
    begun_at: datetime
    changed_at: datetime
    rows: int
    shipments: int
    position: int
    made: int
    undone: int
    rejected: int
    notes: list[str]
    problem: str
    may: list[str]


class UploadsOut(Schema):
    """Your newest uploads."""

    uploads: list[UploadOut]


class UploadRejectOut(Schema):
    """A row that was not taken, and why."""

    line: int
    place: str
    reason: str
    words: str


class OneUploadOut(UploadOut):
    """An upload with a page of its rejected rows and of the transactions that it made."""

    rejects: list[UploadRejectOut]
    files: list[str]
    next: str


class UploadPageQuery(Strict):
    """A page of rejected rows and of transactions."""

    cursor: Annotated[str, StringConstraints(pattern=r"^\d{0,9}$")] = ""
    limit: Limit = 50
