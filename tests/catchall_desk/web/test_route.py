"""The way of goods: what is told, and what is not."""

from catchall_desk.web.route import route

FIRST = {
    "from_place": "Hamburg", "origin": "DE", "to_place": "Jebel Ali", "destination": "AE",
    "mode": "sea", "vessel": "v1", "departed": "2026-01-02", "arrived": "2026-02-01",
}  # fmt: skip
SECOND = {
    "from_place": "Jebel Ali", "origin": "AE", "to_place": "Muscat", "destination": "OM",
    "mode": "road", "departed": "2026-02-03", "arrived": "2026-02-04",
}  # fmt: skip


def gaps(*legs, **fields):
    return route({"legs": list(legs), **fields}).gaps


def test_a_way_that_fits_has_no_gap():
    assert gaps(FIRST, SECOND, destination="OM") == ()


def test_a_way_that_is_not_told_has_no_leg():
    assert route({}).legs == ()


def test_what_lies_between_two_legs_is_told():
    other = {
        **SECOND,
        "from_place": "Sharjah",
        "departed": "2026-03-20",
        "arrived": "2026-03-21",
    }
    told = gaps(FIRST, other)
    assert told == (
        "From Jebel Ali (leg 1) to Sharjah (leg 2): not told.",
        "The goods stood 47 days at Jebel Ali.",
    )


def test_days_that_cannot_be_are_told():
    told = gaps({**FIRST, "arrived": "2026-01-01"}, {**SECOND, "departed": "2025-12-31"})
    assert "Leg 1: it arrives 1 days before it leaves." in told
    assert "Leg 2 leaves 1 days before leg 1 arrives." in told


def test_what_a_leg_leaves_out_is_told():
    told = gaps({"from_place": "Hamburg", "mode": "sea", "destination": "AE"}, destination="OM")
    assert "Leg 1: the place where it ends is not told." in told
    assert "Leg 1: it goes by sea and the vessel is not told." in told
    assert "The last leg ends in AE; the destination is OM." in told


def test_a_shift_says_where():
    assert route({"legs": [FIRST, SECOND]}).shifts == ("Jebel Ali (AE): from leg 1 to leg 2.",)
    ship = {**SECOND, "mode": "sea", "vessel": "v2"}
    assert "and changed ship" in route({"legs": [FIRST, ship]}).shifts[0]
