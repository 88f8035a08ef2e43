"""The jobs as a part of the Django project, with their tables. In: nothing; out: a name."""

from django.apps import AppConfig


class Jobs(AppConfig):
    """Uploads on their way."""

    name = "catchall_desk.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
