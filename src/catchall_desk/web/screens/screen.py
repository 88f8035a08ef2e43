"""Screening one shipment. In: a filled form; out: the answer with its proof, or a transaction.

Nothing is kept of a screening until its user records the shipment as a transaction.
"""

import uuid
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from catchall.casefile import CaseFile, Header
from catchall.errors import MarkingError
from catchall.marking import parse
from catchall.records import ROLES
from catchall_desk.accounts import access as users
from catchall_desk.errors import EngineNotReadyError, InvalidBodyError
from catchall_desk.jobs import finding, moment, single
from catchall_desk.store.view import view_of
from catchall_desk.web import recording, shipment_form, words
from catchall_desk.web.answers import answer
from catchall_desk.web.pages import Context, page
from catchall_desk.web.sending import Refusal
from catchall_desk.web.shipment_form import Filled
from catchall_desk.web.told import href

LIKE = 5
"""Parties of the desk that are offered for each one typed."""


def screen(request: HttpRequest) -> HttpResponse:
    """The empty form; once it was sent, the answer beside it, or the transaction of it."""
    form = shipment_form.filled(request.POST)
    if request.method != "POST" or "more" in request.POST:
        return shown(request, shipment_form.filled(more(request)), {})
    wrong = [*shipment_form.problems(form), *marking_problems(request)]
    if wrong:
        return shown(request, form, {"problems": wrong}, HTTPStatus.UNPROCESSABLE_ENTITY)
    if request.POST.get("do") == "record":
        return recorded(request, form)
    return screened(request, form, {})


def more(request: HttpRequest) -> dict[str, str]:
    """What was typed, with room for more parties where they are asked for."""
    sent = {name: str(value) for name, value in request.POST.items()}
    room = shipment_form.slots(sent) + (shipment_form.SLOTS if "more" in sent else 0)
    return {**sent, "parties": str(room)}


def marking_problems(request: HttpRequest) -> tuple[str, ...]:
    """That what was typed carries no marking that the desk can read."""
    said = request.POST.get("marking", "").strip()
    try:
        parse(said, strict=True)
    except MarkingError as error:
        return (f"Marking: {said or 'none'}: {error}.",)
    return ()


def screened(request: HttpRequest, form: Filled, values: Context) -> HttpResponse:
    """The answer, or why nobody was screened."""
    try:
        header, record = judged(form)
    except EngineNotReadyError as error:
        told = [f"Nobody was screened: {error}"]
        return shown(request, form, {"problems": told}, HTTPStatus.SERVICE_UNAVAILABLE)
    except InvalidBodyError as error:
        told = [f"{at}: {what}; {do}" for at, what, do in error.problems]
        return shown(request, form, {"problems": told}, HTTPStatus.UNPROCESSABLE_ENTITY)
    with view_of(users.reader(request)) as view:
        like = [(one, known(view, one.name)) for one in form.named if one.name]
    found: list[dict[str, Any]] = [row for _, rows in like for row in rows]
    values = {"answer": answer(record, header), "like": like, **values}
    status = values.pop("status", HTTPStatus.OK)
    return shown(request, form, values, status, [row["file"]["marking"] for row in found])


def judged(form: Filled) -> tuple[Header, CaseFile]:
    """The sealed record of the shipment, by the code path of ``POST /screen``.

    Raises:
        EngineNotReadyError: nothing is in force to screen with.
        InvalidBodyError: the shipment cannot be read.
    """
    row = shipment_form.row(form, "shipment")
    header, records = single.screen([row], moment.clock.in_force())
    return header, records[0]


def known(view: Any, name: str) -> list[dict[str, Any]]:
    """Parties of the desk that the name may mean, the surest first."""
    return finding.search(view, name, "party", LIKE)


def recorded(request: HttpRequest, form: Filled) -> HttpResponse:
    """The transaction that was made of the shipment, or the answer with what stands against."""
    made = recording.record(request, form)
    if isinstance(made, Refusal):
        told: Context = {"problems": ("Nothing was recorded.", *made.problems)}
        return screened(request, form, {**told, "status": made.status})
    messages.success(
        request, "Recorded as a transaction. The desk screens it anew with every list."
    )
    return HttpResponseRedirect(href("transaction", made.stream))


def shown(
    request: HttpRequest,
    form: Filled,
    values: Context,
    status: HTTPStatus = HTTPStatus.OK,
    markings: Sequence[str] = (),
) -> HttpResponse:
    """The page of the form, with the marking of what was typed."""
    said = request.POST.get("marking", "").strip()
    context = {
        "form": form,
        "parts": parts(form),
        "typed": typed(form),
        "roles": ROLES,
        "slots": len(form.parties),
        "marking_said": said,
        "key": request.POST.get("key") or str(uuid.uuid4()),
        **values,
    }
    response = page(request, "web/screen.html", context, [*([said] if said else []), *markings])
    response.status_code = status
    return response


def parts(form: Filled) -> list[tuple[str, list[tuple[Any, str]]]]:
    """The fields of each part of the form, with what was typed."""
    return [
        (title, [(one, form.texts.get(one.column, "")) for one in inputs])
        for title, inputs in shipment_form.PARTS_OF_FORM
    ]


def typed(form: Filled) -> list[tuple[str, str]]:
    """What was typed, for the print: each field with its words, each party with all of it."""
    told = []
    for one in form.named:
        said = (one.name, one.country, one.address, one.id)
        told.append((words.spaced(one.role), ", ".join(filter(None, said))))
    told += [(one.label, said) for _, inputs in parts(form) for one, said in inputs if said]
    return told
