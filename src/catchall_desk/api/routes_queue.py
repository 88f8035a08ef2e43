"""What is to be done by when. In: requests; out: duties by their next legal deadline.

Whether a duty is overdue is decided when it is read; its day was worked out from events.
"""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from catchall_desk.accounts import access
from catchall_desk.api import shapes as s
from catchall_desk.api import wire
from catchall_desk.api.wire import Route
from catchall_desk.jobs import moment, tabs, telling
from catchall_desk.store.view import Asked, view_of


def add_to(router: Router) -> None:
    """Registers the route of the queue."""
    wire.add(router, "GET /queue", Route(s.DutiesOut, refuses=(400,), name="queue"), queue)


def queue(request: HttpRequest, query: Query[s.QueueQuery]) -> HttpResponse:
    """Duties by their next legal deadline, with why each is yours."""
    reader, today = access.reader(request), moment.now().date()
    with view_of(reader) as view:
        page = tabs.duties(view, query.tab, Asked({}, query.cursor, query.limit))
        named = telling.titles(view, page.rows)
        told = [
            telling.duty(one, named.get(str(one.file), ""), reader, today) for one in page.rows
        ]
    return wire.answer({"duties": told, "next": page.next})
