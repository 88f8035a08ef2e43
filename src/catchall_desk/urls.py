"""Which address leads where. In: a path; out: the view that answers."""

from django.urls import URLPattern, URLResolver, include, path

from catchall_desk.api.app import patterns

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", patterns),
    path("account/", include("catchall_desk.accounts.urls")),
    path("", include("catchall_desk.web.urls")),
]

handler403 = "catchall_desk.web.refusals.forbidden"
handler404 = "catchall_desk.web.refusals.absent"
handler500 = "catchall_desk.web.refusals.failed"
