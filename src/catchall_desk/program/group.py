"""``catchall desk``: the group, and Django made ready. In: words typed; out: a command.

A command's module may import models: it is loaded after Django has been set up.
"""

import os
from importlib import import_module
from keyword import iskeyword
from typing import cast

import click
import django

from catchall.cli.lazy import LazyGroup, lazy
from catchall.cli.surroundings import home
from catchall_desk import environment
from catchall_desk.program import exercise_home

SETTINGS = "catchall_desk.settings"
DEMO = "demo"
COMMANDS = {
    "serve": ("serve", "Serve the desk to browsers and programs."),
    DEMO: ("demo", "Serve a desk full of invented cases; --demo is the same."),
    "migrate": ("migrate", "Bring the database to this version."),
    "user": ("users", "Add and change users."),
    "check": ("check", "Say what is wrong with the set-up."),
    "uploads": ("uploads", "Work at uploads of shipments that wait."),
    "deliver": ("deliver", "Send what is due to webhooks."),
    "screen": ("screen", "Screen whatever is due."),
    "health": ("health", "Say how the desk is."),
    "verify": ("chain", "Verify the log, record by record."),
    "heads": ("chain", "Sign and export the heads of the log."),
    "backup": ("copies", "Write everything to one file."),
    "restore": ("copies", "Fill an empty desk from a backup."),
    "rebuild": ("copies", "Make everything derived again from the log."),
    "import": ("history", "Take events of history from a file."),
    "export": ("history", "Write the events that a user may see to a file."),
    "erase": ("history", "Erase the text of a party or document by law."),
}
"""Every command: its module here, and its text."""


def load(name: str) -> click.Command:
    """The command of this name, with Django set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    module = import_module(f"catchall_desk.program.{COMMANDS[name][0]}")
    return cast(click.Command, getattr(module, f"{name}_" if iskeyword(name) else name))


class Desk(LazyGroup):
    """The group; before a command runs, the key is there for the settings to read.

    The demo gets a home of its own: it never comes near the desk of this machine.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words that are left; ``--demo`` is the command of that name."""
        words = [DEMO, *args[1:]] if args[:1] == [f"--{DEMO}"] else args
        return super().parse_args(ctx, words)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words name."""
        if args[0] == DEMO:
            exercise_home.move_in()
        else:
            environment.prepare(home())
        return super().resolve_command(ctx, args)


@click.group(
    cls=Desk, commands=lazy({name: text for name, (_, text) in COMMANDS.items()}, load)
)
def desk() -> None:
    """Run the desk: cases, licences, requests.

    Where its database is and what it answers to stand in the environment: see the manual,
    "Settings in the environment".
    """
