"""The first page: my work, the next deadlines, what the desk holds. In: a view; out: a page."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from catchall_desk.cases.events import KINDS
from catchall_desk.jobs import moment, tabs
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import Asked, View
from catchall_desk.web.access import reading
from catchall_desk.web.clocks import clocks
from catchall_desk.web.pages import page

SHOWN = 8


@reading
def home(request: HttpRequest, view: View) -> HttpResponse:
    """One's next deadlines, one's office's, and how much the desk holds of each kind."""
    today, first = moment.now().date(), Asked({}, limit=SHOWN)
    mine = clocks(view, tabs.duties(view, "mine", first).rows, today)
    office = clocks(view, tabs.duties(view, "office", first).rows, today)
    values = {
        "mine": mine,
        "office": office,
        "held": held(view),
        "lists": moment.lists(),
    }
    return page(request, "web/home.html", values, [one.marking for one in (*mine, *office)])


def held(view: View) -> list[tuple[str, int]]:
    """How many files and things of each kind the reader may see."""
    rows = view.rows(FileRow.objects).values_list("kind").order_by("kind")
    counts = dict(rows.annotate(number=Count("stream")))
    return [(kind, counts.get(kind, 0)) for kind in KINDS]
