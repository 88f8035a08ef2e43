"""Parses one document in a child process. In: kind and bytes; out: ``Parsed`` or why not.

Whatever the document does to its parser ends with the child: a crash, a loop, too much memory.
"""

import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import orjson

import catchall
from catchall.errors import InputError
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Parsed
from catchall.intake.documents.wire_form import unpacked

_ASK = "Ask the sender for it again, or save it anew."
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "VIRTUAL_ENV")


def _environment() -> dict[str, str]:
    """What the child sees: no secret of the parent's, and one thread a library."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    root = str(Path(catchall.__file__).parents[1])
    return {**kept, **one, "PYTHONPATH": root, "PYTHONUTF8": "1"}


def _ended(code: int, name: str, limits: Limits) -> InputError:
    if -code == signal.SIGXCPU:
        problem = f"took more than {limits.cpu} seconds to parse"
    elif code < 0:
        problem = f"made its parser crash ({signal.Signals(-code).name})"
    else:
        problem = "made its parser fail"
    return InputError(name, problem, _ASK)


def _answer(told: bytes, name: str) -> Parsed:
    if told.startswith(b'{"problem"'):
        row = orjson.loads(told)
        raise InputError(name, row["problem"], row["advice"])
    return unpacked(told)


def parse(kind: str, data: bytes, name: str, limits: Limits) -> Parsed:
    """What does this document say? ``kind`` "scan" is a PDF whose letters are recognised.

    Raises:
        InputError: it is damaged, or over a limit of time, memory or size.
    """
    heavy = kind in ("picture", "scan")
    given = orjson.dumps(asdict(limits)).decode()
    module = "catchall.intake.documents.worker"
    command = [sys.executable, "-P", "-s", "-m", module, kind, name.replace("\0", ""), given]
    try:
        done = subprocess.run(  # noqa: S603 - this Python and a module of our own
            command,
            input=data,
            capture_output=True,
            timeout=limits.ocr_wall if heavy else limits.wall,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        problem = f"took longer than {error.timeout:.0f} seconds to parse"
        raise InputError(name, problem, _ASK) from error
    if done.returncode:
        raise _ended(done.returncode, name, limits)
    return _answer(done.stdout, name)
