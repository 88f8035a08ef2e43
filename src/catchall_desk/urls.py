"""Which address leads where. In: a path; out: the view that answers."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from catchall_desk.api import problems
from catchall_desk.api.app import patterns
from catchall_desk.web import refusals

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", patterns),
    path("account/", include("catchall_desk.accounts.urls")),
    path("", include("catchall_desk.web.urls")),
]

handler403 = "catchall_desk.web.refusals.forbidden"
handler404 = "catchall_desk.web.refusals.absent"
handler500 = "catchall_desk.urls.failed"


def failed(request: HttpRequest) -> HttpResponse:
    """The answer to what nobody foresaw, as a program or a person reads it."""
    if request.path_info.startswith("/api/"):
        return problems.last_resort(request)
    return refusals.failed(request)
