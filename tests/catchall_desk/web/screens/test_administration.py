"""Administration, audit, and one's own keys."""

import pytest
from django.test import Client
from tests.api_callers import made_user
from tests.desk_builders import CLOSE, OFFICER, at, opening

from catchall_desk.accounts.models import ApiToken, Change, SignIn, User
from catchall_desk.cases.commands import Draft
from catchall_desk.jobs.work import DESK
from catchall_desk.store.desk import record, run
from catchall_desk.store.labels import kernel


@pytest.fixture
def adm(db) -> Client:
    """An administrator, who sees no case."""
    client = Client()
    client.force_login(made_user("adm", role="administrator", level="TS"))
    return client


def released(marking=CLOSE) -> str:
    """A case of which a copy went out."""
    case = run(opening("case", marking, title="Pumps kept close"), OFFICER, at()).stream
    body = {"to": {"government": "DEU"}, "approved_by": "ben", "hash": "ab" * 32}
    with kernel():
        record([Draft(case, "case", "release", at(1).now, marking, body)], DESK, at(1))
    return case


def test_an_administrator_sees_users_changes_and_failures_and_no_case(adm):
    released()
    user = User.objects.get(username="adm")
    Change.objects.create(
        user=user, at=at().now, by="machine: root", what={"level": ["S", "TS"]}
    )
    SignIn.objects.create(user=user, at=at().now, how="password", ok=False, address="192.0.2.7")
    page = adm.get("/administration/").text
    assert "machine: root" in page
    assert "192.0.2.7" in page
    assert "Pumps kept close" not in page
    assert "No copy went out that you may see" in page


def test_releases_are_for_those_who_may_see_the_file(ana, pia):
    released()
    assert "Pumps kept close" in ana.get("/administration/").text
    assert ">SECRET//NOFORN</section>" in ana.get("/administration/").text
    assert "Pumps kept close" not in pia.get("/administration/").text


def test_an_officer_sees_no_users(ana):
    page = ana.get("/administration/").text
    assert "Second factor" not in page
    assert "No list is in force" in page
    assert "Somebody must look at this" in page


def made(browser, **more):
    return browser.post("/keys/", {"name": "nightly", "scope": ["read"], "days": "30", **more})


def test_a_key_is_shown_once(ana):
    assert "You have no key" in ana.get("/keys/").text
    assert "catchall_" in made(ana).context["text"]
    assert "catchall_" not in ana.get("/keys/").text
    assert ApiToken.objects.get().scopes == ["read"]


@pytest.mark.parametrize("wrong", [{"name": " "}, {"days": "9999"}, {"scope": []}])
def test_a_key_that_cannot_be_made_says_why(ana, wrong):
    answer = made(ana, **wrong)
    assert answer.status_code == 422
    assert "No key was made" in answer.text


def test_a_key_is_ended_by_its_user_alone(ana, pia):
    made(ana)
    key = ApiToken.objects.get().id
    assert "no such key of yours" in pia.post(f"/keys/{key}/revoke/", follow=True).text
    assert "The key has ended" in ana.post(f"/keys/{key}/revoke/", follow=True).text
    assert ">ended<" in ana.get("/keys/").text
