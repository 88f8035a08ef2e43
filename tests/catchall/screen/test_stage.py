"""SHIPMENTS against lists: hits, what was screened and what was not."""

import re

import orjson
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.catchall.screen.conftest import _party, _record, _shipments, _watchlist

from catchall import screen
from catchall.screen.stage import MOST_HITS
from catchall.tables import check


@pytest.fixture
def run(watchlist, record, shipments, party):
    def do(records, *parties, **fields):
        lists = [watchlist(*(record(*names, **more) for names, more in records))]
        return screen.run(shipments(list(parties), **fields), lists)

    return do


def test_both_tables_have_their_schema(run, party):
    found = run([(("1", "Kavzel Optik"), {})], party(name="Kavzel Optik Ltd"))
    check(found.hits, "HITS")
    check(found.screened, "SCREENED")


def test_every_party_has_a_row_with_or_without_a_hit(run, party):
    parties = [party("exporter", "Dorvina"), party("bank", "Moravit"), party("carrier", None)]
    found = run([(("1", "Kavzel Optik"), {})], *parties).screened.to_pylist()
    assert [row["role"] for row in found] == ["exporter", "bank", "carrier"]
    assert [row["screened"] for row in found] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (None, "no name and no identifier"),
        ("TO ORDER", "names no one"),
        ("Same as consignee", "names no one"),
        ("***", "no letter or digit"),
    ],
)
def test_what_names_no_one_is_not_screened_and_says_why(run, party, name, reason):
    row = run([(("1", "Kavzel Optik"), {})], party(name=name)).screened.to_pylist()[0]
    assert not row["screened"]
    assert reason in row["why_not"]


def test_a_hit_carries_list_version_record_alias_and_effect(run, party):
    records = [(("7", "Moravit Group", "Kavzel Optik"), {})]
    hit = run(records, party(name="KAVZEL OPTIK LLC")).hits.to_pylist()[0]
    assert (hit["list"], hit["list_date"], hit["record"]) == ("invented", "2026-01-15", "7")
    assert (hit["name"], hit["alias"], hit["basis"]) == ("Kavzel Optik", "alias", "name")
    assert hit["match"]
    assert not hit["confirmed"]
    assert hit["effect"] == "prohibited"


def test_the_reason_is_one_sentence_that_says_each_thing_once(run, party):
    records = [(("7", "Kavzel Optik"), {"countries": ["IR"]})]
    why = run(records, party(name="Kavzel Optic", country="Turkey")).hits.to_pylist()[0]["why"]
    head, _, told = why.partition(": ")
    assert head == "'Kavzel Optik' (its primary name), list invented of 2026-01-15, record 7"
    score, *words, country = told.split("; ")
    assert re.fullmatch(r"score 0\.\d\d \(names alone 0\.\d\d\), at or above .*", score)
    assert words[0] == "same: 'kavzel'"
    assert words[1].startswith("'optic' read as 'optik'")
    assert country == (
        "country differs (party TR, record IR), which lowers the score and never clears"
    )


def test_evidence_shows_words_side_by_side(run, party):
    hit = run([(("7", "Kavzel Optik"), {})], party(name="Kavzel Optic")).hits.to_pylist()[0]
    aligned = orjson.loads(hit["evidence"])["aligned"]
    assert {(one["query"], one["candidate"]) for one in aligned} == {
        ("kavzel", "kavzel"),
        ("optic", "optik"),
    }


def test_a_country_that_differs_lowers_a_match_and_never_clears_it(run, party):
    records = [(("7", "Kavzel Optik"), {"countries": ["IR"]})]
    near = run(records, party(name="Kavzel Optic", country="IR")).hits.to_pylist()[0]
    far = run(records, party(name="Kavzel Optic", country="TR")).hits.to_pylist()[0]
    assert far["score"] < near["score"]
    assert far["match"]


def test_names_of_one_record_give_one_hit_that_counts_the_others(run, party):
    records = [(("7", "Kavzel Optik", "Kavzel Optik Trading", "Kavzel-Optik"), {})]
    found = run(records, party(name="Kavzel Optik")).hits.to_pylist()
    assert len(found) == 1
    assert "other names of this record that match too: 2" in found[0]["why"]


def test_the_best_below_the_threshold_is_kept_for_the_record(run, party):
    records = [(("7", "Kavzel Moravit Ostrelin Dorvina"), {})]
    found = run(records, party(name="Kavzel Moravit Zarvania"))
    below = found.hits.to_pylist()
    assert [hit["match"] for hit in below] in ([], [False])
    assert found.screened.to_pylist()[0]["best_below"] == (below[0]["score"] if below else 0.0)


def test_equal_scores_are_ordered_by_list_and_record(run, party):
    records = [((number, "Kavzel Optik"), {}) for number in ("3", "1", "2")]
    found = run(records, party(name="Kavzel Optik")).hits.to_pylist()
    assert [hit["record"] for hit in found] == ["1", "2", "3"]


def test_too_many_matches_are_counted_not_shown(run, party):
    records = [((str(n), "Kavzel Optik"), {}) for n in range(MOST_HITS + 3)]
    found = run(records, party(name="Kavzel Optik")).hits.to_pylist()
    assert len(found) == MOST_HITS
    assert "3 further records of this list match" in found[0]["why"]


def test_the_same_input_gives_the_same_result(run, party):
    records = [(("1", "Kavzel Optik"), {}), (("2", "Kavzel Optika"), {})]
    parties = [party("exporter", "Kavzel Optic"), party("bank", "Kavzel Optic")]
    assert run(records, *parties).hits.equals(run(records, *parties).hits)


def test_a_name_that_occurs_twice_is_mapped_back_to_both_roles(run, party):
    parties = [party("exporter", "Kavzel Optik"), party("payer", "Kavzel Optik")]
    found = run([(("1", "Kavzel Optik"), {})], *parties).hits.to_pylist()
    assert [hit["role"] for hit in found] == ["exporter", "payer"]


def test_a_ship_is_found_by_its_number_whatever_its_name(run, party):
    number = [{"kind": "imo", "value": "9074729", "country": ""}]
    records = [(("5", "Ostrelin Star"), {"schema": "Vessel", "identifiers": number})]
    found = run(records, party("vessel", "Dorvina Sky"), vessel_imo="IMO 9074729")
    hit = found.hits.to_pylist()[0]
    assert (hit["basis"], hit["confirmed"], hit["score"]) == ("identifier", True, 1.0)
    assert hit["role"] == "vessel"


def test_a_ship_number_without_a_ship_is_a_vessel_of_its_own(run, party):
    found = run([(("1", "Kavzel"), {})], party(name="Moravit"), vessel_imo="9074729")
    rows = found.screened.to_pylist()
    assert [row["role"] for row in rows] == ["consignee", "vessel"]
    assert rows[1]["screened"]


def test_a_wrong_check_digit_is_named(run, party):
    records = [(("5", "Ostrelin Star"), {"schema": "Vessel"})]
    found = run(records, party("vessel", "Ostrelin Star"), vessel_imo="9074728")
    hit = found.hits.to_pylist()[0]
    assert orjson.loads(hit["evidence"])["imo_check_digit_wrong"] == ["9074728"]
    assert "wrong check digit" in hit["why"]


@pytest.mark.parametrize(
    ("given", "fields", "said"),
    [
        ({"name": "TO ORDER", "email": "desk@kavzel.example"}, {}, "names no one"),
        ({"name": "Unknown", "identifiers": [{"kind": "tax", "value": "n"}]}, {}, "no one"),
        ({"name": "---", "phone": "1"}, {}, "no letter or digit"),
        ({"name": None, "email": "desk@kavzel.example"}, {}, "no name"),
        ({"name": None, "identifiers": [{"kind": "tax", "value": "000000"}]}, {}, "no name"),
        ({"name": None, "role": "vessel"}, {"vessel_imo": "12345"}, "not screened by number"),
        ({"name": "Consignee: TO ORDER"}, {}, "names no one"),
        ({"name": "Kavzel Optik " + "x " * 5000}, {}, "over the 1,000"),
        (
            {"name": "; ".join(f"Kavzel {chr(97 + n)}oda" for n in range(26))},
            {},
            "2 names more",
        ),
        ({"name": "Moravit", "address": "road " * 500}, {}, "its address"),
    ],
)
def test_what_cannot_be_looked_up_is_never_told_as_screened(run, party, given, fields, said):
    records = [(("1", "Kavzel Optik"), {})]
    row = run(records, party(**given), **fields).screened.to_pylist()[0]
    assert not row["screened"]
    assert said in row["why_not"]


def test_a_number_that_identifies_makes_good_a_name_that_does_not(run, party):
    held = [{"kind": "tax", "value": "7701234567"}]
    found = run([(("1", "Kavzel"), {})], party(name="TO ORDER", identifiers=held))
    assert found.screened.to_pylist()[0]["screened"]


@pytest.mark.parametrize("number", ["9074728", "90747299", "unknown", "0000000"])
def test_a_ship_whose_number_cannot_be_used_is_not_screened(run, party, number):
    found = run([(("1", "Kavzel"), {})], party("vessel", "Dorvina Sky"), vessel_imo=number)
    row = found.screened.to_pylist()[0]
    assert not row["screened"]
    assert row["why_not"].startswith("not screened by number")
    assert number in row["why_not"]
    assert row["names_tried"] == ["Dorvina Sky"]


def test_a_ship_with_a_usable_number_or_none_is_screened_by_name(run, party):
    records = [(("1", "Kavzel"), {})]
    for number in ("9074729", ""):
        found = run(records, party("vessel", "Dorvina Sky"), vessel_imo=number)
        assert found.screened.to_pylist()[0]["screened"]


@pytest.mark.parametrize("field", ["7701234567", "INN 7701234567", "Tax No: 77-01-234567"])
def test_a_number_in_the_name_field_is_looked_up_as_a_number(run, party, field):
    number = [{"kind": "registration", "value": "7701234567", "country": ""}]
    records = [(("5", "Ostrelin Star"), {"identifiers": number})]
    hits = run(records, party(name=field)).hits.to_pylist()
    assert [(hit["basis"], hit["match"]) for hit in hits] == [("identifier", True)]


@pytest.mark.parametrize(
    ("filed", "held"), [("KAVZTRIS", "KAVZTRISXXX"), ("KAVZTRISXXX", "KAVZTRIS")]
)
def test_a_bank_code_meets_its_head_office(run, party, filed, held):
    records = [
        (("5", "Moravit"), {"identifiers": [{"kind": "swift", "value": held, "country": ""}]})
    ]
    bank = party("bank", "Dorvina", identifiers=[{"kind": "bic", "value": filed}])
    assert run(records, bank).hits.to_pylist()[0]["confirmed"]


@pytest.mark.parametrize(
    "address",
    ["c/o Kavzel Optik, 14 Marble Road, Izmir", "14 Marble Road (ATTN: Kavzel Optik) Izmir"],
)
@pytest.mark.parametrize("name", ["Dorvina Tiles", "TO ORDER"])
def test_a_listed_name_in_the_address_is_found(run, party, address, name):
    found = run([(("1", "Kavzel Optik"), {})], party(name=name, address=address))
    assert [hit["match"] for hit in found.hits.to_pylist()] == [True]
    row = found.screened.to_pylist()[0]
    assert row["screened"] == (name != "TO ORDER")
    assert "Kavzel Optik" in row["names_tried"]


def test_two_lists_both_answer(watchlist, record, shipments, party):
    lists = [watchlist(record("1", "Kavzel"), name=name) for name in ("one", "two")]
    found = screen.run(shipments([party(name="Kavzel")]), lists).hits.to_pylist()
    assert [hit["list"] for hit in found] == ["one", "two"]


def test_no_party_gives_two_empty_tables(run):
    found = run([(("1", "Kavzel"), {})])
    assert (found.hits.num_rows, found.screened.num_rows) == (0, 0)


def test_adding_an_alias_never_lowers_the_best_score(run, party):
    bare = run([(("1", "Kavzel Optik"), {})], party(name="Kavzel Optic"))
    more = run([(("1", "Kavzel Optik", "Moravit"), {})], party(name="Kavzel Optic"))
    assert more.hits.to_pylist()[0]["score"] >= bare.hits.to_pylist()[0]["score"]


def test_real_customs_parties_are_all_looked_up(real_data, watchlist, record, shipments, party):
    lines = (real_data / "shipments" / "kenya_export_s.csv").read_text("utf-8").splitlines()
    names = [line.split(",")[0] for line in lines[1:]]
    rows = [[party(name=name)] for name in names]
    found = screen.run(shipments(*rows), [watchlist(record("1", "Kavzel Optik"))])
    assert found.screened.num_rows == len(names) > 100


WORDS = ["kavzel", "moravit", "ostrelin", "dorvina", "zarvania", "optik", "group", "41", "al"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
NUMBERS = [("tax", "7701234567"), ("imo", "9074729"), ("email", "sales@kavzel.example")]
NUMBERED = st.lists(st.sampled_from(NUMBERS), unique=True)
RECORDS = st.lists(
    st.tuples(st.lists(NAMES, min_size=1, max_size=3, unique=True), NUMBERED),
    min_size=1,
    max_size=5,
)


def _numbers(found):
    return [{"kind": kind, "value": value, "country": ""} for kind, value in found]


def _listed(rows):
    return [
        _record(str(at), *names, identifiers=_numbers(numbers))
        for at, (names, numbers) in enumerate(rows)
    ]


def _scores(records, name, numbers=(), country=""):
    """What one party gives on one list: its best score by record and basis."""
    party = _party(name=name, identifiers=_numbers(numbers), country=country)
    hits = screen.run(_shipments([party]), [_watchlist(*records)]).hits.to_pylist()
    return {(hit["record"], hit["basis"]): hit["score"] for hit in hits if hit["match"]}


@settings(max_examples=60)
@given(rows=RECORDS, name=NAMES, numbers=NUMBERED, dice=st.randoms())
def test_the_order_of_evidence_changes_no_score(rows, name, numbers, dice):
    records, told = _listed(rows), list(numbers)
    straight = _scores(records, name, told)
    for record in records:
        dice.shuffle(record["identifiers"])
        dice.shuffle(record["names"])
    dice.shuffle(records)
    dice.shuffle(told)
    assert _scores(records, name, told) == straight


@settings(max_examples=60)
@given(rows=RECORDS, name=NAMES, alias=NAMES)
def test_an_alias_more_never_lowers_recall(rows, name, alias):
    before = _scores(_listed(rows), name)
    names, numbers = rows[0]
    more = [([*names, alias], numbers), *rows[1:]]
    after = _scores(_listed(more), name)
    assert all(after.get(key, 0.0) >= score for key, score in before.items())


@settings(max_examples=60)
@given(rows=RECORDS, name=NAMES)
def test_case_spacing_and_accents_change_no_score(rows, name):
    plain = _scores(_listed(rows), name)
    changed = "   ".join(name.split()).upper().replace("O", "\u00d3").replace("I", "\u00cd")
    assume(len(changed) not in {34, 35})  # so long a field may have been cut off
    assert _scores(_listed(rows), changed) == plain


@settings(max_examples=60)
@given(rows=RECORDS, at=st.integers(0, 4))
def test_a_party_named_as_a_record_is_matches_it_fully(rows, at):
    names, _ = rows[at % len(rows)]
    found = _scores(_listed(rows), names[0])
    assert found[str(at % len(rows)), "name"] == 1.0
