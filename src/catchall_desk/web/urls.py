"""The addresses of the desk's pages. In: a path; out: the screen that answers."""

from django.urls import path

from catchall_desk.web import oversight
from catchall_desk.web.choices import settings
from catchall_desk.web.screens.acting import doing, opening
from catchall_desk.web.screens.file import file
from catchall_desk.web.screens.files import files
from catchall_desk.web.screens.home import home
from catchall_desk.web.screens.queue import queue
from catchall_desk.web.screens.search import search
from catchall_desk.web.ways import WAYS

urlpatterns = [
    *WAYS,
    path("", home, name="home"),
    path("queue/", queue, name="queue"),
    path("search/", search, name="search"),
    path("settings/", settings, name="settings"),
    path("files/<str:kind>/", files, name="files"),
    path("files/<str:kind>/new/", opening, name="opening"),
    path("files/<str:kind>/<str:stream>/", file, name="file"),
    path("files/<str:kind>/<str:stream>/do/<str:event>/", doing, name="doing"),
    *oversight.patterns,
]
