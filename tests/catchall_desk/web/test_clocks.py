"""Duties as screens show them."""

from datetime import date

from catchall_desk.web.clocks import left, tone

TODAY = date(2026, 3, 2)


def test_a_day_stands_out_as_it_comes_nearer():
    days = [None, date(2026, 4, 1), date(2026, 3, 9), TODAY, date(2026, 2, 1)]
    assert [tone(day, TODAY) for day in days] == ["open", "far", "soon", "soon", "late"]


def test_the_colour_is_said_in_words_too():
    assert left(date(2026, 3, 3), TODAY) == "in 1 day"
    assert left(date(2026, 2, 28), TODAY) == "2 days late"
