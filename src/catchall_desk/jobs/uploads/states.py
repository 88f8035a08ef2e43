"""Uploads: begun, let on, stopped. In: a user and a file; out: rows of progress.

Nothing here reads or makes shipments; ``running`` does, outside of any request.
"""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from catchall_desk.cases.machines import machines
from catchall_desk.cases.policy import LabelClass, Reader, may_read
from catchall_desk.errors import NotAllowedError, NotFoundError, RefusedError
from catchall_desk.jobs.models import Upload, UploadFile
from catchall_desk.jobs.uploads.reading import KINDS
from catchall_desk.store.database import alias
from catchall_desk.store.view import is_uuid

LARGEST = 64 * 1024 * 1024
"""Bytes of one file: some 200,000 lines."""
CHECK, MAKE, UNDO = "check", "make", "undo"
WAITING, WORKING, STOPPED, DONE, FAILED = "waiting", "working", "stopped", "done", "failed"
LIVE = (WAITING, WORKING)
MAY: Mapping[str, tuple[tuple[str, str], ...]] = {
    "make": ((CHECK, DONE),),
    "stop": tuple((step, state) for step in (CHECK, MAKE, UNDO) for state in LIVE),
    "resume": tuple(
        (step, state) for step in (CHECK, MAKE, UNDO) for state in (STOPPED, FAILED)
    ),
    "undo": ((MAKE, DONE), (MAKE, STOPPED), (MAKE, FAILED)),
}
"""What may be asked of an upload, and in which (step, state)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent, with the marking that everything made of it is to carry."""

    name: str
    data: bytes
    marking: str
    addressees: tuple[str, ...] = ()


def begin(actor: Reader, sent: Sent, now: datetime) -> Upload:
    """Keeps the file; its check waits for the desk's worker.

    Raises:
        NotAllowedError: the actor may open no transactions.
        RefusedError: the file or the marking cannot be taken; it says why and what to do.
    """
    may_upload(actor)
    if reasons := tuple(lacking(actor, sent)):
        raise RefusedError(reasons)
    with transaction.atomic(using=alias()):
        made = Upload.objects.create(
            user=actor.user,
            name=sent.name[:200],
            sha256=hashlib.sha256(sent.data).hexdigest(),
            marking=sent.marking,
            addressees=list(sent.addressees),
            state=WAITING,
            step=CHECK,
            begun_at=now,
            changed_at=now,
        )
        UploadFile.objects.create(upload=made, data=sent.data)
    return made


def may_upload(actor: Reader) -> None:
    """Nothing, or NotAllowedError: the actor's role opens no transactions."""
    roles = machines()["transaction"].opening.roles
    if not actor.active or actor.role not in roles:
        raise NotAllowedError(f"uploads are for {', '.join(sorted(roles))}")


def lacking(actor: Reader, sent: Sent) -> list[str]:
    """Why a file cannot be taken, and what to do."""
    found = []
    if not sent.name.lower().endswith(KINDS):
        found.append(f"The file is none of {', '.join(KINDS)}: save it as one.")
    if not sent.data:
        found.append("The file is empty: choose the one with the shipments.")
    if len(sent.data) > LARGEST:
        found.append(f"The file is larger than {LARGEST >> 20} MB: cut it in parts.")
    if not may_read(actor, LabelClass(0, sent.marking, sent.addressees)):
        found.append("The marking is none, or one you may not read: write it in full.")
    return found


def mine(actor: Reader, upload: str) -> Upload:
    """The upload with this id, if the actor sent it and may still read its marking.

    Raises:
        NotFoundError: there is none.
    """
    found = (
        Upload.objects.filter(id=upload, user=actor.user).first() if is_uuid(upload) else None
    )
    if found is None or not may_see(actor, found):
        raise NotFoundError("upload")
    return found


def may_see(actor: Reader, upload: Upload) -> bool:
    """May the actor read what the upload carries?"""
    return may_read(actor, LabelClass(0, upload.marking, tuple(upload.addressees)))


def ask(actor: Reader, upload: Upload, wish: str, now: datetime) -> None:
    """Lets an upload on, stops it, or has it undone; each step begins at the worker's.

    Raises:
        NotAllowedError: the actor may open no transactions.
        RefusedError: it cannot be asked of the upload as it is.
    """
    may_upload(actor)
    states = [state for step, state in MAY.get(wish, ()) if step == upload.step]
    values: dict[str, object] = {
        "changed_at": now,
        "state": STOPPED if wish == "stop" else WAITING,
    }
    if wish in (MAKE, UNDO):
        values |= {"step": wish, "position": 0, "problem": ""}
    rows = Upload.objects.filter(id=upload.id, step=upload.step, state__in=states)
    if not rows.update(**values):
        said = (
            f"{wish}: not possible, the upload is at {upload.step}, {upload.state}; look again"
        )
        raise RefusedError((said,))


def waiting() -> uuid.UUID | None:
    """The upload that the worker turns to next: the one that waits longest."""
    rows = Upload.objects.filter(state__in=LIVE).order_by("changed_at")
    return rows.values_list("id", flat=True).first()
