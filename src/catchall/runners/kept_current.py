"""Which lists are kept current, and from where. In: a YAML file; out: ``Kept``s.

The file is the one named, else the user's own (CATCHALL_HOME/watchlists.yaml), else that of the
lawbook with the publishers' addresses. Downloading does not belong here.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from catchall.errors import LawbookError, UsageError
from catchall.law import strict
from catchall.law.fields import Fields
from catchall.runners.sources import EFFECTS
from catchall.snapshots import check_name

OWN, PUBLISHED = "watchlists.yaml", "watchlist_addresses.yaml"
_WEB = ("https://", "http://")


@dataclass(frozen=True)
class Kept:
    """One list and where its files come from: addresses of the web, or paths.

    ``accept`` ("who: why") holds for the very files whose SHA-256 are in ``accepts``, and no
    others: so a list that is accepted once is not accepted for ever.
    """

    name: str
    files: tuple[str, ...]
    source: str = "auto"
    day: date | None = None
    effect: str = ""
    mapping: str = ""
    history: bool = False
    accept: str = ""
    accepts: tuple[str, ...] = ()

    @property
    def web(self) -> bool:
        """Do its files come from the web?"""
        return self.files[0].casefold().startswith(_WEB)


def load(home: Path, named: Path | None) -> tuple[Kept, ...]:
    """Which lists are kept current? As the named file says, else the user's, else the lawbook.

    Raises:
        UsageError: the file is not there, or not as it must be; the text says where.
    """
    own = home / OWN
    if named is not None or own.is_file():
        path = named or own
        try:
            return _read(path.read_bytes(), str(path))
        except OSError as error:
            raise UsageError(
                f"{path}: {error.strerror}; name a file that can be read"
            ) from error
    data = resources.files("catchall_lawbook").joinpath(PUBLISHED).read_bytes()
    return _read(data, PUBLISHED)


def _read(data: bytes, path: str) -> tuple[Kept, ...]:
    try:
        fields = Fields(strict.read(data, path), path, "")
        found = fields.each("lists", _kept)
        fields.done()
    except LawbookError as error:
        raise UsageError(str(error)) from error
    return found


def _kept(fields: Fields) -> Kept:
    found = Kept(
        name=check_name(fields.text("name")),
        files=fields.texts("files"),
        source=fields.text("source", "auto"),
        day=fields.day("date", None),
        effect=fields.word("effect", ("", *EFFECTS), ""),
        mapping=fields.text("map", ""),
        history=fields.flag("history", default=False),
        accept=fields.text("accept", ""),
        accepts=fields.texts("accepts", ()),
    )
    fields.done()
    if not found.files:
        raise fields.wrong("no files", "files")
    if len({one.casefold().startswith(_WEB) for one in found.files}) > 1:
        raise fields.wrong("addresses and paths are mixed", "files")
    if bool(found.accept) != bool(found.accepts):
        raise fields.wrong('"accept" and "accepts" (SHA-256 of the files) go together')
    return found


def chosen(lists: Sequence[Kept], names: Sequence[str]) -> tuple[Kept, ...]:
    """The lists of these names, in the order of the file; all of them when none is named.

    Raises:
        UsageError: a name is not among them.
    """
    known = list(dict.fromkeys(one.name for one in lists))
    if missing := [name for name in names if name not in known]:
        raise UsageError(f"no list {', '.join(missing)}; there are: {', '.join(known)}")
    return tuple(one for one in lists if not names or one.name in names)


def is_accepted(kept: Kept, files: Sequence[Path]) -> bool:
    """Are these the very files that a person accepted?"""
    try:
        found = {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    except OSError:
        return False  # reading them again says what is wrong
    return bool(kept.accepts) and found == set(kept.accepts)


def paths(kept: Kept, folder: Path) -> tuple[Path, ...]:
    """Where the files of a list that is not of the web lie; relative ones in ``folder``."""
    return tuple(folder / one for one in kept.files)
