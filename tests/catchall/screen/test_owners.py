"""Everyone behind a party is looked up like the party itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.screen import stage
from catchall.screen.model import Occurrence
from catchall.screen.owners import OWNER, behind, index
from catchall.text.firms import party_key

CHAIN = [
    {"party": "Orlo Works Ltd", "owner": "Velm Group", "owner_country": "SI"},
    {"party": "VELM GROUP", "owner": "Tessaly Trust"},
    {"party": "Other Firm", "owner": "Nobody We Ask"},
]


def names(party, rows):
    return [one.name for one in behind([Occurrence(0, "consignee", party)], index(rows))]


def test_owners_are_found_over_all_steps_nearest_first():
    assert names("ORLO WORKS", CHAIN) == ["Velm Group", "Tessaly Trust"]


@pytest.mark.parametrize("role", ["exporter", "bank", "vessel"])
def test_the_role_of_the_party_plays_no_part(role):
    (first, _) = behind([Occurrence(4, role, "Orlo Works")], index(CHAIN))
    assert first == Occurrence(4, OWNER, "Velm Group", "SI")


def test_identifiers_of_an_owner_are_looked_up(watchlist, record, shipments, party):
    ids = [{"kind": "tax", "value": "7701-234567", "country": ""}]
    held = watchlist(record("R1", "TESSALY TRUST", identifiers=ids))
    row = {"party": "Orlo", "owner": "Tessaly Trust", "owner_id": "tax:7701-234567; 12"}
    found = stage.run(shipments([party("consignee", "Orlo")]), [held], owners=index([row]))
    assert any(hit["confirmed"] for hit in found.hits.to_pylist())


def test_a_circle_of_owners_ends():
    rows = [*CHAIN, {"party": "Tessaly Trust", "owner": "Orlo Works"}]
    assert names("Orlo Works", rows) == ["Velm Group", "Tessaly Trust", "Orlo Works"]


def test_an_owner_of_several_parties_is_told_once_a_row():
    parties = [Occurrence(row, role, "Orlo Works") for row in (0, 1) for role in ("a", "b")]
    assert [one.row for one in behind(parties, index(CHAIN))] == [0, 0, 1, 1]


def test_a_chain_of_thousands_is_followed_to_its_end():
    rows = [{"party": f"Firm {n}", "owner": f"Firm {n + 1}"} for n in range(5000)]
    assert len(names("Firm 0", rows)) == 5000


LETTERS = st.sampled_from("ABCDEF")
ROWS = st.lists(st.fixed_dictionaries({"party": LETTERS, "owner": LETTERS}), max_size=15)


@settings(deadline=None)
@given(ROWS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows, shuffle):
    mixed = list(rows)
    shuffle.shuffle(mixed)
    keys = [{party_key(name) for name in names("A", one)} for one in (rows, mixed)]
    assert keys[0] == keys[1]


def test_an_owner_is_screened_and_hit_like_a_party(watchlist, record, shipments, party):
    held = watchlist(record("R1", "TESSALY TRUST"))
    table = shipments([party("consignee", "Orlo Works")])
    found = stage.run(table, [held], owners=index(CHAIN))
    told = [(row["role"], row["party"], row["screened"]) for row in found.screened.to_pylist()]
    assert told == [
        ("consignee", "Orlo Works", True), ("owner", "Velm Group", True),
        ("owner", "Tessaly Trust", True),
    ]  # fmt: skip
    hits = [row for row in found.hits.to_pylist() if row["match"]]
    assert [(row["role"], row["record"]) for row in hits] == [("owner", "R1")]
