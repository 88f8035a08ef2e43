"""How a name score is judged once kinds and countries are known."""

import pytest

from catchall.screen.by_name import (
    BORN_DIFFERS,
    COUNTRY_DIFFERS,
    born_relation,
    country_relation,
)
from catchall.screen.model import Asked
from catchall.screen.stage import Screener


@pytest.fixture
def ask(watchlist, record):
    def find(name, listed, asked="", **given):
        made = watchlist(record("1", listed, **given))
        hits = Screener([made], 0.8).names([Asked(name, asked)])[0].hits
        return hits[0] if hits else None

    return find


@pytest.mark.parametrize(
    ("party", "listed", "relation"),
    [
        ("TR", ["TR", "IR"], "agrees"),
        ("TR", ["IR"], "differs"),
        ("", ["IR"], "unknown"),
        ("TR", [], "unknown"),
    ],
)
def test_relation_of_countries(party, listed, relation):
    assert country_relation(party, listed) == relation


def test_another_country_costs_what_it_says(ask):
    near = ask("Kavzel Optik", "Kavzel Optik", "IR", countries=["IR"])
    far = ask("Kavzel Optik", "Kavzel Optik", "TR", countries=["IR"])
    assert far.score == pytest.approx(near.score - COUNTRY_DIFFERS)


def test_an_inexact_weak_alias_ranks_lower_than_an_alias(ask):
    strong = ask("Kavzel Optic", "Kavzel Optik", kinds=["alias"])
    weak = ask("Kavzel Optic", "Kavzel Optik", kinds=["weak_alias"])
    assert weak.score < strong.score


def test_a_ship_of_the_same_name_ranks_below_a_firm(ask):
    ship = ask("Kavzel Optik", "Kavzel Optik", schema="Vessel")
    assert ship.match
    assert ship.score < ask("Kavzel Optik", "Kavzel Optik").score


def test_a_name_far_from_all_is_no_hit(ask):
    assert ask("Dorvina Sky", "Kavzel Optik") is None


def test_a_firms_legal_form_makes_a_ship_of_the_name_less_likely(ask):
    bare = ask("Kavzel", "Kavzel", schema="Vessel").score
    assert ask("Kavzel LLC", "Kavzel", schema="Vessel").score < bare


@pytest.mark.parametrize(
    ("asked", "listed", "relation"),
    [
        ("1961-03-02", ["2 Mar 1961"], "agrees"),
        ("1961", ["circa 1962", "1970"], "agrees"),
        ("1961", ["1970"], "differs"),
        ("", ["1970"], "unknown"),
        ("1961", ["unknown"], "unknown"),
    ],
)
def test_relation_of_years_of_birth(asked, listed, relation):
    assert born_relation(asked, listed) == relation


def test_another_year_of_birth_lowers_and_never_clears(watchlist, record):
    dates = [{"kind": "birth", "value": "14 Mar 1970"}]
    made = watchlist(record("1", "Pavel Ostrelin", schema="Person", dates=dates))
    screener = Screener([made], 0.8)
    same, other = (
        screener.names([Asked("Pavel Ostrelin", born=year)])[0].hits[0]
        for year in ("1970", "1991")
    )
    assert same.score - other.score == pytest.approx(BORN_DIFFERS)
    assert other.match
    assert "year of birth differs, which lowers the score and never clears" in other.why
    assert "year of birth agrees" in same.why
