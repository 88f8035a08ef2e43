"""Shipments in bulk: upload, dry run, progress, errors, undo. In: a file; out: pages.

A request only says what is wanted. The desk's worker does it, batch by batch.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from catchall.errors import CatchallError
from catchall.output.flat import neutral
from catchall_desk.accounts import access as users
from catchall_desk.errors import NotAllowedError, NotFoundError, RefusedError
from catchall_desk.jobs import moment
from catchall_desk.jobs.models import Upload, UploadMade, UploadReject
from catchall_desk.jobs.uploads import states
from catchall_desk.web import words
from catchall_desk.web.pages import page
from catchall_desk.web.sending import Refusal, refusal

SHOWN = 50
TEMPLATE = (
    ("id", "S-1"),
    ("line", "1"),
    ("date", "2026-03-02"),
    ("exporter_name", "Holm Feinwerk"),
    ("exporter_country", "DE"),
    ("consignee_name", "Quayside Pumps Trading"),
    ("consignee_country", "AE"),
    ("consignee_address", "4 Harbour Road, Dubai"),
    ("consignee_id", ""),
    ("end_user_name", ""),
    ("end_user_country", ""),
    ("description", "Diaphragm pump, stainless steel"),
    ("hs_code", "841350"),
    ("parameters", ""),
    ("quantity", "2"),
    ("quantity_unit", "pieces"),
    ("value", "5200.00"),
    ("currency", "EUR"),
    ("loading_port", "Hamburg"),
    ("discharge_port", "Jebel Ali"),
    ("destination_country", "AE"),
    ("stated_end_use", "Water treatment"),
    ("licence_no", ""),
    ("exporter_knowledge", "none"),
)
"""The usual columns with an invented row; others of the manual are taken too."""
SAID = {
    ("check", "waiting"): "waits for its check",
    ("check", "working"): "is being checked; nothing is recorded",
    ("check", "done"): "is checked; nothing is recorded yet",
    ("make", "waiting"): "waits to be made into transactions",
    ("make", "working"): "is being made into transactions",
    ("make", "done"): "is made",
    ("undo", "waiting"): "waits to be undone",
    ("undo", "working"): "is being undone",
    ("undo", "done"): "is undone: what could be abandoned is",
}


def uploads(request: HttpRequest) -> HttpResponse:
    """One's own uploads and the form of a new one; after it was sent, the upload."""
    actor = users.reader(request)
    refused: Refusal | None = None
    if request.method == "POST":
        try:
            made = states.begin(actor, sent(request), moment.now())
            return redirect("upload", key=made.id)
        except (NotAllowedError, RefusedError) as error:
            refused = refusal(error)
    mine = Upload.objects.filter(user=actor.user).order_by("-begun_at")[:SHOWN]
    found = [one for one in mine if states.may_see(actor, one)]
    values = {
        "uploads": [(one, said(one)) for one in found],
        "refused": refused,
        "marking": request.POST.get("marking", ""),
        "addressees": request.POST.get("addressees", ""),
        "largest": states.LARGEST >> 20,
    }
    response = page(request, "web/uploads.html", values, {one.marking for one in found})
    response.status_code = refused.status if refused else HTTPStatus.OK
    return response


def sent(request: HttpRequest) -> states.Sent:
    """The file of the form, with its marking."""
    file = request.FILES.get("file")
    named = tuple(sorted(request.POST.get("addressees", "").split()))
    marking = request.POST.get("marking", "").strip()
    if file is None:
        return states.Sent("", b"", marking, named)
    too_large = (file.size or 0) > states.LARGEST
    data = b"\0" * (states.LARGEST + 1) if too_large else file.read()
    return states.Sent(file.name or "", data, marking, named)


def said(one: Upload) -> str:
    """Where an upload stands, in words."""
    if one.state == states.STOPPED:
        return "is stopped; what is done stays done"
    if one.state == states.FAILED:
        return "has failed"
    return SAID.get((one.step, one.state), one.state)


def upload(request: HttpRequest, key: str) -> HttpResponse:
    """One upload: how far it is, what was rejected, and what may be done with it."""
    found = mine(request, key)
    rejects = UploadReject.objects.filter(upload=found)
    total = found.shipments
    if found.step == states.UNDO:
        total = UploadMade.objects.filter(upload=found).count()
    before = Upload.objects.filter(user=found.user, sha256=found.sha256)
    values = {
        "upload": found,
        "said": said(found),
        "live": found.state in states.LIVE,
        "total": total,
        "rejects": rejects.order_by("line", "id")[:SHOWN],
        "rejected": rejects.exclude(step=states.UNDO).count(),
        "kept": rejects.filter(step=states.UNDO).count(),
        "may": [wish for wish, at in states.MAY.items() if (found.step, found.state) in at],
        "files": UploadMade.objects.filter(upload=found).order_by("number")[:SHOWN],
        "before": before.filter(begun_at__lt=found.begun_at).order_by("-begun_at").first(),
    }
    return page(request, "web/upload.html", values, [found.marking])


def mine(request: HttpRequest, key: str) -> Upload:
    """The user's own upload.

    Raises:
        Http404: there is none.
    """
    try:
        return states.mine(users.reader(request), key)
    except NotFoundError as error:
        raise Http404("upload") from error


@require_POST
def asking(request: HttpRequest, key: str, wish: str) -> HttpResponse:
    """Makes, stops, resumes or undoes an upload: says so to the worker."""
    found = mine(request, key)
    try:
        states.ask(users.reader(request), found, wish, moment.now())
    except CatchallError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(request.path.rsplit(f"{wish}/", 1)[0])


def errors(request: HttpRequest, key: str) -> StreamingHttpResponse:
    """The rejected rows as CSV, to be corrected and sent again."""
    found = mine(request, key)
    return file(rejected(found), f"errors-{found.id}.csv")


def rejected(found: Upload) -> Iterator[str]:
    """The lines of the file, as they are read from the database."""
    yield csv_line([f"# {found.marking}"])
    yield csv_line([f"# Rejected rows of {found.name}; {words.moment(moment.now())}"])
    yield csv_line(["line", "place", "reason", "words"])
    rows = UploadReject.objects.filter(upload=found).order_by("line", "id")
    for one in rows.iterator(chunk_size=2000):
        yield csv_line([str(one.line), one.place, one.reason, one.words])


def csv_line(cells: Iterable[str]) -> str:
    """One line of CSV; no cell is a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([neutral(cell) for cell in cells])
    return out.getvalue()


def template(request: HttpRequest) -> StreamingHttpResponse:
    """A file to fill in: the usual columns, and one invented row."""
    return file(map(csv_line, zip(*TEMPLATE, strict=True)), "shipments.csv")


def file(lines: Iterator[str], name: str) -> StreamingHttpResponse:
    """A file to keep."""
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
