"""Sign-ins, kept for the user to look at. In: the signals of signing in; out: ``SignIn`` rows.

A name that is no user's is not kept: people type passwords into the wrong field.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.signals import authentication_failed
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from catchall_desk.accounts.models import SignIn, User


def listen() -> None:
    """Keep every sign-in from now on."""
    user_logged_in.connect(record_success)
    user_login_failed.connect(record_failure)
    authentication_failed.connect(record_wrong_code)


def address(request: HttpRequest) -> str | None:
    """The address of the client, behind as many proxies as are trusted; None on a socket."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:  # so allauth says that the server gave no address
        return None


def record_success(request: HttpRequest, user: User, **_: Any) -> None:
    """Keep that the user has signed in, with every step that was needed."""
    steps = [str(one["method"]) for one in get_authentication_records(request, user)]
    record(request, user, " + ".join(dict.fromkeys(steps)) or "program", ok=True)


def record_failure(credentials: dict[str, Any], request: HttpRequest | None, **_: Any) -> None:
    """Keep that somebody failed with the password of a user."""
    user = User.objects.filter(username=str(credentials.get("username", ""))).first()
    if request and user:
        record(request, user, "password", ok=False)


def record_wrong_code(request: HttpRequest, user: User, **_: Any) -> None:
    """Keep that somebody had the password of a user, and failed with the second factor."""
    record(request, user, "mfa", ok=False)


def record(request: HttpRequest, user: User, how: str, *, ok: bool) -> None:
    """Keep one attempt."""
    now = timezone.now()
    SignIn.objects.create(user=user, at=now, address=address(request), how=how, ok=ok)
