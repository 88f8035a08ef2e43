"""Subjects that a user wants to be told of. In: users, ids, words; out: rows of their own."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from catchall_desk.accounts.models import Watch

MOST = 500
"""Watches of one user."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is watched: a stream by its id, or words; one of the two is empty."""

    stream: str = ""
    words: str = ""


def make(user: str, subject: Subject, now: datetime) -> str:
    """The id of the watch of this subject, made if there is none yet."""
    found, _ = Watch.objects.get_or_create(
        user=user,
        stream=UUID(subject.stream) if subject.stream else None,
        words=subject.words,
        defaults={"made_at": now},
    )
    return str(found.id)


def of(user: str) -> tuple[Watch, ...]:
    """The watches of this user, oldest first."""
    return tuple(Watch.objects.filter(user=user).order_by("made_at", "id")[:MOST])


def end(user: str, number: UUID) -> bool:
    """Ends a watch of this user's own; False when there is none."""
    return bool(Watch.objects.filter(user=user, id=number).delete()[0])
