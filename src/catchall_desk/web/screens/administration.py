"""Administration and audit. In: a request; out: users, lists, law, the log, releases, keys.

Nothing here tells of a case. Releases are read through the reader's own view, so that an
administrator, who sees no case, sees none of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import cast

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from catchall.cli.surroundings import home
from catchall_desk.accounts import access as users
from catchall_desk.accounts import tokens
from catchall_desk.accounts.models import ApiToken, Change, SignIn, User
from catchall_desk.errors import TokenRefusedError
from catchall_desk.jobs import moment
from catchall_desk.store import health, log
from catchall_desk.store.models import EventRow, FileRow, SignedHead, Writer
from catchall_desk.store.view import View, view_of
from catchall_desk.web.pages import page

OVERSEERS = frozenset({"administrator", "auditor"})
"""Roles that may look at users and at the log's heads."""
SHOWN = 100
DAYS = (30, 90, 365)
"""How long a key may be good for, in days, as the form offers it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A user, and whether a second factor is set up."""

    user: User
    factor: bool


@dataclass(frozen=True, slots=True)
class Released:
    """A copy that went out: of which file, to whom, when, and its marking."""

    kind: str
    stream: str
    title: str
    to: str
    approved_by: str
    hash: str
    at: str
    marking: str


def administration(request: HttpRequest) -> HttpResponse:
    """How the desk is; for administrators and auditors also its users and its log."""
    reader = users.reader(request)
    state = health.health(home(), moment.now(), moment.lists())
    values: dict[str, object] = {
        "lists": moment.lists(),
        "law": moment.ruleset(),
        "faults": health.faults(state),
        "state": state,
        "overseer": reader.role in OVERSEERS,
    }
    with view_of(reader) as view:
        released = releases(view)
    values["released"] = released
    if reader.role in OVERSEERS:
        values |= overseen()
    return page(request, "web/administration.html", values, {one.marking for one in released})


def overseen() -> Mapping[str, object]:
    """Users, what was changed of them, failed sign-ins, and the heads of the log."""
    factors = set(Authenticator.objects.values_list("user_id", flat=True))
    return {
        "people": [Person(one, one.pk in factors) for one in User.objects.order_by("username")],
        "changes": Change.objects.select_related("user").order_by("-id")[:SHOWN],
        "failed": SignIn.objects.filter(ok=False).select_related("user")[:SHOWN],
        "writers": Writer.objects.order_by("name"),
        "heads": SignedHead.objects.order_by("-day")[:SHOWN],
    }


def releases(view: View) -> list[Released]:
    """The newest copies that went out, as far as the reader may see them."""
    rows = view.rows(EventRow.objects).filter(type="release", stream__in=view.streams())
    found = tuple(log.events(rows.order_by("-recorded_at")[:SHOWN]))
    titles = view.rows(FileRow.objects).filter(stream__in=[one.stream for one in found])
    names = {str(row.stream): row.title or row.kind for row in titles}
    return [
        Released(
            kind=one.kind,
            stream=one.stream,
            title=names.get(one.stream, one.kind),
            to=", ".join(str(part) for part in one.body.get("to", {}).values()),
            approved_by=str(one.body.get("approved_by", "")),
            hash=str(one.body.get("hash", "")),
            at=f"{one.happened_at:%Y-%m-%d %H:%M} UTC",
            marking=one.marking,
        )
        for one in found
    ]


def keys(request: HttpRequest) -> HttpResponse:
    """One's own keys for programs; a new one is shown once, and never again."""
    text, problem = "", ""
    if request.method == "POST":
        text, problem = wished(request)
    mine = ApiToken.objects.filter(user=cast(User, request.user)).order_by("-made_at")
    values = {
        "keys": [(one, tokens.is_good(one, moment.now())) for one in mine[:SHOWN]],
        "scopes": sorted(tokens.SCOPES),
        "days": DAYS,
        "text": text,
        "problem": problem,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "web/keys.html", values, status=status)


def wished(request: HttpRequest) -> tuple[str, str]:
    """The text of the key that was asked for, or why there is none."""
    days = request.POST.get("days", "")
    name = request.POST.get("name", "").strip()
    if days not in map(str, DAYS) or not name:
        return "", "Give the key a name and a time: then you know it again."
    ends = moment.now() + timedelta(days=int(days))
    wish = tokens.Wish(name[:100], request.POST.getlist("scope"), ends)
    try:
        return tokens.create(cast(User, request.user), wish, moment.now())[1], ""
    except TokenRefusedError as error:
        return "", str(error)


@require_POST
def revoke(request: HttpRequest, key: str) -> HttpResponse:
    """Ends one of one's own keys."""
    if tokens.revoke(cast(User, request.user), key, moment.now()):
        messages.success(request, "The key has ended; what used it is refused from now on.")
    else:
        messages.error(request, "There is no such key of yours that still stands.")
    return redirect("keys")
