"""The reference page of watchlist formats: what is read, and what is kept from each.

In: the readers and ``watchlist_sources.yaml``. Out: Markdown. A page that no longer says what
the code says fails the gate (tests/test_repository.py).
"""

from collections.abc import Iterator, Mapping, Sequence

from catchall.intake.watchlists import READERS
from catchall.intake.watchlists.entry import Reader
from catchall.runners.sources import Source, sources
from catchall.tables import WATCHLIST

COLUMNS = tuple(
    name for name in WATCHLIST.names if name not in ("list", "schema", "properties")
)

INTRO = """\
What `catchall watchlist add` reads, how it knows the format, and what it keeps. Nothing a file
says is dropped: what has no column of its own is kept as a property under the name of its
field. A format that is *not tried on a real file* follows the publisher's schema and was tried
on invented files only. How lists are read, and when one is held: [](watchlist-reading.md).

`--source` names a format where the content does not tell it, or tells it otherwise than you
want."""


def formats_page(written: str) -> str:
    """The whole page."""
    known = sources()
    parts = ["# Watchlist formats", written, INTRO, "## Formats", _formats(READERS)]
    parts += ["## Lists", _lists(known), "## What is kept", *_kept(READERS)]
    return "\n\n".join(parts) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") or " " for cell in cells) + " |"


def _formats(readers: Sequence[Reader]) -> str:
    rows = ["| source | file | known by | tried on |", "|---|---|---|---|"]
    for reader in readers:
        names = ", ".join(f"`{name}`" for name in reader.sources)
        tried = "real files" if reader.format.tried else "**not tried on a real file**"
        rows.append(_row((names, reader.format.file, reader.format.known_by, tried)))
    return "\n".join(rows)


def _lists(known: Mapping[str, Source]) -> str:
    rows = [
        "| source | list | authority | a match asks for | licence of the list | cited as |",
        "|---|---|---|---|---|---|",
    ]
    for name, one in sorted(known.items()):
        effect = one.effect.replace("_", " ")
        rows.append(
            _row((f"`{name}`", one.title, one.authority, effect, one.licence_of_list, one.cite))
        )
    return "\n".join(rows)


def _kept(readers: Sequence[Reader]) -> Iterator[str]:
    for reader in readers:
        rows = ["| column | filled from |", "|---|---|"]
        rows += [
            _row((f"`{column}`", reader.format.kept[column]))
            for column in COLUMNS
            if column in reader.format.kept
        ]
        yield f"### {', '.join(f'`{name}`' for name in reader.sources)}"
        yield "\n".join(rows)
