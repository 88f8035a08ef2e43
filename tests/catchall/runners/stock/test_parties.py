"""Rows of a stock: everyone named is looked up, and what is filed alike is known again."""

import pyarrow as pa

from catchall.runners.stock.parties import keys, renumbered, rows

FILED = [
    {
        "id": "c1",
        "name": "Kivrox Pumps",
        "country": "AE",
        "identifiers": "tax:770; imo:9074729",
        "former_name": "Kivroks",
        "owners": "A Holding; B Holding",
    },
    {"name": "Tarvon"},
]


def test_everyone_named_stands_in_its_role():
    first, second = rows("stock.csv", FILED).to_pylist()
    assert [(one["role"], one["name"], one["country"]) for one in first["parties"]] == [
        ("party", "Kivrox Pumps", "AE"),
        ("former name", "Kivroks", "AE"),
        ("owner", "A Holding", ""),
        ("owner", "B Holding", ""),
    ]
    assert [one["kind"] for one in first["parties"][0]["identifiers"]] == ["tax", "imo"]
    assert (second["id"], len(second["parties"])) == ("Tarvon (no country)", 1)


def test_parties_filed_alike_have_the_same_key_wherever_they_stand():
    whole, turned = keys(rows("s", FILED)), keys(rows("s", [FILED[0], FILED[0]]))
    assert (turned[0] == whole[0], whole[0] == whole[1]) == (True, False)


def test_every_party_has_an_id_of_its_own():
    ids = rows("s", [FILED[0], FILED[1], FILED[0], FILED[1]])["id"].to_pylist()
    assert ids == ["c1", "Tarvon (no country)", "c1 #2", "Tarvon (no country) #2"]


def test_rows_take_their_new_numbers_and_others_fall_away():
    table = pa.table({"row": pa.array([0, 1, 1, 2], pa.int64()), "of": ["a", "b", "c", "d"]})
    assert renumbered(table, {1: 0, 2: 7}).to_pylist() == [
        {"row": 0, "of": "b"},
        {"row": 0, "of": "c"},
        {"row": 7, "of": "d"},
    ]
