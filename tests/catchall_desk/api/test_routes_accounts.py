"""Who one is, one's keys and webhooks, by the API."""

import pytest
from django.test import Client
from tests.api_callers import made_user

from catchall_desk.accounts.models import Delivery

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)
KEY = {"name": "reports", "scopes": ["read"], "expires_at": "2027-01-01T00:00:00Z"}
HOOK = {"url": "https://registry.example/hook", "types": ["note"]}


@pytest.fixture
def person(desk_db, settings):
    """A browser in which somebody has signed in; no second factor is asked for."""
    settings.MFA_REQUIRED = False
    browser = Client()
    browser.force_login(made_user("ana"), "allauth.account.auth_backends.AuthenticationBackend")
    return browser


def made(person, body, key="k"):
    """The answer to a wish for a key."""
    return person.post(
        "/api/v1/tokens", body, "application/json", headers={"Idempotency-Key": key}
    )


def test_a_key_shows_its_secret_once(person):
    first, again = made(person, KEY), made(person, KEY)
    assert first.json()["secret"].startswith("catchall_")
    assert again.json() == {"id": first.json()["id"]}
    assert len(person.get("/api/v1/tokens").json()["tokens"]) == 1


def test_a_key_lacks_what_it_was_not_given_and_ends(person):
    told = made(person, KEY).json()
    sent = {"HTTP_AUTHORIZATION": f"Bearer {told['secret']}"}
    program = Client()
    assert program.get("/api/v1/me", **sent).json()["scopes"] == ["read"]
    assert program.get("/api/v1/export", **sent).status_code == 403
    person.delete(f"/api/v1/tokens/{told['id']}")
    assert program.get("/api/v1/me", **sent).status_code == 401


def test_a_program_makes_no_keys(officer):
    assert officer.post("/tokens", KEY).status_code == 403


def test_a_key_that_lasts_too_long_is_refused(person):
    assert made(person, {**KEY, "expires_at": "2127-01-01T00:00:00Z"}).status_code == 422


def test_changed_clearance_binds_the_next_request(officer):
    officer.user.role = "auditor"
    officer.user.save()
    assert officer.get("/me").json()["role"] == "auditor"


def test_a_webhook_is_told_of_what_its_user_may_read(officer, partner):
    assert partner.post("/webhooks", {**HOOK, "types": []}).status_code == 201
    for marking in ("SECRET//NOFORN", "UNCLASSIFIED//REL TO USA, DEU"):
        officer.opened("leads", {"source": "partner", "text": "Kavzel"}, marking)
    (one,) = Delivery.objects.all()
    assert "receive" in one.body
    assert "Kavzel" not in one.body


def test_webhooks_are_listed_and_ended_by_their_user_alone(officer, partner):
    number = officer.post("/webhooks", HOOK).json()["id"]
    assert partner.get("/webhooks").json() == {"webhooks": []}
    assert partner.delete(f"/webhooks/{number}").status_code == 404
    assert officer.delete(f"/webhooks/{number}").json()["gone"]


def test_nobody_tells_of_the_sign_ins_of_another(officer):
    assert officer.get("/me/sign-ins").json() == {"sign_ins": []}
