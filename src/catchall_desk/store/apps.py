"""The store as a part of the Django project. In: nothing; out: its name."""

from django.apps import AppConfig


class Store(AppConfig):
    """The event log, its labels and its projections."""

    name = "catchall_desk.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
