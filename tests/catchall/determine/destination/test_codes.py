"""Numbers that take in other numbers."""

import pytest

from catchall.determine.destination.codes import any_among, section, under
from catchall.records import Answer


def test_a_number_is_not_under_one_that_only_begins_alike() -> None:
    assert not under("1C3501", "1C350")
    assert under("EU-ML8.a", "EU-ML8")


@pytest.mark.parametrize(
    ("codes", "answer"),
    [
        (("1C004", "1C003.b"), Answer.YES),
        (("1C004", "1C003"), Answer.UNKNOWN),
        ((), Answer.NO),
    ],
)
def test_one_number_of_several_is_enough(codes: tuple[str, ...], answer: Answer) -> None:
    assert any_among(codes, ["1C003.b"]) is answer


def test_a_number_without_a_section_has_none() -> None:
    assert section("") == ""
    assert section("2E201") == "E"
