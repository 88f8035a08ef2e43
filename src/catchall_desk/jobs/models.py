"""Uploads on their way: how far each is, its file, and the rows that were rejected.

They belong to whoever uploaded them; nobody else sees them. What an upload made are files as
all others, each with its marking.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models


class Upload(models.Model):
    """One file of shipments. ``state`` is a word of ``uploads.states``.

    ``rows`` are lines of the file; ``shipments`` what they add up to; ``position`` how many
    shipments of the present step are done. Rows in = ``made`` + the rejects.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    user = models.CharField(max_length=150)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    marking = models.TextField()
    addressees = models.JSONField(default=list)
    state = models.CharField(max_length=16)
    step = models.CharField(max_length=16)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    rows = models.PositiveIntegerField(default=0)
    shipments = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    undone = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=list)
    problem = models.TextField(default="")

    class Meta:
        """A user's newest come first; what waits is looked for by state."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user", "-begun_at"], name="upload_user"),
            models.Index(fields=["state", "begun_at"], name="upload_state"),
        ]


class UploadFile(models.Model):
    """The file itself, kept until its shipments are made."""

    upload = models.OneToOneField(Upload, on_delete=models.CASCADE, primary_key=True)
    data = models.BinaryField()


class UploadMade(models.Model):
    """A transaction that an upload made, in the order of the file."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="files")
    number = models.PositiveIntegerField()
    stream = models.UUIDField()

    class Meta:
        """Each number once."""

        constraints = (
            models.UniqueConstraint(fields=["upload", "number"], name="upload_made_number"),
        )


class UploadReject(models.Model):
    """A row that was not taken, or a transaction that could not be undone."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="rejects")
    step = models.CharField(max_length=16)
    line = models.PositiveIntegerField()
    place = models.CharField(max_length=200)
    reason = models.TextField()
    words = models.TextField(default="")

    class Meta:
        """Rejects are read by line."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["upload", "line"], name="upload_reject_line")
        ]
