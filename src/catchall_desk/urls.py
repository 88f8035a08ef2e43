"""Which address leads where. In: a path; out: the view that answers."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from catchall_desk.api.app import patterns

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="me")),
    path("api/v1/", patterns),
    path("account/", include("catchall_desk.accounts.urls")),
]
