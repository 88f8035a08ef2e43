"""The demo as a person starts it, and browsers on it: no request leaves, no error stays unseen.

The browser is Chromium of the machine: ``CHROMIUM`` names it. Without one these tests are
skipped, and counted. The desk runs in a process of its own, so nothing here touches Django.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
)  # fmt: skip
START = "from catchall_desk.program.group import desk; desk()"
PATIENCE = 120.0
"""Seconds until the demo must answer, and milliseconds / 1000 for a step: machines are busy."""
STEP = 20_000


@pytest.fixture(scope="session")
def demo() -> Iterator[str]:
    """The address of ``catchall desk --demo``, started once."""
    if shutil.which(CHROMIUM) is None:
        pytest.skip(f"{CHROMIUM} is not there: CHROMIUM names another browser")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    words = [sys.executable, "-c", START, "--demo", "--port", str(port)]
    with subprocess.Popen(words, env=environ, stdout=subprocess.DEVNULL) as served:
        try:
            yield answering(f"http://127.0.0.1:{port}", served)
        finally:
            served.send_signal(signal.SIGINT)


def answering(base: str, served: subprocess.Popen[bytes]) -> str:
    """The address, once somebody answers there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and served.poll() is None:
        try:
            urllib.request.urlopen(base + "/account/login/").close()  # noqa: S310 - our own
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return base
    pytest.fail(f"the demo does not answer; its status is {served.poll()}")


@pytest.fixture(scope="module")
def chromium(demo) -> Iterator[Browser]:
    """The browser, started once for the tests of a file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@dataclass
class Desk:
    """A browser in which one user has signed in, and whatever went wrong in it."""

    page: Page
    base: str
    wrong: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """The page at a path, when its scripts have run."""
        self.page.goto(self.base + path, wait_until="load")
        return self.page

    def find(self, words: str, kind: str) -> Page:
        """The page of the file of this kind whose title has these words; found by a search."""
        self.open(f"/search/?q={words.replace(' ', '+')}&kind={kind}")
        return self.follow(self.page.locator("[data-open-row]", has_text=words).first)

    def follow(self, link) -> Page:
        """The page that a click leads to."""
        with self.page.expect_navigation(wait_until="load"):
            link.click()
        return self.page

    @property
    def path(self) -> str:
        """The path of the page that is shown."""
        return self.page.url.removeprefix(self.base)

    def faults(self) -> list[object]:
        """What axe finds on the page as it is."""
        found = Axe().run(self.page).response["violations"]
        return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


class Desks:
    """Opens browsers on the demo; one sign-in of a user serves all tests of a file."""

    def __init__(self, chromium: Browser, base: str) -> None:
        self.chromium, self.base = chromium, base
        self.states: dict[str, object] = {}
        self.contexts: list[BrowserContext] = []
        self.opened: list[Desk] = []

    def __call__(self, user: str, **options: object) -> Desk:
        """A new browser in which this user has signed in."""
        if user not in self.states:
            self.states[user] = self.signed_in(user)
        return self.new(storage_state=self.states[user], **options)

    def new(self, **options: object) -> Desk:
        """A new browser in which nobody has signed in."""
        context = self.chromium.new_context(**options)
        context.set_default_timeout(STEP)
        self.contexts.append(context)
        desk = Desk(context.new_page(), self.base)
        self.opened.append(desk)
        watch(context, desk)
        return desk

    def signed_in(self, user: str) -> object:
        """The cookies of a user who signs in as the page says."""
        desk = self.new()
        page = desk.open("/account/login/")
        row = page.locator("tr", has=page.get_by_role("cell", name=user, exact=True))
        page.locator("[name=login]").fill(user)
        page.locator("[name=password]").fill(row.locator("td").nth(1).inner_text())
        desk.follow(page.get_by_role("button", name="Sign in"))
        assert desk.path == "/"
        return page.context.storage_state()

    def close(self) -> list[str]:
        """Closes what was opened; answers what went wrong."""
        for context in self.contexts:
            context.close()
        wrong = [one for desk in self.opened for one in desk.wrong]
        self.contexts, self.opened = [], []
        return wrong


@pytest.fixture(scope="module")
def signed(chromium, demo) -> Desks:
    """The browsers of a file's tests."""
    return Desks(chromium, demo)


@pytest.fixture
def desks(signed) -> Iterator[Desks]:
    """Opens browsers; what went wrong in one fails the test."""
    yield signed
    assert signed.close() == []


def watch(context: BrowserContext, desk: Desk) -> None:
    """Notes errors of the page, and aborts and notes every request that leaves the desk.

    A violation of the content security policy is an error on the console. That a page was
    refused is one too, which the tests themselves look at.
    """

    def leaves(route) -> None:
        desk.wrong.append(f"asks {route.request.url}")
        route.abort()

    def said(one) -> None:
        refused = "the server responded with a status of 4" in one.text
        if one.type in ("error", "warning") and not refused:
            desk.wrong.append(f"{one.text} on {desk.page.url}")

    def answered(one) -> None:
        if one.status >= 400 and "/static/" in one.url:
            desk.wrong.append(f"{one.status} {one.url}")

    context.route(lambda url: not url.startswith((desk.base, "data:")), leaves)
    desk.page.on("console", said)
    desk.page.on("response", answered)
    desk.page.on("pageerror", lambda error: desk.wrong.append(str(error)))
