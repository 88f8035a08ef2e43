"""The page of a shipment. In: a transaction as its reader sees it; out: way, flags, findings.

The rest of the file, with its timeline and what may be done, is on the page of the file.
"""

from django.http import HttpRequest, HttpResponse

from catchall_desk.cases import fields
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.jobs import moment
from catchall_desk.store.labels import by_id
from catchall_desk.store.view import View
from catchall_desk.web import chart_map, told, words
from catchall_desk.web.access import found, reading
from catchall_desk.web.pages import page
from catchall_desk.web.route import Leg, route

KIND = "transaction"
PLAIN = (
    "origin", "destination", "value", "stage", "stated_end_use", "knowledge", "ordered",
    "exported", "delivered", "authorisation", "licence", "case",
)  # fmt: skip


@reading
def shipment(request: HttpRequest, view: View, stream: str) -> HttpResponse:
    """A transaction as a shipment: who, what, which way, and what was found."""
    file = found(view, KIND, stream)
    events = view.timeline(stream)
    names = told.named(view, (event.body for event in events))
    way = route(file.fields)
    screenings = screened(file)
    values = {
        "file": file,
        "title": fields.title(KIND, file.fields),
        "roles": told.lines(file.fields.get("roles", ()), names),
        "goods": told.lines(file.fields.get("lines", ()), names),
        "values": told.fields(
            {one: file.fields[one] for one in PLAIN if one in file.fields}, names
        ),
        "legs": [(one, carried(one, names)) for one in way.legs],
        "way": way,
        "map": chart_map.drawn(way.legs),
        "screenings": screenings,
        "screening": view.screening(stream, moment.lists()),
        "citation": f"({file.marking}) {fields.title(KIND, file.fields)}. catchall {KIND} "
        f"{file.id}, {words.moment(moment.now())}. {request.build_absolute_uri(request.path)}",
    }
    shown = {event.marking for event in events} | kept_under(names)
    return page(request, "web/shipment.html", values, shown)


def kept_under(names: told.Named) -> set[str]:
    """The markings of all that is named on the page."""
    known = by_id()
    return {known[row.label_id].marking for row in names.values()}


def carried(one: Leg, names: told.Named) -> tuple[told.Part, ...]:
    """Who carries a leg, and on which vessel."""
    return tuple(told.part(each, names) for each in (one.carrier, one.vessel) if each)


def screened(file: File) -> tuple[Event, ...]:
    """The newest screening of each marking; what a newer one replaced is in the timeline."""
    return tuple({event.marking: event for event in standing(file, "screened")}.values())
