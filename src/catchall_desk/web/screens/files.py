"""Lists of files and things of one kind. In: a view, a kind; out: a table with its filters."""

from django.http import Http404, HttpRequest, HttpResponse

from catchall_desk.cases.events import FILES, KINDS
from catchall_desk.cases.machines import machines
from catchall_desk.cases.policy import MAY_RECORD
from catchall_desk.jobs import moment
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import Asked, View
from catchall_desk.web import charts, words
from catchall_desk.web.access import reading
from catchall_desk.web.pages import page
from catchall_desk.web.tables import PAGE, Cell, Column, Filter, Row, Table, export
from catchall_desk.web.told import href

COLUMNS = (
    Column("title", "Title"),
    Column("state", "State"),
    Column("about", "About"),
    Column("office", "Office"),
    Column("officer", "Officer"),
    Column("author", "Opened by", first=False),
    Column("opened", "Opened", first=False),
    Column("changed", "Changed"),
    Column("marking", "Marking"),
)


@reading
def files(request: HttpRequest, view: View, kind: str) -> HttpResponse:
    """The files of a kind that the reader may see, the newest change first."""
    if kind not in KINDS:
        raise Http404(kind)
    table = table_of(request, view, kind)
    answer = export(request, table, words.moment(moment.now()))
    if answer is not None:
        return answer
    by = "state" if kind in FILES else "about"
    counts = view.counts(kind, by)
    bars = (
        charts.Bar(words.spaced(name) or "not told", number, f"?{by}={name}")
        for name, number in counts.items()
    )
    values = {
        "kind": kind,
        "table": table,
        "chart": charts.chart("counts", f"{words.plural(kind).capitalize()} by {by}", bars),
        "counts": len(counts),
        "may_open": may_open(view, kind),
    }
    return page(request, "web/files.html", values, table.markings)


def may_open(view: View, kind: str) -> bool:
    """May the reader's role open such a file?"""
    if kind in FILES:
        return view.reader.role in machines()[kind].opening.roles
    return view.reader.role in MAY_RECORD["begin"]


def table_of(request: HttpRequest, view: View, kind: str) -> Table:
    """The page of rows that the address asks for."""
    states = sorted(machines()[kind].states) if kind in FILES else []
    asked = request.GET
    filters = (
        Filter(
            "state",
            "State",
            asked.get("state", ""),
            tuple((one, words.spaced(one)) for one in states),
        ),
        Filter("about", "About (country)", asked.get("about", "").upper()),
        Filter("office", "Office", asked.get("office", "")),
        Filter("officer", "Officer", asked.get("officer", "")),
    )
    kept = filters if kind in FILES else ()
    equal = {one.name: one.value for one in kept if one.value}
    found = view.files(kind, Asked(equal, asked.get("cursor", ""), PAGE))
    known = by_id()
    rows = tuple(row(one, known[one.label_id].marking) for one in found.rows)
    return Table(
        name=words.plural(kind),
        title=words.plural(kind).capitalize(),
        columns=COLUMNS,
        rows=rows,
        filters=kept,
        next=found.next,
        empty=f"No {words.plural(kind)} here that you may see.",
        query=asked,
    )


def row(found: FileRow, marking: str) -> Row:
    """What the list shows of one file."""
    at = href(found.kind, str(found.stream))
    cells = {
        "title": Cell(found.title or found.kind, at),
        "state": Cell(found.state, look="state", tone="ended" if found.ended else ""),
        "about": Cell(found.about),
        "office": Cell(found.office),
        "officer": Cell(found.officer),
        "author": Cell(found.author),
        "opened": Cell(words.moment(found.opened_at)),
        "changed": Cell(words.moment(found.changed_at)),
        "marking": Cell(marking, look="marking"),
    }
    return Row(cells, at, str(found.stream), marking)
