"""Reading a message. In: text or a file, verdicts; out: facts beside their words, then files.

Nothing becomes a file before a person accepts it; what is rejected stays with its reason.
"""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from catchall.errors import CatchallError, InputError
from catchall_desk.accounts import access as users
from catchall_desk.errors import NotFoundError, ProposalError
from catchall_desk.jobs import drafts, moment
from catchall_desk.jobs.drafts import Message, Offer, Verdicts
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import EventRow, FileRow
from catchall_desk.store.view import View, is_uuid, view_of
from catchall_desk.web import facts
from catchall_desk.web.pages import Context, page
from catchall_desk.web.sending import REFUSALS, Refusal, refusal

PASTED = "pasted.txt"
LARGEST = 16 * 1024 * 1024
"""Bytes of a message; a larger one is for ``catchall read``."""
SHOWN = 20
NOT_RECORDED: tuple[type[CatchallError], ...] = (ProposalError, *REFUSALS)
Uuids = dict[Any, FileRow]


def telegrams(request: HttpRequest) -> HttpResponse:
    """The form for a message and the newest ones; once it was sent, its facts."""
    if request.method != "POST":
        return entrance(request, None)
    taken = taken_in(request)
    if isinstance(taken, Refusal):
        return entrance(request, taken)
    return HttpResponseRedirect(reverse("telegram", kwargs={"stream": taken}))


def entrance(request: HttpRequest, refused: Refusal | None) -> HttpResponse:
    """The form for a message, with what was typed before."""
    with view_of(users.reader(request)) as view:
        rows = newest(view)
    known = by_id()
    said = request.POST.get("marking", "").strip()
    values = {
        "rows": [(row, known[row.label_id].marking) for row in rows],
        "refused": refused,
        "text": request.POST.get("text", ""),
        "marking_said": said,
        "addressees": request.POST.get("addressees", ""),
    }
    markings = {known[row.label_id].marking for row in rows} | ({said} if said else set())
    response = page(request, "web/telegrams.html", values, markings)
    response.status_code = refused.status if refused else HTTPStatus.OK
    return response


def newest(view: View) -> list[FileRow]:
    """The messages that were put in last, as far as the reader may see them."""
    events = view.rows(EventRow.objects).filter(type=drafts.DRAFTED)
    streams = [one.stream for one in events.order_by("-recorded_at")[:SHOWN]]
    rows: Uuids = view.rows_of(streams)
    return [rows[one] for one in streams if one in rows]


def taken_in(request: HttpRequest) -> str | Refusal:
    """The id of the message that was put in, or why it was not."""
    file = request.FILES.get("file")
    if file is not None and (file.size or 0) > LARGEST:
        return unreadable("The file is larger than 16 MiB: read it with catchall read.")
    data = file.read() if file is not None else request.POST.get("text", "").encode()
    if not data.strip():
        return unreadable("Nothing was given: paste the text, or choose a file.")
    return put(request, data, str(file.name) if file is not None else PASTED)


def put(request: HttpRequest, data: bytes, name: str) -> str | Refusal:
    """The same for these bytes, whatever they came as."""
    marking = request.POST.get("marking", "").strip()
    addressees = tuple(sorted(request.POST.get("addressees", "").split()))
    reader = users.reader(request)
    try:
        message = Message(data, name, marking, addressees)
        return drafts.put(message, reader, moment.moment(), reader.country)
    except InputError as error:
        return unreadable(f"{error.problem}. {error.advice}")
    except tuple(REFUSALS) as error:
        return refusal(error)


def unreadable(why: str) -> Refusal:
    """That nothing of it can be read."""
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, (why,))


def telegram(request: HttpRequest, stream: str) -> HttpResponse:
    """The facts of a message beside its text; once one was judged, the next."""
    try:
        if request.method != "POST":
            return review(request, stream, None)
        refused = judged(request, stream)
        if refused is not None:
            return review(request, stream, refused)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    messages.success(request, "Recorded; here is the next fact.")
    return HttpResponseRedirect(reverse("telegram", kwargs={"stream": stream}) + "#fact")


def judged(request: HttpRequest, stream: str) -> Refusal | None:
    """None when what the person says of a fact was recorded; else why it was not.

    Raises:
        NotFoundError: there is no such message or fact that the user may see.
    """
    reader, key = users.reader(request), request.POST.get("key", "")
    with view_of(reader) as view:
        text = drafts.text(view, stream)
        one = chosen([facts.fact(each, text) for each in drafts.offers(view, stream)], key)
    if one is None or one.key != key:
        raise NotFoundError("fact")
    try:
        said = facts.verdict(one, request.POST, request.POST.getlist("keep"))
        joined = request.POST.get("joined", "").strip().rstrip("/").rpartition("/")[2]
        verdicts = Verdicts((said,), {key: joined}, request.POST.get("marking", "").strip())
        drafts.settle(stream, verdicts, reader, moment.moment())
    except NOT_RECORDED as error:
        return refused(error)
    return None


def refused(error: CatchallError) -> Refusal:
    """Why a verdict was not recorded."""
    if isinstance(error, ProposalError):
        return unreadable(str(error))
    return refusal(error)


def chosen(found: list[facts.Fact], key: str) -> facts.Fact | None:
    """The fact of the address; else the first that nobody has judged; else none."""
    asked = (one for one in found if one.key == key)
    return next(asked, None) or next((one for one in found if not one.says), None)


def review(request: HttpRequest, stream: str, why: Refusal | None) -> HttpResponse:
    """The page of a message's facts.

    Raises:
        NotFoundError: there is no such message that the user may see.
    """
    asked = request.POST.get("key") or request.GET.get("fact", "")
    with view_of(users.reader(request)) as view:
        text, offers = drafts.text(view, stream), drafts.offers(view, stream)
        row = view.row(stream)
        rows = view.rows_of(sorted({one for each in offers for one in streams(each)}))
    found = [facts.fact(one, text) for one in offers]
    here = chosen(found, asked)
    known = by_id()
    own = known[row.label_id].marking if row else ""
    values: Context = {
        "row": row,
        "stream": stream,
        "marking_said": request.POST.get("marking") or own,
        "facts": found,
        "here": here,
        "left": sum(not one.says for one in found),
        "pieces": facts.pieces(text, offers, here.key if here else ""),
        "refused": why,
        "like": likes(here, rows) if here else [],
        "own": own,
    }
    markings = [own, *(known[one.label_id].marking for one in rows.values())]
    response = page(request, "web/telegram.html", values, filter(None, markings))
    response.status_code = why.status if why else HTTPStatus.OK
    return response


def streams(offer: Offer) -> set[Any]:
    """The streams that a fact is like, or that came of it."""
    told = [hint.target for hint in offer.like]
    told += [offer.judged.stream] if offer.judged else []
    return {UUID(one) for one in told if is_uuid(one)}


def likes(one: facts.Fact, rows: Uuids) -> list[tuple[str, str, str]]:
    """What is here already like a fact: where it leads, its title, why."""
    found = []
    for hint in one.like:
        row = rows.get(UUID(hint.target)) if is_uuid(hint.target) else None
        found.append((hint.target if row else "", row.title if row else hint.target, hint.why))
    return found
