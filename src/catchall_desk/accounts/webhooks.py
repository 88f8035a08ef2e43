"""Telling other systems. In: an address, a body; out: signed deliveries, sent till they arrive.

Nothing is sent by itself: ``catchall desk deliver`` runs ``send_due``, and only to addresses
that a user gave. A body must hold ids and types alone; who wants more asks the API.

A receiver checks ``Catchall-Signature: t=SECONDS,v1=HEX``: HEX is the HMAC-SHA256, under the
secret of the webhook, of SECONDS, a point and the body.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

import urllib3
from django.db.models import F

from catchall_desk.accounts.models import Delivery, User, Webhook
from catchall_desk.accounts.sealing import seal, unseal
from catchall_desk.errors import WebhookRefusedError

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))
"""How long to wait after each failure; after the last one the delivery is given up."""
TIMEOUT_SECONDS = 10.0
AT_ONCE = 100
"""Deliveries a run sends, oldest first."""

Post = Callable[[str, bytes, dict[str, str]], int]
"""Sends a body with headers to an address; the status, or an exception of urllib3."""


def checked(url: str) -> str:
    """The address, if a webhook may go there: https, or plain http to this machine.

    Raises:
        WebhookRefusedError: any other scheme, or an address with a user or password in it.

    >>> checked("https://registry.example/hook")
    'https://registry.example/hook'
    """
    split = urlsplit(url)
    safe = split.scheme == "https" or (split.scheme == "http" and loopback(split.hostname))
    if not safe or not split.hostname or "@" in split.netloc:
        raise WebhookRefusedError(url)
    return url


def loopback(host: str | None) -> bool:
    """Is this host the machine itself, by name or number?

    >>> loopback("127.0.0.1"), loopback("example.org")
    (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def create(user: User, url: str, types: Collection[str], now: datetime) -> tuple[Webhook, str]:
    """The webhook and its secret, which is not shown again; told of ``types``, or of all.

    Raises:
        WebhookRefusedError: the address may not be used.
    """
    secret = secrets.token_urlsafe(32)
    hook = Webhook.objects.create(
        user=user, url=checked(url), types=sorted(types), secret=seal(secret), made_at=now
    )
    return hook, secret


def signature(secret: str, at: datetime, body: str) -> str:
    """The value of ``Catchall-Signature`` for a body sent at that time."""
    seconds = int(at.timestamp())
    signed = hmac.new(secret.encode(), f"{seconds}.{body}".encode(), hashlib.sha256)
    return f"t={seconds},v1={signed.hexdigest()}"


def queue(hooks: Collection[Webhook], kind: str, body: str, now: datetime) -> int:
    """Queue the body for each webhook that wants this type; how many did.

    Whoever calls has made sure that each webhook's user may read the event.
    """
    wanted = [hook for hook in hooks if hook.active and (not hook.types or kind in hook.types)]
    rows = [Delivery(webhook=hook, body=body, queued_at=now, next_at=now) for hook in wanted]
    return len(Delivery.objects.bulk_create(rows))


def send_due(now: datetime, post: Post) -> dict[str, int]:
    """Send what is due; how many ended as what: sent, queued (to be tried again), given_up.

    The number of tries is counted before sending, so a run that dies is a try as well.
    """
    counts = {"sent": 0, "queued": 0, "given_up": 0}
    due = Delivery.objects.filter(state="queued", next_at__lte=now).order_by("next_at", "id")
    for delivery in due.select_related("webhook__user")[:AT_ONCE]:
        counts[_send(delivery, now, post)] += 1
    return counts


def _send(delivery: Delivery, now: datetime, post: Post) -> str:
    wait = WAITS[min(delivery.tries, len(WAITS) - 1)]
    taken = Delivery.objects.filter(pk=delivery.pk, state="queued", tries=delivery.tries)
    if not taken.update(tries=F("tries") + 1, next_at=now + wait):
        return "queued"  # another run has it
    said = _tried(delivery, now, post)
    state = "sent" if said.startswith("2") else "queued"
    if state == "queued" and delivery.tries >= len(WAITS):
        state = "given_up"
    Delivery.objects.filter(pk=delivery.pk).update(state=state, said=said)
    return state


def _tried(delivery: Delivery, now: datetime, post: Post) -> str:
    hook = delivery.webhook
    if not (hook.active and hook.user.is_active):
        return "the webhook or its user is inactive"
    headers = {
        "Content-Type": "application/json",
        "Catchall-Delivery": str(delivery.pk),
        "Catchall-Signature": signature(unseal(hook.secret), now, delivery.body),
    }
    try:
        return str(post(checked(hook.url), delivery.body.encode(), headers))
    except urllib3.exceptions.HTTPError as error:
        return type(error).__name__


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    """Send for real: no redirect is followed, no answer is read."""
    with urllib3.PoolManager(retries=False, timeout=TIMEOUT_SECONDS) as pool:
        answer = pool.request("POST", url, body=body, headers=headers, preload_content=False)
        status = answer.status
        answer.close()
    return status
