"""The table of clocks: the shipped one, and tables that are wrong."""

import pytest

from catchall_desk.cases import clock_table as t
from catchall_desk.errors import ClockTableError

SMALL = """
us.total:
  file: [application]
  starts: {events: [register], when: {law: [us.ear]}}
  days: 90
  unit: calendar
  stops:
    - {events: [approve]}
    - {file: request, events: [send], when: {kind: [rfi]}}
  pauses: [congress]
  source: a rule
  seen: true
uk.rfi:
  file: [request]
  starts: {events: [send]}
  days: 20
  unit: working
  calendar: GB-ENG
  source: a notice
  seen: false
"""


def test_the_shipped_table_has_thirty_one_clocks_each_with_its_source():
    table = t.clocks()
    assert len(table) == 31
    assert all(clock.source and clock.files for clock in table.values())


def test_what_nobody_read_is_marked_as_such():
    unread = {clock.id for clock in t.clocks().values() if not clock.seen}
    assert unread == {
        *("us.is_informed_writing", "wa.denial_sensitive", "wa.undercut"),
        *("denial.review", "keep.eu"),
    }


def test_a_small_table_is_read():
    total, rfi = t.read_clocks(SMALL).values()
    assert (total.days, total.stops[1].file, total.pauses) == (90, "request", ("congress",))
    assert (rfi.unit, rfi.calendar, rfi.seen) == ("working", "GB-ENG", False)


@pytest.mark.parametrize(("old", "new", "said"), [
    ("register]", "approved]", "approved is no event of application"),
    ("events: [send], when", "events: [ship], when", "ship is no event of request"),
    ("law: [us.ear]", "law: [martian]", "no application has such a law"),
    ("kind: [rfi]", "colour: [red]", "no request has such a colour"),
    ("law: [us.ear]", "law: us.ear", "at least one name"),
    ("when: {law: [us.ear]}", "when: [law]", "must map each field"),
    ("[application]", "[letter]", "letter is not one of"),
    ("days: 90", "days: ninety", "'ninety' is not a whole number"),
    ("days: 90", "days: true", "True is not a whole number"),
    ("days: 90", "days: -1", "-1 is not a whole number"),
    ("days: 90", "days: 90\n  years: 1", "needs days, or years"),
    ("days: 20", "", "needs days, or years"),
    ("unit: calendar", "unit: lunar", "neither calendar nor working"),
    ("unit: calendar", "unit: calendar\n  calendar: US", "is for working days only"),
    ("GB-ENG", "QQ", "no working days are known"),
    ("  calendar: GB-ENG\n", "", "None is not a name"),
    ("[congress]", "[holiday]", "holiday is not one of"),
    ("  source: a rule\n", "", "source is missing"),
    ("source: a rule", "sauce: hot\n  source: a rule", "sauce is not known"),
    ("seen: true", "seen: maybe", "neither true nor false"),
    ("days: 90", "days: 90\n  from: us.none", "us.none is not a clock"),
    ("days: 90", "days: 90\n  frozen_by: keep.none", "keep.none is not a clock"),
    ("days: 90", "days: 90\n  longer: {years: 4}", "when is missing"),
    ("days: 90", "days: 90\n  dates: [born]", "no application has a day named born"),
    ("  stops:\n", "  stops: {}\n  given:\n", "must be a list"),
    ("days: 20", "days: 20\n  days: 21", "days stands twice"),
    ("[send]}\n  days", "[send}\n  days", "not YAML"),
])  # fmt: skip
def test_a_broken_table_is_refused_with_its_place(old, new, said):
    assert old in SMALL
    with pytest.raises(ClockTableError, match=r"clocks\.yaml: ") as error:
        t.read_clocks(SMALL.replace(old, new, 1))
    assert said in str(error.value)


@pytest.mark.parametrize("text", ["", "[]", "us.total: 1"])
def test_a_table_of_another_shape_is_refused(text):
    with pytest.raises(ClockTableError):
        t.read_clocks(text)
