"""Signing in, page by page."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, format_hotp_value, hotp_value
from django.core.cache import cache

from catchall_desk.accounts.models import SignIn, User

PASSWORD = "a long enough sentence"  # noqa: S105 - of an invented user


@pytest.fixture(autouse=True)
def _no_limits_left():
    cache.clear()  # allauth counts attempts there


def sign_in(client, password=PASSWORD):
    return client.post("/account/login/", {"login": "ana", "password": password})


def outcomes():
    return list(SignIn.objects.order_by("id").values_list("how", "ok"))


def test_the_sign_in_page_asks_nothing_of_others_and_runs_nothing(client, db):
    page = client.get("/account/login/")
    assert "default-src 'none'" in page["Content-Security-Policy"]
    assert "'unsafe-inline'" not in page["Content-Security-Policy"]
    assert not re.search(r"<script(?! src=)|<style|style=|\son\w+=|//", page.content.decode())


def test_a_password_alone_leads_to_setting_up_a_second_factor(client, ana):
    assert sign_in(client).status_code == 302
    assert client.get("/account/")["Location"] == "/account/2fa/totp/activate/"


def test_setting_up_the_second_factor_opens_the_desk_and_shows_codes(client, ana):
    sign_in(client)
    page = client.get("/account/2fa/totp/activate/").content.decode()
    assert "<svg" in page
    assert "style=" not in page
    secret = client.session[SECRET_SESSION_KEY]
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    codes = client.post("/account/2fa/totp/activate/", {"code": code}, follow=True)
    assert "10 of 10 codes are left" in codes.content.decode()
    assert client.get("/account/").status_code == 200


def test_a_password_and_a_code_sign_in_and_are_listed(client, app_of_ana):
    assert sign_in(client)["Location"] == "/account/2fa/authenticate/"
    assert client.get("/account/").status_code == 302
    client.post("/account/2fa/authenticate/", {"code": app_of_ana()})
    assert outcomes() == [("password + mfa", True)]
    assert "password + mfa" in client.get("/account/").content.decode()


def test_signing_in_works_on_both_databases(client, desk_db):
    ana = User.objects.create_user("ana", password=PASSWORD, role="officer", country="USA")
    sign_in(client, "wrong")
    sign_in(client)
    assert client.get("/account/").status_code == 302
    assert outcomes() == [("password", False), ("password", True)]
    assert ana.sign_ins.count() == 2


def test_wrong_passwords_and_codes_are_listed(client, app_of_ana):
    sign_in(client, "wrong")
    sign_in(client)
    client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert outcomes() == [("password", False), ("mfa", False)]


def test_five_wrong_passwords_lock_the_user_there(client, ana):
    for _ in range(4):
        assert sign_in(client, "wrong").status_code == 200
    assert sign_in(client, "wrong").status_code == 429
    assert "Locked" in sign_in(client).content.decode()


def test_nobody_signs_up(client, db):
    assert client.get("/account/signup/").status_code == 404


@pytest.mark.parametrize(
    "page",
    ["2fa/", "2fa/recovery-codes/generate/", "password/change/", "logout/", "reauthenticate/"],
)
def test_every_page_has_the_same_head_and_no_inline_code(signed_in, page):
    text = signed_in.get(f"/account/{page}", follow=True).content.decode()
    assert '<html lang="en">' in text
    assert not re.search(r"<script(?! src=)|<style|style=", text)


def test_a_required_second_factor_cannot_be_taken_off(client, ana, app_of_ana):
    sign_in(client)
    client.post("/account/2fa/authenticate/", {"code": app_of_ana()})
    client.post("/account/2fa/totp/deactivate/")
    assert ana.authenticator_set.filter(type="totp").exists()
