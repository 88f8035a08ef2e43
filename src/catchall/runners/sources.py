"""What each kind of list is, and what a match on it means. In: the lawbook; out: ``Source``.

``catchall_lawbook/watchlist_sources.yaml`` says it for official formats; a mapping file says it
for its own list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import yaml

from catchall.errors import LawbookError, UsageError
from catchall.intake.watchlists import ListRead

SOURCES = "watchlist_sources.yaml"
MAPPINGS = "watchlist_mappings"
EFFECTS = ("prohibited", "licence_required", "review")
"""What a confirmed match can ask for, the strictest first."""


@dataclass(frozen=True)
class Source:
    """What the lawbook says of a kind of list."""

    list: str
    title: str
    authority: str
    effect: str
    licence_of_list: str
    cite: str


def sources() -> Mapping[str, Source]:
    """What is each kind of official list, and what does a confirmed match mean?

    Raises:
        LawbookError: the file is not as it must be.
    """
    text = resources.files("catchall_lawbook").joinpath(SOURCES).read_text(encoding="utf-8")
    try:
        return {name: Source(**said) for name, said in yaml.safe_load(text).items()}
    except (yaml.YAMLError, TypeError, AttributeError) as error:
        raise LawbookError(SOURCES, "whole file", str(error)) from error


def source_of(found: ListRead) -> Source:
    """What is this list? As its mapping file says, else as the lawbook does."""
    if found.about:
        told = {"list": found.source, "authority": "", "licence_of_list": "", "cite": ""}
        return Source(**{**told, **found.about})
    return sources()[found.source]


def mapping(typed: str, beside: Path) -> Path:
    """Which mapping file is meant: a path (relative to ``beside``), or a name of the lawbook's?

    Raises:
        UsageError: there is no such file, and the lawbook has none of that name.
    """
    if (beside / typed).is_file():
        return beside / typed
    folder = Path(str(resources.files("catchall_lawbook").joinpath(MAPPINGS)))
    if (named := folder / f"{typed}.yaml").is_file():
        return named
    known = ", ".join(sorted(path.stem for path in folder.glob("*.yaml")))
    raise UsageError(f"no mapping file {typed}; those that come with catchall are: {known}")


def list_of(source: str, name: str) -> str:
    """Which list is a snapshot of this source? Mapped lists are told apart by their names."""
    known = sources().get(source)
    return known.list if known else f"{source} {name}"
