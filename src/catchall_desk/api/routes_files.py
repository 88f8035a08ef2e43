"""The files and things of the desk: lists, one, its history, edges, and commands to it.

In: requests; out: answers, registered for each noun by one loop.
"""

from collections.abc import Mapping
from operator import getitem
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router
from ninja.params.functions import Body as ParamBody
from ninja.params.functions import Header
from pydantic import WithJsonSchema, create_model

from catchall_desk.accounts import access
from catchall_desk.api import files, wire, writing
from catchall_desk.api import schemas as s
from catchall_desk.api.bundles import bundle
from catchall_desk.api.wire import Route
from catchall_desk.api.writing import Sent
from catchall_desk.cases.events import FILES
from catchall_desk.cases.field_schema import schema
from catchall_desk.cases.machines import machines
from catchall_desk.errors import InvalidBodyError, NotFoundError, PreconditionMissingError
from catchall_desk.jobs import network, telling
from catchall_desk.store.view import Asked, view_of

NOUNS: Mapping[str, str] = {
    "transactions": "transaction",
    "determinations": "determination",
    "cases": "case",
    "requests": "request",
    "applications": "application",
    "licences": "licence",
    "denials": "denial",
    "certificates": "certificate",
    "measures": "measure",
    "papers": "paper",
    "leads": "lead",
    "parties": "party",
    "countries": "country",
    "items": "item",
    "documents": "document",
}
"""The nouns of the API, and the kind of file or thing each is of."""
WITHOUT_TAG = frozenset({"note", "claim", "link", "respond"})
"""Plain events that only add: nothing that another may have changed is overwritten."""

Key = Annotated[str, Field(min_length=1, max_length=200)]
KEY = Header(..., alias="Idempotency-Key")
MATCH = Header(None, alias="If-Match", max_length=200)
NONE_MATCH = Header(None, alias="If-None-Match", max_length=1000)


def add_to(router: Router) -> None:
    """Registers the routes of every noun."""
    for noun, kind in NOUNS.items():
        reading(router, noun, kind)
        opening(router, noun, kind)
        changing(router, noun, kind)
    case_bundle(router)


def reading(router: Router, noun: str, kind: str) -> None:
    """The routes that list and count."""

    def listed(request: HttpRequest, query: Query[s.ListQuery]) -> HttpResponse:
        """Files that you may see, the newest change first."""
        return list_of(request, kind, query)

    def counts(request: HttpRequest, query: Query[s.CountsQuery]) -> HttpResponse:
        """How many files you may see, by one of their properties."""
        with view_of(access.reader(request)) as view:
            found = view.counts(kind, query.by)
        told = {
            str(name).lower() if query.by == "ended" else name: n for name, n in found.items()
        }
        return wire.answer({"by": query.by, "counted": "what you may see", "counts": told})

    page = Route(s.FilesOut, refuses=(400,), name=f"list_{noun}")
    wire.add(router, f"GET /{noun}", page, listed)
    wire.add(router, f"GET /{noun}/counts", Route(s.CountsOut, name=f"count_{noun}"), counts)
    one_of(router, noun, kind)


def list_of(request: HttpRequest, kind: str, query: s.ListQuery) -> HttpResponse:
    """A page of files of one kind."""
    equal = query.model_dump(exclude_none=True, exclude={"cursor", "limit"})
    with view_of(access.reader(request)) as view:
        page = view.files(kind, Asked(equal, query.cursor, query.limit))
        told = [telling.row(one) for one in page.rows]
    return wire.answer({"files": told, "next": page.next})


def one_of(router: Router, noun: str, kind: str) -> None:
    """The routes that tell of one file."""

    def one(
        request: HttpRequest,
        stream: str,
        query: Query[s.KnownQuery],
        if_none_match: str | None = NONE_MATCH,
    ) -> HttpResponse:
        """One file or thing as you may see it, with what may be done next."""
        known_on = files.day_end(query.known_on)
        found = files.shown(access.reader(request), (kind, stream), known_on)
        return wire.tagged(request, found.told, found.tag)

    def timeline(
        request: HttpRequest, stream: str, query: Query[s.TimelineQuery]
    ) -> HttpResponse:
        """Its events, as they happened or as they were recorded."""
        return history(request, (kind, stream), query)

    def edges(request: HttpRequest, stream: str) -> HttpResponse:
        """Its references and links whose both ends you may see."""
        with view_of(access.reader(request)) as view:
            files.found(view, kind, stream)
            return wire.answer(network.around(view, stream, 1))

    gone = (404,)
    wire.add(
        router,
        f"GET /{noun}/{{stream}}",
        Route(s.FileOut, refuses=gone, name=f"get_{kind}", tagged=True),
        one,
    )
    told = Route(s.EventsOut, refuses=(400, 404), name=f"timeline_of_{kind}")
    wire.add(router, f"GET /{noun}/{{stream}}/timeline", told, timeline)
    ends = Route(s.EdgesOut, refuses=gone, name=f"edges_of_{kind}")
    wire.add(router, f"GET /{noun}/{{stream}}/edges", ends, edges)


def history(
    request: HttpRequest, place: tuple[str, str], query: s.TimelineQuery
) -> HttpResponse:
    """A page of the events of the file at (kind, id)."""
    kind, stream = place
    known_on = files.day_end(query.known_on)
    with view_of(access.reader(request)) as view:
        events = view.timeline(stream, known_on)
        if not events or events[0].kind != kind:
            raise NotFoundError(kind)
        kept, more = files.page_of(files.ordered(events, query.by), query.cursor, query.limit)
        return wire.answer({"events": telling.events(view, kept), "next": more})


def opening(router: Router, noun: str, kind: str) -> None:
    """The route that opens a file or first records a thing."""
    first = first_event(kind)
    shape = schema(kind, first, opening=True)["properties"]["set"]
    values = Annotated[dict[str, Any], WithJsonSchema(shape)]
    model = create_model(f"{kind.capitalize()}In", __base__=s.OpeningIn, set=(values, ...))

    def opened(request: HttpRequest, said: Body[s.OpeningIn], key: Key = KEY) -> HttpResponse:
        """Opens a file, or first records a thing of the world."""
        beside = {"office": said.office, "officer": said.officer, "why": said.why}
        body = {name: value for name, value in beside.items() if value is not None}
        asked = writing.command(Sent(kind, first, key), said, {"set": said.set, **body})
        return writing.record(request, asked)

    opened.__annotations__["said"] = getitem(Annotated, (model, ParamBody()))
    route = Route(
        s.DoneOut, "write", 201, (400, 409, 413), extra=security("write"), name=f"open_{kind}"
    )
    wire.add(router, f"POST /{noun}", route, opened)


def first_event(kind: str) -> str:
    """The event that begins such a stream."""
    return machines()[kind].opening.event if kind in FILES else "begin"


def security(scope: str) -> dict[str, Any]:
    """What OpenAPI tells of the scope that a key needs."""
    return {"x-scope": scope}


def changing(router: Router, noun: str, kind: str) -> None:
    """The route by which events are recorded."""

    def happen(
        request: HttpRequest,
        stream: str,
        said: Body[s.EventIn],
        key: Key = KEY,
        if_match: str | None = MATCH,
    ) -> HttpResponse:
        """Records an event: a step of its machine, or a plain one."""
        if if_match is None and said.type not in WITHOUT_TAG:
            found_at_all(request, kind, stream)
            raise PreconditionMissingError(kind)
        tag = wire.matched(if_match) if if_match is not None else None
        sent = Sent(kind, said.type, key, stream, tag)
        return writing.record(request, writing.command(sent, said, body_of(said)))

    refuses = (400, 404, 409, 412, 413, 428)
    route = Route(
        s.DoneOut, "write", 201, refuses, extra=security("write"), name=f"change_{kind}"
    )
    wire.add(router, f"POST /{noun}/{{stream}}/events", route, happen)


def found_at_all(request: HttpRequest, kind: str, stream: str) -> None:
    """Nothing, or NotFoundError: what is not there is not asked for its tag."""
    with view_of(access.reader(request)) as view:
        files.found(view, kind, stream)


def body_of(said: s.EventIn) -> dict[str, Any]:
    """The body of the event: ``set`` beside the rest."""
    if said.set is None:
        return dict(said.body)
    if "set" in said.body:
        raise InvalidBodyError(("body.set", "stands twice", "give set once"))
    return {**said.body, "set": said.set}


def case_bundle(router: Router) -> None:
    """The route that tells everything of a case at once."""

    def case_bundle_of(request: HttpRequest, stream: str) -> HttpResponse:
        """A case with all its files, parties and events that you may see, as NDJSON."""
        return wire.lines(bundle(access.reader(request), stream))

    route = Route(str, "read", refuses=(404, 409), extra=ndjson(), name="bundle_of_case")
    wire.add(router, "GET /cases/{stream}/bundle", route, case_bundle_of)


def ndjson() -> dict[str, Any]:
    """What OpenAPI tells of an answer of lines."""
    content = {"application/x-ndjson": {"schema": {"type": "string"}}}
    return {"responses": {200: {"description": "Lines of JSON", "content": content}}}
