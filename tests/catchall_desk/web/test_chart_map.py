"""A route as a drawing."""

from itertools import pairwise

from catchall_desk.web.chart_map import drawn
from catchall_desk.web.route import route


def drawing(*places):
    legs = [{"from_place": one, "to_place": other} for one, other in places]
    return drawn(route({"legs": legs}).legs)


def test_each_place_is_drawn_once_in_order():
    made = drawing(("Hamburg", "Jebel Ali"), ("Jebel Ali", "Muscat"))
    assert [one.label for one in made.stops] == ["Hamburg", "Jebel Ali", "Muscat"]
    assert len(made.legs) == 2
    assert all(0 < one.x < made.width and 0 < one.y < made.height for one in made.stops)


def test_west_stands_left_and_north_above():
    hamburg, muscat = drawing(("Hamburg", "Muscat")).stops
    assert hamburg.x < muscat.x
    assert hamburg.y < muscat.y


def test_a_way_over_the_antimeridian_goes_the_short_way():
    osaka, angeles = drawing(("Osaka", "Los Angeles")).stops
    assert osaka.x < angeles.x


def test_a_break_is_drawn_as_one():
    made = drawing(("Hamburg", "Jebel Ali"), ("Sohar", "Muscat"))
    assert [one.label for one in made.gaps] == ["Jebel Ali to Sohar"]


def test_a_place_without_a_position_is_named_and_not_drawn():
    made = drawing(("Hamburg", "Kleinhafen"))
    assert made.missing == ("Kleinhafen",)
    assert made.legs == ()
    assert drawing(("Kleinhafen", "Grosshafen")) is None


def test_the_grid_names_its_degrees():
    labels = [one.label for one in drawing(("Hamburg", "Muscat")).grid]
    assert "20° E" in labels
    assert "40° N" in labels


def test_land_is_dots_inside_the_drawing():
    made = drawing(("Hamburg", "Muscat"))
    xs = [float(one.split(" ")[0]) for one in made.land.split("M")[1:]]
    assert xs
    assert all(0 <= x <= made.width for x in xs)


def test_no_label_stands_on_another():
    stops = drawing(("Jebel Ali", "Dubai"), ("Sharjah", "Fujairah")).stops
    seen = {(one.left, one.label_y) for one in stops}
    rows = sorted(y for left, y in seen if left is stops[0].left)
    assert all(below - above >= 15 for above, below in pairwise(rows))
