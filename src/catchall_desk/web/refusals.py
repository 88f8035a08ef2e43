"""Pages for what is not there or may not be done. In: a request; out: what to do, in words."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return told(request, HTTPStatus.FORBIDDEN)


@login_not_required
def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same for what is hidden and for what never was."""
    return told(request, HTTPStatus.NOT_FOUND)


@login_not_required
def failed(request: HttpRequest) -> HttpResponse:
    """500."""
    return told(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def told(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """The page of a status."""
    return render(request, f"{status.value}.html", status=status)
