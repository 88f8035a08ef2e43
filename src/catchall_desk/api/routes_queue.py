"""What is to be done by when. In: requests; out: duties by their next legal deadline.

Whether a duty is overdue is decided when it is read; its day was worked out from events.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from catchall_desk.accounts import access
from catchall_desk.api import schemas as s
from catchall_desk.api import wire
from catchall_desk.api.files import OPEN_REQUEST
from catchall_desk.api.wire import Route
from catchall_desk.cases.policy import Reader
from catchall_desk.jobs import moment, telling
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import Asked, Page, View, view_of

LAPSING = ("denial", "certificate", "licence")
"""Kinds of file that lapse when nobody renews them."""


def add_to(router: Router) -> None:
    """Registers the route of the queue."""
    wire.add(router, "GET /queue", Route(s.DutiesOut, refuses=(400,), name="queue"), queue)


def queue(request: HttpRequest, query: Query[s.QueueQuery]) -> HttpResponse:
    """Duties by their next legal deadline, with why each is yours."""
    reader, today = access.reader(request), moment.now().date()
    with view_of(reader) as view:
        page = duties(view, reader, query)
        named = telling.titles(view, page.rows)
        told = [
            telling.duty(one, named.get(str(one.file), ""), reader, today) for one in page.rows
        ]
    return wire.answer({"duties": told, "next": page.next})


def duties(view: View, reader: Reader, query: s.QueueQuery) -> Page:
    """A page of the duties of a tab; whoever has no name for a tab has none in it."""
    asked = Asked({}, query.cursor, query.limit)
    if query.tab == "office" and not reader.office:
        return Page((), "")
    return view.duties(filters(view, reader, query.tab), asked)


def filters(view: View, reader: Reader, tab: str) -> Mapping[str, Any]:
    """Which duties a tab holds."""
    if tab == "mine":
        return {"officer": reader.user}
    if tab == "office":
        return {"office": reader.office}
    if tab == "lapsing":
        return {"file_kind__in": LAPSING}
    requests = view.rows(FileRow.objects).filter(kind="request", state__in=OPEN_REQUEST)
    if tab == "sent":
        asked = requests.filter(fields__from__government=reader.country)
    else:
        asked = requests.filter(fields__to__government=reader.country)
        asked = asked.exclude(fields__from__government=reader.country)
    return {"file_kind": "request", "file__in": asked.values("stream")}
