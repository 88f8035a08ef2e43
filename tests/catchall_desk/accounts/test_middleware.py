"""Who gets through to a page or the API."""

import sys
from datetime import timedelta

import pytest
from django.http import JsonResponse
from django.urls import include, path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from catchall_desk.accounts import access, tokens
from catchall_desk.accounts.middleware import SEEN, WATCHING


@csrf_exempt  # as views of the API are
def who(request):
    reader = access.reader(request)
    return JsonResponse([reader.user, reader.level, sorted(access.scopes(request))], safe=False)


urlpatterns = [path("api/who", who), path("account/", include("catchall_desk.accounts.urls"))]


@pytest.fixture(autouse=True)
def _these_urls(settings, db):
    settings.ROOT_URLCONF = sys.modules[__name__]


def key(user, *scopes, days=1):
    now = timezone.now()
    return tokens.create(user, tokens.Wish("t", scopes, now + timedelta(days=days)), now)


def bearer(text):
    return {"Authorization": f"Bearer {text}"}


def test_an_anonymous_call_of_the_api_is_401_and_no_redirect(client):
    answer = client.get("/api/who")
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == "Bearer"


def test_no_cache_keeps_what_one_was_shown(signed_in):
    assert signed_in.get("/api/who")["Cache-Control"] == "no-store"


def test_an_anonymous_page_leads_to_signing_in(client):
    assert client.get("/account/")["Location"] == "/account/login/?next=/account/"


def test_a_key_acts_for_its_user_within_its_scopes(client, ana):
    _, text = key(ana, "read")
    assert client.get("/api/who", headers=bearer(text)).json() == ["ana", "S", ["read"]]


@pytest.mark.parametrize("headers", [bearer("catchall_0_0"), {"Authorization": "Basic eA=="}])
def test_a_wrong_key_is_401_even_beside_a_session(signed_in, headers):
    assert signed_in.get("/api/who", headers=headers).status_code == 401


def test_a_changed_clearance_binds_the_next_request(signed_in, ana):
    assert signed_in.get("/api/who").json()[1] == "S"
    type(ana).objects.filter(pk=ana.pk).update(level="U")
    assert signed_in.get("/api/who").json()[1] == "U"


def test_an_inactive_user_is_out_at_once(signed_in, ana):
    _, text = key(ana, "read")
    type(ana).objects.filter(pk=ana.pk).update(is_active=False)
    assert signed_in.get("/api/who").status_code == 401
    assert signed_in.get("/api/who", headers=bearer(text)).status_code == 401
    assert signed_in.get("/account/").status_code == 302


def test_a_session_without_the_second_factor_does_not_reach_the_api(client, ana):
    client.force_login(ana)
    assert client.get("/api/who").status_code == 403


def test_the_second_factor_can_be_switched_off_for_a_demonstration(client, ana, settings):
    settings.MFA_REQUIRED = False
    client.force_login(ana)
    assert client.get("/api/who").status_code == 200


def test_a_session_that_writes_needs_the_csrf_token_and_a_key_does_not(signed_in, ana):
    _, text = key(ana, "write")
    signed_in.handler.enforce_csrf_checks = True
    assert signed_in.post("/api/who").status_code == 403
    assert signed_in.post("/api/who", headers=bearer(text)).status_code == 200


def test_an_idle_session_ends(signed_in, settings):
    settings.SESSION_COOKIE_AGE = -1
    session = signed_in.session
    session[SEEN] = 0
    session.save()
    assert signed_in.get("/api/who").status_code == 401


def test_a_page_that_watches_by_itself_keeps_no_session_alive(signed_in, settings):
    settings.SESSION_COOKIE_AGE = 1000
    session = signed_in.session
    session[SEEN] = 0
    session.save()
    signed_in.get("/api/who", headers={WATCHING: "x"})
    assert signed_in.session[SEEN] == 0
    signed_in.get("/api/who")
    assert signed_in.session[SEEN] > 0


def test_a_session_in_use_is_written_once_a_minute(signed_in, django_assert_num_queries):
    signed_in.get("/api/who")
    with django_assert_num_queries(3):  # session, user, second factor: all of them reads
        signed_in.get("/api/who")
