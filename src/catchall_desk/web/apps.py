"""The web desk as a part of the Django project. In: nothing; out: its name."""

from django.apps import AppConfig


class Web(AppConfig):
    """Templates, tags and static files of the desk's pages."""

    name = "catchall_desk.web"
    label = "web"
