"""A duty: its marking is that of all it rests on, and overdue is a question of the day."""

from dataclasses import replace

import pytest
from tests.catchall_desk.cases.sample_files import D, file

from catchall_desk.cases import duty as d

ONE = replace(file("licence", {}, ("2026-03-02", "issue")), office="licensing", officer="ana")
TOLD = d.Told("licence_expires", D("2026-04-01"), "a rule", "f-1")


def beside(marking, *addressees):
    return replace(ONE, id="g", marking=marking, addressees=addressees)


def test_a_duty_is_overdue_the_day_after_until_it_is_done():
    told = d.made(ONE, TOLD)
    assert not d.overdue(told, D("2026-04-01"))
    assert d.overdue(told, D("2026-04-02"))
    assert not d.overdue(replace(told, done_by="f-2"), D("2026-04-02"))
    assert not d.overdue(replace(told, due=None), D("2099-01-01"))


def test_a_duty_goes_to_the_officer_unless_another_office_is_named():
    assert (d.made(ONE, TOLD).office, d.made(ONE, TOLD).officer) == ("licensing", "ana")
    other = d.made(ONE, replace(TOLD, office="customs"))
    assert (other.office, other.officer) == ("customs", "")


@pytest.mark.parametrize(("own", "other", "made"), [
    ("UNCLASSIFIED", "UNCLASSIFIED", "UNCLASSIFIED"),
    ("UNCLASSIFIED", "SECRET//NOFORN", "SECRET//NOFORN"),
    ("SECRET//NOFORN", "UNCLASSIFIED", "SECRET//NOFORN"),
    ("SECRET//REL TO USA, GBR", "SECRET//REL TO USA, DEU", "SECRET//NOFORN"),
    ("SECRET", "TLP:AMBER", "TLP:AMBER"),
    ("SECRET", "no marking", "no marking"),
])  # fmt: skip
def test_a_duty_is_marked_as_everything_it_rests_on(own, other, made):
    told = replace(TOLD, rests=[beside(other)])
    assert d.made(replace(ONE, marking=own), told).marking == made


@pytest.mark.parametrize(("own", "other", "made"), [
    ((), ("bo",), ("bo",)), (("ana", "bo"), ("bo", "cy"), ("bo",)), (("ana",), ("bo",), ()),
])  # fmt: skip
def test_only_whom_both_name_may_read_what_rests_on_both(own, other, made):
    a, b = (beside("SECRET//NOFORN//NODIS", *names) for names in (own, other))
    assert d.label((a, b))[1] == made
