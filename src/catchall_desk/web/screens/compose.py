"""The request composer. In: points with markings; out: a banner, who may read what, a request.

A preview records nothing. What is recorded goes through the commands of the desk, in the
signed-in user's name: draft or amend, then submit, approve, clearance, send.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from catchall_desk.accounts import access as users
from catchall_desk.cases.commands import Command
from catchall_desk.cases.field_table import table
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.handlers import tag
from catchall_desk.cases.policy import LabelClass, adds_nothing
from catchall_desk.errors import NotFoundError
from catchall_desk.jobs import actions, moment
from catchall_desk.store.view import View, is_uuid, view_of
from catchall_desk.web import composing, sending
from catchall_desk.web.composing import Draft
from catchall_desk.web.pages import page
from catchall_desk.web.sending import Refusal
from catchall_desk.web.told import href

STEPS = ("submit", "return", "approve", "send", "withdraw")
WORDS = {"kind": "request_kind", "silence_means": "silence", "channel": "channel"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the composer works on: a request that is there, or a case, or neither."""

    request: File | None
    case: File | None

    @property
    def beside(self) -> tuple[str, ...]:
        """Governments that brought the case."""
        return tuple(self.case.fields.get("raised_by") or ()) if self.case else ()


def compose(request: HttpRequest) -> HttpResponse:
    """The composer; after something was recorded, the request at its new address."""
    try:
        with view_of(users.reader(request)) as view:
            desk = found(request, view)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    wish = request.POST.get("do", "")
    written = drafted(request, desk)
    if not wish:
        return told(request, desk, written, None)
    result = record(request, desk, written, wish)
    if isinstance(result, Refusal):
        return told(request, desk, written, result)
    messages.success(request, f"Recorded: {wish}.")
    return HttpResponseRedirect(f"{reverse('compose')}?request={result}")


def found(request: HttpRequest, view: View) -> Desk:
    """What the address names.

    Raises:
        NotFoundError: the user may not see it.
    """
    own = seen(view, "request", request.GET.get("request", ""))
    named = request.GET.get("case", "") or str((own.fields if own else {}).get("case") or "")
    case = view.file(named) if own and named else seen(view, "case", named)
    return Desk(own, case)


def seen(view: View, kind: str, stream: str) -> File | None:
    """The file; ``None`` where none is named.

    Raises:
        NotFoundError: the user may not see it.
    """
    if not stream:
        return None
    file = view.file(stream)
    if file is None or file.kind != kind:
        raise NotFoundError(kind)
    return file


def drafted(request: HttpRequest, desk: Desk) -> Draft:
    """The draft as it is written: in the form, in the request, or empty."""
    home = users.reader(request).country
    if request.method == "POST" and "text-1" in request.POST:
        sent: Mapping[str, str] = {name: str(one) for name, one in request.POST.items()}
    elif desk.request:
        sent = composing.sent_of(desk.request.fields, desk.request.marking)
    else:
        sent = {"case": desk.case.id if desk.case else ""}
    return composing.draft(sent, home, desk.beside)


def record(request: HttpRequest, desk: Desk, written: Draft, wish: str) -> str | Refusal:
    """The id of the request that something was recorded of, or why nothing was."""
    if wish == "save":
        asked = saving(request, desk, written)
    elif wish == "clearance" and desk.request:
        said = {name: request.POST.get(name, "") for name in ("office", "says")}
        asked = command(request, "clearance", said, desk.request)
    elif wish in STEPS and desk.request:
        asked = command(request, wish, {}, desk.request)
    else:
        asked = Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, (f"{wish} is no step of a request.",))
    done = asked if isinstance(asked, Refusal) else sending.send(request, asked)
    return done if isinstance(done, Refusal) else done.stream


def saving(request: HttpRequest, desk: Desk, written: Draft) -> Command | Refusal:
    """The command that keeps the draft, or why it cannot be kept."""
    if written.problem:
        return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, (written.problem,))
    body: dict[str, Any] = {"set": written.body}
    if desk.request is None:
        return command(request, "draft", body, None, written.marking)
    own = LabelClass(0, desk.request.marking)
    if not adds_nothing(LabelClass(0, written.marking), own):
        said = (
            f"A point is closer than the request, {own.marking}: leave it out, or begin a new "
            f"request marked {written.marking}."
        )
        return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, (said,))
    return command(request, "amend", body, desk.request)


def command(
    request: HttpRequest,
    event: str,
    body: Mapping[str, Any],
    file: File | None,
    marking: str = "",
) -> Command:
    """The command of a button."""
    key = request.POST.get("key", "")
    return Command(
        kind="request",
        type=event,
        stream=file.id if file else None,
        body=body,
        marking=marking,
        tag=(request.POST.get("tag") or None) if file else None,
        key=key if is_uuid(key) else str(uuid.uuid4()),
    )


def told(
    request: HttpRequest, desk: Desk, written: Draft, refused: Refusal | None
) -> HttpResponse:
    """The page of the composer."""
    own = desk.request
    steps = []
    if own:
        acts = actions.actions(own, users.reader(request), moment.moment())
        steps = [one for one in acts if one["event"] in STEPS]
    words = table().words
    values = {
        "own": own,
        "case": desk.case,
        "draft": written,
        "sent": {name: written.fields.get(name, "") for name in composing.PLAIN},
        "lines": [
            (name, "\n".join(written.fields.get(name) or ())) for name in composing.LINES
        ],
        "to": written.fields["to"]["government"],
        "words": [(name, words[listed]) for name, listed in WORDS.items()],
        "lands": [land for land, _ in written.filled[0].readers] if written.filled else [],
        "steps": steps,
        "clearances": clearances(own) if own else (),
        "may_edit": own is None or own.state == "draft",
        "passed": words["passed"],
        "address": href("request", own.id) if own else "",
        "refused": refused,
        "key": str(uuid.uuid4()),
        "tag": tag(own) if own else "",
    }
    shown = [one.marking for one in (own, desk.case) if one]
    shown += [one.marking for one in written.filled if not one.problem]
    response = page(request, "web/compose.html", values, shown)
    response.status_code = refused.status if refused else HTTPStatus.OK
    return response


def clearances(own: File) -> list[tuple[str, str, str]]:
    """The clearance line: each office, what it said last, and who said so."""
    given = {str(one.body["office"]): one for one in standing(own, "clearance")}
    offices = [*(own.fields.get("offices") or ()), *given]
    return [
        (
            office,
            str(given[office].body["says"]).replace("_", " ") if office in given else "not yet",
            f"{given[office].actor}, {given[office].recorded_at:%Y-%m-%d}"
            if office in given
            else "",
        )
        for office in dict.fromkeys(offices)
    ]
