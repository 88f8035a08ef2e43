"""``catchall replay``: sealed records once more. In: records; out: same, or what differs."""

from pathlib import Path

import click

from catchall.cli.surroundings import home, out, say
from catchall.output.plain import plain
from catchall.runners.replay import replay as run_again

DIFFERS = 1
MOST = 20


@click.command(short_help="Judge sealed records again.")
@click.argument("records", type=click.Path(exists=True, path_type=Path))
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--home",
    "kept",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="Where the lists of that run lie, when not in CATCHALL_HOME (the demo keeps its own).",
)
def replay(records: Path, ids: tuple[str, ...], kept: Path | None) -> int:
    """Judge sealed RECORDS again: the same inputs, lists and law must give the same result.

    Without an ID, every record is replayed. Ends with status 1 when one differs.
    """
    answers = run_again(records, ids, kept or home())
    differing = [one for one in answers if not one.same]
    for one in differing:
        for said in one.differences[:MOST]:
            out().print(f"{plain(one.id)} differs: {plain(said)}", soft_wrap=True)
    told = f"{len(answers):,} replayed, {len(answers) - len(differing):,} the same"
    (say if differing else out().print)(
        f"{told}, {len(differing):,} different" if differing else told
    )
    return DIFFERS if differing else 0
