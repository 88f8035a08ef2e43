"""Where countries lie."""

import pycountry

from catchall_desk.web.places import STEP, dots, points


def test_every_country_has_a_point_the_small_ones_too():
    codes = {one.alpha_2 for one in pycountry.countries}
    assert codes - points().keys() == set()
    assert all(-90 <= north <= 90 and -180 <= east <= 180 for north, east in points().values())


def test_large_countries_lie_on_land():
    land = set(dots())
    for code in ("AU", "BR", "CA", "CD", "CN", "DE", "IN", "IR", "KZ", "RU", "SA", "US", "ZA"):
        north, east = points()[code]
        near = [abs(north - y) <= STEP and abs(east - x) <= STEP for y, x in land]
        assert any(near), code


def test_the_open_sea_is_no_land():
    land = set(dots())
    for north, east in ((30, -45), (0, -150), (-30, 80), (40, 170)):
        assert not [1 for y, x in land if abs(north - y) <= STEP and abs(east - x) <= STEP]
