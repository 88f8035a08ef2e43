"""Tests of ``catchall.link.places``: every firm, person and ship is invented."""

from catchall.link.places import cities, countries, country_of, demonyms, find


def test_cities_countries_and_demonyms_are_told_apart():
    found = find("A Syrian buyer moved it from Port Klang to North Korea.")
    assert [(p.name, p.country, p.kind) for p in found] == [
        ("Syrian", "SY", "demonym"),
        ("Port Klang", "MY", "city"),
        ("North Korea", "KP", "country"),
    ]


def test_the_longer_name_is_the_place():
    assert [p.name for p in find("in Jebel Ali Free Zone")] == ["Jebel Ali Free Zone"]


def test_a_word_inside_another_is_no_place():
    assert find("Iranians and Parisian") == ()


def test_a_word_says_its_country():
    assert [country_of(w) for w in ("Swiss", "Iran's", "Blue")] == ["CH", "IR", None]


def test_capitals_are_marked():
    assert find("Ankara")[0].capital
    assert cities()["Izmir"] == ("TR", False)


def test_every_code_is_a_country():
    codes = (
        {code for code, _ in cities().values()}
        | set(demonyms().values())
        | set(countries().values())
    )
    assert all(len(code) == 2 and code.isupper() for code in codes)
