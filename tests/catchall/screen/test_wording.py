"""What people read of a hit."""

from catchall.screen.model import Asked
from catchall.screen.stage import Screener


def _why(watchlist, record, asked, **given):
    made = watchlist(record("1", "Kavzel Optik", **given))
    return Screener([made], 0.8).names([asked])[0].hits[0].why


def test_what_was_taken_off_the_field_is_said(watchlist, record):
    why = _why(watchlist, record, Asked("C/O Kavzel Optik IZMIR"))
    assert "; taken off the field: care of 'C/O', city 'IZMIR'" in why


def test_an_unknown_country_of_the_party_is_said(watchlist, record):
    why = _why(watchlist, record, Asked("Kavzel Optik"), countries=["IR", "TR"])
    assert "; country of the party not known (record IR, TR)" in why


def test_a_record_without_country_is_said(watchlist, record):
    assert "; the record names no country" in _why(watchlist, record, Asked("Kavzel Optik"))


def test_the_score_is_set_against_the_threshold(watchlist, record):
    assert "at or above the threshold 0.80" in _why(watchlist, record, Asked("Kavzel Optik"))
