"""Stations and identifiers."""

import pytest

from catchall.intake.telegrams import stations


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("09AMEMBASSYOSLO0012", "09OSLO12"),
        ("2009 Kuala Lumpur 12", "09KUALALUMPUR12"),
        ("09KUALALUMP12", "09KUALALUMPUR12"),
        ("09NAIROBY12", "09NAIROBI12"),
        ("09MANLIA12", "09MANILA12"),
        ("09EFTOLIMA12", "09LIMA12"),
        ("0901OF02LIMA12", "09LIMA12"),
        ("09SECTIO01OF02LIMA12", "09LIMA12"),
        ("09STATE12TOSEC99", "09STATE12"),
        ("09LIMA12SUSPECTEDDUPLICATE14", "09LIMA14"),
        ("7575LIMA12", "75LIMA12"),
        ("09NOWHEREVILLE12", "09NOWHEREVILLE12"),
        ("LIMA12", "LIMA12"),
        ("???", ""),
        ("09VIENNAAU12", "09VIENNA12"),
    ],
)
def test_one_spelling(text, want):
    assert stations.canonical(text) == want


def test_a_name_like_two_stations_means_none():
    assert stations.resolve("SANTXXX") is None


def test_a_very_long_name_means_none():
    assert stations.resolve("A" * 5000) is None


def test_no_station_is_spelled_like_another():
    names = {stations.KNOWN[name] for name in stations.KNOWN}
    assert all(stations.resolve(name) == name for name in names)


def test_an_unknown_station_is_shown_as_written():
    assert stations.display("Upper  Nowhere") == "UPPER NOWHERE"
