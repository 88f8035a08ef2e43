"""A real browser on a served desk; no request may leave it, no error stay unseen.

The browser is Chromium of the machine: ``CHROMIUM`` names it, /usr/bin/chromium is tried first.
Without one these tests are skipped, and counted.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.api_callers import made_user

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
)  # fmt: skip


class Threads(ThreadingMixIn, WSGIServer):
    """A browser asks for several files at once."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Tests read no log of requests."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Write nothing."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The machine's browser, started once for the tests of one file.

    While it runs, its event loop looks to Django as if these tests were asynchronous.
    """
    if shutil.which(CHROMIUM) is None:
        pytest.skip(f"{CHROMIUM} is not there: CHROMIUM names another browser")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def served(chromium, sqlite_fresh, django_db_blocker, settings) -> Iterator[str]:
    """The address of a desk with a database of the test's own."""
    settings.MFA_REQUIRED = False
    with django_db_blocker.unblock():
        server = make_server("127.0.0.1", 0, get_wsgi_application(), Threads, Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()
        thread.join()
        connections["default"].close()


@dataclass
class Tab:
    """A page of one user, and whatever went wrong in it."""

    page: Page
    base: str
    wrong: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """The page at a path, when its scripts have run."""
        self.page.goto(self.base + path, wait_until="load")
        return self.page

    def ready(self) -> None:
        """Waits until the keys of the page that came after a click work."""
        self.page.wait_for_selector("html[data-keys]")

    def accessible(self) -> None:
        """Nothing, or the violations that axe finds on the page as it is."""
        found = Axe().run(self.page).response["violations"]
        told = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
        assert told == []


Tabs = Callable[..., Tab]


@pytest.fixture
def tab_of(chromium, served) -> Iterator[Tabs]:
    """Opens a tab in which a new user has signed in; what went wrong fails the test."""
    contexts: list[BrowserContext] = []
    tabs: list[Tab] = []

    def opened(name: str, *, options: dict | None = None, **values: str) -> Tab:
        client = Client()
        client.force_login(made_user(name, **values))
        context = chromium.new_context(**(options or {}))
        context.set_default_timeout(20_000)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": served}])
        contexts.append(context)
        tab = Tab(context.new_page(), served)
        tabs.append(tab)
        watch(context, tab)
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert [wrong for tab in tabs for wrong in tab.wrong] == []


def watch(context: BrowserContext, tab: Tab) -> None:
    """Notes errors of the page and keeps every request on this machine.

    A violation of the content security policy is an error on the console.
    """

    def routed(route) -> None:
        if route.request.url.startswith(tab.base):
            route.continue_()
        else:
            tab.wrong.append(f"asks {route.request.url}")
            route.abort()

    context.route("**/*", routed)
    tab.page.on(
        "console",
        lambda said: tab.wrong.append(said.text) if said.type in ("error", "warning") else None,
    )
    tab.page.on("pageerror", lambda error: tab.wrong.append(str(error)))
