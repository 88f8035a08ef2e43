"""Who one is, one's keys and webhooks. In: requests; out: what is the signed-in user's own."""

import uuid
from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Body, Router

from catchall_desk.accounts import access, tokens, webhooks
from catchall_desk.accounts.models import ApiToken, SignIn, User, Webhook
from catchall_desk.api import shapes as s
from catchall_desk.api import wire, writing
from catchall_desk.api.routes_files import KEY, Key, security
from catchall_desk.api.wire import Route
from catchall_desk.cases.commands import Command
from catchall_desk.errors import NotAllowedError, NotFoundError
from catchall_desk.jobs import moment, telling
from catchall_desk.store.desk import Moment
from catchall_desk.store.view import is_uuid

NEWEST = 100
"""Attempts to sign in that are told."""


def add_to(router: Router) -> None:
    """Registers the routes."""
    wire.add(router, "GET /me", Route(s.MeOut), me)
    wire.add(router, "GET /me/sign-ins", Route(s.SignInsOut), sign_ins)
    extra = security("write")
    made = Route(s.MadeOut, "write", 201, (400, 413), extra=extra)
    ended = Route(s.GoneOut, "write", refuses=(404,), extra=extra)
    wire.add(router, "GET /tokens", Route(s.TokensOut), own_tokens)
    wire.add(router, "POST /tokens", made, make_token)
    wire.add(router, "DELETE /tokens/{number}", ended, end_token)
    wire.add(router, "GET /webhooks", Route(s.WebhooksOut), own_webhooks)
    wire.add(router, "POST /webhooks", made, make_webhook)
    wire.add(router, "DELETE /webhooks/{number}", ended, end_webhook)


def user_of(request: HttpRequest) -> User:
    """The signed-in user: nobody else comes so far."""
    return cast(User, request.user)


def me(request: HttpRequest) -> HttpResponse:
    """Who you are to the desk at this moment."""
    reader = access.reader(request)
    told = {
        "user": reader.user,
        "role": reader.role,
        "country": reader.country,
        "level": reader.level,
        "office": reader.office,
        "readins": sorted(reader.readins),
        "scopes": sorted(access.scopes(request)),
    }
    return wire.answer(told)


def sign_ins(request: HttpRequest) -> HttpResponse:
    """The newest attempts to sign in as you."""
    rows = SignIn.objects.filter(user=user_of(request))[:NEWEST]
    told = [
        {"at": telling.instant(row.at), "address": row.address, "how": row.how, "ok": row.ok}
        for row in rows
    ]
    return wire.answer({"sign_ins": told})


def own_tokens(request: HttpRequest) -> HttpResponse:
    """Your keys for programs, without their secrets."""
    rows = ApiToken.objects.filter(user=user_of(request)).order_by("made_at", "id")
    return wire.answer({"tokens": [token(row) for row in rows]})


def token(row: ApiToken) -> dict[str, object]:
    """A key without its secret."""
    return {
        "id": row.id,
        "name": row.name,
        "scopes": row.scopes,
        "made_at": telling.instant(row.made_at),
        "expires_at": telling.instant(row.expires_at),
        "used_at": telling.instant(row.used_at) if row.used_at else None,
        "revoked_at": telling.instant(row.revoked_at) if row.revoked_at else None,
    }


def only_people(request: HttpRequest) -> None:
    """Nothing, or NotAllowedError: a key may not make or end keys."""
    if getattr(request, "token", None) is not None:
        raise NotAllowedError("keys are made and ended by a person who is signed in")


def make_token(request: HttpRequest, said: Body[s.TokenIn], key: Key = KEY) -> HttpResponse:
    """Makes a key for a program; its secret is shown this once."""
    only_people(request)
    ends = writing.utc(said.expires_at, "expires_at")
    asked = Command("token", "make", body=said.model_dump(mode="json"), key=key)
    writing.check(asked)

    def make(at: Moment) -> tuple[str, dict[str, str]]:
        wish = tokens.Wish(said.name, said.scopes, ends or at.now)
        row, secret = tokens.create(user_of(request), wish, at.now)
        return row.id, {"secret": secret}

    return writing.once(request, asked, make)


def end_token(request: HttpRequest, number: str) -> HttpResponse:
    """Ends a key of your own."""
    only_people(request)
    writing.plain_text(number)
    if not tokens.revoke(user_of(request), number, moment.now()):
        raise NotFoundError("key")
    return wire.answer({"id": number, "gone": True})


def own_webhooks(request: HttpRequest) -> HttpResponse:
    """Your webhooks, without their secrets."""
    rows = Webhook.objects.filter(user=user_of(request)).order_by("made_at", "id")
    told = [
        {
            "id": str(row.id),
            "url": row.url,
            "types": row.types,
            "active": row.active,
            "made_at": telling.instant(row.made_at),
        }
        for row in rows
    ]
    return wire.answer({"webhooks": told})


def make_webhook(request: HttpRequest, said: Body[s.WebhookIn], key: Key = KEY) -> HttpResponse:
    """Makes a webhook; the secret that signs its deliveries is shown this once."""
    asked = Command("webhook", "make", body=said.model_dump(), key=key)
    writing.check(asked)

    def make(at: Moment) -> tuple[str, dict[str, str]]:
        row, secret = webhooks.create(user_of(request), said.url, said.types, at.now)
        return str(row.id), {"secret": secret}

    return writing.once(request, asked, make)


def end_webhook(request: HttpRequest, number: str) -> HttpResponse:
    """Ends a webhook of your own; what it was still to be told is dropped."""
    own = Webhook.objects.filter(user=user_of(request))
    if not is_uuid(number) or not own.filter(id=uuid.UUID(number)).delete()[0]:
        raise NotFoundError("webhook")
    return wire.answer({"id": number, "gone": True})
