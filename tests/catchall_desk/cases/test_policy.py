"""Who may read what, who may record what, and which marking adds nothing to another."""

from dataclasses import replace

import pytest

from catchall_desk.cases.fold import PLAIN
from catchall_desk.cases.policy import (
    MAY_RECORD,
    LabelClass,
    Reader,
    adds_nothing,
    may_act,
    may_read,
    readable,
)

OFFICER = Reader("ana", "officer", "USA", "S", "desk one")
PARTNER = Reader("pia", "partner", "DEU", "S")
OPEN = LabelClass(1, "UNCLASSIFIED")
SHARED = LabelClass(2, "SECRET//REL TO USA, DEU")
CLOSED = LabelClass(3, "SECRET//NOFORN")


def test_a_reader_reads_what_the_marking_lets():
    labels = [OPEN, SHARED, CLOSED, LabelClass(4, "TOP SECRET"), LabelClass(5, "PURPLE")]
    assert readable(OFFICER, labels) == {1, 2, 3}
    assert readable(PARTNER, labels) == {1, 2}


@pytest.mark.parametrize(
    "change", [{"active": False}, {"role": "administrator"}, {"role": "king"}, {"role": ""}]
)
def test_who_is_inactive_unknown_or_administrator_reads_nothing(change):
    assert not may_read(replace(OFFICER, **change), OPEN)


@pytest.mark.parametrize(
    ("names", "reads"), [(("ana",), True), (("desk one",), True), ((), False)]
)
def test_what_is_for_named_readers_is_read_by_user_or_office(names, reads):
    assert may_read(OFFICER, LabelClass(1, "SECRET//ORCON", names)) is reads


def test_a_reader_without_office_is_not_named_by_an_empty_name():
    assert not may_read(replace(OFFICER, office=""), LabelClass(1, "SECRET//ORCON", ("",)))


@pytest.mark.parametrize(
    ("label", "beside", "nothing"),
    [
        (OPEN, SHARED, True),
        (SHARED, OPEN, False),
        (CLOSED, SHARED, False),
        (CLOSED, CLOSED, True),
        (LabelClass(1, "PURPLE"), OPEN, False),
        (LabelClass(1, "SECRET//ORCON", ("ana",)), CLOSED, False),
    ],
)
def test_a_marking_adds_nothing_when_all_who_read_the_other_may_read_it(label, beside, nothing):
    assert adds_nothing(label, beside) is nothing


def test_every_plain_event_says_who_may_record_it():
    assert set(MAY_RECORD) == set(PLAIN)


@pytest.mark.parametrize(
    ("reader", "event", "may"),
    [
        (OFFICER, "note", True),
        (PARTNER, "respond", True),
        (PARTNER, "note", False),
        (OFFICER, "screened", False),
        (OFFICER, "unheard_of", False),
        (replace(OFFICER, active=False), "note", False),
    ],
)
def test_an_event_is_recorded_by_the_roles_that_may(reader, event, may):
    assert may_act(reader, event) is may
