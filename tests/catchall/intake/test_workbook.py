"""Cells of a sheet become text without losing what they say."""

from datetime import date, datetime, time, timedelta

import pytest

from catchall.intake.workbook import cell_text

MIDNIGHT = datetime(2025, 3, 1)  # noqa: DTZ001  a sheet knows no zones


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("010121", "010121"), (69072190.0, "69072190"), (1358846.04, "1358846.04"), (7, "7"),
        (True, "true"), (False, "false"), (date(2025, 3, 1), "2025-03-01"),
        (time(7), "07:00:00"),
        (MIDNIGHT, "2025-03-01"), (MIDNIGHT.replace(hour=7), "2025-03-01T07:00:00"),
        (timedelta(hours=1), "3600.0"), (1e22, "10000000000000000000000"),
    ],
)  # fmt: skip
def test_a_cell_is_text(value, text):
    assert cell_text(value) == text
