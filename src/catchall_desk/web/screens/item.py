"""The page of an item. In: an item as its reader sees it; out: limits, evidence, rulings."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.naming import said
from catchall_desk.jobs import moment
from catchall_desk.jobs.rows import measured
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import View
from catchall_desk.web import dialogue, second, told, words
from catchall_desk.web.access import found, reading
from catchall_desk.web.pages import page
from catchall_desk.web.screens.goods import lawbook

KIND = "item"
MOST = 30
"""Files whose rulings one page looks through."""


@reading
def item(request: HttpRequest, view: View, stream: str) -> HttpResponse:
    """What is known of an item beside the limits of the lists, and who said what it is."""
    file = found(view, KIND, stream)
    used = users(view, stream)
    rulings = second.rulings([*standing(file, "classified"), *classified(view, used)], stream)
    book, at = lawbook(), moment.now()
    names = told.named(view, (event.body for event in file.entries))
    values: dict[str, Any] = {
        "file": file,
        "goods": goods(file),
        "told": dialogue.dialogue(goods(file), book, at.date()),
        "claims": told.timeline(standing(file, "claim"), names),
        "check": second.check(rulings),
        "used": used,
        "lawbook": f"{book.version}+{book.hash[:12]}",
        "citation": f"({file.marking}) {file.fields.get('name', KIND)}. catchall {KIND} "
        f"{file.id}, lawbook {book.version}+{book.hash[:12]}, {words.moment(at)}. "
        f"{request.build_absolute_uri(request.path)}",
    }
    known = by_id()
    shown = {event.marking for event in view.timeline(stream)}
    shown |= {known[row.label_id].marking for row in (*used, *names.values())}
    shown |= {one.marking for one in rulings}
    return page(request, "web/item.html", values, shown)


def goods(file: File) -> dialogue.Goods:
    """The item as the lists are asked of it: its words, customs code and parameters."""
    claims = standing(file, "claim")
    texts = [str(file.fields.get("name", "")), *said(claims, "description")]
    params = {name: str(value) for name, value in measured(claims).items()}
    codes = said(claims, "hs_code")
    return dialogue.Goods("; ".join(filter(None, texts)), codes[-1] if codes else "", params)


def users(view: View, stream: str) -> list[FileRow]:
    """The files that name the item, as far as the reader may see them."""
    sources = dict.fromkeys(
        edge.source for edge in view.edges(stream) if str(edge.target) == stream
    )
    return list(view.rows_of(list(sources)[:MOST]).values())


def classified(view: View, used: list[FileRow]) -> Iterator[Event]:
    """The rulings that stand in the files that name the item."""
    for row in used:
        file = view.file(str(row.stream))
        yield from standing(file, "classified") if file else ()
