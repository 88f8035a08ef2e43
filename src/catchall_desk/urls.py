"""Which address leads where. In: a path; out: the view that answers."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="me")),
    path("account/", include("catchall_desk.accounts.urls")),
]
