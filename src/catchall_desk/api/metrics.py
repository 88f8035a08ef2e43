"""Counters of requests. In: route, status, seconds; out: Prometheus text.

A route is named by its template, so that no id and no word of a request becomes a label. Each
process counts for itself.
"""

import threading
from collections import Counter
from collections.abc import Iterator

_lock = threading.Lock()
_requests: Counter[tuple[str, str, int]] = Counter()
_seconds: Counter[tuple[str, str]] = Counter()


def count(method: str, route: str, status: int, seconds: float) -> None:
    """Counts one answered request."""
    with _lock:
        _requests[(method, route, status)] += 1
        _seconds[(method, route)] += seconds  # type: ignore[assignment] # a sum, not a count


def lines() -> Iterator[str]:
    """The counters as Prometheus reads them, in order."""
    with _lock:
        requests, seconds = dict(_requests), dict(_seconds)
    yield "# TYPE catchall_requests_total counter\n"
    for (method, route, status), number in sorted(requests.items()):
        label = f'method="{method}",route="{route}",status="{status}"'
        yield f"catchall_requests_total{{{label}}} {number}\n"
    yield "# TYPE catchall_request_seconds_total counter\n"
    for (method, route), total in sorted(seconds.items()):
        label = f'method="{method}",route="{route}"'
        yield f"catchall_request_seconds_total{{{label}}} {total:.6f}\n"


def forget() -> None:
    """Begins to count anew."""
    with _lock:
        _requests.clear()
        _seconds.clear()
