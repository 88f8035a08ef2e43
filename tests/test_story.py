"""The desk's story through its API on both databases; the tutorial is what it tells."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_story_is_told_alike_on_both_databases_and_is_the_tutorial(tmp_path):
    page = tmp_path / "desk.md"
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    ended = subprocess.run(
        [sys.executable, "-m", "desk_story", "--write", str(page)],
        cwd=ROOT,
        env={**kept, "PYTHONPATH": "tools"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr[-3000:]
    assert page.read_text() == (ROOT / "docs" / "tutorial" / "desk.md").read_text(), (
        "run make story WRITE=1"
    )
