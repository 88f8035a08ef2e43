"""Who may sign in."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from catchall_desk.accounts.models import User
from catchall_desk.program.users import user

GOOD = "a long enough sentence"
NEW = ("add", "ana", "--role", "officer", "--country", "USA")


def twice(password):
    return f"{password}\n{password}\n"


def test_a_user_is_added_with_the_password_typed(db, call):
    done = call(user, *NEW, "--level", "S", "--readin", "GAMMA", typed=twice(GOOD))
    assert done.exception is None
    ana = User.objects.get(username="ana")
    assert ana.check_password(GOOD)
    assert ana.password.startswith("argon2")
    assert (ana.level, ana.readins) == ("S", ["GAMMA"])


@pytest.mark.parametrize(
    ("words", "password", "problem"),
    [
        (NEW, "short", "too short"),
        (NEW, "password1234", "too common"),
        ((*NEW[:-1], "us"), GOOD, "three capital letters"),
        (("add", "taken", *NEW[2:]), GOOD, "already exists"),
    ],
)
def test_a_user_that_cannot_be_is_refused(db, call, words, password, problem):
    User.objects.create(username="taken")
    done = call(user, *words, typed=twice(password))
    assert problem in str(done.exception)
    assert not User.objects.filter(username="ana").exists()


def test_a_subject_of_the_provider_needs_no_password(db, call):
    call(user, *NEW, "--oidc", "subject-7")
    account = SocialAccount.objects.get(provider="oidc", uid="subject-7")
    assert account.user.username == "ana"
    assert not account.user.has_usable_password()


def test_a_change_touches_what_is_named(db, call):
    call(user, *NEW, "--office", "licensing", typed=twice(GOOD))
    ana = User.objects.get(username="ana")
    Authenticator.objects.create(user=ana, type="totp", data={})
    call(user, "change", "ana", "--level", "TS", "--inactive", "--new-factor")
    ana.refresh_from_db()
    assert (ana.level, ana.office, ana.is_active) == ("TS", "licensing", False)
    assert ana.check_password(GOOD)
    assert not ana.authenticator_set.exists()


def test_changes_are_kept_with_their_time_and_who(db, call, capsys):
    call(user, *NEW, typed=twice(GOOD))
    call(user, "change", "ana", "--level", "TS", "--new-factor")
    told = call(user, "history", "ana").output.splitlines()
    assert "role: none -> officer" in told[0]
    assert told[1].split(": ", 2)[2] == "level: U -> TS, second factor: anew"


def test_users_are_listed_with_what_they_may(db, call):
    call(user, *NEW, "--level", "S", typed=twice(GOOD))
    assert "officer" in (told := call(user, "list").output)
    assert "never" in told


def test_a_new_password_is_asked_for(db, call):
    call(user, *NEW, typed=twice(GOOD))
    call(user, "change", "ana", "--new-password", typed=twice(GOOD + "s"))
    assert User.objects.get(username="ana").check_password(GOOD + "s")


def test_changing_nobody_is_refused(db, call):
    assert "no such user" in str(call(user, "change", "bo", "--level", "U").exception)
