"""Set-up says what is wrong and what to type; it is read by Pythons that are too old for it."""

import ast
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "setup" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    """The script as a module, looking at a project of its own."""
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, path in {"ROOT": "", "LOCKS": "locks", "VENV": ".venv"}.items():
        monkeypatch.setattr(module, name, tmp_path / path)
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "set-up.json")
    (tmp_path / "pyproject.toml").touch()
    for folder in ("locks", ".venv"):
        (tmp_path / folder).mkdir()
    for name in ("build", *module.NEEDED_MB):
        (tmp_path / "locks" / f"{name}.lock").write_text(name)
    return module


def done(module, *names):
    module.STAMP.write_text(json.dumps(module.fingerprint(list(names))))


def test_an_old_python_can_read_the_script():
    assert ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6)).body


@pytest.mark.parametrize(
    ("version", "answer"),
    [((2, 7), False), ((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False)],
)
def test_only_locked_pythons_are_covered(bootstrap, version, answer):
    assert bootstrap.is_covered(version) is answer


def test_a_chosen_python_that_is_not_covered_is_refused(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "OLDEST", (3, 98))
    monkeypatch.setattr(bootstrap, "NEWEST", (3, 99))
    assert bootstrap.main(["--only-this-python", "run"]) == 1
    assert "cover 3.98 to 3.99" in capsys.readouterr().err


def test_a_shim_that_runs_nothing_is_passed_over(bootstrap, tmp_path, monkeypatch):
    shim = tmp_path / f"python3.{bootstrap.NEWEST[1]}"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.other_python() == ""


def test_a_finished_set_up_does_nothing(bootstrap, monkeypatch):
    done(bootstrap, "run", "dev")
    monkeypatch.setattr(bootstrap, "install", None)
    assert bootstrap.main(["run"]) == 0


def test_a_changed_lock_is_installed_with_what_was_wanted_before(bootstrap, monkeypatch):
    done(bootstrap, "run", "dev")
    (bootstrap.LOCKS / "run.lock").write_text("changed")
    asked = []
    monkeypatch.setattr(bootstrap, "venv_serves", lambda *_: True)
    monkeypatch.setattr(bootstrap, "install", lambda names, _: asked.append(names))
    assert bootstrap.main(["run"]) == 0
    assert asked == [["run", "dev"]]


def test_a_set_up_stopped_half_way_is_not_done(bootstrap, monkeypatch):
    def stop(*_):
        raise bootstrap.SetUpError("stopped")

    monkeypatch.setattr(bootstrap, "venv_serves", lambda *_: True)
    monkeypatch.setattr(bootstrap, "install", stop)
    assert bootstrap.main(["dev"]) == 1
    assert bootstrap.stamp()["dev.lock"] == "unfinished"


def test_a_venv_from_another_place_does_not_serve(bootstrap):
    assert not bootstrap.venv_serves({"place": "elsewhere"}, dict(os.environ))


def test_a_full_disk_is_told_before_anything_is_fetched(bootstrap, monkeypatch):
    monkeypatch.setitem(bootstrap.NEEDED_MB, "dev", 10**9)
    with pytest.raises(bootstrap.SetUpError, match="MB are free"):
        bootstrap.check_disk(["dev"])


def test_a_missing_venv_module_is_told_with_the_package_to_install(tmp_path):
    (tmp_path / "ensurepip.py").write_text("raise ModuleNotFoundError('x', name='ensurepip')")
    project = tmp_path / "project"
    (project / "setup").mkdir(parents=True)
    (project / "setup" / "bootstrap.py").write_bytes(SCRIPT.read_bytes())
    (project / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/build.lock", "requirements/run.lock"):
        (project / name).touch()
    command = [sys.executable, project / "setup" / "bootstrap.py", "run"]
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert f"apt install python3.{sys.version_info[1]}-venv" in ended.stderr


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Connection broken: no route to host\nERROR: no matching distribution", "not reached"),
        ("error: command 'gcc' failed", "build-essential"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("something new", "stands above"),
    ],
)
def test_an_installers_failure_is_told_with_what_to_do(bootstrap, said, told):
    assert told in bootstrap.advice(said)


def test_pips_index_is_told_to_uv_unless_uv_has_its_own(bootstrap, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "one")
    monkeypatch.delenv("UV_INDEX_URL", raising=False)
    monkeypatch.delenv("UV_DEFAULT_INDEX", raising=False)
    assert bootstrap.environment()["UV_DEFAULT_INDEX"] == "one"
    monkeypatch.setenv("UV_DEFAULT_INDEX", "two")
    assert bootstrap.environment()["UV_DEFAULT_INDEX"] == "two"


def test_wrong_use_names_what_can_be_asked_for(bootstrap, capsys):
    assert bootstrap.main(["everything"]) == 2
    assert "run dev desk spark documents ocr" in capsys.readouterr().out
