"""A page of the desk. In: a template, its values, the markings shown; out: the response.

The banner of a page is the roll-up of the markings that its view hands in, so a view hands in
the marking of everything it shows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catchall_desk.jobs import moment
from catchall_desk.web.banner import banner

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the navigation: the name of its address, its label, its key after ``g``."""

    name: str
    label: str
    key: str = ""
    kind: str = ""


PLACES = (
    Place("home", "Home", "h"),
    Place("queue", "Queue", "q"),
    Place("files", "Cases", "c", "case"),
    Place("files", "Transactions", "t", "transaction"),
    Place("files", "Requests", "r", "request"),
    Place("files", "Parties", "p", "party"),
    Place("review", "Matches", "m"),
    Place("countries", "Countries", "l"),
    Place("screen", "Screen", "s"),
    Place("names", "Names", "n"),
    Place("goods", "Goods", "g"),
    Place("telegrams", "Telegrams", "e"),
    Place("uploads", "Upload", "u"),
    Place("administration", "Administration", "a"),
)
THEMES = ("light", "dark")
"""What a user may choose; without a choice the machine's own setting holds."""


def page(
    request: HttpRequest, template: str, values: Mapping[str, Any], markings: Iterable[str]
) -> HttpResponse:
    """The page, with the banner of what it shows."""
    return render(request, template, {**values, "banner": banner(markings)})


def around(request: HttpRequest) -> Context:
    """What every template may use: time, places, the user's settings, the users of a demo."""
    theme = request.COOKIES.get("theme", "")
    return {
        "now": moment.now(),
        "places": PLACES,
        "theme": theme if theme in THEMES else "",
        "shortcuts": request.COOKIES.get("shortcuts") != "off",
        "nothing": banner(()),
        "exercise": settings.EXERCISE,
    }
