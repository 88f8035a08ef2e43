"""Cities and country words."""

from catchall.text.places import is_city, is_place


def test_cities_of_one_and_more_words():
    assert is_city("izmir")
    assert is_city("ho chi minh city")
    assert not is_city("kavzel")


def test_words_that_belong_to_a_country_are_places():
    assert is_place("turkish")
    assert is_place("izmir")
    assert not is_place("kavzel")
