"""A user's watched subjects: made once, his own, ended by him alone."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from catchall_desk.accounts import watches
from catchall_desk.accounts.watches import Subject

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PUMPS = Subject(words="pumps")


@pytest.mark.django_db
def test_the_same_subject_is_watched_once():
    assert watches.make("ana", PUMPS, NOW) == watches.make("ana", PUMPS, NOW)
    assert [one.words for one in watches.of("ana")] == ["pumps"]


@pytest.mark.django_db
def test_nobody_sees_or_ends_the_watch_of_another():
    number = UUID(watches.make("ana", PUMPS, NOW))
    assert watches.of("ben") == ()
    assert not watches.end("ben", number)
    assert watches.end("ana", number)
