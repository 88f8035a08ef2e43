"""Uploads at work, batch by batch. In: an upload that waits; out: transactions, progress.

Each batch is a transaction of its own, and its progress is kept with it: whoever stops the
worker, or a power cut, loses at most a batch, which is then done again without effect, since
every event has an id that the file and the upload give it.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from catchall.errors import CatchallError, InputError
from catchall_desk.accounts.models import User
from catchall_desk.cases.commands import Command
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import InvalidBodyError, NotFoundError
from catchall_desk.jobs import moment
from catchall_desk.jobs.models import Upload, UploadFile, UploadMade, UploadReject
from catchall_desk.jobs.uploads import states
from catchall_desk.jobs.uploads.drafts import Batch, Made, made
from catchall_desk.jobs.uploads.reading import Parsed, parsed
from catchall_desk.store import bulk, desk
from catchall_desk.store.database import alias

SIZE = 500
"""Shipments of one batch."""
Rows = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Refused:
    """A shipment that cannot be taken: its rows, and why."""

    rows: tuple[int, ...]
    place: str
    reason: str


def work(most: int = 1) -> int:
    """Works at uploads that wait, each until it ends or is stopped; answers how many."""
    done = 0
    while done < most and (key := states.waiting()):
        run(key)
        done += 1
    return done


def run(key: uuid.UUID) -> None:
    """Works at one upload until its step is done, or somebody stops it."""
    upload = Upload.objects.get(id=key)
    Upload.objects.filter(id=key, state=states.WAITING).update(state=states.WORKING)
    steps = {states.CHECK: check, states.MAKE: make, states.UNDO: undo}
    try:
        actor = User.objects.get(username=upload.user).reader()
        states.may_upload(actor)
        if not states.may_see(actor, upload):
            raise NotFoundError("upload")
        ended = steps[upload.step](upload, actor)
    except (CatchallError, User.DoesNotExist) as error:
        end(upload, states.FAILED, str(error))
        return
    if ended:
        end(upload, states.DONE)


def end(upload: Upload, state: str, problem: str = "") -> None:
    """Says that the step has ended; what somebody stopped meanwhile stays stopped."""
    rows = Upload.objects.filter(id=upload.id, step=upload.step, state=states.WORKING)
    rows.update(state=state, problem=problem, changed_at=moment.now())


def read(upload: Upload) -> Parsed:
    """The file of the upload, read.

    Raises:
        InputError: it cannot be.
    """
    row = UploadFile.objects.filter(upload=upload).first()
    if row is None:
        raise InputError(upload.name, "is not kept any more", "Upload it again.")
    return parsed(bytes(row.data), upload.name)


def begun(upload: Upload, found: Parsed) -> None:
    """At the first batch of a step: the rows that cannot be read, and how many there are."""
    if upload.position:
        return
    with transaction.atomic(using=alias()):
        UploadReject.objects.filter(upload=upload).delete()
        UploadReject.objects.bulk_create(
            UploadReject(
                upload=upload,
                step=upload.step,
                line=one["source_line"],
                place=one["place"][:200],
                reason=one["reason"],
                words=one["words"],
            )
            for one in found.rejects
        )
        Upload.objects.filter(id=upload.id).update(
            rows=found.rows, shipments=len(found.places), made=0, notes=list(found.notes)
        )


def check(upload: Upload, actor: Reader) -> bool:
    """The dry run: what would be made, and every row that would not. Nothing is recorded."""
    return through(upload, lambda _: None)


def make(upload: Upload, actor: Reader) -> bool:
    """Makes the transactions, and lets go of the file at the end."""

    def take(good: Sequence[Made]) -> None:
        lines = (json.dumps(one).encode() for each in good for one in each.lines)
        report = bulk.import_lines(lines, actor, moment.moment())
        if report.rejects:
            first = report.rejects[0]
            said = f"{len(report.rejects)} lines were not taken; the first: {first.problem}"
            raise InvalidBodyError((first.id, said, "Report this: the check had let it pass"))

    ended = through(upload, take)
    if ended:
        UploadFile.objects.filter(upload=upload).delete()
    return ended


def through(upload: Upload, take: Callable[[Sequence[Made]], None]) -> bool:
    """Every batch from where it stood, taken and counted; False when it was stopped.

    Raises:
        InputError: the file cannot be read.
    """
    found = read(upload)
    begun(upload, found)
    batch = Batch(
        str(upload.id), upload.marking, tuple(upload.addressees), upload.begun_at.isoformat()
    )
    position = upload.position
    for shipments in found.batches(position, SIZE):
        results = [drafted(rows, batch) for rows in shipments]
        good = [one for one in results if isinstance(one, Made)]
        take(good)
        if not counted(upload, position, results):
            return False
        position += len(shipments)
    return True


def drafted(rows: Rows, batch: Batch) -> Made | Refused:
    """What a shipment makes, or why it cannot be taken."""
    try:
        return made(rows, batch)
    except InvalidBodyError as error:
        reason = "; ".join(f"{at}: {what}; {do}" for at, what, do in error.problems)
        lines = tuple(int(one["source_line"]) for one in rows)
        return Refused(lines, error.problems[0][0], reason)


def counted(upload: Upload, position: int, results: Sequence[Made | Refused]) -> bool:
    """Keeps the progress of a batch; False when the upload was stopped, or another is at it."""
    good = [(position + at, one) for at, one in enumerate(results) if isinstance(one, Made)]
    with transaction.atomic(using=alias()):
        rows = Upload.objects.select_for_update().filter(
            id=upload.id, step=upload.step, position=position
        )
        now = rows.first()
        if now is None:
            return False
        UploadReject.objects.bulk_create(refusals(upload, results))
        if upload.step == states.MAKE:
            UploadMade.objects.bulk_create(
                (
                    UploadMade(upload=upload, number=at, stream=bulk.own_id("stream", one.word))
                    for at, one in good
                ),
                ignore_conflicts=True,
            )
        rows.update(
            position=position + len(results),
            made=now.made + sum(len(one.rows) for _, one in good),
            changed_at=moment.now(),
        )
    return now.state == states.WORKING


def refusals(upload: Upload, results: Iterable[Made | Refused]) -> Iterator[UploadReject]:
    """A reject for each row of a shipment that cannot be taken."""
    for one in results:
        if isinstance(one, Refused):
            for line in one.rows:
                yield UploadReject(
                    upload=upload,
                    step=upload.step,
                    line=line,
                    place=one.place[:200],
                    reason=one.reason,
                )


def undo(upload: Upload, actor: Reader) -> bool:
    """Abandons what was made, each in the user's name; False when it was stopped.

    What has gone too far to be abandoned stays, and is told as a reject.
    """
    rows = UploadMade.objects.filter(upload=upload).order_by("number")
    streams = list(rows.values_list("number", "stream"))[upload.position :]
    for at, (number, stream) in enumerate(streams, start=upload.position):
        problem = abandoned(upload, actor, stream)
        with transaction.atomic(using=alias()):
            if problem:
                UploadReject.objects.create(
                    upload=upload,
                    step=states.UNDO,
                    line=number,
                    place=str(stream),
                    reason=problem,
                )
            still = Upload.objects.filter(id=upload.id, step=states.UNDO, position=at)
            done = at + 1 - UploadReject.objects.filter(upload=upload, step=states.UNDO).count()
            if not still.update(position=at + 1, undone=done, changed_at=moment.now()):
                return False
        if not still_working(upload):
            return False
    return True


def still_working(upload: Upload) -> bool:
    """Has nobody stopped it?"""
    return Upload.objects.filter(id=upload.id, state=states.WORKING).exists()


def abandoned(upload: Upload, actor: Reader, stream: uuid.UUID) -> str:
    """Abandons one transaction; why it could not be, or empty."""
    key = f"undo {upload.id} {stream}"
    asked = Command("transaction", "abandon", str(stream), key=key)
    try:
        desk.run(asked, actor, moment.moment())
    except CatchallError as error:
        return str(error)
    return ""
