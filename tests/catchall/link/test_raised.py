"""Tests of ``catchall.link.raised``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case


def test_who_raised_a_case_and_when():
    (one, two) = case(
        "In July 2008 the United States informed Malta that Kestrel Flow Ltd had "
        "sold pumps. Japan asked in May 2008 about them."
    ).raised_by
    assert (one.party, one.dates[0][0].value, one.additional) == (
        "United States",
        "2008-07",
        False,
    )
    assert (two.party, two.dates[0][0].value, two.additional) == ("Japan", "2008-05", True)


def test_a_raising_without_a_date_is_not_drafted():
    assert (
        case("The United States told Malta that Kestrel Flow Ltd sold pumps.").raised_by == []
    )


def test_a_request_is_cut_into_its_parts():
    found = case(
        "Kestrel Flow Ltd sold pumps. The ministry asked the United States for the "
        "serial numbers and for the order."
    ).requests
    assert [r.what for r in found] == ["the serial numbers", "the order"]


def test_a_government_that_asks_is_named():
    (found,) = case(
        "Kestrel Flow Ltd sold pumps. Japan asked that the ship be searched."
    ).requests
    assert (found.by, found.what) == ("Japan", "the ship be searched")
