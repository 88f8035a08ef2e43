"""The tabs of the queue. In: a view, a tab; out: its duties, by their next legal deadline.

Whether a duty is overdue is decided when it is read; its day was worked out from events.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from catchall_desk.store.view import Asked, Page, View

LAPSING = ("denial", "certificate", "licence")
"""Kinds of file that lapse when nobody renews them."""
OPEN_REQUEST = ("sent", "acknowledged", "partly_answered")
"""States of a request that somebody still has to answer."""


def duties(view: View, tab: str, asked: Asked) -> Page:
    """A page of the duties of a tab; whoever has no name for a tab has none in it."""
    if tab == "office" and not view.reader.office:
        return Page((), "")
    return view.duties(filters(view, tab), asked, files(view, tab))


def filters(view: View, tab: str) -> Mapping[str, Any]:
    """Which duties a tab holds: mine, office, lapsing, or those of requests."""
    if tab == "mine":
        return {"officer": view.reader.user}
    if tab == "office":
        return {"office": view.reader.office}
    return {"file_kind__in": LAPSING} if tab == "lapsing" else {"file_kind": "request"}


def files(view: View, tab: str) -> Q | None:
    """What must be so of the files: sent by this government, or asked of it by another.

    It is asked of each duty's own file, in the order of the days, so a page need not read all.
    """
    if tab in ("mine", "office", "lapsing"):
        return None
    home = view.reader.country
    sent = Q(fields__from__government=home)
    asked = Q(fields__to__government=home) & ~sent
    return Q(state__in=OPEN_REQUEST) & (sent if tab == "sent" else asked)
