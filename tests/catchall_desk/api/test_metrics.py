"""Requests are counted by route and status."""

from catchall_desk.api import metrics


def test_counters_are_told_by_route_method_and_status():
    metrics.forget()
    for status in (200, 200, 404):
        metrics.count("GET", "/api/v1/cases", status, 0.25)
    told = "".join(metrics.lines())
    assert 'total{method="GET",route="/api/v1/cases",status="200"} 2' in told
    assert 'seconds_total{method="GET",route="/api/v1/cases"} 0.750000' in told
