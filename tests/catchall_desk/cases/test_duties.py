"""Duties: one example for each, and what holds for every history."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catchall_desk.cases.sample_files import D, application, event, file, request

from catchall_desk.cases import duties as d
from catchall_desk.cases.duty import Desk, overdue

HOME = Desk(home="USA")
CONSULTED = request(
    "consultation.eu", ("2026-02-02", "send"), ("2026-02-09", "answer"), application="f"
)
NOTICE = request("notification", ("2026-03-06", "send"), application="f", name="n")


def denial(*steps, name="f", **fields):
    held = {"whose": "ours", "regime": "eu", "catch_all": False, **fields}
    return file("denial", held, ("2026-03-02", "decide"), *steps, name=name)


def certificate(*steps, **fields):
    return file("certificate", {"covers": ["t"]} | fields, ("2026-03-02", "request"), *steps)


def transaction(*steps, name="f", **fields):
    return file("transaction", {"law": "other", **fields}, *steps, name=name)


def licence(*steps, law="eu"):
    return file("licence", {"law": law}, ("2026-03-02", "issue"), *steps)


def found(kind, one, *related):
    return [
        (told.due and told.due.isoformat(), told.done_by)
        for told in d.duties(one, related, HOME)
        if told.kind == kind
    ]


# --- notify a denial ---


@pytest.mark.parametrize(("fields", "due"), [
    ({}, "2026-03-02"),
    ({"catch_all": True}, "2026-03-02"),
    ({"regime": "nsg"}, "2026-03-02"),
    ({"whose": ""}, "2026-03-02"),
    # sixty days: 29 of March, 30 of April, one
    ({"regime": "wa", "wassenaar": "sensitive"}, "2026-05-01"),
    ({"regime": "wa", "wassenaar": "basic"}, "2026-06-30"),
    ({"regime": "wa"}, None),
])  # fmt: skip
def test_a_denial_is_notified_as_its_regime_has_it(fields, due):
    assert found("notify_denial", denial(**fields)) == [(due, None)]
    done = denial(("2026-03-09", "notify"), **fields)
    assert due is None or found("notify_denial", done) == [(due, "f-2")]


@pytest.mark.parametrize("fields", [
    {"whose": "partner"}, {"regime": "national"}, {"regime": "mtcr", "catch_all": True},
])  # fmt: skip
def test_a_denial_that_nobody_is_told_of_is_no_duty(fields):
    assert found("notify_denial", denial(**fields)) == []


# --- renew or let lapse ---


def test_a_denial_is_renewed_after_three_years_or_on_its_own_day():
    in_force = ("2026-03-09", "notify")
    # 1095 days of 2026-03-09: one less than three years, 2028 has a 29 February
    assert found("renew_denial", denial(in_force)) == [("2029-03-08", None)]
    assert found("renew_denial", denial(in_force, review_by="2028-01-31")) == [
        ("2028-01-31", None)
    ]


def test_a_day_of_review_that_is_the_day_of_notice_counts_for_nothing():
    one = denial(("2026-03-09", "notify"), review_by="2026-03-09")
    assert found("renew_denial", one) == [("2029-03-08", None)]


def test_a_renewal_does_one_duty_and_opens_the_next():
    renewed = denial(("2026-03-09", "notify"), ("2028-01-20", "renew"), review_by="2028-01-01")
    # the day of review lies before the renewal, so 1095 days of 2028-01-20 count
    assert found("renew_denial", renewed) == [("2029-03-08", "f-3"), ("2031-01-19", None)]


# --- deliveries ---


def test_a_delivery_is_verified_within_the_days_the_desk_set():
    # 29 days to 31 March, 30 of April, one
    arrived = transaction(("2026-03-01", "ship"), ("2026-03-02", "deliver"))
    assert found("verify_delivery", arrived) == [("2026-05-01", None)]
    checked = transaction(("2026-03-02", "deliver"), ("2026-04-02", "verify"))
    assert found("verify_delivery", checked) == [("2026-05-01", "f-3")]


def test_a_certificate_is_verified_after_what_it_covers_arrived():
    relied = ("2026-03-03", "rely")
    assert found("verify_delivery", certificate(relied)) == []
    arrived = transaction(("2026-03-09", "deliver"), name="t")
    assert found("verify_delivery", certificate(relied), arrived) == [("2026-05-08", None)]
    later = transaction(("2026-03-10", "deliver"), name="s")
    both = certificate(relied, covers=["t", "s"])
    assert found("verify_delivery", both, later, arrived) == [("2026-05-09", None)]
    kept = certificate(relied, ("2026-03-20", "verify_delivery"))
    assert found("verify_delivery", kept, arrived) == [("2026-05-08", "f-3")]


# --- granting despite a denial ---


def test_a_grant_after_a_consultation_is_told_on_the_same_day():
    granted = application(("2026-03-02", "approve"), law="eu")
    assert found("tell_partners", granted, CONSULTED) == [("2026-03-02", None)]
    assert found("tell_partners", granted, CONSULTED, NOTICE) == [("2026-03-02", "n-2")]


@pytest.mark.parametrize("fields", [{"whose": "partner"}, {"whose": ""}])
def test_a_grant_despite_a_denial_is_told_though_nobody_consulted(fields):
    granted = application(("2026-03-02", "approve"), law="gb", denials=["x"])
    bars = denial(("2026-03-02", "notify"), name="x", **fields)
    assert found("tell_partners", granted, bars) == [("2026-03-02", None)]
    assert found("tell_partners", granted, bars, NOTICE) == [("2026-03-02", "n-2")]
    assert found("tell_partners", granted, replace(bars, state="expired")) == []


def test_a_grant_that_says_it_is_despite_a_denial_is_told():
    granted = application(("2026-03-02", "approve"), law="gb", despite_denial=True)
    assert found("tell_partners", granted) == [("2026-03-02", None)]
    assert found("tell_partners", application(("2026-03-02", "approve"), law="gb")) == []


def test_the_duty_to_tell_is_marked_as_the_denial_it_rests_on():
    granted = application(("2026-03-02", "approve"), law="gb", denials=["x"])
    secret = replace(denial(name="x", whose="partner"), marking="SECRET//NOFORN")
    told = [one for one in d.duties(granted, [secret], HOME) if one.kind == "tell_partners"]
    assert [one.marking for one in told] == ["SECRET//NOFORN"]


def test_other_clocks_of_the_application_do_not_hide_the_duty_to_tell():
    granted = application(
        ("2026-02-02", "register"), ("2026-03-02", "approve"), despite_denial=True
    )
    assert found("tell_partners", granted) == [("2026-03-02", None)]


def test_a_request_that_was_approved_grants_nothing():
    asked = request("demarche", ("2026-03-02", "approve"), denial="x")
    assert found("tell_partners", asked, denial(name="x", whose="partner")) == []


def test_a_done_duty_is_marked_as_what_did_it_and_as_nothing_else_beside_it():
    granted = application(("2026-03-02", "approve"), law="gb", despite_denial=True)
    secret = replace(NOTICE, marking="SECRET//NOFORN")
    other = replace(secret, id="o", moves=(), fields={**secret.fields, "kind": "rfi"})
    for beside, marking in ((secret, "SECRET//NOFORN"), (other, "UNCLASSIFIED")):
        told = [o for o in d.duties(granted, [beside], HOME) if o.kind == "tell_partners"]
        assert [one.marking for one in told] == [marking]


def test_a_duty_of_a_clock_is_marked_as_what_stopped_it():
    one = application(("2026-03-02", "intend_denial"))
    letter = request("intent_to_deny", ("2026-03-06", "send"), application="f", law="us.ear")
    closer = replace(letter, marking="SECRET//NOFORN")
    told = [o for o in d.duties(one, [closer], HOME) if o.kind == "send_letter"]
    assert [(o.done_by, o.marking) for o in told] == [("r-2", "SECRET//NOFORN")]


# --- licences and certificates ---


def test_a_suspension_and_its_outcome_are_told():
    one = licence(("2026-03-05", "suspend"), ("2026-03-09", "reinstate"))
    assert found("tell_partners", one) == [("2026-03-05", None)]
    assert found("report_outcome", one) == [("2026-03-09", None)]


def test_a_notification_does_what_came_before_it():
    one = licence(("2026-03-05", "suspend"), ("2026-03-09", "revoke"))
    sent = request("notification", ("2026-03-06", "send"), subjects=["f"], name="n")
    assert found("tell_partners", one, sent) == [("2026-03-05", "n-2"), ("2026-03-09", None)]
    assert found("report_outcome", one, sent) == [("2026-03-09", None)]


def test_a_licence_that_was_never_suspended_has_no_outcome_to_report():
    assert found("report_outcome", licence(("2026-03-09", "expire"))) == []


def test_a_licence_of_another_law_tells_nobody_but_one_of_no_known_law_does():
    steps = [("2026-03-05", "limit")]
    assert found("tell_partners", licence(*steps, law="gb")) == []
    assert found("tell_partners", licence(*steps, law="")) == [("2026-03-05", None)]


def test_a_licence_and_a_certificate_have_a_last_day():
    one = file("licence", {"valid_until": "2027-03-01"}, ("2026-03-02", "issue"))
    assert found("licence_expires", one) == [("2027-03-01", None)]
    held = certificate(("2026-04-01", "reject"), valid_until="2027-03-01")
    assert found("certificate_lapses", held) == [("2027-03-01", "f-2")]


# --- clocks ---


def test_clocks_of_an_application_are_duties():
    one = application(("2026-03-02", "register"), ("2026-03-09", "refer"))
    assert found("act_or_refer", one) == [("2026-03-11", "f-3")]
    assert found("decide", one) == [("2026-05-31", None)]


def test_what_is_told_orally_is_told_in_writing_within_two_working_days():
    said = file("determination", {"kind": "catch_all", "law": "us.ear"},
                ("2026-03-02", "make"), ("2026-03-06", "oral_notice"))  # fmt: skip
    # Friday; Monday and Tuesday
    assert found("tell_in_writing", said) == [("2026-03-10", None)]


def test_a_copy_of_the_certificate_is_due_within_a_week():
    fields = {"law": "us.ear", "cwc_schedule": "3", "cwc_party": "no"}
    assert found(
        "file_certificate_copy", file("transaction", fields, ("2026-03-02", "ship"))
    ) == [("2026-03-09", None)]


def test_a_clock_that_stands_still_has_a_duty_without_a_day():
    hold = ("2026-03-09", "hold", {"set": {"hold_reason": "congress"}})
    assert found("decide", application(("2026-03-02", "register"), hold)) == [(None, None)]


def test_what_is_not_known_is_told_in_the_basis():
    shipped = file(
        "transaction", {"law": "us.ear", "cwc_schedule": "3"}, ("2026-03-02", "ship")
    )
    told = [o for o in d.duties(shipped, (), HOME) if o.kind == "file_certificate_copy"]
    assert [(o.due, o.opened_by) for o in told] == [(None, "f-2")]
    assert told[0].basis == "15 CFR 745.2(a)(2); not known: transaction.cwc_party"


def test_keep_dates_are_reviewed_unless_frozen():
    shipped = transaction(("2026-03-02", "ship"), law="us.ear", cwc_schedule="none")
    assert found("review_records", shipped) == [("2031-03-02", None)]
    order = file("determination", {"kind": "keep_records", "subject": "f"},
                 ("2026-04-01", "make"), name="o")  # fmt: skip
    assert found("review_records", shipped, order) == []


def test_the_committee_decides_after_the_agencies():
    asked = request("interagency", ("2026-03-02", "send"), application="f", law="us.ear")
    one = application(("2026-03-20", "escalate"))
    # 30 days to 1 April, 14 more
    assert found("decide_dispute", one, asked) == [("2026-04-15", None)]


# --- waiting on ---


def test_a_case_waits_on_whoever_holds_an_open_request():
    case = file("case", {}, ("2026-03-02", "open"), name="c")
    sides = [{"government": "DEU"}, {"office": "customs"}, {"party": "p"}, {}]
    asked = [
        request("demarche", ("2026-03-02", "send"), case="c", to=to, due=due, name=f"r{n}")
        for n, (to, due) in enumerate(
            zip(sides, ["2026-05-01", "2026-04-01", "", ""], strict=True)
        )
    ]
    answered = request("demarche", ("2026-03-02", "send"), ("2026-03-05", "answer"), case="c")
    found = d.waiting_on(case, [*asked, answered], HOME)
    assert [one.on for one in found] == ["customs", "DEU", "p", "unknown"]
    assert (found[0].since, found[0].due) == (D("2026-03-02"), D("2026-04-01"))
    assert d.waiting_on(case, [answered]) == ()


# --- what holds for every history ---

FIRST = D("2026-03-02")
RELATED = [CONSULTED, NOTICE, denial(("2026-03-02", "notify"), name="x", whose="partner")]
STEPS = ["suspend", "reinstate", "limit", "revoke"]


@given(st.permutations(RELATED), st.sampled_from(["eu", "gb", ""]))
def test_the_order_of_related_files_changes_nothing(related, law):
    one = application(
        ("2026-03-02", "register"), ("2026-03-03", "approve"), law=law, denials=["x"]
    )
    assert d.duties(one, related, HOME) == d.duties(one, RELATED, HOME)


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(STEPS)), max_size=6), st.data())
def test_a_duty_is_lost_by_no_later_event(steps, data):
    days = sorted(day for day, _ in steps)
    told = [
        ((FIRST + timedelta(days=day)).isoformat(), type_)
        for day, (_, type_) in zip(days, steps, strict=True)
    ]
    cut = data.draw(st.integers(0, len(told)))
    early, late = (d.duties(licence(*some), (), HOME) for some in (told[:cut], told))
    kept = {(one.kind, one.opened_by): one for one in late}
    for one in early:
        assert kept[one.kind, one.opened_by].due == one.due


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_what_is_overdue_stays_so_until_it_is_done(one, other):
    early, late = sorted((FIRST + timedelta(days=n)) for n in (one, other))
    for told in d.duties(denial(("2026-03-09", "notify")), (), HOME):
        assert not overdue(told, early) or overdue(told, late)


def test_a_note_changes_no_duty():
    one = denial(("2026-03-09", "notify"))
    noted = replace(one, entries=(event("denial", "f", 9, ("2027-01-01", "note")),))
    assert d.duties(noted, (), HOME) == d.duties(one, (), HOME)
