"""What the signed-in user may see, for each view. In: a request; out: a reader's view, or 404.

What may not be seen is answered as what is not there. A view that reads is ``reading``: it
gets the store as its reader sees it. Commands are sent outside of it, by ``sending``.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from catchall_desk.accounts import access
from catchall_desk.cases.fold import File
from catchall_desk.errors import BadCursorError, NotFoundError
from catchall_desk.store.view import View, view_of

Reading = Callable[..., HttpResponse]


def reading(inner: Reading) -> Reading:
    """A Django view from one that takes the request and the store as its user sees it."""

    @wraps(inner)
    def outer(request: HttpRequest, **named: str) -> HttpResponse:
        with view_of(access.reader(request)) as view:
            return refusing(inner, request, view, **named)

    return outer


def refusing(inner: Reading, request: HttpRequest, *args: object, **named: str) -> HttpResponse:
    """The answer of a view; 404 for what is not there, 400 for a cursor of no page."""
    try:
        return inner(request, *args, **named)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    except BadCursorError as error:
        context = {"reason": str(error), "again": request.path}
        return render(request, "400.html", context, status=HTTPStatus.BAD_REQUEST)


def found(view: View, kind: str, stream: str) -> File:
    """The file of this kind as the reader sees it.

    Raises:
        NotFoundError: there is none that the reader may see.
    """
    file = view.file(stream)
    if file is None or file.kind != kind:
        raise NotFoundError(kind)
    return file
