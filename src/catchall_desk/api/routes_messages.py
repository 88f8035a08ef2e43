"""Messages: put in, what they propose, what a person says of it. In: requests; out: answers."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Body, Router

from catchall_desk.accounts import access
from catchall_desk.api import shapes as s
from catchall_desk.api import wire, writing
from catchall_desk.api.routes_files import KEY, Key, security
from catchall_desk.api.wire import Route
from catchall_desk.cases.commands import Command
from catchall_desk.jobs import drafts
from catchall_desk.jobs.proposal import Verdict
from catchall_desk.store.desk import Moment
from catchall_desk.store.view import view_of


def add_to(router: Router) -> None:
    """Registers the routes."""
    secured = security("write")
    took = Route(s.MadeOut, "write", 201, (400, 409, 413), extra=secured)
    wire.add(router, "POST /messages", took, put_message)
    told = Route(s.ProposalsOut, refuses=(404,))
    wire.add(router, "GET /messages/{stream}/proposals", told, proposals)
    judged = Route(s.VerdictsOut, "write", 201, (400, 404, 409, 413), extra=secured)
    wire.add(router, "POST /messages/{stream}/verdicts", judged, judge_proposals)


def put_message(request: HttpRequest, said: Body[s.MessageIn], key: Key = KEY) -> HttpResponse:
    """Takes a message in and reads it; nothing of it becomes a file by itself."""
    asked = Command("message", "put", body=said.model_dump(), key=key)
    writing.check(asked)
    reader = access.reader(request)
    message = drafts.Message(
        said.text.encode(), said.name, said.marking, tuple(said.addressees)
    )

    def make(at: Moment) -> tuple[str, Mapping[str, Any]]:
        return drafts.put(message, reader, at, settings.DESK_COUNTRY), {}

    return writing.once(request, asked, make)


def proposals(request: HttpRequest, stream: str) -> HttpResponse:
    """The text of a message, what it proposes, and what was said of that."""
    with view_of(access.reader(request)) as view:
        offers = drafts.offers(view, stream)
        text = drafts.text(view, stream)
    return wire.answer({"text": text, "proposals": [told(offer) for offer in offers]})


def told(offer: drafts.Offer) -> dict[str, Any]:
    """A proposal as the API tells it."""
    one = asdict(offer.proposal)
    for value in one["values"]:
        if value["span"]:
            del value["span"]["document"]
    judged = asdict(offer.judged) if offer.judged else None
    return {**one, "like": [asdict(hint) for hint in offer.like], "judged": judged}


def judge_proposals(
    request: HttpRequest, stream: str, said: Body[s.VerdictsIn], key: Key = KEY
) -> HttpResponse:
    """Does what you say of proposals: all of it, or nothing."""
    asked = Command("message", "judge", stream, body=said.model_dump(), key=key)
    writing.check(asked)
    writing.plain_text(stream)
    reader = access.reader(request)
    verdicts = drafts.Verdicts(
        [verdict(one) for one in said.said],
        {one.key: one.stream for one in said.said if one.stream},
        said.marking,
        tuple(said.addressees),
    )

    def make(at: Moment) -> tuple[str, Mapping[str, Any]]:
        done = drafts.settle(stream, verdicts, reader, at)
        return stream, {"judged": [asdict(one) for one in done]}

    return writing.once(request, asked, make)


def verdict(one: s.VerdictIn) -> Verdict:
    """A verdict as the drafts take it."""
    return Verdict(one.key, one.says, one.edits, frozenset(one.rejects), one.why)
