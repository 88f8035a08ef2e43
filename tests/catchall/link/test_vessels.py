"""Tests of ``catchall.link.vessels``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case


def ships(text):
    return [
        (v.name, v.prefix, v.flag, v.operator)
        for v in case("Kestrel Flow Ltd sold four pumps.", text).vessels
    ]


def test_a_ship_has_flag_and_operator():
    said = "They left on the M/V Costa Turia, a Malta-flagged ship run by Levanta Lines."
    assert ships(said) == [("Costa Turia", "M/V", "MT", "Levanta Lines")]


def test_a_ship_may_stand_in_capitals():
    assert ships("They left on the tanker SAIMA BREEZE.") == [
        ("SAIMA BREEZE", None, None, None)
    ]


def test_a_ship_not_named_is_none():
    assert ships("They left on a ship. The second carrier is not known.") == []
