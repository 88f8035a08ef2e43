"""Rules know every header they need, and which cells stand in a record word by word."""

from catchall.intake.watchlists.column_rules import Column, Published, Rules

RULES = Rules(
    names=(Column(("Name",), "primary"), Column(("First", "Last"), "alias")),
    record=("Ref",),
    countries=(Column(("Land",)),),
    identifiers=(Column(("Tax",), "tax", country="Land"),),
    published=Published(column="Changed"),
)


def test_every_header_is_named_once():
    assert RULES.headers == ("Name", "First", "Last", "Land", "Tax", "Ref", "Changed")


def test_a_cell_that_becomes_a_code_is_not_taken_whole():
    assert RULES.taken == {"Name", "First", "Last", "Tax"}
