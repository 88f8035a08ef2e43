"""Who asks, and for what."""

import pytest
from django.contrib.auth.models import AnonymousUser

from catchall_desk.accounts import access
from catchall_desk.accounts.models import ApiToken, User
from catchall_desk.cases.policy import LabelClass, may_read
from catchall_desk.errors import ScopeMissingError


@pytest.fixture
def request_of(rf):
    def made(user, token=None):
        request = rf.get("/")
        request.user, request.token = user, token
        return request

    return made


@pytest.mark.parametrize(
    "user",
    [
        AnonymousUser(),
        User(username="root", role="administrator", country="USA", level="TS"),
        User(username="new", role="", country="USA", level="TS"),
        User(username="gone", role="officer", country="USA", level="TS", is_active=False),
    ],
    ids=["anonymous", "administrator", "without a role", "inactive"],
)
def test_who_is_no_active_caseworker_reads_nothing(request_of, user):
    assert not may_read(access.reader(request_of(user)), LabelClass(1, "UNCLASSIFIED"))


def test_a_key_is_good_for_its_scopes_alone(request_of):
    request = request_of(User(username="ana"), ApiToken(scopes=["read", "everything"]))
    access.need(request, "read")
    assert access.scopes(request) == {"read"}
    with pytest.raises(ScopeMissingError, match="write"):
        access.need(request, "write")


def test_a_session_is_good_for_all(request_of):
    assert access.scopes(request_of(User(username="ana"))) >= {"read", "write", "export"}
