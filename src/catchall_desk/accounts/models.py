"""Who uses the desk. In: rows; out: users, as readers too; sign-ins, tokens, webhooks."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractUser
from django.core.validators import RegexValidator
from django.db import models

from catchall_desk.cases.machines import ROLES
from catchall_desk.cases.policy import Reader

LEVELS = ("U", "R", "C", "S", "TS")
"""Levels of clearance, lowest first."""


class User(AbstractUser):
    """A person who signs in: one role, one country, one clearance.

    ``country`` is the trigraph of the government served; ``readins`` are the programmes read
    into. A user without a role or a country reads nothing.
    """

    role = models.CharField(max_length=16, choices=[(role, role) for role in sorted(ROLES)])
    country = models.CharField(
        max_length=3, validators=[RegexValidator(r"\A[A-Z]{3}\Z", "three capital letters")]
    )
    level = models.CharField(
        max_length=2, choices=[(level, level) for level in LEVELS], default="U"
    )
    office = models.CharField(max_length=64, blank=True, default="")
    readins = models.JSONField(default=list, blank=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = ["role", "country"]

    def reader(self) -> Reader:
        """Who this user is to the policy, as the row stands now."""
        return Reader(
            user=self.username,
            role=self.role,
            country=self.country,
            level=self.level,
            office=self.office,
            readins=frozenset(str(one) for one in self.readins),
            active=self.is_active,
        )


class Change(models.Model):
    """What an administrator changed of a user: ``what`` is field to [before, after]."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    what = models.JSONField()


class SignIn(models.Model):
    """One attempt to sign in as a user: when, from where, how, and whether it worked.

    ``how`` names the steps: ``password + mfa``.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_ins")
    at = models.DateTimeField()
    address = models.GenericIPAddressField(null=True)
    how = models.CharField(max_length=64)
    ok = models.BooleanField()

    class Meta:
        """A user's newest come first."""

        ordering: ClassVar[list[str]] = ["-at", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user", "-at"], name="sign_in_user_at")
        ]


class ApiToken(models.Model):
    """A key by which a program acts for a user. Only the hash of its secret is kept."""

    id = models.CharField(max_length=16, primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    scopes = models.JSONField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)


class Webhook(models.Model):
    """An address of another system that a user wants told of events; its secret is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="webhooks")
    url = models.URLField(max_length=500)
    types = models.JSONField(default=list)
    secret = models.TextField()
    active = models.BooleanField(default=True)
    made_at = models.DateTimeField()


class Delivery(models.Model):
    """A body for a webhook. ``state``: queued, sent or given_up; ``said``: the last outcome."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    body = models.TextField()
    state = models.CharField(max_length=8, default="queued")
    queued_at = models.DateTimeField()
    next_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    said = models.CharField(max_length=200, default="")

    class Meta:
        """What is due is read by time."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "next_at"], name="delivery_due")
        ]


class Watch(models.Model):
    """A subject that a user watches: a stream by its id, or words. ``user`` is a name."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    user = models.CharField(max_length=150)
    stream = models.UUIDField(null=True)
    words = models.CharField(max_length=500, default="")
    made_at = models.DateTimeField()

    class Meta:
        """A user's are read together."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user", "made_at"], name="watch_user")
        ]
