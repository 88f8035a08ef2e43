"""The accounts as a part of the Django project. In: nothing; out: their name."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """Users and their clearance, sign-ins, tokens, webhooks."""

    name = "catchall_desk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
