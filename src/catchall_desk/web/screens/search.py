"""Search over all that one may see. In: a view, words; out: what was found, surest first."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from catchall_desk.cases.events import KINDS
from catchall_desk.jobs import finding, moment
from catchall_desk.store.view import View
from catchall_desk.web import words
from catchall_desk.web.access import reading
from catchall_desk.web.pages import page
from catchall_desk.web.tables import Cell, Column, Filter, Row, Table, export
from catchall_desk.web.told import href

MOST = 100
COLUMNS = (
    Column("title", "Title"),
    Column("kind", "Kind"),
    Column("state", "State"),
    Column("why", "Found by"),
    Column("score", "Score"),
    Column("marking", "Marking"),
)


@reading
def search(request: HttpRequest, view: View) -> HttpResponse:
    """What is found by a name, a number, an address or a word, in any script."""
    said = request.GET.get("q", "").strip()
    table = table_of(request, view, said)
    answer = export(request, table, words.moment(moment.now()))
    if answer is not None:
        return answer
    return page(request, "web/search.html", {"said": said, "table": table}, table.markings)


def table_of(request: HttpRequest, view: View, said: str) -> Table:
    """What was found, as a table."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    found = finding.search(view, said, kind or None, MOST) if said else []
    kinds = tuple((one, words.plural(one)) for one in KINDS)
    return Table(
        name="search",
        title="Found",
        columns=COLUMNS,
        rows=tuple(map(row, found)),
        filters=(Filter("q", "Words", said), Filter("kind", "Kind", kind, kinds)),
        empty="Nothing is found that you may see.",
        advice="Write a name in any script, a number (IMO, tax, licence, bill of lading), an "
        "address, a telephone number or a word of a title.",
        query=request.GET,
    )


def row(found: dict[str, Any]) -> Row:
    """One thing found."""
    file = found["file"]
    at = href(file["kind"], file["id"])
    cells = {
        "title": Cell(file["title"] or file["kind"], at),
        "kind": Cell(file["kind"]),
        "state": Cell(file["state"], look="state", tone="ended" if file["ended"] else ""),
        "why": Cell("; ".join(f"{one['kind']}: {one['text']}" for one in found["why"])),
        "score": Cell(found["score"], look="number"),
        "marking": Cell(file["marking"], look="marking"),
    }
    return Row(cells, at, file["id"], file["marking"])
