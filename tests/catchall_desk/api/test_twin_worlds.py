"""Hidden rows change nothing that anybody sees: each answer is the same, byte for byte.

For each of twelve readers: world B is the whole history; world A holds only the lines of it
that this reader may see. Every route of the router is asked in both.
"""

import secrets
import shutil
import uuid
from functools import cache

import pytest
from django.db import connections
from django.utils import timezone
from tests import twin_questions, twin_worlds
from tests.api_callers import Caller
from tests.twin_worlds import CLEARED, PERSONAS

from catchall_desk.accounts.models import User, Watch, Webhook
from catchall_desk.api import metrics, middleware
from catchall_desk.api.app import api
from catchall_desk.jobs import moment
from catchall_desk.jobs.models import Upload

MUST_DIFFER = frozenset(
    {
        "GET /cases",
        "GET /cases/counts",
        "GET /cases/{stream}",
        "GET /cases/{stream}/timeline",
        "GET /cases/{stream}/bundle",
        "GET /parties/{stream}/edges",
        "GET /parties/{stream}/network",
        "GET /parties/{stream}/recurrence",
        "GET /search",
        "GET /search/suggest",
        "GET /queue",
        "GET /alerts",
        "GET /watches",
        "GET /export",
        "GET /export/ftm",
        "POST /cases/{stream}/events",
        "POST /watches",
    }
)
"""Routes that tell the cleared reader more of the whole world than of a part of it."""


@cache
def asked(turn: int) -> tuple[twin_questions.Question, ...]:
    """Every question of a turn, made once."""
    return tuple(twin_questions.questions(turn))


@pytest.fixture
def repeatable(monkeypatch, lists_in_force, settings):
    """A desk without chance and clock: two equal worlds give equal answers."""
    source = twin_questions.Repeatable()
    settings.DESK_REQUESTS_PER_MINUTE = 0
    monkeypatch.setattr(uuid, "uuid4", source.uuid4)
    for table in (Watch, Webhook, Upload):
        field = table._meta.get_field("id")
        monkeypatch.setattr(field, "_get_default", source.uuid4)
    monkeypatch.setattr(secrets, "token_hex", source.token)
    monkeypatch.setattr(secrets, "token_urlsafe", source.token)
    monkeypatch.setattr(timezone, "now", lambda: twin_worlds.NOW)
    monkeypatch.setattr(moment.clock, "in_force", lambda: lists_in_force)
    monkeypatch.setattr(middleware.time, "perf_counter", lambda: 0.0)
    return source


class Worlds:
    """Worlds on SQLite files: each is made once, and asked on a copy."""

    def __init__(self, folder, migrated):
        self.folder, self.migrated, self.made = folder, migrated, {}

    def use(self, batches) -> None:
        """All queries go to a fresh copy of the world of this history."""
        key = tuple(tuple(one["id"] for one in batch) for batch in batches)
        if key not in self.made:
            path = self.folder / f"world{len(self.made)}.sqlite3"
            shutil.copy(self.migrated, path)
            self.point(path)
            twin_worlds.build(batches)
            self.made[key] = path
        copy = self.folder / "asked.sqlite3"
        connections["default"].close()
        shutil.copy(self.made[key], copy)
        self.point(copy)

    def point(self, path) -> None:
        """The next connection goes to this file."""
        connections["default"].close()
        connections.settings["default"].update(NAME=str(path))


@pytest.fixture(scope="module")
def worlds_folder(tmp_path_factory):
    """The worlds made so far, kept for the next reader."""
    folder = tmp_path_factory.mktemp("worlds")
    return cache(lambda migrated: Worlds(folder, migrated))


@pytest.fixture
def worlds_of_all(sqlite_fresh, sqlite_migrated, worlds_folder, django_db_blocker):
    with django_db_blocker.unblock():
        yield worlds_folder(sqlite_migrated)
        connections["default"].close()


def answers(reader, source, turn=0) -> list[tuple]:
    """The answers to all questions, as status, headers and content."""
    metrics.forget()
    source.ask(-1)
    caller = Caller(User.objects.get(username=reader.user))
    found, tags = [], {}
    for number, one in enumerate(asked(turn)):
        source.ask(number)
        response = sent(caller, one, number, tags.get(one.tag_of))
        content = response.content
        tags[one.path] = response.headers.get("ETag", "")
        found.append((response.status_code, tuple(sorted(response.headers.items())), content))
    return found


def sent(caller, one, number, tag):
    """The response to one question."""
    headers = {"If-Match": tag} if tag else {}
    if one.method == "GET":
        return caller.get(one.path, **headers)
    if one.method == "DELETE":
        return caller.delete(one.path)
    return caller.post(one.path, one.body or {}, key=f"key {number}", **headers)


def differing(one, other, turn=0) -> list[str]:
    """The questions that were answered in two ways, with what was said."""
    return [
        f"{question.route} {question.path}\nA {a}\nB {b}"
        for question, a, b in zip(asked(turn), one, other, strict=True)
        if a != b
    ]


def routes() -> set[str]:
    """Every route that the router has, as method and path."""
    found = {"GET /openapi.json", "GET /docs"}
    for bound in api._get_bound_routers():
        for path, view in bound.path_operations.items():
            found |= {f"{method} {path}" for one in view.operations for method in one.methods}
    return found


def test_every_route_of_the_router_has_its_twin_questions():
    for turns in ((0, 1, 2, 3), (4, 5, 6, 7), (8, 9, 10, 11)):
        assert {one.route for turn in turns for one in asked(turn)} == routes()


@pytest.mark.parametrize("number", range(len(PERSONAS)), ids=[one.user for one in PERSONAS])
def test_hidden_rows_change_no_answer(number, worlds_of_all, repeatable):
    reader, found = PERSONAS[number], []
    for batches in (twin_worlds.seen(reader), twin_worlds.BATCHES):
        worlds_of_all.use(batches)
        found.append(answers(reader, repeatable, number))
    assert differing(*found, number) == []
    assert not [one for one in found[1] if one[0] >= 500]


def test_the_cleared_reader_sees_two_worlds(worlds_of_all, repeatable):
    found = []
    for batches in (twin_worlds.seen(PERSONAS[1]), twin_worlds.BATCHES):
        worlds_of_all.use(batches)
        found.append(answers(CLEARED, repeatable))
    told = {" ".join(text.split(" ")[:2]) for text in differing(*found)}
    assert told >= MUST_DIFFER
