"""Mutation tests of the marking algebra: ``python tools/mutants.py [NAME ...]``.

In: ``src/catchall/marking`` and its tests; out: how many changes of the code the tests notice,
the ones that they do not, and exit status 1 below 95 %. mutmut works on a copy under ``build``;
its settings stand in ``pyproject.toml``. NAME is a pattern: ``"catchall.marking.access*"``.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPY = ROOT / "build" / "mutants"
PARTS = (
    "pyproject.toml",
    "src",
    "tests/conftest.py",
    "tests/catchall/conftest.py",
    "tests/catchall/marking",
    "tests/marking",
)
LEAST = 0.95
# few papers of the second algebra are enough to notice a change; a survivor meets them all
FEW = {"MARKING_CASES": "600"}


def copied() -> None:
    """The code and the tests that matter, without what an earlier run left."""
    shutil.rmtree(COPY, ignore_errors=True)
    for part in PARTS:
        target = COPY / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, target)
        else:
            shutil.copy(ROOT / part, target)


def mutmut(*arguments: str, quiet: bool = False) -> str:
    """Runs mutmut in the copy; gives what it printed when ``quiet``."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    environment = {**os.environ, **FEW}
    environment.pop("CATCHALL_EVAL", None)  # the rules are tested, not the shared vectors
    output = subprocess.PIPE if quiet else None
    done = subprocess.run(
        command, cwd=COPY, env=environment, stdout=output, text=True, check=True
    )
    return done.stdout or ""


def main(names: list[str]) -> int:
    """Run, print the figure and the survivors; 1 where too many survive."""
    copied()
    mutmut("run", *names)
    mutmut("export-cicd-stats", quiet=True)
    stats = json.loads((COPY / "mutants" / "mutmut-cicd-stats.json").read_text("utf-8"))
    tried = stats["killed"] + stats["timeout"] + stats["survived"] + stats["no_tests"]
    killed = stats["killed"] + stats["timeout"]
    for line in mutmut("results", quiet=True).splitlines():
        if "survived" in line or "no tests" in line:
            print(line.strip())
    share = killed / max(tried, 1)
    print(
        f"{killed} of {tried} mutants killed: {share:.1%}, at least {LEAST:.0%} are asked for"
    )
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
