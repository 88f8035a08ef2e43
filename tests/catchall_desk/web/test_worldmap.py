"""Routes on a map."""

from itertools import pairwise

from catchall_desk.web.worldmap import HEIGHT, WIDTH, Leg, paths, place, route


def test_a_leg_over_the_antimeridian_does_not_cross_the_map():
    for path in paths(Leg(1, "JP", "US")):
        start, _, end = path.removeprefix("M").replace("Q", " ").split()[::2]
        assert abs(int(start) - int(end)) < WIDTH / 2


def test_there_and_back_are_two_paths():
    legs = [Leg(1, "DE", "AE"), Leg(2, "AE", "DE")]
    there, back = route(legs).paths
    assert there.partition("Q")[2].split()[:2] != back.partition("Q")[2].split()[:2]


def test_small_territories_are_drawn():
    codes = ["HK", "MO", "SG", "MT", "BH"]
    drawn = route(Leg(n, a, b) for n, (a, b) in enumerate(pairwise(codes), 1))
    assert [one.code for one in drawn.stops] == codes
    assert all(0 <= one.x <= WIDTH and 0 <= one.y <= HEIGHT for one in drawn.stops)


def test_a_leg_of_an_unknown_country_stands_in_the_table():
    drawn = route([Leg(1, "DE", ""), Leg(2, "DE", "AE")])
    assert (len(drawn.legs), len(drawn.paths), drawn.missing) == (2, 1, (1,))


def test_the_far_south_lies_at_the_edge():
    assert place(-75, 0) == (WIDTH // 2, HEIGHT)
