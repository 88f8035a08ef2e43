"""The command line: arguments in, exit status out. ``program.main`` is the way in."""

from catchall.cli.program import main

__all__ = ["main"]
