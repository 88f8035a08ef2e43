"""Tests of ``catchall.link.persons``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case


def persons(text):
    return [
        (p.name, p.role, p.nationality)
        for p in case("Kestrel Flow Ltd sold four pumps. " + text).persons
    ]


def test_an_owner_is_a_person_of_the_case():
    assert persons("Its owner, Iranian national Behruz Sattari, left.") == [
        ("Behruz Sattari", "national", "IR")
    ]


def test_an_official_is_none():
    assert persons("Section Chief Lo Wen-kai said no.") == []


def test_a_manager_without_a_name_is_none():
    assert persons("The managing director left.") == []
