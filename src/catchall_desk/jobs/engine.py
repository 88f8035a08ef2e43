"""The engine as the desk holds it: the lists in force and the lawbook. In: a home; out: both.

Nothing passes for screened when a list is missing or damaged: then there is no answer but
``EngineNotReadyError``. No clock: the moment is an argument.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from catchall import snapshots
from catchall.determine.given import ListState
from catchall.errors import (
    LawbookError,
    NoListInForceError,
    SnapshotDamagedError,
    UsageError,
)
from catchall.law import load
from catchall.law.model import Lawbook
from catchall.runners.prepare import Job, engine, lists_in_force, states
from catchall.snapshots import Snapshot, Watchlist
from catchall_desk.errors import EngineNotReadyError

Key = tuple[str, str, str]


@dataclass(frozen=True)
class InForce:
    """What judges at one moment: the opened lists, the law, and the job that names both."""

    job: Job
    lists: tuple[Watchlist, ...]
    lawbook: Lawbook

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The snapshot of each list, in the order of the lists."""
        return tuple(one.snapshot for one in self.lists)

    @property
    def states(self) -> tuple[ListState, ...]:
        """How old each list is at that moment."""
        return states(self.job, self.snapshots)

    def read(self) -> list[dict[str, Any]]:
        """The lists looked at, as the body of ``screened`` keeps them."""
        return [{"list": one.pop("name"), **one} for one in self.versions()["lists"]]

    def versions(self) -> dict[str, Any]:
        """The versions of lists, law and engine, as ``Event.ruleset`` keeps them.

        ``version`` is the hash of a list's content; ``loaded`` is when that content last
        arrived, from which a guard counts its age.
        """
        lists = [
            {
                "name": one.name,
                "version": one.hash,
                "date": one.date.isoformat(),
                "loaded": one.confirmed,
                "effect": one.effect,
                "records": one.records,
                "names": one.names,
            }
            for one in self.snapshots
        ]
        book = self.lawbook
        return {
            "lists": lists,
            "lawbook": {"version": book.version, "hash": book.hash},
            "engine": engine(),
        }


@dataclass
class Engine:
    """Lists and lawbook, opened once and again when one of them changed.

    ``required`` are lists that must be in force; without names, one list is enough.
    ``list_age_hours`` is the age from which a list no longer decides.
    """

    home: Path
    required: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ("eu", "us")
    list_age_hours: float = 24.0
    lawbook: Lawbook | None = None
    _opened: dict[Key, Watchlist] = field(default_factory=dict, repr=False)
    _seen: tuple[datetime, frozenset[str]] = (datetime.min.replace(tzinfo=UTC), frozenset())

    def at(self, now: datetime) -> InForce:
        """What is in force at this moment; a list is opened anew only when it changed.

        Raises:
            EngineNotReadyError: a required list is missing, or one that was in force before;
                none is in force, one is damaged, or the lawbook cannot be read. Nobody was
                screened then.
        """
        moment = now.astimezone(UTC)
        job = Job(
            (), self.home, moment.date(), moment.isoformat(),
            jurisdictions=self.jurisdictions, list_age_hours=self.list_age_hours,
        )  # fmt: skip
        try:
            snapshots.in_force(self.home, job.day, self.required)
            found = lists_in_force(job)
            self._none_lost(found, moment)
            book = self.lawbook or load.load(cases=False)
            return InForce(job, self._open(found), book)
        except (NoListInForceError, SnapshotDamagedError, UsageError, LawbookError) as error:
            raise EngineNotReadyError(str(error)) from error

    def _none_lost(self, found: Sequence[Snapshot], moment: datetime) -> None:
        """Nothing, or UsageError: a list was taken away under the engine's feet."""
        names = frozenset(one.name for one in found)
        before, seen = self._seen
        if moment >= before:
            if lost := sorted(seen - names):
                raise UsageError(
                    f"list {', '.join(lost)} was in force and is not any more; add it again, "
                    "or start the desk anew without it"
                )
            self._seen = moment, names

    def _open(self, found: Sequence[Snapshot]) -> tuple[Watchlist, ...]:
        held: Mapping[Key, Watchlist] = self._opened
        keys = [(one.name, one.hash, str(one.folder)) for one in found]
        opened = {
            key: held[key] if key in held else snapshots.load(one)
            for key, one in zip(keys, found, strict=True)
        }
        self._opened = opened
        return tuple(
            Watchlist(one, opened[key].table, opened[key].index)
            for key, one in zip(keys, found, strict=True)
        )

    def earlier(self, name: str, version: str) -> Watchlist | None:
        """The list as it was in that version, or ``None`` when it is not held any more."""
        try:
            found = snapshots.by_hash(self.home, version, name=name)
            return None if found is None else snapshots.load(found)
        except SnapshotDamagedError:
            return None  # whoever asks must then look everything up again
