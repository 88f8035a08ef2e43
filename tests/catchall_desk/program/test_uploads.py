"""The command that works at uploads."""

import click
import pytest
from django.db import OperationalError
from tests.upload_builders import begun, row

from catchall_desk.accounts.models import User
from catchall_desk.program import uploads


def test_the_command_works_at_what_waits(db, capsys):
    User.objects.create(username="ana", role="officer", country="USA", level="S")
    begun(row())
    assert uploads.uploads(args=[], standalone_mode=False) == 0
    assert "1 uploads worked at" in capsys.readouterr().out


def test_watching_outlives_a_busy_database(db, monkeypatch):
    waits = []

    def work(most):
        if not waits:
            raise OperationalError("locked")
        return 0

    def sleep(seconds):
        waits.append(seconds)
        if len(waits) > 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(uploads.running, "work", work)
    monkeypatch.setattr(uploads.time, "sleep", sleep)
    monkeypatch.setattr(uploads, "close_old_connections", lambda: None)
    with pytest.raises(click.Abort):
        uploads.uploads(args=["--watch", "5"], standalone_mode=False)
    assert waits == [5, 5]
