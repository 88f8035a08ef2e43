"""Where places lie, roughly."""

import pytest

from catchall_desk.web.gazetteer import countries, places, point


@pytest.mark.parametrize("found", [places(), countries()])
def test_every_point_is_on_the_globe(found):
    assert all(abs(one.latitude) <= 90 and abs(one.longitude) <= 180 for one in found.values())


def test_a_place_is_found_however_it_is_written():
    assert point("PORT OF HAMBURG") == point("Hamburg") == point("Hamburg, Germany")


def test_a_place_that_is_not_known_stands_where_its_country_does():
    assert point("Kleinhafen", "DE") == point("", "Germany")
    assert not point("Kleinhafen", "DE").exact
    assert point("Kleinhafen") is None
