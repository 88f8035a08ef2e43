"""The record of a country: what was asked, answered, done. In: a view, a country; out: pages.

Every number leads to its rows: the same page with the group in its address.
"""

from http import HTTPStatus

import pycountry
from django.http import Http404, HttpRequest, HttpResponse

from catchall_desk.jobs import country as counting
from catchall_desk.jobs import moment
from catchall_desk.jobs.country import GROUPS, Record
from catchall_desk.store.labels import by_id
from catchall_desk.store.view import View
from catchall_desk.web import charts, words
from catchall_desk.web.access import reading
from catchall_desk.web.charts import Bar, Chart
from catchall_desk.web.pages import page
from catchall_desk.web.screens.files import COLUMNS, row
from catchall_desk.web.tables import PAGE, Cell, Column, Filter, Row, Table, export

LIST_COLUMNS = (
    Column("country", "Country"),
    Column("cases", "Cases about it"),
    Column("requests", "Requests to it"),
)


@reading
def countries(request: HttpRequest, view: View) -> HttpResponse:
    """The countries that files name, with how many."""
    table = Table(
        name="countries",
        title="Countries",
        columns=LIST_COLUMNS,
        rows=tuple(
            Row(
                {
                    "country": Cell(f"{name_of(land)} ({land})", f"{land}/"),
                    "cases": Cell(str(cases), f"{land}/?group=cases", "number"),
                    "requests": Cell(str(sent), f"{land}/?group=requests", "number"),
                },
                f"{land}/",
                land,
            )
            for land, (cases, sent) in counting.countries(view).items()
        ),
        empty="No file names a country, that you may see.",
        advice="A country is named by a case that is about it, or a request to its government.",
        query=request.GET,
    )
    answer = export(request, table, words.moment(moment.now()))
    return answer or page(request, "web/countries.html", {"table": table}, [])


@reading
def country(request: HttpRequest, view: View, land: str) -> HttpResponse:
    """The numbers of a country; with ``group`` in the address, the rows of one of them."""
    if not (len(land) == len("DE") and land.isascii() and land.isupper()):
        raise Http404(land)
    found = counting.record(view, land)
    group = request.GET.get("group", "requests")
    if group not in GROUPS:
        return page_404(request, group)
    kind = request.GET.get("kind", "") if group == "measures" else ""
    table = table_of(request, found, group, kind)
    answer = export(request, table, words.moment(moment.now()))
    if answer is not None:
        return answer
    values = {
        "land": land,
        "name": name_of(land),
        "record": found,
        "table": table,
        "charts": drawn(found),
        "capped": counting.MOST in (len(found.requests), len(found.measures), len(found.cases)),
        "most": counting.MOST,
        "again": found.again[:PAGE] if group == "recurrence" else (),
    }
    return page(request, "web/country.html", values, markings(found))


def page_404(request: HttpRequest, group: str) -> HttpResponse:
    """That there is no such group of rows."""
    values = {"reason": f"There is no group {group!r}; take one of: {', '.join(GROUPS)}."}
    response = page(request, "400.html", {**values, "again": request.path}, [])
    response.status_code = HTTPStatus.BAD_REQUEST
    return response


def markings(found: Record) -> set[str]:
    """The markings of all that is counted: a number tells of its rows."""
    labels = by_id()
    rows = [*found.group("requests"), *found.measures, *found.cases]
    rows += [one for again in found.again for one in (again.row, again.party)]
    return {labels[one.label_id].marking for one in rows}


def drawn(found: Record) -> tuple[Chart, Chart]:
    """Requests by what came of them and all counts; measures by kind."""
    groups = (
        Bar(said, len(found.group(name)), f"?group={name}") for name, said in GROUPS.items()
    )
    kinds = (
        Bar(words.spaced(kind), number, f"?group=measures&kind={kind}")
        for kind, number in found.by_kind.items()
    )
    return (
        charts.chart("groups", "What was asked, and what came of it", groups),
        charts.chart("kinds", "Measures by kind", kinds),
    )


def table_of(request: HttpRequest, found: Record, group: str, kind: str) -> Table:
    """The rows of one number, page by page."""
    rows = [one for one in found.group(group) if kind in ("", one.fields.get("kind"))]
    asked = request.GET.get("cursor", "")
    start = int(asked) if asked.isdecimal() else 0
    labels = by_id()
    more = str(start + PAGE) if len(rows) > start + PAGE else ""
    return Table(
        name="rows",
        title=f"{GROUPS[group]}: {name_of(found.country)}",
        columns=COLUMNS,
        rows=tuple(
            row(one, labels[one.label_id].marking) for one in rows[start : start + PAGE]
        ),
        filters=(Filter("group", "Rows of", group, tuple(GROUPS.items())),),
        next=more,
        empty="Nothing is counted here, that you may see.",
        advice="Numbers come from what was recorded: send a request, record its answer, "
        "propose a measure in a case about the country.",
        query=request.GET,
    )


def name_of(land: str) -> str:
    """The name of a country; its code where it has none.

    >>> name_of("MT"), name_of("XX")
    ('Malta', 'XX')
    """
    found = pycountry.countries.get(alpha_2=land)
    return str(getattr(found, "common_name", found.name)) if found else land
