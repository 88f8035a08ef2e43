"""Finding, watching and screening. In: requests; out: what the reader may see of it."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from catchall_desk.accounts import access
from catchall_desk.api import files, recurring, watching, wire, writing
from catchall_desk.api import shapes as s
from catchall_desk.api.routes_files import KEY, Key, security
from catchall_desk.api.schemas import EdgesOut
from catchall_desk.api.wire import Route
from catchall_desk.cases.commands import Command
from catchall_desk.errors import InvalidBodyError
from catchall_desk.jobs import finding, moment, network, single
from catchall_desk.store.desk import Moment
from catchall_desk.store.view import view_of

MOST_LINES = 1000
"""Lines of one shipment."""


def add_to(router: Router) -> None:
    """Registers the routes."""
    wire.add(router, "GET /search", Route(s.SearchOut), search)
    wire.add(router, "GET /search/suggest", Route(s.SuggestOut), suggest)
    gone = (404,)
    wire.add(router, "GET /parties/{stream}/network", Route(EdgesOut, refuses=gone), around)
    again = Route(s.RecurrencesOut, refuses=gone)
    wire.add(router, "GET /parties/{stream}/recurrence", again, recurrence)
    wire.add(router, "GET /watches", Route(s.WatchesOut), watches)
    made = Route(s.MadeOut, "write", 201, (400, 404, 413), extra=security("write"))
    wire.add(router, "POST /watches", made, watch)
    ended = Route(s.GoneOut, "write", refuses=gone, extra=security("write"))
    wire.add(router, "DELETE /watches/{number}", ended, unwatch)
    wire.add(router, "GET /alerts", Route(s.AlertsOut), alerts)
    screen = Route(s.ScreenOut, "screen", refuses=(400, 413), extra=security("screen"))
    wire.add(router, "POST /screen", screen, screened)


def search(request: HttpRequest, query: Query[s.SearchQuery]) -> HttpResponse:
    """Files and things by a name, address, phone, number, ship, country or word."""
    with view_of(access.reader(request)) as view:
        found = finding.search(view, query.q, query.kind, query.limit)
    return wire.answer({"found": found})


def suggest(request: HttpRequest, query: Query[s.SuggestQuery]) -> HttpResponse:
    """Texts that begin so, of what you may see."""
    with view_of(access.reader(request)) as view:
        return wire.answer({"suggestions": finding.suggest(view, query.q)})


def around(request: HttpRequest, stream: str, query: Query[s.NetworkQuery]) -> HttpResponse:
    """The network of a party, as far as you may see it."""
    with view_of(access.reader(request)) as view:
        files.found(view, "party", stream)
        return wire.answer(network.around(view, stream, query.hops))


def recurrence(request: HttpRequest, stream: str) -> HttpResponse:
    """Parties with measures that this one may be under another name."""
    with view_of(access.reader(request)) as view:
        return wire.answer({"recurrences": recurring.recurring(view, stream)})


def watches(request: HttpRequest) -> HttpResponse:
    """Your watched subjects."""
    with view_of(access.reader(request)) as view:
        return wire.answer({"watches": watching.listed(view)})


def watch(request: HttpRequest, said: Body[s.WatchIn], key: Key = KEY) -> HttpResponse:
    """Watches a file or thing, or words."""
    asked = Command("watch", "make", body=said.model_dump(), key=key)
    writing.check(asked)
    with view_of(access.reader(request)) as view:
        watching.check(view, said.stream, said.words)

    def make(at: Moment) -> tuple[str, dict[str, str]]:
        reader = access.reader(request)
        return watching.make(reader, (said.stream, said.words), at.now), {}

    return writing.once(request, asked, make)


def unwatch(request: HttpRequest, number: str) -> HttpResponse:
    """Watches a subject no longer."""
    watching.end(access.reader(request), number)
    return wire.answer({"id": number, "gone": True})


def alerts(request: HttpRequest) -> HttpResponse:
    """What happened to your watched subjects since you watch them, the newest first."""
    with view_of(access.reader(request)) as view:
        return wire.answer({"alerts": watching.alerts(view)})


def screened(request: HttpRequest, said: Body[dict[str, Any]]) -> HttpResponse:
    """Screens one shipment on the lists and law in force; nothing of it is kept.

    The shipment is one object in the columns of a shipment, or its ``lines``.
    """
    header, records = single.screen(lines_of(said), moment.clock.in_force())
    if len(records) != 1:
        what = "send the lines of one shipment, with the same id"
        raise InvalidBodyError(("lines", f"are of {len(records)} shipments", what))
    told = json.loads(records[0].line())
    return wire.answer({"header": header.as_json(), "record": told})


def lines_of(said: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of a shipment that was sent.

    Raises:
        InvalidBodyError: they are no objects, hold what cannot be read, or are too many.
    """
    lines = said["lines"] if isinstance(said.get("lines"), list) else [said]
    if not lines or len(lines) > MOST_LINES or not all(isinstance(one, dict) for one in lines):
        what = f"send one object a line, at most {MOST_LINES}"
        raise InvalidBodyError(("lines", "are not the lines of a shipment", what))
    if lost := [one for one in writing.unstorable(said, "body") if "point" not in one[1]]:
        raise InvalidBodyError(*lost[:100])
    return lines
