"""The accounts as a part of the Django project."""

from django.contrib.auth.signals import user_logged_in, user_login_failed

from catchall_desk.accounts import signins


def test_signing_in_is_listened_to():
    for signal, receiver in [
        (user_logged_in, signins.record_success),
        (user_login_failed, signins.record_failure),
    ]:
        assert receiver in signal._live_receivers(None)[0]
