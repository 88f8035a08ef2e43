"""The accounts as a part of the Django project. In: nothing; out: their name."""

from importlib import import_module

from django.apps import AppConfig


class Accounts(AppConfig):
    """Users and their clearance, sign-ins, tokens, webhooks."""

    name = "catchall_desk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep every sign-in; what needs models can be imported only now."""
        import_module("catchall_desk.accounts.signins").listen()
