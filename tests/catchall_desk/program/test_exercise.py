"""The world of the demo: lawful, of every marking, and before its moment."""

from datetime import UTC, datetime

import pytest

from catchall_desk.accounts.models import User
from catchall_desk.program import exercise
from catchall_desk.program.exercise_home import told
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import EventRow, FileRow
from catchall_desk.store.verify import verify

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def users():
    names = ("role", "country", "level", "office")
    return {
        name: User(username=name, **dict(zip(names, values[:4], strict=True)))
        for name, values in told()["users"].items()
    }


@pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)
def test_every_event_of_the_world_is_lawful_and_recorded(desk_db, users):
    number = exercise.fill(NOW, users)
    assert EventRow.objects.count() == number > 500
    assert FileRow.objects.filter(kind="case").count() == 40
    with kernel():
        assert verify() is None


def test_nothing_is_recorded_after_its_moment():
    entries = exercise.world(NOW).entries
    assert max(one.at for one in entries) <= NOW
    assert all(one.said["happened_at"] <= one.at.isoformat() for one in entries)


def test_the_world_has_every_marking_and_two_partner_governments():
    said = [one.said for one in exercise.world(NOW).entries]
    assert {one["marking"] for one in said} == set(told()["markings"].values())
    asked = {one["body"]["by"] for one in said if one["type"] == "respond"}
    assert asked == {"DEU", "GBR"}


def test_every_party_says_that_it_is_exercise_material():
    said = [one.said for one in exercise.world(NOW).entries]
    claims = [one for one in said if one["body"].get("property") == "statement"]
    assert {one["stream"] for one in claims} == set(told()["parties"])
