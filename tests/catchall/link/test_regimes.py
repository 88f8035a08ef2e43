"""Tests of ``catchall.link.regimes``: every firm, person and ship is invented."""

import pytest

from catchall.link.regimes import regimes_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("under the MTCR", "Missile Technology Control Regime"),
        ("the Nuclear Suppliers Group list", "Nuclear Suppliers Group"),
        ("does not sit in Wassenaar", "Wassenaar Arrangement"),
        ("on the Australia Group list", "Australia Group"),
    ],
)
def test_a_regime_is_found_by_its_names(text, name):
    assert [row[0] for row in regimes_in(text)] == [name]


def test_australia_is_no_regime():
    assert regimes_in("four requests from Australia") == []
