"""Tests of ``catchall.link.transactions``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case

TWO = "Kestrel Flow Ltd sold two lathes and six vacuum pumps to Iran. "


def test_an_outcome_goes_to_the_goods_of_its_sentence():
    found = case(
        TWO + "Customs seized the lathes. The pumps were sent on to Syria."
    ).transactions
    assert [(t.key, t.outcomes) for t in found] == [
        ("lathe", ("shipment_seized",)),
        ("pump", ("goods_reexported_onward",)),
    ]


def test_an_outcome_without_goods_goes_to_those_named_last():
    found = case(TWO + "The pumps left in May. Customs seized them.").transactions
    assert {t.key: t.outcomes for t in found}["pump"] == ("shipment_seized",)


def test_one_kind_of_goods_is_one_deal():
    assert case("Kestrel Flow Ltd sold two lathes to Iran. It was fined.").transactions == []
