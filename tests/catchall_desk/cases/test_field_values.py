"""Single values: the corners that no field of the shipped table shows."""

import functools

import pytest
from tests.catchall_desk.cases import sample_bodies

from catchall_desk.cases import field_values as v


def test_every_scalar_has_right_values_in_the_tests():
    assert set(sample_bodies.SCALARS) == set(v.SCALARS)


@pytest.mark.parametrize(
    ("event", "bad"),
    [
        ("whole", True),
        ("whole", -1),
        ("whole", 2**53),
        ("whole", "1"),
        ("instant", "2026-11-28T09:30:00"),
        ("instant", "2026-11-31T09:30:00Z"),
        ("hs_code", "8"),
        ("hash", "A" * 64),
        ("confidence", "G1"),
        ("currency", "XYZ"),
        ("trigraph", "DE"),
        ("json", {"a": [1.5]}),
        ("json", ["a\x00"]),
        ("json", [" \x1f"]),
        ("json", [2**53]),
        ("json", functools.reduce(lambda inner, _: [inner], range(13), "deep")),
        ("parameters", []),
        ("parameters", {"a": 1.5}),
        ("parameters", {"a": None}),
        ("parameters", {"a": [["b"]]}),
        ("parameters", {"a": ["b"] * 1001}),
        ("parameters", {"\x00": "b"}),
        ("parameters", {str(n): "b" for n in range(1001)}),
        ("parameters", {"a": 2**53}),
    ],
)
def test_a_wrong_value_is_refused(event, bad):
    with pytest.raises((TypeError, ValueError)):
        v.SCALARS[event].read(bad)


def test_line_ends_of_long_text_become_one_newline():
    assert v.long_text("a\r\nb\rc\n") == "a\nb\nc"


def test_text_is_told_by_its_length_before_its_blanks_go():
    with pytest.raises(ValueError, match="501 characters"):
        v.text(" " * 501)
