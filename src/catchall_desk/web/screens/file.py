"""One file or thing: what it is, what was done, what may be done. In: an id; out: a page.

``known_on`` in the address shows it as the desk knew it at the end of a day. A page that is
open asks by itself whether the file has changed, and shows it anew when it has.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from catchall_desk.accounts import access as users
from catchall_desk.accounts.middleware import WATCHING
from catchall_desk.cases import fields
from catchall_desk.cases.events import FILES, Event
from catchall_desk.cases.fold import File, fold
from catchall_desk.cases.handlers import tag
from catchall_desk.errors import NotFoundError
from catchall_desk.jobs import actions, moment, network
from catchall_desk.store.view import Asked, View, view_of
from catchall_desk.web import told, words
from catchall_desk.web.access import found
from catchall_desk.web.clocks import clocks
from catchall_desk.web.network import drawing
from catchall_desk.web.pages import Context, page
from catchall_desk.web.party import party
from catchall_desk.web.worldmap import Leg, route

HOPS = {"party": 2, "item": 2}
"""How far the network of a thing reaches; of a file, one step."""


def file(request: HttpRequest, kind: str, stream: str) -> HttpResponse:
    """The file at an id as its reader sees it."""
    reader = users.reader(request)
    known_on = day(request.GET.get("known_on", ""))
    try:
        with view_of(reader) as view:
            if knows_already(request, view, (kind, stream)):
                return HttpResponse(status=HTTPStatus.NO_CONTENT)
            values, markings = shown(request, view, (kind, stream), known_on)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    # guards look at all files: outside the reader's view
    seen: File = values["file"]
    values["actions"] = [] if known_on else actions.actions(seen, reader, moment.moment())
    return page(request, "web/file.html", values, markings)


def knows_already(request: HttpRequest, view: View, place: tuple[str, str]) -> bool:
    """Does an open page ask for news of the file at (kind, id), and there is none?

    Raises:
        NotFoundError: the file is there no longer for its reader.
    """
    seen = request.headers.get(WATCHING)
    return seen is not None and seen == tag(found(view, *place))


def day(text: str) -> date | None:
    """The day of an address; a text that is none is as if it were not there."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def shown(
    request: HttpRequest, view: View, place: tuple[str, str], known_on: date | None
) -> tuple[Context, set[str]]:
    """What the page shows of the file at (kind, id), and the markings of all of it."""
    kind, stream = place
    until = datetime.combine(known_on, time.max, UTC) if known_on else None
    events = view.timeline(stream, until)
    seen = fold(events)
    if seen is None or seen.kind != kind:
        raise NotFoundError(kind)
    by = "happened" if request.GET.get("by") == "happened" else "learned"
    names = told.named(view, (event.body for event in events))
    duties = () if known_on else view.duties({"file": stream}, Asked({})).rows
    around = network.around(view, stream, HOPS.get(kind, 1))
    values = {
        "file": seen,
        "kind": kind,
        "title": fields.title(kind, seen.fields),
        "tag": tag(seen),
        "is_file": kind in FILES,
        "values": told.fields(seen.fields, names, told.set_by(events)),
        "lines": told.timeline(ordered(events, by), names),
        "by": by,
        "known_on": known_on,
        "clocks": clocks(view, duties, moment.now().date()),
        "screening": view.screening(stream, moment.lists()) if kind in FILES else "",
        "network": drawing(around),
        "route": route(legs(seen.fields.get("legs"))) if kind == "transaction" else None,
        "party": party(view, seen, around) if kind == "party" else None,
        "citation": citation(request, seen, known_on),
    }
    return values, markings_of(values, events, around)


def ordered(events: Sequence[Event], by: str) -> list[Event]:
    """The newest first, as they happened or as they were learned."""
    if by == "happened":
        return sorted(events, key=lambda one: (one.happened_at, one.seq), reverse=True)
    return list(reversed(events))


def legs(told_legs: Any) -> Iterator[Leg]:
    """The legs of a transaction, numbered in their order."""
    for number, one in enumerate(told_legs or (), 1):
        yield Leg(
            number,
            one.get("origin", ""),
            one.get("destination", ""),
            one.get("from_place", ""),
            one.get("to_place", ""),
            one.get("mode", ""),
            one.get("departed", ""),
            one.get("arrived", ""),
        )


def markings_of(values: Context, events: Sequence[Event], around: Any) -> set[str]:
    """The markings of everything that the page shows."""
    shown = {event.marking for event in events}
    shown |= {one["marking"] for part in ("nodes", "edges") for one in around[part]}
    return shown | {one.marking for one in values["clocks"]}


def citation(request: HttpRequest, seen: File, known_on: date | None) -> str:
    """Reference, place, moment and hash of what is shown."""
    title = fields.title(seen.kind, seen.fields) or seen.kind
    at = known_on.isoformat() if known_on else words.moment(moment.now())
    place = request.build_absolute_uri(request.path)
    return (
        f"({seen.marking}) {title}. catchall {seen.kind} {seen.id}, as known on {at}, "
        f"state {words.spaced(seen.state)}, tag {tag(seen)[:16]}. {place}"
    )
