"""How the desk is, without a word of any case. In: store, home, lists; out: plain numbers."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connections

from catchall_desk.store import screenings
from catchall_desk.store.database import alias
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import SignedHead

VERIFIED = "desk-verified.json"
LOW_DISK = 1 << 30
OLD = {"lists_age_hours": 72.0, "heads_age_days": 2, "verified_age_days": 8}
"""What is older is told as a fault: lists by QUALITY Q10, heads are daily, verifying weekly."""

Lists = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Health:
    """Numbers about the desk; ``None``: never, or not known.

    ``waiting`` are the screenings that are due; ages are of the oldest list in force, the
    newest signed head, and the last time the log was verified from this machine.
    """

    database: bool
    free_disk_bytes: int
    lists_age_hours: float | None
    waiting: int | None
    heads_age_days: int | None
    verified_age_days: int | None


def health(home: Path, now: datetime, lists: Lists) -> Health:
    """How the desk is now. ``lists`` are those in force: list, version, loaded."""
    answers = database_answers()
    return Health(
        database=answers,
        free_disk_bytes=shutil.disk_usage(home).free,
        lists_age_hours=age_of_lists(lists, now),
        waiting=waiting(lists) if answers else None,
        heads_age_days=age_of_heads(now.date()) if answers else None,
        verified_age_days=age_of_verifying(home, now),
    )


def database_answers() -> bool:
    """Does the database answer a question?"""
    try:
        with connections[alias()].cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def age_of_lists(lists: Lists, now: datetime) -> float | None:
    """Hours since the oldest of the lists in force was last confirmed."""
    loaded = [datetime.fromisoformat(str(one["loaded"])) for one in lists]
    return round((now - min(loaded)) / timedelta(hours=1), 1) if loaded else None


def waiting(lists: Lists) -> int:
    """How many screenings are due on these lists."""
    with kernel():
        return screenings.unscreened(lists).count()


def age_of_heads(today: date) -> int | None:
    """Days since the heads were last signed."""
    newest = SignedHead.objects.order_by("-day").values_list("day", flat=True).first()
    return (today - newest).days if newest else None


def note_verified(home: Path, now: datetime) -> None:
    """Keeps when the log was last found as it was written."""
    part = home / f"{VERIFIED}.part"
    part.write_text(json.dumps({"at": now.isoformat()}), "utf-8")
    part.replace(home / VERIFIED)


def age_of_verifying(home: Path, now: datetime) -> int | None:
    """Days since the log was last found as it was written."""
    try:
        said = json.loads((home / VERIFIED).read_text("utf-8"))
        return (now - datetime.fromisoformat(said["at"])).days
    except (OSError, ValueError, KeyError, TypeError):
        return None


def faults(found: Health) -> tuple[str, ...]:
    """What somebody must look at, a sentence each."""
    told = []
    if not found.database:
        told.append("the database does not answer")
    if found.free_disk_bytes < LOW_DISK:
        told.append("less than 1 GiB of disk is free")
    if found.waiting:
        told.append("screenings are due: run catchall desk screen")
    words = {
        "lists_age_hours": "a list is older than 72 hours, or none is in force",
        "heads_age_days": "heads were not signed for two days: run catchall desk heads",
        "verified_age_days": "the log was not verified for a week: run catchall desk verify",
    }
    for name, most in OLD.items():
        age = getattr(found, name)
        if age is None or age > most:
            told.append(words[name])
    return tuple(told)


def metrics(found: Health) -> str:
    """The numbers as Prometheus reads them; what is not known is left out."""
    told = []
    for field in fields(found):
        value = getattr(found, field.name)
        if value is not None:
            told.append(f"# TYPE catchall_desk_{field.name} gauge\n")
            told.append(f"catchall_desk_{field.name} {float(value):g}\n")
    return "".join(told)
