"""The child that parses one document. In: bytes on standard input; out: JSON on its output.

It first gives up what a parser has no need of: more processor time and memory than allowed,
files to write, the network, other programs. Then it imports the parser.
"""

import ctypes
import os
import resource
import sys
from importlib import import_module
from typing import Any

import orjson

from catchall.errors import InputError
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.wire_form import packed

PARSERS = {
    "pdf": "pdf", "docx": "word", "xlsx": "sheets", "mail": "mail", "html": "web",
    "picture": "letters",
}  # fmt: skip
"""Each kind and the module that parses it."""
NO_NETWORK = 0x10000000 | 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux: a user and a network of the process's own."""
_BARRED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")


def _hold(what: int, most: int) -> None:
    """Lowers one limit; one that the system holds lower already stays."""
    _soft, hard = resource.getrlimit(what)
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(what, (least, least))
    except (ValueError, OSError):  # macOS has no limit of address space
        return


def barred(event: str, _arguments: Any) -> None:
    """An audit hook that ends what would reach the network or start a program.

    Raises:
        PermissionError: this event is not allowed here.
    """
    if event.startswith(_BARRED):
        raise PermissionError(f"{event} is not allowed while a document is parsed")


def confine(cpu: int, memory: int) -> None:
    """Gives up, for good, what a parser has no need of: ``cpu`` seconds, ``memory`` bytes."""
    _hold(resource.RLIMIT_CPU, cpu)
    _hold(resource.RLIMIT_AS, memory)
    _hold(resource.RLIMIT_FSIZE, 0)
    _hold(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":
        # refused where users may not have networks of their own; the hook below stays
        ctypes.CDLL(None).unshare(NO_NETWORK)
    sys.addaudithook(barred)


def answer(kind: str, name: str, data: bytes, limits: Limits) -> bytes:
    """What the parent is told: the document, or what is wrong with it."""
    module = import_module(f"catchall.intake.documents.{PARSERS[kind]}")
    try:
        return packed(module.parse(data, name, limits))
    except InputError as error:
        return orjson.dumps({"problem": error.problem, "advice": error.advice})
    except MemoryError:
        return orjson.dumps(
            {"problem": "needs more memory than is allowed", "advice": "Split it."}
        )
    except RecursionError:
        return orjson.dumps({"problem": "is nested too deeply", "advice": "Save it anew."})


def main() -> None:  # pragma: no cover - runs in the child, where no tracer is
    """One document: standard input to standard output."""
    kind, name, given = sys.argv[1:]
    limits = Limits(**orjson.loads(given))
    heavy = kind in ("picture", "scan")
    confine(
        limits.ocr_cpu if heavy else limits.cpu, limits.ocr_memory if heavy else limits.memory
    )
    output = os.dup(1)
    os.dup2(2, 1)  # what a library prints is no answer
    data = sys.stdin.buffer.read()
    told = answer("pdf" if kind == "scan" else kind, name, data, limits)
    with os.fdopen(output, "wb") as stream:
        stream.write(told)


if __name__ == "__main__":  # pragma: no cover - runs in the child, where no tracer is
    main()
