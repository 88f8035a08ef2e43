"""Many shipments at once by the API. In: a file; out: how far it is, rejects, transactions.

A request only says what is wanted: the desk's worker checks the file, then makes transactions
of it when it is told to. An upload is its user's own; nobody else sees it.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from catchall_desk.accounts import access
from catchall_desk.api import upload_shapes as s
from catchall_desk.api import wire, writing
from catchall_desk.api.routes_files import KEY, Key, security
from catchall_desk.api.shapes import MadeOut
from catchall_desk.api.wire import Route
from catchall_desk.cases.commands import Command
from catchall_desk.jobs import telling
from catchall_desk.jobs.models import Upload, UploadMade, UploadReject
from catchall_desk.jobs.uploads import states
from catchall_desk.store.desk import Moment

NEWEST = 200
"""Uploads of one answer."""
Wish = Literal["make", "stop", "resume", "undo"]


def add_to(router: Router) -> None:
    """Registers the routes."""
    content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    file = {"requestBody": {"required": True, "content": content}, **security("write")}
    wire.add(router, "GET /uploads", Route(s.UploadsOut, name="list_uploads"), uploads)
    made = Route(MadeOut, "write", 201, (400, 409, 413), extra=file, name="open_upload")
    wire.add(router, "POST /uploads", made, begin)
    one = Route(s.OneUploadOut, refuses=(404,), name="get_upload")
    wire.add(router, "GET /uploads/{number}", one, upload)
    asked = Route(
        MadeOut, "write", 201, (404, 409), extra=security("write"), name="change_upload"
    )
    wire.add(router, "POST /uploads/{number}/{wish}", asked, ask)


def uploads(request: HttpRequest) -> HttpResponse:
    """Your newest uploads."""
    reader = access.reader(request)
    rows = Upload.objects.filter(user=reader.user).order_by("-begun_at", "id")[:NEWEST]
    seen = [told(one) for one in rows if states.may_see(reader, one)]
    return wire.answer({"uploads": seen})


def begin(request: HttpRequest, query: Query[s.UploadQuery], key: Key = KEY) -> HttpResponse:
    """Takes a file of shipments (CSV, XLSX, Parquet, JSONL); the worker checks it.

    Nothing is recorded before ``make`` is asked for.
    """
    data, reader = request.body, access.reader(request)
    named = {**query.model_dump(), "sha256": hashlib.sha256(data).hexdigest()}
    asked = Command("upload", "begin", body=named, key=key)
    writing.check(asked)

    def make(at: Moment) -> tuple[str, Mapping[str, Any]]:
        sent = states.Sent(query.name, data, query.marking)
        return str(states.begin(reader, sent, at.now).id), {}

    return writing.once(request, asked, make)


def upload(request: HttpRequest, number: str, query: Query[s.UploadPageQuery]) -> HttpResponse:
    """One upload: how far it is, its rejected rows, the transactions that it made."""
    found = states.mine(access.reader(request), number)
    start = int(query.cursor or 0)
    end = start + query.limit
    rejects = UploadReject.objects.filter(upload=found).order_by("line", "id")
    files = UploadMade.objects.filter(upload=found).order_by("number")
    more = max(rejects.count(), files.count()) > end
    page = {
        "rejects": [rejected(one) for one in rejects[start:end]],
        "files": [str(one.stream) for one in files[start:end]],
        "next": str(end) if more else "",
    }
    return wire.answer({**told(found), **page})


def ask(request: HttpRequest, number: str, wish: Wish, key: Key = KEY) -> HttpResponse:
    """Makes transactions of an upload, stops it, lets it on, or has it undone."""
    reader = access.reader(request)
    found = states.mine(reader, number)
    asked = Command("upload", wish, body={"upload": number}, key=key)
    writing.check(asked)

    def make(at: Moment) -> tuple[str, Mapping[str, Any]]:
        states.ask(reader, found, wish, at.now)
        return number, {}

    return writing.once(request, asked, make)


def told(one: Upload) -> dict[str, Any]:
    """How far an upload is."""
    own = ("name", "sha256", "marking", "step", "state", "rows", "shipments", "position")
    may = [wish for wish, at in states.MAY.items() if (one.step, one.state) in at]
    return {
        **{name: getattr(one, name) for name in (*own, "made", "undone", "notes", "problem")},
        "id": str(one.id),
        "begun_at": telling.instant(one.begun_at),
        "changed_at": telling.instant(one.changed_at),
        "rejected": UploadReject.objects.filter(upload=one).count(),
        "may": may,
    }


def rejected(one: UploadReject) -> dict[str, Any]:
    """A row that was not taken."""
    return {"line": one.line, "place": one.place, "reason": one.reason, "words": one.words}
