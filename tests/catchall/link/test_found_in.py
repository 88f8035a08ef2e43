"""Tests of ``catchall.link.found_in``: every firm, person and ship is invented."""

from tests.catchall.link.sample import telegram

from catchall.link.blocks import blocks
from catchall.link.found_in import mentions
from catchall.link.mentions import survey


def found(text):
    body = blocks(telegram(text, "No more."))
    return mentions(body[0], survey(body, ()).firms)


def test_a_mention_holds_its_description():
    (here,) = found("It went to a Syrian buyer, Orontes Valley Stores, in May.")
    assert (here.block.text[here.low : here.high], here.country, here.noun) == (
        "a Syrian buyer, Orontes Valley Stores",
        "SY",
        "buyer",
    )


def test_the_owner_of_a_name_says_its_country():
    (here,) = found("They were sent to Iran's Pishtaz Nirou Company.")
    assert (here.country, here.country_words) == ("IR", "Iran")


def test_a_party_that_is_not_named_stays_so():
    (here,) = found("They were sold by a Malaysian broker.")
    assert (here.firm, here.country, here.role) == (None, "MY", "intermediaries")


def test_a_party_without_name_and_place_is_no_mention():
    assert found("They were sold by a broker.") == []


def test_a_short_name_counts_in_capitals_only():
    assert [m.start for m in found("Kestrel Flow Ltd (KFL) sold it. The kfl is a unit.")] == [
        0,
        18,
    ]
