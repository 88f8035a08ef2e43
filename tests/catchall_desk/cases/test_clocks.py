"""Clocks: one example worked by hand for each, and what holds for every history."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catchall_desk.cases.sample_files import (
    FIRST,
    LATER,
    D,
    application,
    event,
    file,
    histories,
    request,
)

from catchall_desk.cases import clocks as c
from catchall_desk.cases.calendars import add_working, calendar, days_between
from catchall_desk.cases.related import Sight
from catchall_desk.errors import CalendarError

TABLE = c.clocks()
DAY = timedelta(days=1)
EAR = {"law": "us.ear"}
PARTNER = file(
    "denial",
    {"whose": "partner", "regime": "wa", "wassenaar": "sensitive"},
    ("2023-04-02", "decide"),
    name="d",
)
ASKED = (
    request("interagency", ("2026-03-02", "send"), application="f", name="r1", **EAR),
    request("interagency", ("2026-03-05", "send"), application="f", name="r2", **EAR),
)
CONSULTED = request(
    "consultation.eu", ("2026-02-02", "send"), ("2026-02-09", "answer"), application="f"
)
SENSITIVE = {"whose": "ours", "regime": "wa", "wassenaar": "sensitive"}
SCHED3 = {"cwc_schedule": "3", "cwc_party": "no", **EAR}


def transaction(law, *steps, **fields):
    return file("transaction", {"law": law, **fields}, *steps)


# clock, file, files beside it, first day, last day in time; 2 March 2026 is a Monday
WORKED = [
    # 29 days to 31 March, 30 of April, 31 of May
    ("us.total", application(("2026-03-02", "register")), (), "2026-03-02", "2026-05-31"),
    ("us.refer", application(("2026-03-02", "register")), (), "2026-03-02", "2026-03-11"),
    ("us.more_info", ASKED[0], (), "2026-03-02", "2026-03-12"),
    # 29 days to 31 March, and one
    ("us.recommend", ASKED[0], (), "2026-03-02", "2026-04-01"),
    # the later agency has until 4 April; 14 more
    ("us.oc", application(("2026-03-20", "escalate")), ASKED, "2026-04-04", "2026-04-18"),
    ("us.oc_appeal", application(("2026-04-10", "oc_decide")), (), "2026-04-10", "2026-04-15"),
    ("us.acep", application(("2026-04-13", "acep_request")), (), "2026-04-13", "2026-04-24"),
    ("us.acep_appeal",
     application(("2026-04-20", "acep_decide")), (), "2026-04-20", "2026-04-25"),
    # 6 days to 30 April, and five
    ("us.earb", application(("2026-04-24", "earb_appeal")), (), "2026-04-24", "2026-05-05"),
    ("us.president",
     application(("2026-05-04", "earb_decide")), (), "2026-05-04", "2026-05-09"),
    ("us.plc_request",
     file("determination", {"kind": "plc_needed", **EAR}, ("2026-03-02", "make")),
     (), "2026-03-02", "2026-03-07"),
    ("us.itd_notice",
     application(("2026-03-02", "intend_denial")), (), "2026-03-02", "2026-03-07"),
    ("us.rebuttal",
     request("intent_to_deny", ("2026-03-02", "send"), **EAR), (), "2026-03-02", "2026-03-22"),
    # 29 days to 31 March, 16 of April
    ("us.denial_final",
     request("intent_to_deny", ("2026-03-02", "send"), **EAR), (), "2026-03-02", "2026-04-16"),
    # 14 days to 30 April, 31 of May
    ("us.denial_appeal",
     application(("2026-04-16", "finalise")), (), "2026-04-16", "2026-05-31"),
    ("us.cwc_euc_copy",
     file("transaction", SCHED3, ("2026-03-02", "ship")), (), "2026-03-02", "2026-03-09"),
    # Thursday; Friday 3 July is free for Independence Day; Monday, Tuesday
    ("us.is_informed_writing",
     file("determination", {"kind": "catch_all", **EAR}, ("2026-07-02", "oral_notice")),
     (), "2026-07-02", "2026-07-07"),
    # Thursday before Easter; 7-10 April (4), 13-17 (9), 20 (10)
    ("eu.identical",
     request("consultation.eu", ("2026-04-02", "send"), to={"government": "DEU"}),
     (), "2026-04-02", "2026-04-20"),
    # 28-30 April (3), 1 May is free, 4-8 May (8), 11 and 12 (10)
    ("eu.art14",
     request("consultation.eu14", ("2026-04-27", "send"), to={"government": "POL"}),
     (), "2026-04-27", "2026-05-12"),
    ("eu.grant_despite",
     application(("2026-03-02", "approve"), law="eu"), (CONSULTED,),
     "2026-03-02", "2026-03-02"),
    # 29 days to 31 March, 30 of April, one
    ("wa.denial_sensitive",
     file("denial", SENSITIVE, ("2026-03-02", "decide")),
     (), "2026-03-02", "2026-05-01"),
    ("wa.undercut",
     application(("2026-03-02", "approve"), denials=["d"]), (PARTNER,),
     "2026-03-02", "2026-05-01"),
    # 365 days to 2 March 2027, 366 to 2028, 364 to 1 March 2029
    ("denial.review",
     file("denial", {}, ("2026-03-02", "notify")), (), "2026-03-02", "2029-03-01"),
    # Thursday before Easter; 7-10 April (4), three weeks (19), 4 May is free, 5 May (20)
    ("uk.rfi",
     request("rfi", ("2026-04-02", "send"), law="gb"), (), "2026-04-02", "2026-05-05"),
    # 3-6 March (4), three weeks (19), 30 March (20)
    ("uk.sla1",
     application(("2026-03-02", "register"), law="gb"), (), "2026-03-02", "2026-03-30"),
    # as above (20); 31 March-2 April (23), 7-10 (27), 13 April-1 May (42), 5-8 (46),
    # 11-22 (56), 25 May is free, 26-29 May (60)
    ("uk.sla2",
     application(("2026-03-02", "register"), law="gb"), (), "2026-03-02", "2026-05-29"),
    ("keep.us_ear",
     transaction("us.ear", ("2026-03-02", "ship"), ("2026-06-10", "divert")),
     (), "2026-06-10", "2031-06-10"),
    ("keep.us_itar",
     file("licence", {"law": "us.itar"}, ("2026-12-31", "expire")), (),
     "2026-12-31", "2031-12-31"),
    ("keep.eu", transaction("eu", ("2026-03-02", "ship")), (), "2026-12-31", "2031-12-31"),
    ("keep.uk",
     transaction("gb", ("2026-03-02", "ship"), authorisation="individual"),
     (), "2026-12-31", "2029-12-31"),
]  # fmt: skip
BY_ID = {row[0]: row for row in WORKED}


def worked(clock, today, *beside):
    _, one, related, _, _ = BY_ID[clock]
    return c.running(TABLE[clock], one, (*related, *beside), D(today))


def test_every_clock_has_an_example():
    assert {*BY_ID, "keep.hold"} == set(TABLE)


@pytest.mark.parametrize(("clock", "one", "related", "first", "last"), WORKED, ids=BY_ID)
def test_the_example_worked_by_hand(clock, one, related, first, last):
    read = c.running(TABLE[clock], one, related, D(last))
    assert (read.started, read.due, read.state) == (D(first), D(last), "running")
    assert TABLE[clock].days in {None, read.elapsed}
    assert read.unknown == ()
    assert c.running(TABLE[clock], one, related, D(last) + DAY).state == "passed"


@pytest.mark.parametrize("clock", BY_ID)
def test_no_clock_runs_before_its_first_event(clock):
    assert worked(clock, "2022-01-01").state == "idle"


STOPS = [
    ("us.total", "application", "approve"), ("us.total", "application", "deny"),
    ("us.refer", "application", "refer"), ("us.more_info", "request", "respond"),
    ("us.recommend", "request", "answer"), ("us.oc", "application", "oc_decide"),
    ("us.oc_appeal", "application", "acep_request"), ("us.acep", "application", "acep_decide"),
    ("us.acep_appeal", "application", "earb_appeal"), ("us.earb", "application", "earb_decide"),
    ("us.president", "application", "escalate_to_president"),
    ("us.rebuttal", "request", "answer"), ("us.denial_appeal", "application", "appeal"),
    ("us.is_informed_writing", "determination", "written_notice"),
    ("eu.identical", "request", "answer"), ("eu.art14", "request", "lapse"),
    ("wa.denial_sensitive", "denial", "notify"), ("denial.review", "denial", "expire"),
    ("uk.rfi", "request", "answer"), ("uk.sla1", "application", "approve"),
]  # fmt: skip


@pytest.mark.parametrize(("clock", "kind", "stop"), STOPS)
def test_its_event_stops_a_clock_for_good(clock, kind, stop):
    _, one, related, _, last = BY_ID[clock]
    steps = [(e.happened_at.date().isoformat(), e.type) for e in one.moves]
    done = file(kind, one.fields, *steps, (last, stop))
    read = c.running(TABLE[clock], done, related, D("2040-01-01"))
    assert (read.state, read.stopped, read.due) == ("stopped", D(last), D(last))
    assert read.elapsed == TABLE[clock].days


AT = ("2026-03-06", "send")
BESIDE = [
    ("us.plc_request", request("pre_licence_check", AT, subjects=["f"])),
    ("us.itd_notice", request("intent_to_deny", AT, application="f")),
    ("us.cwc_euc_copy", file("certificate", {"covers": ["f"]}, (AT[0], "copy"), name="e")),
    ("eu.grant_despite", request("notification", AT, application="f", name="n")),
    ("wa.undercut", request("notification", AT, application="f")),
]  # fmt: skip


@pytest.mark.parametrize(("clock", "other"), BESIDE, ids=[row[0] for row in BESIDE])
def test_an_event_of_a_file_beside_it_stops_a_clock(clock, other):
    read = worked(clock, "2026-08-01", other)
    assert (read.state, read.stopped) == ("stopped", D("2026-03-06"))
    assert worked(clock, "2026-08-01").state == "passed"


LETTER = request("intent_to_deny", ("2026-03-02", "send"), application="f")


def test_what_happened_before_a_clock_began_anew_does_not_stop_it():
    again = application(
        ("2026-03-02", "intend_denial"),
        ("2026-03-05", "rebut"),
        ("2026-04-01", "intend_denial"),
    )
    read = c.running(TABLE["us.itd_notice"], again, [LETTER], D("2026-04-03"))
    assert (read.state, read.started) == ("running", D("2026-04-01"))


def test_a_letter_of_the_same_day_stops_the_clock_at_whatever_hour():
    early = replace(
        LETTER,
        moves=tuple(replace(e, happened_at=e.happened_at - DAY / 1440) for e in LETTER.moves),
    )
    one = application(("2026-03-02", "intend_denial"))
    read = c.running(TABLE["us.itd_notice"], one, [early], D("2026-04-03"))
    assert (read.state, read.elapsed) == ("stopped", 0)


def test_a_rebuttal_stops_what_ran_on_the_letter():
    asked = request("intent_to_deny", ("2026-03-02", "send"), application="f", **EAR)
    beside = application(("2026-03-02", "intend_denial"), ("2026-03-20", "rebut"))
    for clock in ("us.rebuttal", "us.denial_final"):
        read = c.running(TABLE[clock], asked, [beside], D("2026-06-01"))
        assert read.stopped == D("2026-03-20")


# --- extensions ---


def extended(*steps):
    sent = ("2026-04-02", "send")
    asked = request("consultation.eu", sent, *steps, to={"government": "DEU"})
    return c.running(TABLE["eu.identical"], asked, (), D("2026-06-01")).due


@pytest.mark.parametrize(("day", "until", "due"), [
    ("2026-04-10", "2026-04-30", "2026-04-30"),
    # 20 April (10), 21-24 (14), 27-30 (18), 4-8 May (23), 11-13 (26), 15 (27), 18-20 (30)
    ("2026-04-10", "2026-12-31", "2026-05-20"),
    ("2026-04-10", "2026-04-15", "2026-04-20"),  # it never shortens
    ("2026-04-20", "2026-04-30", "2026-04-30"),  # on the last day
    ("2026-04-21", "2026-04-30", "2026-04-20"),  # too late: silence has spoken
])  # fmt: skip
def test_a_consultation_is_extended_in_time_and_to_thirty_days_at_most(day, until, due):
    assert extended((day, "extend", {"until": until, "why": "more is asked"})) == D(due)


# --- keeping ---


def test_a_general_licence_is_kept_four_years_and_so_is_what_is_not_known():
    for fields in ({"authorisation": "general"}, {}):
        one = transaction("gb", ("2026-03-02", "ship"), **fields)
        assert c.running(TABLE["keep.uk"], one, (), D("2027-01-01")).due == D("2030-12-31")


def test_a_diversion_told_only_by_a_field_counts():
    one = transaction("us.ear", ("2026-03-02", "ship"), known_diversion="2028-02-29")
    read = c.running(TABLE["keep.us_ear"], one, (), D("2030-01-01"))
    assert (read.started, read.due) == (D("2028-02-29"), D("2033-03-01"))
    told = transaction("us.ear", exported="2025-12-01", ended="2026-03-02")
    assert c.running(TABLE["keep.us_ear"], told, (), D("2030-01-01")).due == D("2031-03-02")
    other = transaction("eu", exported="2026-03-02")
    assert c.running(TABLE["keep.us_ear"], other, (), D("2030-01-01")).state == "idle"


def order(*steps):
    fields = {"kind": "keep_records", "subject": "f"}
    return file("determination", fields, ("2030-01-01", "make"), *steps, name="o")


def test_an_order_to_keep_runs_until_it_is_withdrawn():
    assert c.running(TABLE["keep.hold"], order(), (), D("2090-01-01")).state == "running"
    lifted = order(("2032-01-01", "withdraw"))
    assert c.running(TABLE["keep.hold"], lifted, (), D("2032-01-02")).state == "stopped"


def test_an_order_to_keep_freezes_disposal():
    one, late = BY_ID["keep.us_ear"][1], D("2033-01-01")
    assert c.may_be_disposed_of(one, (), late)
    assert not c.may_be_disposed_of(one, [order()], late)
    assert c.running(TABLE["keep.us_ear"], one, [order()], late).state == "frozen"
    assert c.may_be_disposed_of(one, [order(("2032-01-01", "withdraw"))], late)


def test_what_is_still_to_be_kept_or_not_known_may_not_be_disposed_of():
    one = BY_ID["keep.us_ear"][1]
    assert not c.may_be_disposed_of(one, (), D("2031-06-10"))
    assert not c.may_be_disposed_of(replace(one, fields={}), (), D("2060-01-01"))
    assert not c.may_be_disposed_of(
        transaction("other", ("2026-03-02", "ship")), (), D("2060-01-01")
    )


# --- shares ---


def test_a_share_counts_late_ones_whether_decided_or_not():
    def decided(*day):
        steps = [("2026-03-02", "register"), *((one, "approve") for one in day)]
        return application(*steps, law="gb")

    late = [decided("2026-03-31"), decided("2026-03-31"), decided()]
    files = [decided("2026-03-30"), *late, application(law="gb")]
    early = c.share(TABLE["uk.sla1"], files[:1] * 7 + files[1:], D("2026-03-30"))
    assert (early.within, early.late, early.open, early.met) == (7, 0, 3, True)
    late = c.share(TABLE["uk.sla1"], files[:1] * 7 + files[1:], D("2026-04-01"))
    assert (late.within, late.late, late.open, late.unknown) == (7, 3, 0, 0)
    assert late.met is True
    assert c.share(TABLE["uk.sla2"], files[:1] * 7 + files[1:], D("2026-06-01")).met is False
    assert c.share(TABLE["uk.sla1"], [], D("2026-04-01")).met is None
    unlike = application(("2026-03-02", "register"), law="")
    assert c.share(TABLE["uk.sla1"], [unlike], D("2026-04-01")).unknown == 1


def test_readings_tell_every_clock_that_has_begun():
    read = {
        one.clock.id: one for one in c.readings(BY_ID["us.rebuttal"][1], (), D("2026-03-03"))
    }
    assert set(read) == {"us.rebuttal", "us.denial_final"}
    assert read["us.rebuttal"].silence == "the application may be denied"
    assert (read["us.rebuttal"].basis, read["us.rebuttal"].seen) == ("15 CFR 750.6(b)", True)


def test_a_calendar_may_be_the_callers_own():
    def closed(code):
        raise CalendarError(code, "closed for good")

    read = c.running(TABLE["uk.sla1"], BY_ID["uk.sla1"][1], (), D("2026-03-30"), closed)
    assert read.unknown == ("working days of GB-ENG",)


# --- what holds for every history ---


@given(histories(), LATER, LATER)
def test_elapsed_never_falls_and_a_stop_is_for_good(one, day, other):
    early, late = sorted((day, other))
    after = {read.clock.id: read for read in c.readings(one, (), late)}
    for before in c.readings(one, (), early):
        now = after[before.clock.id]
        if now.opened_by == before.opened_by:
            assert now.elapsed >= before.elapsed
            assert before.state != "stopped" or now == before


@given(histories(), LATER)
def test_what_elapsed_and_what_was_paused_make_the_whole_span(one, today):
    for read in (read for read in c.readings(one, (), today) if read.started):
        counts, _ = c.counting(read.clock, Sight(one, (), today, calendar))
        span = days_between(read.started, min(today, read.stopped or today))
        assert read.elapsed + read.paused_days == sum(map(counts, span))


@given(histories(("application",)), LATER)
def test_pausing_never_brings_a_due_day_forward(one, today):
    one = replace(one, fields={**one.fields, **EAR})
    never = tuple(replace(e, body={}) if e.type == "hold" else e for e in one.moves)
    unheld = replace(one, moves=never, fields={**one.fields, "hold_reason": ""})
    paused, plain = (c.running(TABLE["us.total"], f, (), today) for f in (one, unheld))
    assert plain.paused_days == 0
    assert paused.due == plain.due or paused.due > plain.due
    assert paused.elapsed + paused.paused_days == plain.elapsed


@given(st.data(), histories(("application", "transaction")), LATER)
def test_neither_order_nor_what_is_unrelated_changes_a_reading(data, one, today):
    near = st.sampled_from(["request", "determination", "denial"])
    related = [
        replace(data.draw(histories((data.draw(near),), name=f"r{n}")), id=f"r{n}")
        for n in range(3)
    ]
    related = [
        replace(f, fields={**f.fields, "related": [one.id]}, id=f.id) for f in related[:2]
    ] + [related[2]]
    told = c.readings(one, related[:2], today)
    notes = tuple(event(one.kind, "f", n, (today.isoformat(), "note")) for n in (90, 91))
    noted = replace(one, entries=(*notes, *one.entries), count=one.count + 2)
    assert c.readings(noted, data.draw(st.permutations(related)), today) == told


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 90)), max_size=4), LATER)
def test_an_extension_never_exceeds_its_limit_nor_shortens(moves, today):
    steps = [
        (
            (FIRST + DAY * day).isoformat(),
            "extend",
            {"until": (FIRST + DAY * until).isoformat()},
        )
        for day, until in moves
    ]
    asked = request(
        "consultation.eu", (FIRST.isoformat(), "send"), *steps, to={"government": "DEU"}
    )
    read = c.running(TABLE["eu.identical"], asked, (), today)
    least, most = (add_working(FIRST, days, calendar("DE")) for days in (10, 30))
    assert least <= read.due <= most
