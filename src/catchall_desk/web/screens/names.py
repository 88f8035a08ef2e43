"""Looking up a name. In: a name that was typed; out: listed names near it, with why.

A name is no file: it is sent as a form and stands in no address, so that no log keeps it.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from catchall.text.countries import country_code
from catchall_desk.accounts import access as users
from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs import finding, lookup, moment
from catchall_desk.store.view import view_of
from catchall_desk.web.pages import Context, page

FIELDS = ("name", "country", "schema", "born", "address", "number")
KNOWN = 10


def names(request: HttpRequest) -> HttpResponse:
    """The form; once it was sent, hits by list, weak aliases apart, and what the desk knows."""
    asked = lookup.Question(**{name: request.POST.get(name, "").strip() for name in FIELDS})
    context: Context = {"asked": asked, "schemas": lookup.SCHEMAS}
    if request.method != "POST":
        return page(request, "web/names.html", context, [])
    problem = wrong(asked)
    if problem:
        return refused(request, context, problem, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        now = moment.clock.in_force()
    except EngineNotReadyError as error:
        said = f"Nothing was looked up: {error}"
        return refused(request, context, said, HTTPStatus.SERVICE_UNAVAILABLE)
    with view_of(users.reader(request)) as view:
        known = finding.search(view, asked.name, "party", KNOWN)
    found = {"found": lookup.lookup(asked, now), "known": known, "lists": now.snapshots}
    markings = [one["file"]["marking"] for one in known]
    return page(request, "web/names.html", {**context, **found}, markings)


def wrong(asked: lookup.Question) -> str:
    """What must be put right before anything is looked up; nothing when nothing must."""
    if not asked.name:
        return "No name was typed: write one, in any script."
    if asked.country and not country_code(asked.country):
        return f"{asked.country} is no country; write its name or two letters, such as DE."
    if asked.born and not (asked.born.isdecimal() and len(asked.born) == len("1970")):
        return f"{asked.born} is no year; write four digits, such as 1970."
    return ""


def refused(
    request: HttpRequest, context: Context, problem: str, status: HTTPStatus
) -> HttpResponse:
    """The form again, with what is wrong."""
    response = page(request, "web/names.html", {**context, "problem": problem}, [])
    response.status_code = status
    return response
