"""One's own page. In: a request; out: who one is to the desk, and one's sign-ins."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catchall_desk.accounts.models import User

SHOWN = 50


def me(request: HttpRequest) -> HttpResponse:
    """The user's own attributes and newest sign-ins."""
    user = cast(User, request.user)
    context = {"sign_ins": user.sign_ins.all()[:SHOWN], "shown": SHOWN}
    return render(request, "accounts/me.html", context)
