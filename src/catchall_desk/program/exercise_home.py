"""The home of a demo: made anew, and gone with it. In: nothing; out: variables and a folder.

Used before Django reads its settings, so nothing of Django may be imported here.
"""

import atexit
import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from catchall_desk import environment

OURS = "CATCHALL_DESK_"
"""How the variables of a desk begin: none of them reaches a demo."""
BYTES = 9


@cache
def told() -> Mapping[str, Any]:
    """The world in words, as ``exercise.yaml`` tells it."""
    text = files("catchall_desk.program").joinpath("exercise.yaml").read_text("utf-8")
    found: Mapping[str, Any] = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return found


def move_in() -> Path:
    """A new folder that the environment now names as home, with the users of the demo.

    Every other variable of the desk is taken away: a demo touches no real database.
    """
    home = Path(tempfile.mkdtemp(prefix="catchall-exercise-"))
    atexit.register(remove, home, os.getpid())
    for name in [name for name in os.environ if name.startswith(OURS)]:
        del os.environ[name]
    os.environ["CATCHALL_HOME"] = str(home)
    os.environ["CATCHALL_DESK_EXERCISE"] = "1"
    environment.prepare(home)
    file = home / environment.EXERCISE_FILE
    file.touch(0o600)
    file.write_text(json.dumps(list(users(secrets.token_urlsafe(BYTES)))), "utf-8")
    return home


def remove(home: Path, maker: int) -> None:
    """Removes the home, in the process that made it and not in those that it forked."""
    if os.getpid() == maker:
        shutil.rmtree(home, ignore_errors=True)


def users(password: str) -> Iterator[dict[str, str]]:
    """The users of the demo, as its sign-in page names them, all with one password.

    >>> next(users("pass"))["name"]
    'ana'
    """
    names = ("role", "country", "level", "office", "says")
    for name, values in told()["users"].items():
        yield {"name": name, "password": password, **dict(zip(names, values, strict=True))}
