"""A side table that is not given is None, which is not the same as empty."""

from catchall.determine.given import SideTables


def test_no_table_is_given_unless_it_is() -> None:
    tables = set(SideTables.__dataclass_fields__) - {"rejected"}
    assert {getattr(SideTables(), name) for name in tables} == {None}
    assert SideTables().rejected == frozenset()
    assert SideTables(denials=()).denials == ()
