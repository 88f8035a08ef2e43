"""Classifying goods. In: goods and answers in the address; out: entries, limits, questions.

Only the lawbook is asked: no list needs to be in force.
"""

from django.http import HttpRequest, HttpResponse

from catchall.law import load
from catchall.law.model import Lawbook
from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs import moment
from catchall_desk.web import dialogue, words
from catchall_desk.web.pages import Context, page


def goods(request: HttpRequest) -> HttpResponse:
    """The dialogue as far as the address tells it."""
    asked = dialogue.read(request.GET)
    context: Context = {"asked": asked, "prefix": dialogue.PREFIX}
    if asked.text or asked.hs:
        book = lawbook()
        at = moment.now()
        context |= {
            "told": dialogue.dialogue(asked, book, at.date()),
            "lawbook": f"{book.version}+{book.hash[:12]}",
            "citation": f"catchall, lawbook {book.version}+{book.hash[:12]}, "
            f"{words.moment(at)}: {request.build_absolute_uri()}",
        }
    return page(request, "web/goods.html", context, [])


def lawbook() -> Lawbook:
    """The law in force; the one of the installation where no list is."""
    try:
        return moment.clock.in_force().lawbook
    except EngineNotReadyError:
        return load.load(cases=False)
