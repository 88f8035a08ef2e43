"""Makes .venv-bench: the engines that names are measured against, beside catchall's packages.

In: ``requirements/bench.lock``. Out: ``.venv-bench``, every package checked by its hash. Only
``make bench`` asks for it. PyICU has no wheel and is compiled; where it cannot be, the program
says why and ends with 1, and the bench goes on without the other engines.
"""

import hashlib
import json
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import bootstrap

VENV = bootstrap.ROOT / ".venv-bench"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "set-up.json"
LOCK = bootstrap.LOCKS / "bench.lock"
NEEDS = (
    "PyICU is compiled: Debian, Ubuntu: sudo apt install libicu-dev pkg-config g++ python3-dev"
)

ICU = re.compile(r"(?i)(?:failed|error)\W.*pyicu|icu-(?:config|i18n)|unicode/\w+\.h")


def wanted() -> dict[str, str]:
    """What a finished set-up rests on: the lock, the Python, the place."""
    return {"lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(), **bootstrap.home()}


def is_ready() -> bool:
    """Is .venv-bench there as the lock wants it?"""
    try:
        found: object = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return found == wanted() and PYTHON.exists()


def builder(lock: str) -> str:
    """The lines of a lock that hold what PyICU is compiled with."""
    found = re.search(r"^setuptools==.*\n(?:    .*\n)*", lock, re.MULTILINE)
    return found.group() if found else ""


def commands(first: Path) -> list[list[str]]:
    """What makes the folder, in order; ``first`` is the requirements file of the builder."""
    plain = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    pip = [*plain, *bootstrap.HASHED]
    return [
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        [*pip, *bootstrap.WHEELS, "-r", str(first)],
        [*pip, "--no-build-isolation", "-r", str(LOCK)],
        [*pip, *bootstrap.WHEELS, "-r", str(bootstrap.LOCKS / "build.lock")],
        [*plain, "--no-deps", "--no-build-isolation", "--editable", str(bootstrap.ROOT)],
    ]


def reason(output: str) -> str:
    """Why could it not be made, in one line, from what the installer said?"""
    if bootstrap.NETWORK.search(output):
        return "the package index was not reached"
    if ICU.search(output):
        return NEEDS
    return bootstrap.last_line(output)


def set_up() -> str:
    """Makes .venv-bench; says why it could not, or ""."""
    bootstrap.say("the engines that names are measured against, in .venv-bench")
    env = bootstrap.environment()
    env["VIRTUAL_ENV"] = str(VENV)
    first = bootstrap.ROOT / "build" / "peers-builder.txt"
    first.parent.mkdir(exist_ok=True)
    first.write_text(builder(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    for command in commands(first):
        status, output = bootstrap.run(command, env)
        if status:
            shutil.rmtree(VENV, ignore_errors=True)
            return reason(output)
    STAMP.write_text(json.dumps(wanted(), indent=1), encoding="utf-8")
    return ""


def main() -> int:
    """Makes it where it is not there; 1 with the reason when it cannot be made."""
    if is_ready():
        return 0
    try:
        problem = set_up()
    except (OSError, subprocess.SubprocessError) as error:
        problem = str(error)
    if problem:
        sys.stderr.write(
            f"peers not measured: {problem} (Python {platform.python_version()})\n"
        )
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
