"""The first page: my work, the next deadlines, what the desk holds. In: a view; out: a page."""

from django.http import HttpRequest, HttpResponse

from catchall_desk.cases.events import FILES, THINGS
from catchall_desk.jobs import moment
from catchall_desk.store.labels import by_id
from catchall_desk.store.view import Asked, View
from catchall_desk.web.access import reading
from catchall_desk.web.clocks import clocks
from catchall_desk.web.pages import page

SHOWN = 8


@reading
def home(request: HttpRequest, view: View) -> HttpResponse:
    """One's next deadlines, one's office's, and how much the desk holds of each kind."""
    mine = view.duties({"officer": view.reader.user}, Asked({}, limit=SHOWN))
    office = view.duties({"office": view.reader.office}, Asked({}, limit=SHOWN))
    rows = (*mine.rows, *(office.rows if view.reader.office else ()))
    known = by_id()
    values = {
        "mine": clocks(view, mine.rows, moment.now().date()),
        "office": clocks(view, office.rows if view.reader.office else (), moment.now().date()),
        "held": [(kind, sum(view.counts(kind).values())) for kind in (*FILES, *THINGS)],
        "lists": moment.lists(),
    }
    shown = {known[one.label_id].marking for one in rows}
    shown |= {one.marking for one in (*values["mine"], *values["office"])}
    return page(request, "web/home.html", values, shown)
