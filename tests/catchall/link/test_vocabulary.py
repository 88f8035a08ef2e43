"""Tests of ``catchall.link.vocabulary``: every firm, person and ship is invented."""

import pytest
import yaml

from catchall.link.vocabulary import joined, read, table, words


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(yaml.YAMLError, match="stands twice"):
        read("a: 1\na: 2")


def test_no_type_is_guessed():
    assert read("NO: no\nyear: 2009") == {"NO": "no", "year": "2009"}


def test_a_list_of_words_is_a_set_however_it_is_written():
    assert "pump" in words("goods", "heads")
    assert "MITI" in words("firms", "authority_acronyms")


def test_patterns_are_joined_to_one():
    assert joined("whereabouts", "ship_words").count("|") > 5


@pytest.mark.parametrize(
    "name",
    [
        "dates",
        "demonyms",
        "firms",
        "frames",
        "goods",
        "names",
        "outcomes",
        "places",
        "regimes",
        "status",
        "whereabouts",
    ],
)
def test_every_list_can_be_read(name):
    assert table(name)
