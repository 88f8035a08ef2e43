"""Who uses the desk. In: rows; out: users, and the reader that each is at this request."""

from typing import ClassVar

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
