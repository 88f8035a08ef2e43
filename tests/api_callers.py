"""Programs that call the desk's API, each with a key of its own."""

import json
from datetime import timedelta
from itertools import count
from typing import Any

from django.test import Client
from django.utils import timezone

from catchall_desk.accounts import tokens
from catchall_desk.accounts.models import User

V1 = "/api/v1"
numbers = count(1)


def made_user(name: str, **values: Any) -> User:
    """A user of the desk; one who serves the USA and reads SECRET unless told otherwise."""
    usual = {"role": "officer", "country": "USA", "level": "S"}
    return User.objects.create(username=name, password="!", **{**usual, **values})


class Caller:
    """A program that acts for a user."""

    def __init__(self, user: User, scopes: tuple[str, ...] = tuple(sorted(tokens.SCOPES))):
        self.user = user
        ends = timezone.now() + timedelta(days=1)
        _, text = tokens.create(user, tokens.Wish("test", scopes, ends), timezone.now())
        self.client = Client(raise_request_exception=False)
        self.sent = {"HTTP_AUTHORIZATION": f"Bearer {text}"}

    def get(self, path: str, **headers: str):
        """The answer to a GET below ``/api/v1``."""
        return self.client.get(V1 + path, headers=headers, **self.sent)

    def delete(self, path: str):
        """The answer to a DELETE."""
        return self.client.delete(V1 + path, **self.sent)

    def post(self, path: str, body: Any, *, key: str | None = None, **headers: str):
        """The answer to a POST, under a key of its own unless one is given."""
        own = {"Idempotency-Key": f"key {next(numbers)}" if key is None else key}
        text = body if isinstance(body, bytes) else json.dumps(body)
        return self.client.post(
            V1 + path, text, "application/json", headers={**own, **headers}, **self.sent
        )

    def opened(self, noun: str, values: dict[str, Any], marking: str) -> str:
        """The id of a file that is opened."""
        answer = self.post(f"/{noun}", {"set": values, "marking": marking})
        assert answer.status_code == 201, answer.content
        return answer.json()["id"]
