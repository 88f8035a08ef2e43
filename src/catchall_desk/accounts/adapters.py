"""What the desk wants otherwise than allauth. In: allauth's questions; out: the answers.

Nobody signs up: an administrator makes each user. A second factor that is required cannot be
taken off, only exchanged by an administrator.
"""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest

from catchall_desk.accounts.sealing import seal, unseal

FRESH_SECONDS = 300
"""So long after signing in, a second factor is set up without signing in once more."""


class Accounts(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Accounts: closed to those who come without one."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def is_reauthentication_required(self, **kwargs: Any) -> bool:
        """Must who is signed in show it again? Not right after signing in."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or time.time() - records[-1]["at"] >= FRESH_SECONDS


class Provider(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Sign-in through a provider: only for subjects tied to a user (``desk user add``)."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """No: an unknown subject is not made a user."""
        return False


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    """The second factor: its secrets are sealed, and it stays on where it is required."""

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret as it is used."""
        return unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Only where no second factor is required."""
        return not settings.MFA_REQUIRED
