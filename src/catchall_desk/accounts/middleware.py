"""Nobody in without signing in. In: a request; out: its view, the sign-in page, or a refusal.

Pages send an anonymous person to sign in; the API answers 401 and never redirects. A second
factor that is required and not set up leads to setting it up, and nowhere else.
"""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.utils import timezone

from catchall_desk.accounts.problems import problem
from catchall_desk.accounts.tokens import verify

API = "/api/"
SET_UP = "mfa_activate_totp"
WITHOUT_FACTOR = frozenset({SET_UP, "account_logout", "account_reauthenticate"})
"""Views for those who have yet to set up their second factor."""
SEEN, SEEN_EVERY = "seen", 60
"""Where a session keeps when it was last used, written at most once in so many seconds."""
WATCHING = "X-Desk-Watching"
"""The header of a page that asks by itself for news: nobody need be there, so it is no use."""
UNSIGNED = "sign in, or send Authorization: Bearer with a key that stands"

View = Callable[..., HttpResponseBase]


class SignedIn(LoginRequiredMiddleware):
    """Django's own, with keys for programs, the second factor and the end of idle sessions."""

    def process_view(
        self, request: HttpRequest, view_func: View, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """The refusal; None lets the view answer."""
        if not getattr(view_func, "login_required", True):
            return None
        if request.path.startswith(API):
            return _api(request)
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        return refused or _page(request)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The response, which no cache keeps unless its view said otherwise."""
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _page(request: HttpRequest) -> HttpResponseBase | None:
    _stay(request)
    match = request.resolver_match
    if match and match.url_name in WITHOUT_FACTOR:
        return None
    return redirect(SET_UP) if _lacks_factor(request) else None


def _api(request: HttpRequest) -> HttpResponseBase | None:
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    if scheme:
        return _keyed(request, scheme, text)
    if not request.user.is_authenticated:
        return problem(HTTPStatus.UNAUTHORIZED, UNSIGNED)
    _stay(request)
    refusal = _refusal(request)
    return problem(HTTPStatus.FORBIDDEN, refusal) if refusal else None


def _refusal(request: HttpRequest) -> str:
    if _lacks_factor(request):
        return "set up your second factor first"
    # views of the API are exempt from Django's own check, which would ask programs too
    if CsrfViewMiddleware(_nothing).process_view(request, _nothing, (), {}):
        return "the CSRF token is missing or wrong"
    return ""


def _keyed(request: HttpRequest, scheme: str, text: str) -> HttpResponseBase | None:
    token = verify(text.strip(), timezone.now()) if scheme.lower() == "bearer" else None
    if token is None:
        return problem(HTTPStatus.UNAUTHORIZED, UNSIGNED)
    request.user = token.user
    request.token = token  # type: ignore[attr-defined] # read by accounts.access
    return None


def _lacks_factor(request: HttpRequest) -> bool:
    return settings.MFA_REQUIRED and not is_mfa_enabled(request.user)


def _stay(request: HttpRequest) -> None:
    # saving a session moves its end; doing so at each request would write at each request
    if WATCHING in request.headers:
        return
    now = int(time.time())
    if now - request.session.get(SEEN, 0) >= SEEN_EVERY:
        request.session[SEEN] = now


def _nothing(request: HttpRequest) -> Any:
    """Stand in for a view that is not exempt."""
