"""Official list files to tables, reconciled. In: paths; out: ``ListRead``.

The readers are tried in order, by content. Storing a list and its index does not belong here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pyarrow as pa

from catchall.errors import UsageError, WatchlistDoubtError, WatchlistRefusedError
from catchall.intake.watchlists import mapped, mapping_file
from catchall.intake.watchlists.entry import (
    Parsed,
    Reader,
    rejects_table,
    watchlist_table,
)
from catchall.intake.watchlists.files import ListFile, open_files
from catchall.intake.watchlists.list_rows import is_workbook
from catchall.intake.watchlists.readers import READERS

SOURCES = tuple(source for reader in READERS for source in reader.sources)
"""What ``source`` can be, beside ``auto``."""

_HEAD = 65_536
"""A zip is unpacked by now, but for workbooks: their list of parts stands at the end."""
_ACCEPT = 'If it is right all the same, say who accepts it: --accept "who: why".'
_FEW, _SHARE = 10, 0.05
"""A file with this many refused records, and this share of them, is held."""
_LONGEST = 100_000
"""Characters of one value; the longest of any official list (a statement of reasons) is under
20,000. A longer one is no value but damage, or made to exhaust memory."""


@dataclass(frozen=True)
class ListRead:
    """A list as read: the tables, the day of publication if the file says it, and the counts.

    ``counts`` has records_in, loaded, refused, names_in, names, names_split, names_refused,
    addresses, identifiers, dates, lines_refused: records_in = loaded + refused, and
    names = names_in - names_refused + names_split. ``files`` are the names and SHA-256 of the
    files as given, ``notes`` what a person should know (repairs, missing end marks),
    ``doubts`` what a person accepted, ``about`` what a mapping file says of its list.
    """

    source: str
    records: pa.Table
    rejects: pa.Table
    published: date | None
    counts: Mapping[str, int]
    files: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)


def read(
    files: Sequence[Path],
    *,
    name: str,
    source: str = "auto",
    accepted: bool = False,
    mapping: Path | None = None,
) -> ListRead:
    """What do these official files say, as tables with nothing dropped?

    ``accepted`` is that a person answers for a list in doubt; without it a doubt refuses it.
    ``mapping`` is a mapping file for a list that is a table of any kind: its source is
    ``mapped``, and ``about`` says what the mapping file says of the list.

    Raises:
        UsageError: no files, a source that is not known, or one beside a mapping file.
        InputError: a file is not there.
        WatchlistRefusedError: a file is damaged, cut, of no known format, or in doubt.
    """
    known = (mapped.SOURCE,) if mapping else SOURCES
    if source not in ("auto", *known):
        raise UsageError(f"source {source!r} is not known; choose auto, {', '.join(known)}")
    if not files:
        raise UsageError("give at least one official file, for example SDN.CSV ALT.CSV ADD.CSV")
    opened = open_files(files)
    parsed = _mapped(opened.files, mapping) if mapping else _parsed(opened.files, source)
    counts, doubts = _reconciled(parsed, opened.files[0])
    if doubts and not accepted:
        raise WatchlistDoubtError(
            opened.files[0].name, "whole file", "; ".join(doubts), _ACCEPT
        )
    return ListRead(
        source=parsed.source,
        records=watchlist_table(name, parsed.entries),
        rejects=rejects_table(parsed.rejects),
        published=parsed.published,
        counts=counts,
        files=opened.given,
        notes=parsed.notes,
        doubts=doubts,
        about=parsed.about,
    )


def _mapped(files: Sequence[ListFile], path: Path) -> Parsed:
    """One table by its mapping file, whose name and hash are noted with the list."""
    mapping = mapping_file.read(path)
    if len(files) > 1:
        raise _refused(files[1], "a second file: a mapped list is one file")
    parsed = mapped.read(files[0], mapping)
    return replace(parsed, notes=(*parsed.notes, f"mapping {mapping.name}, {mapping.hash}"))


def _parsed(files: Sequence[ListFile], source: str) -> Parsed:
    parsed = _reader(files, source).read(files)
    if parsed.named and source not in ("auto", parsed.source):
        raise _refused(files[0], f"it says that it is {parsed.source}, not {source}")
    return parsed if source == "auto" else replace(parsed, source=source)


def _reader(files: Sequence[ListFile], source: str) -> Reader:
    """The one reader that recognises every file."""
    readers = [reader for reader in READERS if source in ("auto", *reader.sources)]
    found: list[Reader] = []
    for file in files:
        head = file.data if is_workbook(file.data) else file.data[:_HEAD]
        known = [reader for reader in readers if reader.recognise(head, file.name)]
        if not known:
            problem = "empty" if not head else f"its content is not {_formats(readers)}"
            raise _refused(file, problem)
        found.append(known[0])
    if len({one.source for one in found}) > 1:
        raise _refused(files[-1], f"{found[-1].source} beside {found[0].source}")
    if len(files) > 1 and not found[0].several:
        raise _refused(files[1], f"a second file: {found[0].source} is one file")
    return found[0]


def _formats(readers: Sequence[Reader]) -> str:
    return " or ".join(reader.source for reader in readers)


def _refused(file: ListFile, problem: str) -> WatchlistRefusedError:
    advice = "Give the official files of one list; the formats are in the reference pages."
    return WatchlistRefusedError(file.name, "whole file", problem, advice)


def _reconciled(parsed: Parsed, file: ListFile) -> tuple[dict[str, int], tuple[str, ...]]:
    """The counts, checked: nothing the file holds is missing from what was loaded; and doubts.

    Raises:
        WatchlistRefusedError: nothing was loaded, a count differs, or a value is too long.
    """
    entries = parsed.entries
    loaded, refused = len(entries), parsed.records_refused
    names = sum(len(entry.names) for entry in entries)
    split = sum(entry.names_split for entry in entries)
    if not loaded:
        raise _refused(file, f"none of its {parsed.records_in} records could be read")
    whole = parsed.records_in == loaded + refused
    if not whole or names - split != parsed.names_in - parsed.names_refused:
        raise _refused(
            file,
            f"{parsed.records_in} records and {parsed.names_in} names in the file, but "
            f"{loaded} and {names} loaded, {refused} and {parsed.names_refused} refused",
        )
    for entry in entries:
        if longest := entry.longer_than(_LONGEST):
            raise _refused(
                file, f"record {entry.record}: {longest} has over {_LONGEST:,} signs"
            )
    doubts = parsed.doubts
    if refused >= _FEW and refused > parsed.records_in * _SHARE:
        doubts = (*doubts, f"{refused} of {parsed.records_in} records cannot be read")
    counts = {
        "records_in": parsed.records_in,
        "loaded": loaded,
        "refused": refused,
        "names_in": parsed.names_in,
        "names": names,
        "names_split": split,
        "names_refused": parsed.names_refused,
        "addresses": sum(len(entry.addresses) for entry in entries),
        "identifiers": sum(len(entry.identifiers) for entry in entries),
        "dates": sum(len(entry.dates) for entry in entries),
        "lines_refused": len(parsed.rejects),
    }
    return counts, doubts
