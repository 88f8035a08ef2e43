"""Signing in through a provider, which is a stand-in without a network."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount

from catchall_desk import environment
from catchall_desk.accounts.adapters import Provider

ISSUER = "https://id.example/realm"
SAID = {
    f"{ISSUER}/.well-known/openid-configuration": {
        "issuer": ISSUER,
        "authorization_endpoint": f"{ISSUER}/auth",
        "token_endpoint": f"{ISSUER}/token",
        "userinfo_endpoint": f"{ISSUER}/userinfo",
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
    },
    f"{ISSUER}/token": {"access_token": "t"},
    f"{ISSUER}/userinfo": {
        "sub": "subject-7",
        "preferred_username": "ana",
        "email": "a@b.example",
    },
}


class Session(requests.Session):
    """Answers as the provider would."""

    def request(self, method, url, **_):
        """What the provider says there."""
        answer = requests.Response()
        answer.status_code = 200
        answer.headers["content-type"] = "application/json"
        answer.json = lambda: SAID[url]
        return answer


@pytest.fixture(autouse=True)
def _provider(settings, monkeypatch):
    told = {"CATCHALL_DESK_OIDC_ISSUER": ISSUER, "CATCHALL_DESK_OIDC_CLIENT": "desk"}
    settings.SOCIALACCOUNT_PROVIDERS = environment.provider(told)
    monkeypatch.setattr(Provider, "get_requests_session", lambda _: Session())


def come_back(client):
    """Go to the provider and back."""
    there = urlsplit(client.post("/account/oidc/login/")["Location"])
    asked = parse_qs(there.query)
    assert there.netloc == "id.example"
    assert asked["redirect_uri"] == ["http://testserver/account/oidc/login/callback/"]
    assert "code_challenge" in asked
    return client.get(
        "/account/oidc/login/callback/", {"code": "c", "state": asked["state"][0]}, follow=True
    )


def test_the_sign_in_page_offers_the_provider(client, db):
    assert "Sign in with single sign-on" in client.get("/account/login/").content.decode()


def test_a_subject_tied_to_a_user_signs_in_and_needs_the_second_factor(client, app_of_ana, ana):
    SocialAccount.objects.create(user=ana, provider=environment.PROVIDER, uid="subject-7")
    assert come_back(client).redirect_chain[-1][0] == "/account/2fa/authenticate/"
    client.post("/account/2fa/authenticate/", {"code": app_of_ana()})
    assert ana.sign_ins.get().how == "socialaccount + mfa"


def test_an_unknown_subject_is_not_let_in_though_its_name_is_known(client, ana):
    assert "this desk does not" in come_back(client).content.decode()
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()
