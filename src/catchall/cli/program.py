"""The commands, and how each run ends. In: arguments; out: an exit status, 0 to 5.

What goes wrong is told in one line that says what to do; a traceback is shown only when
CATCHALL_DEBUG is 1. ``docs/reference/exit-status.md`` lists every status.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import cast

import click
from click.shell_completion import shell_complete

from catchall.cli.lazy import LazyGroup, lazy
from catchall.cli.surroundings import say
from catchall.errors import CatchallError, MissingExtraError
from catchall.output.plain import cut, plain

UNEXPECTED, WRONG_USE = 1, 2
MOST_OF_A_FAULT = 200
"""Characters of an unexpected error's own text: it may quote a whole file."""
INTERRUPTED, PIPE_CLOSED = 130, 141
"""As shells report a process ended by SIGINT and SIGPIPE."""


COMMANDS = {
    "screen": "Judge shipments.",
    "watchlist": "Keep official lists.",
    "names": "Match names.",
    "goods": "Classify goods.",
    "read": "Read telegrams and documents.",
    "lawbook": "Check and show the law.",
    "replay": "Judge sealed records again.",
}
"""The engine's commands, in the order shown; each is what its module calls by that name."""


EXTRAS = {"desk": "Run the desk: cases, licences, requests."}
"""Commands of packages that are installed as an extra, found by their entry point."""
ENTRY_POINTS = "catchall.commands"


def _load(name: str) -> click.Command:
    if name in EXTRAS:
        return _extra(name)
    module = import_module(f"catchall.cli.{name}")
    return cast(click.Command, getattr(module, name))


def _extra(name: str) -> click.Command:
    # the engine names no package above it: whoever offers the command says so at installation
    found = entry_points(group=ENTRY_POINTS, name=name)
    try:
        return cast(click.Command, next(iter(found)).load())
    except (ModuleNotFoundError, StopIteration) as error:
        raise MissingExtraError(name) from error


@click.group(
    cls=LazyGroup,
    commands=lazy({**COMMANDS, **EXTRAS}, _load),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Lists live under CATCHALL_HOME. Exit status: 0 done, 1 unexpected, 2 wrong use, "
    "3 some input was rejected, 4 --fail-on met, 5 no list in force.",
)
@click.version_option(version("catchall"), prog_name="catchall")
def program() -> None:
    """Must this transfer of goods be stopped, licensed or asked about, and why?"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status.

    ``argv`` are the words after ``catchall``; None takes them from the process.
    """
    if instruction := os.environ.get("_CATCHALL_COMPLETE"):
        return shell_complete(program, {}, "catchall", "_CATCHALL_COMPLETE", instruction)
    _readable_output()
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    return status


def _run(argv: list[str]) -> int:
    try:
        with program.make_context("catchall", argv) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as ended:  # --help and --version
        return ended.exit_code
    except (KeyboardInterrupt, click.Abort, EOFError):
        say("catchall: stopped before it was done; no output file was half written")
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        return _told(error)


def _told(error: Exception) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):  # it asks what there is
        click.echo(error.format_message())
        return 0
    if isinstance(error, click.ClickException):
        return _wrong_use(error)
    if isinstance(error, CatchallError):
        say(f"catchall: {plain(error)}")
        return error.exit_status
    if os.environ.get("CATCHALL_DEBUG") == "1":
        raise error
    outside = isinstance(error, OSError) and bool(error.strerror)  # not of this program
    say(f"catchall: {_place(error) if outside else _unexpected(error)}")
    return WRONG_USE if outside else UNEXPECTED


def _wrong_use(error: click.ClickException) -> int:
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "catchall"
    problem = plain(error.format_message()).rstrip(".")
    stop = "" if problem.endswith("?") else "."
    say(f"{path}: {problem}{stop} To see how: {path} --help")
    return WRONG_USE


def _place(error: Exception) -> str:
    where, what = getattr(error, "filename", None), getattr(error, "strerror", "")
    return (
        f"{cut(where or 'the output', MOST_OF_A_FAULT)}: cannot be used ({what}). Check that "
        "the folder is there, may be written to and has free space"
    )


def _unexpected(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = (
        f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    )
    return (
        f"unexpected {type(error).__name__} at {place}: {cut(error, MOST_OF_A_FAULT)}. This "
        f"is a fault of catchall {version('catchall')}: please report this line, without "
        "names from your data; CATCHALL_DEBUG=1 shows the whole trace"
    )


def _readable_output() -> None:
    # a terminal that cannot show a letter gets its number; a name must never end the run
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    # the reader is gone: what Python flushes at exit goes nowhere, without a complaint
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
