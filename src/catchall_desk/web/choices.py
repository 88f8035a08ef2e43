"""How the desk looks for one user. In: a form; out: a cookie each, and the page before."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from catchall_desk.web.pages import THEMES

YEAR = 365 * 24 * 3600
MAY_BE = {"theme": ("", *THEMES), "shortcuts": ("on", "off")}


@require_POST
def settings(request: HttpRequest) -> HttpResponse:
    """Keeps what was chosen in a cookie and goes back to where the user was."""
    response = HttpResponseRedirect(before(request))
    for name, values in MAY_BE.items():
        if (chosen := request.POST.get(name)) in values:
            response.set_cookie(
                name,
                chosen,
                max_age=YEAR,
                httponly=True,
                samesite="Lax",
                secure=request.is_secure(),
            )
    return response


def before(request: HttpRequest) -> str:
    """The page the form stood on, if it is one of this desk; else the first."""
    back = request.POST.get("back", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return back if own else resolve_url("home")
