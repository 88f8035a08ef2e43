"""Tests of ``catchall.link.items``: every firm, person and ship is invented."""

from tests.catchall.link.sample import case


def items(*paragraphs):
    return [(i.description, i.quantity, i.unit, i.alternative) for i in case(*paragraphs).items]


def test_goods_are_told_once():
    assert items("Kestrel Flow Ltd sold four vacuum pumps to Iran. The pumps left in May.") == [
        ("vacuum pumps", 4, None, False)
    ]


def test_another_count_is_an_alternative():
    found = items(
        "Kestrel Flow Ltd sold four vacuum pumps to Iran.",
        "Officers found one sale, of three pumps, to Kestrel Flow Ltd.",
    )
    assert found[1] == ("pumps", 3, None, True)


def test_what_was_found_instead_is_no_item():
    found = items(
        "Kestrel Flow Ltd sold 40 tons of steel bar to Iran. Customs found ordinary steel wire."
    )
    assert [i[0] for i in found] == ["steel bar"]


def test_a_use_is_no_item():
    assert [
        i[0] for i in items("Kestrel Flow Ltd sold two lathes to Iran for washing machines.")
    ] == ["lathes"]


def test_an_article_counts_one():
    (only,) = case("Kestrel Flow Ltd sold a milling machine to Iran.").items
    assert (only.quantity, only.article) == (1, True)


def test_a_number_not_told_is_not_made_up():
    assert items("Kestrel Flow Ltd sold phenolic resin to Iran.") == [
        ("phenolic resin", None, None, False)
    ]


def test_the_words_of_a_firms_name_are_no_goods():
    assert items("Kestrel Valve Ltd sold four pumps to Iran.") == [("pumps", 4, None, False)]


def test_the_rows_of_a_table_are_items():
    rows = (
        "1     shaft seals, type 88M      60  ea\n2     graphite gaskets          400 "
        " ea\n3     needle valves               -  ea"
    )
    found = items(
        "Kestrel Flow Ltd ordered goods from a Swiss maker.",
        "Goods on the order of Kestrel Flow Ltd:\n\n" + rows,
    )
    assert found == [
        ("shaft seals", 60, "ea", False),
        ("graphite gaskets", 400, "ea", False),
        ("needle valves", None, "ea", False),
    ]


def test_a_worth_is_no_quantity():
    (only,) = case("Kestrel Flow Ltd sold vacuum pumps worth EUR 214,000 to Iran.").items
    assert (only.quantity, only.worth.value) == (None, 214000)
