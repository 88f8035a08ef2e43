"""``catchall desk import``, ``export``, ``erase``. In: lines, events; out: events, lines."""

import json
from collections.abc import Iterable
from getpass import getuser
from pathlib import Path

import click
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from catchall.cli.surroundings import out, say
from catchall_desk.accounts.models import User
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import UserRefusedError
from catchall_desk.program.chain import FILE, GIVEN
from catchall_desk.program.copies import bar
from catchall_desk.store import upkeep
from catchall_desk.store.bulk import Reject, Report, import_lines
from catchall_desk.store.database import alias
from catchall_desk.store.desk import Moment
from catchall_desk.store.export import written
from catchall_desk.store.view import view_of

REJECTED = 3
NAMED = 5
"""Rejects that are named on standard error when a file takes all of them."""


def administrator() -> Reader:
    """Who acts: whoever administers this machine, by the name of the account there."""
    return Reader(f"machine: {getuser()}", "administrator", settings.DESK_COUNTRY, "")


@click.command("import")
@click.argument("file", type=GIVEN)
@click.option("--dry-run", is_flag=True, help="Say what would be taken; take nothing.")
@click.option("--rejects", type=FILE, help="Write the lines that were not taken to this file.")
def import_(file: Path, rejects: Path | None, *, dry_run: bool) -> int:
    """Take events of history from FILE, JSON line by line; status 3 when some are rejected.

    Rows = taken + already there + rejected. The same file again adds nothing twice.
    """
    with file.open("rb") as lines, bar(None) as told, transaction.atomic(using=alias()):
        report = import_lines(lines, administrator(), Moment(timezone.now()), told)
        transaction.set_rollback(dry_run, using=alias())
    tell_rejects(report.rejects, rejects)
    tell(report, dry_run=dry_run)
    return REJECTED if report.rejects else 0


def tell(report: Report, *, dry_run: bool) -> None:
    """Prints what became of the rows."""
    taken = "would be taken" if dry_run else "taken"
    out().print(
        f"{report.rows} rows: {report.taken} {taken}, {report.already} already there, "
        f"{len(report.rejects)} rejected"
    )


def tell_rejects(rejects: Iterable[Reject], file: Path | None) -> None:
    """Names every reject: on standard error, or all in the file and the first ones there."""
    listed = list(rejects)
    for one in listed[: NAMED if file else None]:
        say(f"line {one.line} {one.id}: {one.problem}")
    if file:
        said = [{"line": one.line, "id": one.id, "problem": one.problem} for one in listed]
        file.write_text("".join(f"{json.dumps(one)}\n" for one in said), "utf-8")


@click.command()
@click.argument("file", type=FILE)
@click.option("--as", "name", required=True, help="The user whose view is written.")
def export(file: Path, name: str) -> int:
    """Write all events that a user may see to FILE, one object of JSON a line, in order."""
    found = User.objects.filter(username=name).first()
    if found is None:
        raise UserRefusedError(name, "there is no such user")
    with view_of(found.reader()) as view:
        rows = written(view, file)
    out().print(f"{rows} events written to {file}")
    return 0


@click.command()
@click.argument("stream")
@click.option("--basis", required=True, help="The law or order that asks for it.")
@click.option("--why", required=True, help="What was found, without the text to be erased.")
def erase(stream: str, basis: str, why: str) -> int:
    """Erase the text of the party or document STREAM for good. The log still verifies.

    Backups made before hold it still: see the manual.
    """
    said = {"basis": basis, "why": why}
    event = upkeep.erase(stream, administrator(), Moment(timezone.now()), said)
    out().print(f"erased; event {event}")
    return 0
