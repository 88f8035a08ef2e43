"""The addresses of the desk's pages. In: a path; out: the screen that answers."""

from django.urls import path

from catchall_desk.web.choices import settings
from catchall_desk.web.screens.home import home

urlpatterns = [
    path("", home, name="home"),
    path("settings/", settings, name="settings"),
]
