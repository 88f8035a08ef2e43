"""Parts of pages. In: nouns of the desk; out: marked-up text; nothing is looked up here."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from catchall_desk.web import words
from catchall_desk.web.banner import Banner, banner
from catchall_desk.web.charts import Chart
from catchall_desk.web.clocks import Clock
from catchall_desk.web.network import Drawing
from catchall_desk.web.pages import Place
from catchall_desk.web.tables import Cell, Column, Row, Table
from catchall_desk.web.told import Line, Told
from catchall_desk.web.worldmap import Map

register = template.Library()


@register.filter
def moment(at: datetime | None) -> str:
    """A moment with its zone."""
    return words.moment(at)


@register.filter
def day(on: date | None) -> str:
    """A day as ISO text."""
    return on.isoformat() if on else ""


@register.filter
def spaced(name: str) -> str:
    """A name of the kernel as words."""
    return words.spaced(str(name))


@register.filter
def plural(kind: str) -> str:
    """More than one of a kind."""
    return words.plural(kind)


@register.filter
def cells(row: Row, columns: Iterable[Column]) -> list[Cell]:
    """The cells of a row in the order of the columns."""
    return [row.cells.get(one.key, Cell("")) for one in columns]


@register.simple_tag
def banner_of(shown: Banner | str, nothing: Banner | str) -> Banner:
    """The banner of a page; that of nothing where a view shows nothing marked."""
    for one in (shown, nothing):
        if isinstance(one, Banner):
            return one
    return banner(())


@register.simple_tag
def place_url(place: Place) -> str:
    """Where a place of the navigation leads."""
    return reverse(place.name, kwargs={"kind": place.kind} if place.kind else {})


@register.simple_tag(takes_context=True)
def is_here(context: Mapping[str, Any], place: Place) -> SafeString:
    """The attribute that tells the place one is at."""
    request = context.get("request")
    here = request is not None and request.path == place_url(place)
    return mark_safe(' aria-current="page"' if here else "")  # noqa: S308 - a constant


@register.inclusion_tag("web/parts/marking.html")
def marking(text: str) -> dict[str, Any]:
    """A chip with a marking."""
    return {"banner": chip(text)}


@lru_cache(maxsize=10_000)
def chip(text: str) -> Banner:
    """The banner of one marking; a page asks for the same few again and again."""
    return banner([text])


@register.inclusion_tag("web/parts/clock.html")
def clock(one: Clock) -> dict[str, Any]:
    """A chip with a due day, its basis and what silence does."""
    return {"clock": one}


@register.inclusion_tag("web/parts/clock_list.html")
def clock_list(clocks: Iterable[Clock]) -> dict[str, Any]:
    """Duties, one below the other."""
    return {"clocks": clocks}


@register.inclusion_tag("web/parts/state.html")
def state(name: str, ended: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 - of a tag
    """A chip with the state of a file."""
    return {"state": name, "ended": ended}


@register.inclusion_tag("web/parts/empty.html")
def empty(what: str, advice: str = "") -> dict[str, Any]:
    """That nothing is here, and what to do about it."""
    return {"what": what, "advice": advice}


@register.inclusion_tag("web/parts/table.html", takes_context=True)
def data_table(context: Mapping[str, Any], table: Table) -> dict[str, Any]:
    """A table with filters, columns, pages and downloads."""
    return {
        "table": table,
        "request": context.get("request"),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("web/parts/told.html")
def told(values: Iterable[Told]) -> dict[str, Any]:
    """Names with their values, source and marking."""
    return {"values": values}


@register.inclusion_tag("web/parts/timeline.html")
def timeline(lines: Iterable[Line]) -> dict[str, Any]:
    """What was done, in order."""
    return {"lines": lines}


@register.inclusion_tag("web/parts/chart.html")
def chart(drawn: Chart) -> dict[str, Any]:
    """Bars, with a table whose numbers lead to their rows."""
    return {"chart": drawn}


@register.inclusion_tag("web/parts/network.html")
def network(drawing: Drawing) -> dict[str, Any]:
    """What stands around a thing, drawn and as a table."""
    return {"drawing": drawing}


@register.inclusion_tag("web/parts/map.html")
def worldmap(drawn: Map) -> dict[str, Any]:
    """A route on a map, and as a table."""
    return {"map": drawn}


@register.inclusion_tag("web/parts/citation.html")
def citation(text: str) -> dict[str, Any]:
    """A citation to copy."""
    return {"text": text}
