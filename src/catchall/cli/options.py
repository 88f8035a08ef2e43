"""Options that commands share. In: words typed; out: values, or what to type instead."""

import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from catchall.cli.surroundings import home, today
from catchall.errors import NoListInForceError, UsageError
from catchall.snapshots import Snapshot, in_force


class Day(click.ParamType[date]):
    """A day typed as 2026-11-22."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or what to type instead."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day: type it like 2026-11-22", param, ctx)


class Number(click.FloatRange):
    """A number within bounds; ``nan`` is within none: nothing is above or below it."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number, or what to type instead."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value!r} is not a number", param, ctx)
        return number


class Commas(click.ParamType[tuple[str, ...]]):
    """Words separated by commas."""

    name = "a,b"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The words, in the order typed, each once."""
        if isinstance(value, tuple):
            return value
        words = tuple(dict.fromkeys(word.strip() for word in value.split(",") if word.strip()))
        return words or self.fail("no name given: type names separated by commas", param, ctx)


FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)

lists = click.option(
    "--lists",
    type=Commas(),
    default=(),
    help="Only these lists, by name (default: all in force).",
)


def _not_to_come(
    _context: click.Context, _param: click.Parameter, day: date | None
) -> date | None:
    if day is not None and day > today():
        raise UsageError(
            f"--as-of {day} is still to come: the lists and the law of that day are not known; "
            f"name a day up to today, {today()}"
        )
    return day


as_of = click.option(
    "--as-of",
    "day",
    type=Day(),
    default=None,
    callback=_not_to_come,
    help="Judge by the lists and the law of that day (default: today).",
)
as_json = click.option("--json", "as_json", is_flag=True, help="JSON for programs.")


def used_lists(day: date | None, named: Sequence[str]) -> tuple[Snapshot, ...]:
    """The lists in force under CATCHALL_HOME, only the named ones if any are named.

    Raises:
        NoListInForceError: there is none.
    """
    on = day or today()
    found = in_force(home(), on, named)
    if not found:
        raise NoListInForceError(on.isoformat())
    return tuple(found)


def output(path: Path | None, inputs: Sequence[Path]) -> None:
    """Is it safe to write there? An output must not be one of the inputs.

    Raises:
        UsageError: it is one of them.
    """
    if path is not None and path.resolve() in {one.resolve() for one in inputs}:
        raise UsageError(f"{path} is read as input: give the output another name")
