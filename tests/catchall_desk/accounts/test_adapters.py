"""What the desk wants otherwise than allauth."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from catchall_desk.accounts.adapters import Accounts, Provider, SecondFactor


def test_nobody_signs_up(rf):
    assert not Accounts().is_open_for_signup(rf.get("/"))
    assert not Provider().is_open_for_signup(rf.get("/"), None)


def test_secrets_of_the_second_factor_are_sealed(ana):
    codes = RecoveryCodes.activate(ana).get_unused_codes()
    stored = str(Authenticator.objects.get().data)
    assert len(codes) == 10
    assert "gAAAA" in stored  # how sealed text begins


def test_a_second_factor_comes_off_only_where_none_is_required(settings):
    assert not SecondFactor().can_delete_authenticator(None)
    settings.MFA_REQUIRED = False
    assert SecondFactor().can_delete_authenticator(None)
