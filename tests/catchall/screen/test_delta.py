"""A list's news against stored parties: what comes out is what a full run gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catchall.screen.conftest import _party, _record, _shipments, _table, _watchlist

from catchall.screen import delta, stage
from catchall.screen.parties import occurrences
from catchall.screen.stock import open_stock, prepare

OLD = [
    _record("1", "Kavzel Optik"),
    _record("2", "Moravit Group", "Moravit Trading"),
    _record("3", "Ostrelin Bearings"),
]


def stored(shipments, watchlist):
    stock = open_stock(prepare(list(occurrences(shipments))))
    return delta.Stored(shipments, stock, stage.run(shipments, [watchlist]))


def news(old, new):
    return delta.changes(_table(old), _table(new))


def after(shipments, old, new):
    """What the delta gives for these shipments when the list goes from old to new."""
    held = stored(shipments, _watchlist(*old))
    return delta.run(held, [news(old, new)], [_watchlist(*new)])


def matches(screening):
    rows = screening.hits.to_pylist()
    return [hit for hit in rows if hit["match"] or hit["basis"] != "name"]


def test_records_added_changed_and_removed_are_told_apart():
    new = [OLD[0], _record("2", "Moravit Group"), _record("4", "Dorvina")]
    found = news(OLD, new)
    assert (found.added, found.changed, found.removed) == (("4",), ("2",), ("3",))
    assert found.news["record"].to_pylist() == ["2", "4"]


@pytest.mark.parametrize(
    "more",
    [
        {"countries": ["IR"]},
        {"remarks": "new"},
        {"schema": "Vessel"},
        {"kinds": ["weak_alias"]},
        {"identifiers": [{"kind": "tax", "value": "7701234567", "country": ""}]},
    ],
)
def test_a_change_in_any_field_is_a_change(more):
    assert news(OLD, [_record("1", "Kavzel Optik", **more), *OLD[1:]]).changed == ("1",)


def test_the_name_a_user_gives_a_list_and_the_order_of_records_are_no_change():
    renamed = [{**one, "list": "another"} for one in reversed(OLD)]
    assert delta.changes(_table(OLD), _table(renamed)).news.num_rows == 0


def test_a_party_is_found_when_it_comes_on_the_list():
    shipments = _shipments([_party(name="DORVINA FREIGHT LLC")], [_party(name="Zarvania")])
    new = [*OLD, _record("4", "Dorvina Freight")]
    assert [hit["row"] for hit in matches(after(shipments, OLD, new))] == [0]


def test_a_party_is_free_again_when_its_record_leaves_the_list():
    assert not matches(after(_shipments([_party(name="Kavzel Optik")]), OLD, OLD[1:]))


def test_a_number_alone_brings_a_party_up():
    number = [{"kind": "tax", "value": "7701234567", "country": ""}]
    shipments = _shipments([_party(name="Zarvania", identifiers=number)])
    new = [*OLD, _record("4", "Dorvina", identifiers=number)]
    assert [hit["basis"] for hit in matches(after(shipments, OLD, new))] == ["identifier"]


def test_an_address_alone_brings_a_party_up():
    place = "14 Lindenhof Road, Tbilisi"
    blank = dict.fromkeys(("city", "region", "postcode", "country"), "")
    shipments = _shipments([_party(name="Zarvania", address=place)])
    new = [*OLD, _record("4", "Dorvina", addresses=[{"text": place, **blank}])]
    assert [hit["basis"] for hit in matches(after(shipments, OLD, new))] == ["address"]


def test_only_parties_near_the_news_are_screened_again():
    shipments = _shipments([_party(name="Dorvina Freight")], [_party(name="Moravit Group")])
    held = stored(shipments, _watchlist(*OLD))
    fresh = news(OLD, [*OLD, _record("4", "Dorvina Freight")])
    assert delta.near(held.stock, fresh.news).tolist() == [0]


def test_without_news_everything_stays_as_it_was():
    shipments = _shipments([_party(name="Zarvania")], [_party(name="Kavzel Optik")])
    held = stored(shipments, _watchlist(*OLD))
    assert delta.run(held, [news(OLD, OLD)], [_watchlist(*OLD)]) == held.before


def test_a_list_that_is_new_is_all_news():
    shipments = _shipments([_party(name="Kavzel Optik")])
    assert [hit["record"] for hit in matches(after(shipments, [], OLD))] == ["1"]


WORDS = st.sampled_from(
    ["kavzel", "moravit", "ostrelin", "dorvina", "zarvania", "optik", "optic", "group", "41"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
COUNTRIES = st.sampled_from([[], ["IR"], ["TR"]])
RECORDS = st.dictionaries(
    st.sampled_from("12345"), st.tuples(st.lists(NAMES, min_size=1, max_size=2), COUNTRIES)
).map(lambda all_: [_record(n, *names, countries=c) for n, (names, c) in all_.items()])
PARTIES = st.lists(st.tuples(NAMES, st.sampled_from(["", "IR", "TR"])), min_size=1, max_size=6)


@settings(max_examples=60)
@given(old=RECORDS, new=RECORDS, parties=PARTIES)
def test_delta_on_top_of_the_old_result_is_the_full_result(old, new, parties):
    shipments = _shipments(*([_party(name=name, country=c)] for name, c in parties))
    full = stage.run(shipments, [_watchlist(*new)])
    found = after(shipments, old, new)
    assert matches(found) == matches(full)
    assert found.screened.drop_columns(["best_below"]) == full.screened.drop_columns(
        ["best_below"]
    )
