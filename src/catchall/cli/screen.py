"""``catchall screen``: a determination for each shipment. In: files; out: files, tables.

What was asked for goes to standard output, what is said besides to standard error.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from catchall.cli import demo, options, results, stock
from catchall.cli.options import FILE, NEW_FILE, Commas, Number
from catchall.cli.surroundings import err, home, now, out, say, today, write
from catchall.errors import UsageError
from catchall.law import load
from catchall.output import files, progress, report, tables
from catchall.output.totals import Result, meets, non_clear
from catchall.runners import local
from catchall.runners.prepare import Job

REJECTED, FAIL_ON_MET = 3, 4
SHOWN_AT_ONCE = 1_000
"""Shipments a table on the terminal: the width of a column is known only from all its rows."""
SIDE_TABLES = {
    "measures": "Past measures against exporters.",
    "denials": "Licences denied, by this and other governments.",
    "licences": "Licences held.",
    "certificates": "End-user certificates.",
    "parties": "What is known of firms: founded, owners, addresses.",
    "vessels": "Vessels by IMO number.",
    "owners": "Who owns or controls whom: shares, by date.",
    "letters": "What authorities informed you of: parties and goods.",
    "decisions": "What persons decided on earlier hits.",
    "history": "Earlier shipments.",
}
"""Side tables, with what each tells; what an absent one would tell is unknown."""

EXAMPLES = """\b
catchall screen orders.csv
catchall screen orders.csv -o out.parquet --report out.html
catchall screen --parties customers.csv
catchall screen --demo

Side tables (--measures to --history) are files; what an absent one would tell is unknown."""


@dataclass(frozen=True)
class Asked:
    """What the user typed."""

    inputs: tuple[Path, ...]
    to: Path | None
    day: date | None
    jurisdiction: tuple[str, ...]
    lists: tuple[str, ...]
    resume: bool
    fail_on: str | None
    demo: bool
    list_age: float
    mapping: Path | None
    report: Path | None
    rejects: Path | None
    as_json: bool
    side: Mapping[str, Path]

    @property
    def outputs(self) -> tuple[Path, ...]:
        """Every file that is to be written."""
        return tuple(one for one in (self.to, self.report, self.rejects) if one is not None)


DEMO = Asked(
    inputs=(),
    to=None,
    day=None,
    jurisdiction=("eu", "us"),
    lists=(),
    resume=False,
    fail_on=None,
    demo=True,
    list_age=72.0,
    mapping=None,
    report=None,
    rejects=None,
    as_json=False,
    side={},
)
"""The demo as it is typed, but for where it writes."""


def _side_options(command: Any) -> Any:
    for name, told in reversed(SIDE_TABLES.items()):
        command = click.option(f"--{name}", type=FILE, default=None, help=told)(command)
    return command


@click.command(short_help="Judge shipments.", epilog=EXAMPLES)
@click.argument("inputs", nargs=-1, metavar="IN...", type=FILE)
@click.option(
    "-o",
    "--out",
    "to",
    type=NEW_FILE,
    default=None,
    help="Write the determinations (.parquet .csv .jsonl .xlsx .csv.gz .jsonl.gz) and, beside "
    "them, the sealed records.",
)
@options.as_of
@click.option(
    "--jurisdiction",
    type=Commas(),
    default=("eu", "us"),
    help="Whose law applies (default: eu,us).",
)
@options.lists
@click.option(
    "--runner",
    type=click.Choice(["local"]),
    expose_value=False,
    default="local",
    show_default=True,
    help="Where the work is done.",
)
@click.option(
    "--resume", is_flag=True, help="Go on with a run that was stopped; needs the same -o."
)
@click.option(
    "--fail-on",
    type=click.Choice(["stop", "licence", "review"]),
    default=None,
    help="End with status 4 when a shipment is at this outcome or stricter.",
)
@click.option(
    "--demo",
    is_flag=True,
    help="Screen the invented sample shipments against the invented sample lists.",
)
@click.option(
    "--list-age",
    type=Number(min=0, min_open=True),
    default=72.0,
    show_default=True,
    metavar="HOURS",
    help="From which age a list no longer decides.",
)
@click.option(
    "--map", "mapping", type=FILE, default=None, help="A file that says which column is what."
)
@_side_options
@click.option(
    "--report",
    type=NEW_FILE,
    default=None,
    metavar="FILE.html",
    help="Write a report to show an auditor.",
)
@click.option(
    "--rejects",
    type=NEW_FILE,
    default=None,
    metavar="FILE",
    help="Write the rejected lines (.csv .jsonl .parquet .xlsx).",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print each determination as a line of JSON."
)
def screen(**given: Any) -> int:
    """Judge every shipment in the files IN (CSV, XLSX, Parquet, JSONL; also .gz and .zip)."""
    side = {name: given.pop(name) for name in SIDE_TABLES}
    asked = Asked(**given, side={name: path for name, path in side.items() if path is not None})
    _check(asked)
    if asked.demo:
        return demo.run(asked.to, asked.report)
    if not asked.inputs:
        wanted = {name: getattr(asked, name) for name in stock.Wanted.__dataclass_fields__}
        return stock.run(asked.side["parties"], stock.Wanted(**wanted))
    # a report shows what was sealed: without -o the records are kept until it is written
    with TemporaryDirectory(prefix="catchall-") as folder:
        sealed = Path(folder) / "out" if asked.report and asked.to is None else asked.to
        job = _job(asked, sealed)
        with progress.shown(err()) as tell:
            ran = local.run(job, progress=tell)
            result = results.result(ran, job, filed=asked.report is not None)
    for warning in results.old_lists(ran.lists, job.day, datetime.fromisoformat(job.now)):
        say(warning)
    save(result, asked)
    _show(result, asked)
    return _status(result, asked)


def _check(asked: Asked) -> None:
    if asked.demo and replace(asked, to=None, report=None) != DEMO:
        raise UsageError(
            "--demo takes only -o and --report: it screens its own invented shipments against "
            "its own invented lists, and never a file of yours"
        )
    if not asked.inputs and not asked.demo:
        _check_stock(asked)
    if asked.resume and asked.to is None:
        raise UsageError("--resume goes on with the output of a stopped run: name it with -o")
    _check_outputs(asked)


def _check_stock(asked: Asked) -> None:
    if set(asked.side) != {"parties"}:
        raise UsageError(
            "no file to screen: catchall screen FILE..., catchall screen --parties STOCK, or "
            "catchall screen --demo"
        )
    taken = ("to", "rejects", "lists", "day", "fail_on", "as_json", "side")
    if replace(asked, demo=True, **{name: getattr(DEMO, name) for name in taken}) != DEMO:
        raise UsageError(
            "a stock of parties takes -o, --rejects, --lists, --as-of, --fail-on and --json: "
            "there are no shipments to judge"
        )


def _check_outputs(asked: Asked) -> None:
    if len({one.resolve() for one in asked.outputs}) < len(asked.outputs):
        raise UsageError("two outputs have the same name: give each its own")
    for path in asked.outputs:
        options.output(path, (*asked.inputs, *asked.side.values()))
        files.check(path)
    if asked.report is not None and asked.report.suffix.lower() != ".html":
        raise UsageError(f"--report {asked.report}: the name must end in .html")
    for table in (asked.to, asked.rejects):
        if table is not None:
            files.kind_of(table)


def _known(jurisdictions: tuple[str, ...]) -> tuple[str, ...]:
    # a mistyped one would quietly take its rules away
    named = {one for rule in load.load(cases=False).rules for one in rule.jurisdictions}
    known = sorted(named | set(DEMO.jurisdiction))
    if unknown := [one for one in jurisdictions if one not in known]:
        raise UsageError(
            f"the lawbook has no jurisdiction {', '.join(unknown)}; it has: {', '.join(known)}"
        )
    return jurisdictions


def _job(asked: Asked, sealed: Path | None) -> Job:
    return Job(
        inputs=asked.inputs,
        home=home(),
        day=asked.day or today(),
        now=now().isoformat(),
        lists=asked.lists,
        jurisdictions=_known(asked.jurisdiction),
        mapping=asked.mapping,
        side=asked.side,
        list_age_hours=asked.list_age,
        out=sealed,
        resume=asked.resume,
    )


def save(result: Result, asked: Asked) -> None:
    """Write the files that were asked for.

    Raises:
        InputError: one cannot be written.
        UsageError: a spreadsheet cannot hold so many rows.
    """
    if asked.to is not None:
        files.write(result.determinations, asked.to)
    if asked.rejects is not None:
        files.write(result.rejects, asked.rejects)
    if asked.report is not None:
        report.write(result, asked.report)


def _show(result: Result, asked: Asked) -> None:
    console = out()
    for one in result.files:
        for told in one.told:
            say(f"{one.name}: {told}")
    for line in tables.rejected(result.rejects, 5 if asked.rejects else None):
        say(line)
    if asked.as_json:
        say(tables.screened_against(result.lists))
        for data in files.json_lines(result.determinations):
            write(data)
        return
    console.print(tables.screened_against(result.lists), soft_wrap=True)
    console.print(tables.summary(result))
    listed = non_clear(result.determinations)
    if asked.to is None:
        for begin in range(0, listed.num_rows, SHOWN_AT_ONCE):
            console.print(tables.shipments(listed.slice(begin, SHOWN_AT_ONCE)))
    _say_where(result, asked)


def _say_where(result: Result, asked: Asked) -> None:
    if result.rejects.num_rows:
        say(f"rejected lines: {result.rejects.num_rows:,}, not judged")
    for path in asked.outputs:
        out().print(f"written: {path}", soft_wrap=True)


def _status(result: Result, asked: Asked) -> int:
    if asked.fail_on and meets(result.determinations, asked.fail_on):
        return FAIL_ON_MET
    return REJECTED if result.rejects.num_rows else 0
