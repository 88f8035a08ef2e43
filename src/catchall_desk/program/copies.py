"""``catchall desk backup``, ``restore``, ``rebuild``. In: store or file; out: file or store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from catchall.cli.surroundings import err, out, say
from catchall_desk.program.chain import DAMAGED, FILE, GIVEN
from catchall_desk.store import upkeep
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import EventRow
from catchall_desk.store.rebuild import fingerprints
from catchall_desk.store.rebuild import rebuild as rebuild_all

DIFFERS = 1


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> int:
    """Write everything that cannot be derived to FILE, readable for you alone.

    It holds the log, its keys and the users; not desk.key and the signing key: keep those
    apart.
    """
    rows = upkeep.back_up(file)
    out().print(f"{rows} rows written to {file}")
    return 0


@click.command()
@click.argument("file", type=GIVEN)
def restore(file: Path) -> int:
    """Fill an empty desk from the backup FILE, and verify its log; status 2 if that is bad.

    What was erased after the backup was made is back: erase it again, see the manual.
    """
    bad = upkeep.restore(file)
    if bad is not None:
        say(f"restored, but record {bad.position} of {bad.writer}: {bad.problem}")
        return DAMAGED
    out().print(f"{EventRow.objects.count()} events restored; the log is as it was written")
    return 0


@click.command()
def rebuild() -> int:
    """Make everything derived again from the log; what differed is told, with status 1."""
    with kernel():
        before = fingerprints()
        with bar(EventRow.objects.count()) as told:
            read = rebuild_all(told)
        after = fingerprints()
    differed = [name for name in before if before[name] != after[name]]
    for name in differed:
        say(f"{name}: differed from the log ({before[name][0]} rows, now {after[name][0]})")
    out().print(f"{read} events read; {'put right' if differed else 'equal before and after'}")
    return DIFFERS if differed else 0


@contextmanager
def bar(total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error, at a terminal; what is called with the number done so far."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    console = err()
    with Progress(
        *columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task("events", total=total)
        yield lambda done: progress.update(task, completed=done)
