"""``watchlist prune``: shown first, removed only when that is said."""

from datetime import date

import pytest
from tests.catchall.runners.lists import sdn, stub

from catchall import snapshots
from catchall.runners.watchlists import Wanted, add


@pytest.fixture
def two(home, tmp_path):
    """A list that was replaced long ago, and the one that replaced it."""
    for year in (2010, 2012):
        file = sdn(tmp_path, year % 100 + 10, name=f"{year}.csv")
        wanted = Wanted(given=date(year, 1, 1), build=stub)
        add(home, "ofac", [file], wanted, arrived=f"{year}-01-01T09:00:00+00:00")
    return home


def test_what_is_past_its_years_is_shown_and_stays(call, two):
    told = call("watchlist", "prune")
    assert told.out.startswith("ofac 2010-01-01")
    assert "1 would be removed" in told.err
    assert len(snapshots.listing(two)) == 2


def test_what_is_past_its_years_is_removed_when_that_is_said(call, two):
    assert "1 removed" in call("watchlist", "prune", "--delete").err
    assert [one.date.year for one in snapshots.listing(two)] == [2012]


def test_nothing_past_its_years_is_told_so(call, two):
    assert "nothing was replaced" in call("watchlist", "prune", "--years", "30").err
