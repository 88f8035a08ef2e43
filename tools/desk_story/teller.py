"""Tells the story: acts through the API as one user or another, and keeps what is shown.

In: who acts, what is asked, what is expected; out: answers, and the tale as Markdown. An
answer that is not as the tale says ends it: the tale is a test.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from itertools import count
from typing import Any

from django.test import Client

from catchall_desk.accounts import tokens
from catchall_desk.accounts.models import User
from catchall_desk.jobs import moment
from catchall_desk.jobs.work import screen_due
from catchall_desk.store.desk import Moment

V1 = "/api/v1"
SHOWN = 150


class StoryError(Exception):
    """The desk did not do what the story tells."""


@dataclass
class Person:
    """One user of the desk with a key of the API."""

    name: str
    key: str
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))


class Teller:
    """The story so far."""

    def __init__(self, begins: datetime) -> None:
        self.now = begins
        self.people: dict[str, Person] = {}
        self.names: dict[str, str] = {}
        self.lines: list[str] = []
        self._numbers = count(1)
        moment.clock.now = lambda: self.now  # type: ignore[method-assign]

    def person(self, name: str, role: str, country: str = "USA", **more: Any) -> None:
        """A user joins the desk."""
        values = {"level": "S", "office": "", **more}
        user = User.objects.create(username=name, role=role, country=country, **values)
        wish = tokens.Wish("story", tokens.SCOPES, self.now + timedelta(days=300))
        _, text = tokens.create(user, wish, self.now)
        self.people[name] = Person(name, text)

    def chapter(self, title: str, text: str) -> None:
        """A new chapter of the tale."""
        self.lines += ["", f"## {title}", "", text.strip()]

    def say(self, text: str) -> None:
        """A paragraph of the tale."""
        self.lines += ["", text.strip()]

    def later(self, days: int = 0, minutes: int = 1) -> None:
        """Time passes."""
        self.now += timedelta(days=days, minutes=minutes)

    def get(self, who: str, path: str, status: int = 200) -> Any:
        """What somebody is told."""
        person = self.people[who]
        answer = person.client.get(V1 + path, headers=self._headers(person))
        return self._checked(f"{who}: GET {path}", answer, status)

    def post(self, who: str, path: str, body: Mapping[str, Any], status: int = 201) -> Any:
        """What somebody asks the desk to do; a minute passes."""
        person = self.people[who]
        headers = self._headers(person)
        headers["Idempotency-Key"] = f"story-{next(self._numbers)}"
        if path.endswith("/events"):
            file = person.client.get(V1 + path.removesuffix("/events"), headers=headers)
            headers["If-Match"] = file.headers.get("ETag", "")
        answer = person.client.post(
            V1 + path, json.dumps(body), "application/json", headers=headers
        )
        told = self._checked(f"{who}: POST {path}", answer, status)
        self._show(who, path, body, answer.status_code)
        if status == HTTPStatus.CONFLICT:
            self.lines += [f"> {one['problem']}" for one in told["problems"]]
            self.lines += [f"> {told['detail']}"] if not told["problems"] else []
        self.later()
        return told

    def open(self, who: str, noun: str, called: str, marking: str, **values: Any) -> str:
        """A file is opened, or a thing first recorded; answers its id."""
        given = {key.rstrip("_"): value for key, value in values.items()}
        told = self.post(who, f"/{noun}", {"set": given, "marking": marking})
        self.names[told["id"]] = called
        return str(told["id"])

    def step(self, who: str, place: str, event: str, status: int = 201, **body: Any) -> Any:
        """An event in a file's life: ``place`` is ``cases/<id>``."""
        marking = body.pop("marking", None)
        said: dict[str, Any] = {"type": event}
        given = {key.rstrip("_"): value for key, value in body.items()}
        if "set" in given:
            said["set"] = given.pop("set")
        if given:
            said["body"] = given
        if marking:
            said["marking"] = marking
        return self.post(who, f"/{place}/events", said, status)

    def screen(self) -> int:
        """The desk screens what it has to."""
        now = moment.clock.in_force()
        engine = moment.clock._engine  # noqa: SLF001 - the engine of this very clock
        done = screen_due(engine, now, Moment(self.now, now.versions()), 1000)
        self.later()
        return done.judged + done.carried

    def expect(self, truth: object, what: str) -> None:
        """The story goes on only if this is so.

        Raises:
            StoryError: it is not.
        """
        if not truth:
            raise StoryError(what)

    def page(self) -> str:
        """The tale as Markdown, with names for the ids."""
        return self._named("\n".join(self.lines)) + "\n"

    def _named(self, text: str) -> str:
        for stream, name in self.names.items():
            text = text.replace(stream, name)
        return text

    def _headers(self, person: Person) -> dict[str, str]:
        return {"Authorization": f"Bearer {person.key}"}

    def _checked(self, what: str, answer: Any, status: int) -> Any:
        if answer.status_code != status:
            raise StoryError(f"{what}: {answer.status_code} {answer.content.decode()[:1500]}")
        return json.loads(answer.content) if answer.content else None

    def _show(self, who: str, path: str, body: Mapping[str, Any], status: int) -> None:
        text = self._named(json.dumps(body, ensure_ascii=False))
        shown = text if len(text) <= SHOWN else text[:SHOWN] + " ..."
        self.lines += ["", "```", f"{who}: POST {V1}{path}", shown, f"-> {status}", "```"]
