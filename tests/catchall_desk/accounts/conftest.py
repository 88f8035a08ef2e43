"""A user of each test's own, and the codes that an authenticator app would show."""

import time
from functools import cache

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.hashers import make_password

from catchall_desk.accounts.models import User
from catchall_desk.accounts.sealing import seal

PASSWORD = "a long enough sentence"  # noqa: S105 - of an invented user
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105


@cache
def hashed() -> str:
    """The password as it is stored: slow to make, so made once."""
    return make_password(PASSWORD)


@pytest.fixture
def ana(db) -> User:
    """An officer without a second factor."""
    user = User(username="ana", role="officer", country="USA", level="S", office="licensing")
    user.password = hashed()
    user.save()
    return user


@pytest.fixture
def app_of_ana(ana):
    """Ana has a second factor: the code that her app shows now."""
    Authenticator.objects.create(user=ana, type="totp", data={"secret": seal(SECRET)})
    return lambda: format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


@pytest.fixture
def signed_in(client, ana, app_of_ana):
    """A browser in which Ana has signed in."""
    client.force_login(ana)
    return client
