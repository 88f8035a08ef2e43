"""Telling other systems."""

import hashlib
import hmac
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import urllib3

from catchall_desk.accounts import webhooks
from catchall_desk.accounts.models import Delivery
from catchall_desk.errors import WebhookRefusedError

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
URL = "https://registry.example/hook"


@pytest.fixture
def hook(ana):
    return webhooks.create(ana, URL, [], NOW)


def answers(*statuses):
    """A post that answers so in turn, and what it was given."""
    given, left = [], list(statuses)

    def post(url, body, headers):
        given.append((url, body, headers))
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return post, given


@pytest.mark.parametrize(
    "url", ["http://registry.example/", "https://u:p@a.example/", "file:///x", "https:///x", ""]
)
def test_a_webhook_goes_over_https_and_holds_no_password(ana, url):
    with pytest.raises(WebhookRefusedError):
        webhooks.create(ana, url, [], NOW)


def test_this_machine_may_be_told_without_https():
    assert webhooks.checked("http://localhost:9000/x")
    assert webhooks.checked("http://[::1]:9000/x")


def test_a_receiver_can_check_the_signature(hook):
    webhooks.queue([hook[0]], "send", '{"event":"1"}', NOW)
    post, given = answers(204)
    assert webhooks.send_due(NOW, post)["sent"] == 1
    ((url, body, headers),) = given
    at, sign = (part.split("=")[1] for part in headers["Catchall-Signature"].split(","))
    own = hmac.new(hook[1].encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    assert (url, sign, int(at)) == (URL, own, int(NOW.timestamp()))


def test_the_secret_is_not_in_the_database(hook):
    assert hook[1] not in hook[0].secret


def test_a_failure_is_tried_again_later_and_given_up_in_the_end(hook):
    webhooks.queue([hook[0]], "send", "{}", NOW)
    post, given = answers(500, urllib3.exceptions.NewConnectionError(None, "x"), *[302] * 4)
    moment, ended = NOW, []
    for wait in (*webhooks.WAITS, timedelta()):
        ended.append(next(k for k, v in webhooks.send_due(moment, post).items() if v))
        assert sum(webhooks.send_due(moment, post).values()) == 0
        moment += wait
    assert ended == ["queued"] * 5 + ["given_up"]
    assert len(given) == 6


def test_what_another_run_has_taken_is_left(hook, monkeypatch):
    webhooks.queue([hook[0]], "send", "{}", NOW)
    stale = Delivery.objects.select_related("webhook__user").get()
    webhooks.send_due(NOW, answers(503)[0])
    assert webhooks._send(stale, NOW, answers()[0]) == "queued"


def test_nothing_goes_out_for_an_inactive_user(hook, ana):
    webhooks.queue([hook[0]], "send", "{}", NOW)
    type(ana).objects.update(is_active=False)
    post, given = answers()
    assert webhooks.send_due(NOW, post)["queued"] == 1
    assert given == []


def test_only_wanted_types_of_active_webhooks_are_queued(ana):
    some = webhooks.create(ana, URL, ["send"], NOW)[0]
    off = webhooks.create(ana, URL, [], NOW)[0]
    off.active = False
    assert webhooks.queue([some, off], "answer", "{}", NOW) == 0
    assert webhooks.queue([some, off], "send", "{}", NOW) == 1


class _Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.got = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(302)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


def test_a_redirect_is_not_followed():
    with HTTPServer(("127.0.0.1", 0), _Receiver) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        status = webhooks.post(f"http://127.0.0.1:{server.server_port}/", b"{}", {})
    assert (status, server.got) == (302, b"{}")
