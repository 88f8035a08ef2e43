"""The tabs of the queue. In: a view, a tab; out: its duties, by their next legal deadline.

Whether a duty is overdue is decided when it is read; its day was worked out from events.
"""

from collections.abc import Mapping
from typing import Any

from catchall_desk.store.models import FileRow
from catchall_desk.store.view import Asked, Page, View

LAPSING = ("denial", "certificate", "licence")
"""Kinds of file that lapse when nobody renews them."""
OPEN_REQUEST = ("sent", "acknowledged", "partly_answered")
"""States of a request that somebody still has to answer."""


def duties(view: View, tab: str, asked: Asked) -> Page:
    """A page of the duties of a tab; whoever has no name for a tab has none in it."""
    if tab == "office" and not view.reader.office:
        return Page((), "")
    return view.duties(filters(view, tab), asked)


def filters(view: View, tab: str) -> Mapping[str, Any]:
    """Which duties a tab holds: mine, office, lapsing, sent, or asked by partners."""
    reader = view.reader
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
