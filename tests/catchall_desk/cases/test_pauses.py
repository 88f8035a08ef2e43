"""Time out of count: holds for a lawful reason, and pre-licence checks on their conditions."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.catchall_desk.cases.sample_files import D, application, file, request

from catchall_desk.cases.clocks import clocks, running

TOTAL = clocks()["us.total"]
DAY = timedelta(days=1)


def held(reason, begin="2026-03-10", end="2026-03-20"):
    steps = [("2026-03-02", "register"), (begin, "hold", {"set": {"hold_reason": reason}})]
    return application(*steps, *([(end, "unhold")] if end else []))


def test_ten_days_on_hold_move_the_due_day_by_ten():
    read = running(TOTAL, held("congress"), (), D("2026-03-25"))
    # 31 May and ten days; 23 days since registration, ten of them on hold
    assert (read.due, read.elapsed, read.paused_days) == (D("2026-06-10"), 13, 10)


def test_a_hold_that_lasts_is_counted_to_today():
    read = running(TOTAL, held("ttcp", end=None), (), D("2026-03-15"))
    assert (read.state, read.due, read.elapsed) == ("paused", D("2026-06-05"), 8)


def test_a_hold_without_a_reason_is_counted_and_told():
    read = running(TOTAL, held(None), (), D("2026-03-25"))
    assert (read.due, read.paused_days) == (D("2026-05-31"), 0)
    assert read.unknown == ("application.hold_reason of f-3",)


def test_a_reason_corrected_later_counts_for_the_last_hold():
    amended = replace(held(None), fields={"law": "us.ear", "hold_reason": "assurances"})
    assert running(TOTAL, amended, (), D("2026-03-25")).paused_days == 10


def test_an_earlier_hold_keeps_its_own_reason():
    twice = application(
        ("2026-03-02", "register"),
        ("2026-03-04", "hold", {"set": {"hold_reason": "congress"}}), ("2026-03-06", "unhold"),
        ("2026-03-08", "hold", {"set": {"hold_reason": "unlike"}}), ("2026-03-12", "unhold"),
    )  # fmt: skip
    assert running(TOTAL, twice, (), D("2026-03-25")).paused_days == 2
    assert running(TOTAL, twice, (), D("2026-03-07")).paused_days == 2


def check(*ends, channel="government", sent="2026-03-09", **fields):
    asked = {"channel": channel, "subjects": ["n"], "application": "f", **fields}
    return request("pre_licence_check", (sent, "send"), *ends, name="p", **asked)


NEED = file(
    "determination",
    {"kind": "plc_needed", "application": "f"},
    ("2026-03-05", "make"),
    name="n",
)
REPORTED = [("2026-03-29", "answer", {"set": {"checked_on": "2026-03-24"}})]


@pytest.mark.parametrize(("plc", "paused"), [
    # asked on the fourth day, reported on the fifth: 9 to 29 March
    (check(*REPORTED), 20),
    (check(*REPORTED, channel="applicant"), 0),
    # asked on the fifth day: 10 to 29 March
    (check(*REPORTED, sent="2026-03-10"), 19),
    # reported as soon as it was carried out
    (check(("2026-03-29", "answer", {"set": {"checked_on": "2026-03-29"}})), 20),
    # asked on the sixth day
    (check(*REPORTED, sent="2026-03-11"), 0),
    # reported on the sixth day
    (check(("2026-03-30", "answer", {"set": {"checked_on": "2026-03-24"}})), 0),
    (check(("2026-03-29", "lapse")), 0),
    # still under way on 1 April
    (check(), 23),
])  # fmt: skip
def test_a_pre_licence_check_counts_out_on_its_conditions(plc, paused):
    one = application(("2026-03-02", "register"))
    read = running(TOTAL, one, [plc, NEED], D("2026-04-01"))
    assert (read.paused_days, read.unknown) == (paused, ())
    assert read.due == D("2026-05-31") + DAY * paused


def test_another_request_counts_nothing_out():
    asked = {"channel": "government", "subjects": ["n"], "application": "f"}
    rfi = request("rfi", ("2026-03-09", "send"), name="p", **asked)
    read = running(TOTAL, application(("2026-03-02", "register")), [rfi, NEED], D("2026-04-01"))
    assert (read.paused_days, read.unknown) == (0, ())


@pytest.mark.parametrize(("beside", "lacks"), [
    ([check(*REPORTED, channel="")], "determination plc_needed of request p"),
    ([check(*REPORTED, channel=""), NEED], "request.channel"),
    ([check(("2026-03-29", "answer")), NEED], "request.checked_on of p"),
])  # fmt: skip
def test_what_is_not_known_of_a_check_is_told_and_its_time_counts(beside, lacks):
    one = application(("2026-03-02", "register"))
    read = running(TOTAL, one, beside, D("2026-04-01"))
    assert read.paused_days == 0
    assert lacks in read.unknown


def test_a_hold_for_a_check_counts_only_as_the_check_does():
    one = held("pre_licence_check")
    read = running(TOTAL, one, (), D("2026-03-25"))
    assert (read.paused_days, read.unknown) == (0, ("request pre_licence_check",))
    assert running(TOTAL, one, [check(), NEED], D("2026-03-25")).paused_days == 16
