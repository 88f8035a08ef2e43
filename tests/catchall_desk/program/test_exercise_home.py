"""The home of a demo."""

import json
import os

from catchall_desk.cases.machines import ROLES
from catchall_desk.program import exercise_home


def test_a_demo_moves_into_a_new_home_and_leaves_every_setting_of_the_desk(monkeypatch):
    for name in ("CATCHALL_HOME", "CATCHALL_DESK_EXERCISE"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("CATCHALL_DESK_DATABASE", "postgresql://desk@db.example/desk")
    home = exercise_home.move_in()
    told = json.loads((home / "exercise.json").read_text("utf-8"))
    assert "CATCHALL_DESK_DATABASE" not in os.environ
    assert os.environ["CATCHALL_HOME"] == str(home)
    assert {one["role"] for one in told} == ROLES
    assert (home / "exercise.json").stat().st_mode & 0o077 == 0
    exercise_home.remove(home, os.getpid())
    assert not home.exists()


def test_a_forked_process_does_not_take_the_home_away(tmp_path):
    exercise_home.remove(tmp_path, os.getpid() + 1)
    assert tmp_path.exists()


def test_all_users_of_a_demo_have_its_password():
    assert {one["password"] for one in exercise_home.users("two")} == {"two"}
