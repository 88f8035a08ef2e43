"""Tests of ``catchall.link.dates``: every firm, person and ship is invented."""

from datetime import date

import pytest

from catchall.link.dates import find

DAY = date(2009, 1, 14)


def said(text, day=DAY):
    return [(d.value, d.end, d.precision) for d in find(text, day)]


@pytest.mark.parametrize(
    ("text", "value", "end", "precision"),
    [
        ("on January 20, 2009", "2009-01-20", None, "day"),
        ("on 6 May 2013", "2013-05-06", None, "day"),
        ("on December 22", "2008-12-22", None, "day_year_inferred"),
        ("on Jan. 6 we", "2009-01-06", None, "day_year_inferred"),
        ("in October 2007", "2007-10", None, "month"),
        ("shipped in October.", "2008-10", None, "month_year_inferred"),
        ("in late 2007", "2007", None, "year"),
        ("last year", "2008", None, "year_inferred"),
        ("last month", "2008-12", None, "month_year_inferred"),
        ("May 11-12", "2009-05-11", "2009-05-12", "day_year_inferred"),
        ("14-16 March 2010", "2010-03-14", "2010-03-16", "day"),
        ("March 30 to April 2, 2010", "2010-03-30", "2010-04-02", "day"),
        ("between May and July 2008", "2008-05", "2008-07", "month"),
        ("the second quarter of 2009", "2009-04", "2009-06", "month"),
        ("Q1 2010", "2010-01", "2010-03", "month"),
        ("from 2005 to 2007", "2005", "2007", "year"),
        ("2008-11-30", "2008-11-30", None, "day"),
    ],
)
def test_a_date_has_its_value_and_precision(text, value, end, precision):
    assert said(text) == [(value, end, precision)]


@pytest.mark.parametrize(
    "text", ["we may go", "30 days", "1/2 in", "the march on", "31 February 2009", "NSG Part 2"]
)
def test_what_is_no_date_gives_none(text):
    assert said(text) == []


def test_two_months_share_a_year():
    assert said("in June and July 2008") == [
        ("2008-06", None, "month"),
        ("2008-07", None, "month"),
    ]


def test_the_last_november_is_before_the_message():
    assert said("told us last November", date(2008, 10, 31)) == [
        ("2007-11", None, "month_year_inferred")
    ]


def test_the_next_day_follows_the_date_before_it():
    assert said("on June 8 it left; the next day it came")[1][0] == "2009-06-09"


def test_without_a_day_of_the_message_no_year_is_inferred():
    assert said("on June 8 and in May 2007", None) == [("2007-05", None, "month")]


def test_a_qualifier_is_kept():
    assert find("in early 2008", DAY)[0].qualifier == "early"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on May 5 and 7, we", ["2009-05-05", "2009-05-07"]),
        ("on 12 and 13 May 2009", ["2009-05-12", "2009-05-13"]),
        ("in 2006 and 2007", ["2006", "2007"]),
        ("between 2005 and 2007", ["2005"]),
        ("in May or June 2008", ["2008-05", "2008-06"]),
        ("on May 5 and 7 pumps", ["2009-05-05"]),
    ],
)
def test_two_dates_may_share_a_month_or_a_word(text, values):
    assert [row[0] for row in said(text)] == values
