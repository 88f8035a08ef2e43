"""How far a ratio lies from its like, and how many there are to compare with."""

from hypothesis import given
from hypothesis import strategies as st

from catchall.determine import spread

GROUP = ("690721", "m2", "USD")


def test_the_farthest_line_of_a_shipment_counts() -> None:
    like = {GROUP: [("A", 10.0), ("A", 1000.0), ("B", 10.0), ("C", 10.0)]}
    assert spread.outlying(like)["A"]["factor"] == 100.0


def test_what_is_no_positive_ratio_is_left_out() -> None:
    assert spread.outlying({GROUP: [("A", 0.0), ("B", -1.0)]}) == {}
    assert spread.outlying({GROUP: [("A", 0.0), ("B", 5.0)]})["A"]["factor"] == 1.0


@given(
    st.lists(st.floats(min_value=0.01, max_value=1e6), min_size=1, max_size=20), st.randoms()
)
def test_the_order_of_the_lines_does_not_matter(ratios: list[float], random: object) -> None:
    lines = [(f"S{at}", ratio) for at, ratio in enumerate(ratios)]
    mixed = list(lines)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert spread.outlying({GROUP: lines}) == spread.outlying({GROUP: mixed})
