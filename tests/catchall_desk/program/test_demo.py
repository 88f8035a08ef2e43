"""The demo: its lists, its users, its screenings."""

from datetime import UTC, datetime

import pytest

from catchall import snapshots
from catchall_desk.accounts.models import User
from catchall_desk.program import demo, exercise_home

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def exercise(settings):
    settings.EXERCISE = tuple(exercise_home.users("a word for all"))
    return settings.EXERCISE


def test_its_users_sign_in_with_the_password_that_is_told(db, exercise):
    people = demo.people()
    assert people.keys() == {one["name"] for one in exercise}
    assert User.objects.get(username="pia").check_password("a word for all")
    assert people["pia"].reader().country == "DEU"


def test_only_the_sample_lists_are_in_force(tmp_path):
    demo.lists(tmp_path, NOW)
    held = snapshots.in_force(tmp_path, NOW.date(), ())
    assert {one.name for one in held} == {"exercise-licence", "exercise-prohibited"}


def test_it_answers_this_machine_alone(call, monkeypatch):
    asked = []
    monkeypatch.setattr(demo, "fill", lambda now: None)
    monkeypatch.setattr(demo, "Server", lambda options: asked.append(options) or asked_for())
    call(demo.demo, "--port", "9001")
    assert asked[0]["bind"] == "127.0.0.1:9001"


def asked_for():
    class Nothing:
        def run(self):
            """Serve nobody."""

    return Nothing()


def test_tables_come_before_lists_and_cases_before_screenings(monkeypatch, exercise):
    done = []
    for name in ("bring", "lists", "people", "work"):
        monkeypatch.setattr(demo, name, lambda *_, name=name: done.append(name))
    monkeypatch.setattr(demo.exercise, "fill", lambda *_: done.append("cases"))
    demo.fill(NOW)
    assert done == ["bring", "lists", "people", "cases", "work"]
