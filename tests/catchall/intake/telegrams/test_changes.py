"""Places after edits."""

from catchall.intake.telegrams.changes import Shift
from catchall.intake.telegrams.offsets import Edit


def test_places_before_an_edit_stay():
    assert Shift([Edit(5, 7, "")]).to(3) == 3


def test_places_behind_edits_move_by_all_of_them():
    assert Shift([Edit(2, 4, " "), Edit(6, 6, "ab")]).to(9) == 10
