"""What a general licence covers, and where."""

from catchall.determine.destination.general import covers, reaches, told
from catchall.records import Answer

WIDE = {"all": True, "never": ["D", "E"], "to": ["JP"], "asks": "notified", "cite": "order A"}


def test_it_covers_every_number_but_those_it_leaves_out() -> None:
    assert covers(WIDE, ["2B001"], []) is Answer.YES
    assert covers(WIDE, ["2B001"], ["2B001"]) is Answer.NO
    assert covers(WIDE, ["2B001"], ["2B001.a"]) is Answer.UNKNOWN
    assert covers(WIDE, ["2D001"], []) is Answer.NO


def test_a_number_that_it_covers_only_in_part_is_left_to_a_person() -> None:
    narrow = {"of": ["5D001", "5A001.c"], "part": ["5D001"]}
    assert covers(narrow, ["5D001.a"], []) is Answer.UNKNOWN
    assert covers(narrow, ["5A001.c"], []) is Answer.YES


def test_every_number_that_the_goods_meet_must_be_covered() -> None:
    assert covers(WIDE, ["2B001", "2D001"], []) is Answer.NO


def test_a_military_number_is_on_no_dual_use_licence() -> None:
    assert covers(WIDE, ["EU-ML8"], []) is Answer.NO


def test_every_destination_must_be_reached() -> None:
    assert reaches(WIDE, ["JP"])
    assert not reaches(WIDE, ["JP", "IN"])
    assert not reaches({"not_to": ["IN"]}, ["IN"])


def test_it_is_told_only_where_it_covers_the_goods() -> None:
    assert told("A", WIDE, Answer.NO, ["JP"]) == ""
    assert "not valid for IN" in told("A", WIDE, Answer.YES, ["IN"])
    assert "notified (order A)" in told("A", WIDE, Answer.YES, ["JP"])
