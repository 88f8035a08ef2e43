"""Units as trade writes them."""

import pytest

from catchall.classify.unit_words import UNIT_OF, unit_of
from catchall.law.units import known


@pytest.mark.parametrize("unit", sorted(set(UNIT_OF.values())))
def test_every_spelling_leads_to_a_unit_the_lawbook_knows(unit):
    assert known(unit)


@pytest.mark.parametrize(
    ("words", "unit"),
    [("kn s", "kN*s"), ("mn.s", "MN*s"), ("deg per hour", "deg/hour"), ("% by weight", "wt%"),
     ("seconds of arc", "arcsec"), ("micro g", "ug_n"), ("", ""), ("boxes", "")],
)  # fmt: skip
def test_units_of_several_words(words, unit):
    assert unit_of(words) == unit
