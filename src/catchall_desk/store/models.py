"""The tables of casework: the event log, its labels and keys, and what is derived from it.

The log (``EventRow``) is only ever added to; triggers and the database role see to it. All
other rows with a label can be made again from the log (``rebuild``) and come out equal.
"""

from django.db import models


class Label(models.Model):
    """One marking together with the names its originator listed. There are few."""

    digest = models.CharField(max_length=64, unique=True)
    marking = models.TextField()
    addressees = models.JSONField(default=list)


class Writer(models.Model):
    """A chain of records; ``position`` and ``head`` are those of its last record."""

    name = models.CharField(max_length=64, primary_key=True)
    position = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, default="")


class EventRow(models.Model):
    """One record of the log. ``body`` is text, or ciphertext when ``keyed``."""

    id = models.UUIDField(primary_key=True)
    writer = models.CharField(max_length=64)
    position = models.BigIntegerField()
    stream = models.UUIDField()
    kind = models.CharField(max_length=16)
    seq = models.IntegerField()
    type = models.CharField(max_length=32)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    role = models.CharField(max_length=16)
    label = models.ForeignKey(Label, on_delete=models.PROTECT)
    cause = models.UUIDField(null=True)
    ruleset = models.TextField(default="{}")
    body = models.TextField()
    keyed = models.BooleanField(default=False)
    hash = models.CharField(max_length=64)

    class Meta:
        """A writer's records are numbered, and so are those of a stream."""

        constraints = (
            models.UniqueConstraint(fields=["writer", "position"], name="writer_position"),
            models.UniqueConstraint(fields=["stream", "seq"], name="stream_seq"),
        )


class StreamKey(models.Model):
    """The key of an erasable stream. Dropping it erases the stream's bodies for good."""

    stream = models.UUIDField(primary_key=True)
    key = models.BinaryField(max_length=32)


class CommandRow(models.Model):
    """An answered command: the same key again gets the same answer, and no second effect."""

    actor = models.CharField(max_length=150)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    answer = models.JSONField()
    recorded_at = models.DateTimeField()

    class Meta:
        """A key belongs to its actor, so nobody learns of another's."""

        constraints = (
            models.UniqueConstraint(fields=["actor", "key"], name="command_actor_key"),
        )


class FileRow(models.Model):
    """A file or thing as its own label shows it: what lists and queues are made of."""

    stream = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=16)
    state = models.CharField(max_length=24)
    ended = models.BooleanField(default=False)
    label = models.ForeignKey(Label, on_delete=models.PROTECT)
    title = models.CharField(max_length=500, default="")
    office = models.CharField(max_length=100, default="")
    officer = models.CharField(max_length=150, default="")
    author = models.CharField(max_length=150)
    about = models.CharField(max_length=3, default="")
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    last = models.UUIDField()
    count = models.IntegerField()
    seq = models.IntegerField()
    """The last number in the stream, whatever its label: never shown."""
    fields = models.JSONField(default=dict)

    class Meta:
        """Lists are read by kind and newest change, by label."""

        indexes = (
            models.Index(fields=["kind", "-changed_at", "stream"], name="file_changed"),
            models.Index(fields=["kind", "label", "state"], name="file_label_state"),
            models.Index(fields=["kind", "office", "-changed_at"], name="file_office"),
            models.Index(fields=["kind", "about", "-changed_at"], name="file_about"),
        )


class ScreeningRow(models.Model):
    """Whether the parties of a file are screened, for the names with one label.

    Names of a party may be marked closer than the file in which it stands; whoever may not
    read those names sees nothing of their screening.
    """

    file = models.UUIDField()
    label = models.ForeignKey(Label, on_delete=models.PROTECT)
    touched_at = models.DateTimeField()
    screened_at = models.DateTimeField(null=True)
    lists = models.CharField(max_length=64, default="")
    """The lists that the names were last screened on, as one key; empty: never."""

    class Meta:
        """One row for a file and a label."""

        constraints = (models.UniqueConstraint(fields=["file", "label"], name="file_label"),)


class Edge(models.Model):
    """A reference of a file (``role:consignee``, ``field:case``) or a link (``link:owns``)."""

    source = models.UUIDField()
    source_kind = models.CharField(max_length=16)
    name = models.CharField(max_length=64)
    target = models.UUIDField()
    event = models.UUIDField()
    label = models.ForeignKey(Label, on_delete=models.PROTECT)

    class Meta:
        """Edges are followed both ways."""

        indexes = (
            models.Index(fields=["source", "name"], name="edge_source"),
            models.Index(fields=["target", "name"], name="edge_target"),
            models.Index(fields=["event"], name="edge_event"),
        )


class WordRow(models.Model):
    """A key by which a file or thing is found: a folded name, address, phone, number, word."""

    stream = models.UUIDField()
    stream_kind = models.CharField(max_length=16)
    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=200)
    raw = models.CharField(max_length=500)
    event = models.UUIDField()
    label = models.ForeignKey(Label, on_delete=models.PROTECT)

    class Meta:
        """Keys are looked up whole or by their beginning."""

        indexes = (
            models.Index(fields=["kind", "key", "label"], name="word_key"),
            models.Index(fields=["event"], name="word_event"),
            models.Index(fields=["stream"], name="word_stream"),
        )


class DutyRow(models.Model):
    """Something that must be done by a day, worked out from events; never made by hand."""

    file = models.UUIDField()
    file_kind = models.CharField(max_length=16)
    kind = models.CharField(max_length=48)
    due = models.DateField(null=True)
    office = models.CharField(max_length=100, default="")
    officer = models.CharField(max_length=150, default="")
    basis = models.CharField(max_length=300, default="")
    silence = models.CharField(max_length=300, default="")
    opened_by = models.UUIDField()
    done_by = models.UUIDField(null=True)
    label = models.ForeignKey(Label, on_delete=models.PROTECT)

    class Meta:
        """The queue is read by day."""

        indexes = (
            models.Index(fields=["office", "due"], name="duty_office_due"),
            models.Index(fields=["officer", "due"], name="duty_officer_due"),
            models.Index(fields=["due"], name="duty_due"),
            models.Index(fields=["file"], name="duty_file"),
        )


class RunRow(models.Model):
    """What all sealed records of one run share, packed: lists, law, and tables beside them.

    ``parties`` are the ids of all whom it tells of, with blanks around each.
    """

    hash = models.CharField(max_length=64, primary_key=True)
    parties = models.TextField(default="")
    packed = models.BinaryField()


class RecordRow(models.Model):
    """The engine's sealed record behind a screening, packed, so that it can be replayed.

    It is no part of the log: the erasure of a party takes it away, and its seal stays.
    """

    event = models.UUIDField(primary_key=True)
    file = models.UUIDField()
    run = models.CharField(max_length=64)
    packed = models.BinaryField()
    label = models.ForeignKey(Label, on_delete=models.PROTECT)

    class Meta:
        """Records go with their run, or with a party of their file."""

        indexes = (
            models.Index(fields=["run"], name="record_run"),
            models.Index(fields=["file"], name="record_file"),
        )


class SignedHead(models.Model):
    """The signed heads of all writers on a day, as exported."""

    day = models.DateField(primary_key=True)
    heads = models.TextField()
    signature = models.TextField()
