"""Doing something with a file, or opening one. In: a filled form; out: what was recorded.

Without a form that holds, nothing is recorded, and what the user wrote is kept on the page.
"""

import uuid
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from catchall_desk.accounts import access as users
from catchall_desk.cases import fields
from catchall_desk.cases.events import FILES, KINDS
from catchall_desk.cases.fold import File
from catchall_desk.cases.handlers import tag
from catchall_desk.cases.machines import machines
from catchall_desk.errors import InvalidBodyError, NotFoundError
from catchall_desk.store.desk import Done
from catchall_desk.store.view import view_of
from catchall_desk.web import forms, sending, words
from catchall_desk.web.access import found
from catchall_desk.web.pages import page
from catchall_desk.web.sending import Refusal
from catchall_desk.web.told import href


@dataclass(frozen=True, slots=True)
class Doing:
    """An event that somebody is about to record; ``file`` None: one that opens a file."""

    kind: str
    event: str
    file: File | None
    inputs: tuple[forms.Input, ...]


def opening(request: HttpRequest, kind: str) -> HttpResponse:
    """The form that opens a file of a kind, and what it leads to."""
    if kind not in KINDS:
        raise Http404(kind)
    first = machines()[kind].opening.event if kind in FILES else "begin"
    return answer(request, Doing(kind, first, None, forms.inputs(kind, first, opening=True)))


def doing(request: HttpRequest, kind: str, stream: str, event: str) -> HttpResponse:
    """The form of an event of a file, and what it leads to."""
    try:
        with view_of(users.reader(request)) as view:
            file = found(view, kind, stream)
        inputs = forms.inputs(kind, event, file.fields)
    except (NotFoundError, InvalidBodyError) as error:
        raise Http404(str(error)) from error
    return answer(request, Doing(kind, event, file, inputs))


def answer(request: HttpRequest, asked: Doing) -> HttpResponse:
    """The form; after it was sent, the file it changed, or the form with what is wrong."""
    if request.method != "POST":
        return form(request, asked, None)
    result = sent(request, asked)
    if isinstance(result, Refusal):
        return form(request, asked, result)
    messages.success(request, f"Recorded: {words.spaced(asked.event)}.")
    anchor = f"#e-{result.events[0]}" if result.events else ""
    return HttpResponseRedirect(href(asked.kind, result.stream) + anchor)


def sent(request: HttpRequest, asked: Doing) -> Done | Refusal:
    """What came of a filled form."""
    try:
        body = forms.body(asked.inputs, request.POST)
        stream = asked.file.id if asked.file else None
        command = sending.command(request, asked.kind, asked.event, body, stream)
        return sending.send(request, command)
    except InvalidBodyError as error:
        return sending.refusal(error)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def form(request: HttpRequest, asked: Doing, refused: Refusal | None) -> HttpResponse:
    """The page of the form, with what was written before.

    The tag is the file's own again after a refusal: whoever sends once more has seen the page
    that says it changed.
    """
    file, post = asked.file, request.POST
    kept = tuple(
        replace(one, value=post[one.name]) if one.name in post else one for one in asked.inputs
    )
    values = {
        "kind": asked.kind,
        "event": asked.event,
        "file": file,
        "title": fields.title(asked.kind, file.fields) if file else "",
        "needed": [one for one in kept if not one.other],
        "others": [one for one in kept if one.other],
        "refused": refused,
        "tag": tag(file) if file else "",
        "key": post.get("key") or str(uuid.uuid4()),
        "marking": post.get("marking", file.marking if file else ""),
        "addressees": post.get("addressees", " ".join(file.addressees) if file else ""),
        "happened_at": post.get("happened_at", ""),
    }
    response = page(request, "web/form.html", values, [file.marking] if file else [])
    response.status_code = refused.status if refused else HTTPStatus.OK
    return response
