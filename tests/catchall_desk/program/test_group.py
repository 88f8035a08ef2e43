"""``catchall desk``, and Django made ready."""

from click.testing import CliRunner

from catchall_desk.program import exercise_home
from catchall_desk.program.group import COMMANDS, desk, load


def test_help_lists_every_command():
    text = CliRunner().invoke(desk, ["--help"]).output
    assert [name for name in COMMANDS if name not in text] == []


def test_every_command_is_where_the_table_says():
    assert [load(name).name for name in COMMANDS] == list(COMMANDS)


def test_the_key_is_there_before_a_command_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path / "home"))
    CliRunner().invoke(desk, ["check", "--help"])
    assert (tmp_path / "home" / "desk.key").is_file()


def test_the_demo_never_comes_near_the_home_of_this_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path / "home"))
    moved = []
    monkeypatch.setattr(exercise_home, "move_in", lambda: moved.append(1))
    CliRunner().invoke(desk, ["--demo", "--help"])
    assert (moved, (tmp_path / "home").exists()) == ([1], False)
