"""The engines for the bench are set up from their lock, or it is said why not."""

import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parents[2] / "setup"


@pytest.fixture
def peers(tmp_path, monkeypatch):
    """The script as a module, with a folder of its own."""
    monkeypatch.syspath_prepend(str(SETUP))
    monkeypatch.delitem(sys.modules, "peers", raising=False)
    import peers as module  # noqa: PLC0415 - only where its folder is on the path

    monkeypatch.setattr(module, "VENV", tmp_path)
    monkeypatch.setattr(module, "STAMP", tmp_path / "set-up.json")
    return module


def test_what_pyicu_is_built_with_has_its_hash_in_the_lock(peers):
    lines = peers.builder(peers.LOCK.read_text(encoding="utf-8")).splitlines()
    assert lines[0].startswith("setuptools==")
    assert all("--hash=sha256:" in line for line in lines[1:])


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("fatal error: unicode/utypes.h: No such file or directory", "libicu-dev"),
        ("ERROR: Failed building wheel for pyicu", "libicu-dev"),
        ("Could not resolve host: an.index", "not reached"),
        ("No space left on device\n", "No space left"),
    ],
)
def test_why_it_could_not_be_made_is_said_in_a_line(peers, output, said):
    assert said in peers.reason(output)


def test_without_the_peers_the_reason_ends_with_status_one(peers, monkeypatch, capsys):
    monkeypatch.setattr(peers.bootstrap, "run", lambda command, env: (1, "fatal: unicode/u.h"))
    assert peers.main() == 1
    assert capsys.readouterr().err.startswith("peers not measured: PyICU is compiled")


def test_what_was_made_is_not_made_again(peers, monkeypatch):
    monkeypatch.setattr(peers.bootstrap, "run", lambda command, env: (0, ""))
    monkeypatch.setattr(peers, "PYTHON", Path(sys.executable))
    assert peers.main() == 0
    monkeypatch.setattr(peers.bootstrap, "run", None)
    assert peers.main() == 0
