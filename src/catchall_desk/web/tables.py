"""Tables whose state is the address. In: rows and a query; out: what is shown.

It is shown as a page, CSV or JSON: the same rows, each time with marking and filter.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, QueryDict

from catchall.output.flat import neutral
from catchall_desk.web.banner import banner

PAGE = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: its text, where it leads, and how it looks.

    ``look`` is empty, or one of marking, state, due, number; ``tone`` belongs to the look.
    """

    text: str
    href: str = ""
    look: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column, where Enter leads, its id and its marking."""

    cells: Mapping[str, Cell]
    href: str = ""
    id: str = ""
    marking: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``first``: it is shown when nobody chose."""

    key: str
    label: str
    first: bool = True


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter in the address; without options it is a text to write."""

    name: str
    label: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A page of rows with its filters; ``next`` is the cursor of the page after it."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    filters: tuple[Filter, ...] = ()
    next: str = ""
    empty: str = "Nothing is here that you may see."
    advice: str = "Take a filter away, or ask for less."
    bulk: tuple[tuple[str, str], ...] = ()
    """What can be done with selected rows: (value of the button, its label)."""
    query: QueryDict = field(default_factory=lambda: QueryDict(""))

    @property
    def chosen(self) -> tuple[Column, ...]:
        """The columns that are shown: those of the address, else the usual ones."""
        asked = set(self.query.getlist("column"))
        picked = tuple(one for one in self.columns if one.key in asked)
        return picked or tuple(one for one in self.columns if one.first)

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        """What the filter form must keep of the address: all but filters, columns, page."""
        own = {one.name for one in self.filters} | {"column", "cursor", "format"}
        return tuple(
            (name, value)
            for name, values in self.query.lists()
            if name not in own
            for value in values
        )

    @property
    def more(self) -> str:
        """The query of the next page."""
        return self.with_query(cursor=self.next)

    @property
    def first_page(self) -> str:
        """The query of the first page; empty when this is it."""
        return self.with_query(cursor="") if self.query.get("cursor") else ""

    @property
    def as_csv(self) -> str:
        """The query of the same rows as CSV."""
        return self.with_query(format="csv")

    @property
    def as_json(self) -> str:
        """The query of the same rows as JSON."""
        return self.with_query(format="json")

    @property
    def filter_text(self) -> str:
        """The filters in force, in words."""
        said = [f"{one.label}: {one.value}" for one in self.filters if one.value]
        return "; ".join(said) or "no filter"

    @property
    def markings(self) -> tuple[str, ...]:
        """The markings of the rows shown."""
        return tuple(row.marking for row in self.rows if row.marking)

    def with_query(self, **changed: str) -> str:
        """The address's query with some values changed; an empty one goes."""
        query = self.query.copy()
        for name, value in changed.items():
            if value:
                query[name] = value
            else:
                query.pop(name, None)
        return f"?{query.urlencode()}"


def export(request: HttpRequest, table: Table, now_text: str) -> HttpResponse | None:
    """The rows as the file that the address asks for; None: it asks for a page."""
    asked = request.GET.get("format", "")
    if asked == "csv":
        return file(table, as_csv(table, now_text), "text/csv; charset=utf-8", "csv")
    if asked == "json":
        return file(table, as_json(table, now_text), "application/json", "json")
    return None


def file(table: Table, text: str, kind: str, suffix: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(text, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{table.name}.{suffix}"'
    return response


def heading(table: Table, now_text: str) -> tuple[str, str]:
    """The marking of the rows, and what they are."""
    said = f"{table.title}, that you may see; {table.filter_text}; {now_text}"
    return banner(table.markings).text, f"{said}; more follow" if table.next else said


def as_csv(table: Table, now_text: str) -> str:
    """The rows as CSV, after two lines with marking and filter; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in heading(table, now_text):
        writer.writerow([f"# {line}"])
    columns = table.chosen
    writer.writerow([*(one.label for one in columns), "Marking of the row", "Id"])
    for row in table.rows:
        texts = [*texts_of(row, columns), row.marking, row.id]
        writer.writerow([neutral(text) for text in texts])
    return out.getvalue()


def as_json(table: Table, now_text: str) -> str:
    """The rows as JSON, with marking, filter and time."""
    marking, said = heading(table, now_text)
    columns = table.chosen
    rows = [
        {
            "id": row.id,
            "marking": row.marking,
            **dict(zip((one.key for one in columns), texts_of(row, columns), strict=True)),
        }
        for row in table.rows
    ]
    told = {"marking": marking, "what": said, "next": table.next, "rows": rows}
    return json.dumps(told, ensure_ascii=False, indent=1)


def texts_of(row: Row, columns: tuple[Column, ...]) -> Iterator[str]:
    """The texts of the columns that are shown."""
    for one in columns:
        cell = row.cells.get(one.key)
        yield cell.text if cell else ""
