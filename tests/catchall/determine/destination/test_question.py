"""The tables of a scheme."""

from catchall.determine.destination import Desk
from catchall.determine.destination.question import Scheme


def test_a_table_that_is_not_held_is_none(desk: Desk) -> None:
    scheme = desk.schemes["eu"]
    assert scheme is not None
    assert "FR" in scheme.table("members")
    assert Scheme("eu", {"members": "eu.members"}, {}, "M", "x").table("members") is None
