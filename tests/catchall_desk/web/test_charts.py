"""Bars."""

from catchall_desk.web.charts import WIDTH, Bar, chart


def test_bars_are_as_long_as_their_numbers():
    widths = [one.width for one in chart("c", "Cases", [Bar("a", 1), Bar("b", 3)]).bars]
    assert widths == [WIDTH // 3, WIDTH]


def test_a_small_number_is_seen_and_nought_is_not():
    widths = [
        one.width for one in chart("c", "C", [Bar("a", 10**6), Bar("b", 1), Bar("c", 0)]).bars
    ]
    assert widths[1:] == [2, 0]


def test_without_bars_there_is_a_drawing_all_the_same():
    assert chart("c", "Cases", []).height == 1
