"""Looking after the desk: import, export, chain, health, counters. In: requests; out: answers.

None of them tells how much there is that the caller may not see.
"""

from collections.abc import Iterator

from django.db import connections, transaction
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from catchall_desk.accounts import access
from catchall_desk.accounts.models import User
from catchall_desk.accounts.tokens import verify as verified
from catchall_desk.accounts.webhooks import loopback
from catchall_desk.api import metrics, wire
from catchall_desk.api import shapes as s
from catchall_desk.api.exports import ftm_lines
from catchall_desk.api.routes_files import ndjson, security
from catchall_desk.api.wire import Route
from catchall_desk.errors import NotAllowedError
from catchall_desk.jobs import moment, telling
from catchall_desk.store.bulk import Report, import_lines
from catchall_desk.store.database import alias
from catchall_desk.store.desk import together
from catchall_desk.store.labels import kernel
from catchall_desk.store.verify import verify
from catchall_desk.store.view import view_of

OVERSEERS = ("auditor", "administrator")
REJECTS_TOLD = 10_000
"""Most rejected lines that one answer names; their number is always told."""


def add_to(router: Router) -> None:
    """Registers the routes."""
    lines = {
        "requestBody": {
            "required": True,
            "content": {"application/x-ndjson": {"schema": {"type": "string"}}},
        },
        **security("import"),
    }
    taken = Route(s.ImportOut, "import", refuses=(400, 413), extra=lines, name="import_events")
    wire.add(router, "POST /import", taken, import_events)
    out = Route(str, "export", refuses=(400,), extra={**ndjson(), **security("export")})
    wire.add(router, "GET /export", out, export)
    wire.add(router, "GET /export/ftm", out, export_ftm)
    wire.add(router, "GET /chain", Route(s.ChainOut), chain)
    wire.add(router, "GET /health", Route(s.HealthOut, open=True), health)
    text = {
        "content": {"text/plain": {"schema": {"type": "string"}}},
        "description": "Counters",
    }
    counters = Route(str, extra={"responses": {200: text}}, open=True, name="metrics")
    wire.add(router, "GET /metrics", counters, counted)


def import_events(request: HttpRequest, query: Query[s.ImportQuery]) -> HttpResponse:
    """Takes events of history, one a line; every line that is not taken is named.

    A line that is sent again adds nothing, whatever its Idempotency-Key.
    """
    reader = access.reader(request)
    if reader.role != "administrator":
        raise NotAllowedError("history is imported by an administrator")
    rows = request.body.splitlines()
    with together():
        report = import_lines(rows, reader, moment.moment())
        transaction.set_rollback(query.dry_run, using=alias())
    return wire.answer(reported(report, dry=query.dry_run))


def reported(report: Report, *, dry: bool) -> dict[str, object]:
    """What became of the lines."""
    told = [
        {"line": one.line, "id": one.id, "problem": one.problem}
        for one in report.rejects[:REJECTS_TOLD]
    ]
    return {
        "rows": report.rows,
        "taken": report.taken,
        "already": report.already,
        "rejected": len(report.rejects),
        "dry_run": dry,
        "rejects": told,
    }


def export(request: HttpRequest, query: Query[s.ExportQuery]) -> HttpResponse:
    """All events that you may see, with their history, one a line, in order of recording.

    ``Link`` names the next page; there is none at the end.
    """
    with view_of(access.reader(request)) as view:
        page = view.events(query.cursor, query.limit)
        rows = [f"{wire.text_of(one)}\n".encode() for one in telling.events(view, page.rows)]
    headers = {}
    if page.next:
        after = f"{request.path}?cursor={page.next}&limit={query.limit}"
        headers["Link"] = f'<{after}>; rel="next"'
    return wire.lines(rows, headers)


def export_ftm(request: HttpRequest) -> HttpResponse:
    """The parties and links that you may see, as FollowTheMoney entities, one a line."""
    with view_of(access.reader(request)) as view:
        return wire.lines(ftm_lines(view))


def chain(request: HttpRequest) -> HttpResponse:
    """Is the log as it was written? If not, the first bad record. For auditors."""
    if access.reader(request).role != "auditor":
        raise NotAllowedError("the chain is verified by an auditor")
    with kernel():
        bad = verify()
    if bad is None:
        return wire.answer({"intact": True})
    return wire.answer({"intact": False, "event": bad.event or None, "problem": bad.problem})


def health(request: HttpRequest) -> HttpResponse:
    """Does the desk answer, and its database?"""
    with connections[alias()].cursor() as cursor:
        cursor.execute("SELECT 1")
    return wire.answer({"status": "ok"})


def counted(request: HttpRequest) -> HttpResponse:
    """Requests by route and status, for Prometheus: on this machine, or for overseers."""
    if not here(request) and not oversees(request):
        raise NotAllowedError("counters are for this machine, auditors and administrators")
    return HttpResponse("".join(told()), content_type="text/plain; version=0.0.4")


def oversees(request: HttpRequest) -> bool:
    """Does it come from an auditor or administrator? This address lets anybody come so far."""
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    token = verified(text.strip(), moment.now()) if scheme.lower() == "bearer" else None
    user = token.user if token else request.user
    return isinstance(user, User) and user.is_active and user.role in OVERSEERS


def told() -> Iterator[str]:
    """The counters as text."""
    return metrics.lines()


def here(request: HttpRequest) -> bool:
    """Does the request come from this machine itself, through no proxy?"""
    direct = "X-Forwarded-For" not in request.headers
    return direct and loopback(request.META.get("REMOTE_ADDR"))
