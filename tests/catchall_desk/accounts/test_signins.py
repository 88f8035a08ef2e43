"""What is kept of signing in."""

from django.contrib.auth import authenticate

from catchall_desk.accounts.models import SignIn
from catchall_desk.accounts.signins import address


def test_the_address_behind_a_trusted_proxy_is_the_one_it_tells(rf, settings):
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.7, 203.0.113.9"})
    assert address(request) == "127.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert address(request) == "203.0.113.9"


def test_on_a_socket_there_is_no_address(rf):
    assert address(rf.get("/", REMOTE_ADDR="")) is None


def test_a_name_that_is_no_users_is_not_kept(rf, ana):
    authenticate(rf.post("/"), username="my password", password="x")
    assert not SignIn.objects.exists()
    authenticate(rf.post("/"), username="ana", password="x")
    assert [one.ok for one in ana.sign_ins.all()] == [False]
