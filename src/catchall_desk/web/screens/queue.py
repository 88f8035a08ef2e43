"""The queue: what is to be done by when. In: a view, a tab; out: duties with their clocks."""

from django.http import HttpRequest, HttpResponse

from catchall_desk.jobs import moment, tabs
from catchall_desk.store.view import Asked, View
from catchall_desk.web import words
from catchall_desk.web.access import reading
from catchall_desk.web.clocks import Clock, clocks
from catchall_desk.web.pages import page
from catchall_desk.web.tables import PAGE, Cell, Column, Row, Table, export
from catchall_desk.web.told import href

COLUMNS = (
    Column("due", "Due"),
    Column("file", "File"),
    Column("what", "To do"),
    Column("why", "Why it is yours"),
    Column("basis", "Basis"),
    Column("silence", "What silence does"),
    Column("kind", "Kind", first=False),
    Column("marking", "Marking"),
)
LABELS = {
    "mine": "Mine",
    "office": "My office",
    "sent": "Sent and waiting",
    "partner": "Partners ask us",
    "lapsing": "Lapsing",
}


@reading
def queue(request: HttpRequest, view: View) -> HttpResponse:
    """The duties of a tab, the nearest day first."""
    tab = request.GET.get("tab", "mine")
    tab = tab if tab in LABELS else "mine"
    table = table_of(request, view, tab)
    answer = export(request, table, words.moment(moment.now()))
    if answer is not None:
        return answer
    values = {"tab": tab, "tabs": LABELS.items(), "table": table}
    return page(request, "web/queue.html", values, table.markings)


def table_of(request: HttpRequest, view: View, tab: str) -> Table:
    """The page of duties that the address asks for."""
    asked = Asked({}, request.GET.get("cursor", ""), PAGE)
    found = tabs.duties(view, tab, asked)
    rows = tuple(map(row, clocks(view, found.rows, moment.now().date())))
    return Table(
        name="queue",
        title=f"Duties: {LABELS[tab]}",
        columns=COLUMNS,
        rows=rows,
        next=found.next,
        empty="Nothing is due here that you may see.",
        advice="Duties come from the events of files: a request that was sent, a licence that "
        "lapses, a denial to be renewed. Look at another tab, or open a file.",
        query=request.GET,
    )


def row(one: Clock) -> Row:
    """One duty as a row."""
    at = href(one.kind, one.file)
    due = f"{one.due.isoformat()}, {one.left}" if one.due else one.left
    cells = {
        "due": Cell(due, look="due", tone=one.tone),
        "file": Cell(one.title or one.kind, at),
        "what": Cell(one.what),
        "why": Cell("; ".join(one.why)),
        "basis": Cell(one.basis),
        "silence": Cell(one.silence),
        "kind": Cell(one.kind),
        "marking": Cell(one.marking, look="marking"),
    }
    return Row(cells, at, one.file, one.marking)
