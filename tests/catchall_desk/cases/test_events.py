"""One way to write a value, and hashes that hang together."""

import pytest

from catchall_desk.cases import events


def test_equal_values_are_written_alike_whatever_their_order():
    assert events.canonical({"a": 1, "b": [True, None]}) == b'{"a":1,"b":[true,null]}'
    assert events.canonical({"b": [True, None], "a": 1}) == b'{"a":1,"b":[true,null]}'


@pytest.mark.parametrize("value", [1.0, {"a": [{"b": 0.1}]}, (2.5,)])
def test_a_float_anywhere_is_refused(value):
    with pytest.raises(TypeError, match="is a float"):
        events.canonical(value)


def test_a_hash_depends_on_the_record_and_on_every_one_before():
    one = events.chained("", b"first")
    assert events.chained(one, b"second") != events.chained("", b"second")
    assert events.chained(one, b"second") != events.chained(one, b"Second")
