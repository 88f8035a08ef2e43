"""Files beside a file: what of them is not known is told, and never taken for a no."""

from dataclasses import replace

import pytest
from tests.catchall_desk.cases.sample_files import D, application, file, request

from catchall_desk.cases.clocks import clocks, running
from catchall_desk.cases.related import beside

EAR = {"law": "us.ear"}
SCHED3 = {"cwc_schedule": "3", "cwc_party": "no", **EAR}
PARTNER = file(
    "denial",
    {"whose": "partner", "regime": "wa", "wassenaar": "sensitive"},
    ("2023-04-02", "decide"),
    name="d",
)
CONSULTED = request(
    "consultation.eu", ("2026-02-02", "send"), ("2026-02-09", "answer"), application="f"
)


def test_files_are_beside_each_other_by_a_field_of_either():
    one = application(denials=["d"])
    near = [PARTNER, CONSULTED, one, file("licence", {}, name="x"), PARTNER]
    assert [other.id for other in beside(one, near)] == ["d", "r"]
    assert beside(PARTNER, near) == (one,)


def test_a_condition_that_is_not_known_is_told():
    for missing in ("cwc_party", "cwc_schedule", "law"):
        held = {name: said for name, said in SCHED3.items() if name != missing}
        shipped = file("transaction", held, ("2026-03-02", "ship"))
        read = running(clocks()["us.cwc_euc_copy"], shipped, (), D("2026-03-03"))
        assert (read.state, read.unknown) == ("unknown", (f"transaction.{missing}",))


def test_a_party_said_to_be_unknown_is_not_known():
    shipped = file("transaction", {**SCHED3, "cwc_party": "unknown"}, ("2026-03-02", "ship"))
    assert running(clocks()["us.cwc_euc_copy"], shipped, (), D("2026-03-03")).state == "unknown"


def test_a_clock_of_another_law_is_idle():
    assert (
        running(
            clocks()["us.total"],
            application(("2026-03-02", "register"), law="gb"),
            (),
            D("2026-04-01"),
        ).state
        == "idle"
    )


def test_law_is_taken_from_the_files_beside_a_request():
    asked = request("interagency", ("2026-03-02", "send"), application="f")
    clock, day = clocks()["us.recommend"], D("2026-03-03")
    assert running(clock, asked, [application()], day).state == "running"
    assert running(clock, asked, [application(law="gb")], day).state == "idle"
    assert running(clock, asked, (), day).unknown == ("request.law",)


@pytest.mark.parametrize(("to", "lacks"), [
    ({}, "request.to"), ({"office": "export desk"}, "request.to"),
    ({"government": "QQQ"}, "working days of QQQ"),
])  # fmt: skip
def test_without_a_calendar_the_due_day_is_not_known(to, lacks):
    asked = request("consultation.eu", ("2026-04-02", "send"), to=to)
    read = running(clocks()["eu.identical"], asked, (), D("2026-04-03"))
    assert (read.state, read.due, read.unknown) == ("unknown", None, (lacks,))


def test_a_year_without_a_calendar_is_told():
    asked = application(("2099-12-01", "register"), law="gb")
    read = running(clocks()["uk.sla2"], asked, (), D("2101-02-02"))
    assert read.state == "unknown"
    assert "holidays are known for" in read.unknown[0]


def test_the_committee_waits_for_a_request_that_is_not_there():
    read = running(
        clocks()["us.oc"], application(("2026-03-20", "escalate")), (), D("2026-04-05")
    )
    assert (read.state, read.unknown) == ("unknown", ("us.recommend",))


def test_a_consultation_that_is_not_there_to_look_at_is_told():
    granted = application(("2026-03-02", "approve"), law="eu", consultations=["gone"])
    read = running(clocks()["eu.grant_despite"], granted, (), D("2026-03-03"))
    assert (read.state, read.unknown) == ("unknown", ("file gone",))
    assert running(clocks()["eu.grant_despite"], granted, [replace(CONSULTED, id="gone")],
                     D("2026-03-03")).state == "passed"  # fmt: skip


def test_what_may_be_a_party_is_not_missed_among_the_files():
    granted = application(("2026-03-02", "approve"), law="eu", related=["gone"])
    assert running(clocks()["eu.grant_despite"], granted, (), D("2026-03-03")).state == "idle"


def test_a_denial_older_than_three_years_undercuts_nothing():
    granted = application(("2026-04-02", "approve"), denials=["d"])
    assert running(clocks()["wa.undercut"], granted, [PARTNER], D("2026-04-04")).started
    granted = application(("2026-04-03", "approve"), denials=["d"])
    assert running(clocks()["wa.undercut"], granted, [PARTNER], D("2026-04-04")).state == "idle"
