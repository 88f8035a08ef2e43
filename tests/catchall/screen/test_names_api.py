"""The shapes of the command line."""

import pytest
from tools import fuzz_names

from catchall.errors import UsageError
from catchall.screen import names_api


@pytest.fixture
def lists(watchlist, record):
    return [
        watchlist(
            record("1", "Kavzel Optik", countries=["IR"]),
            record("2", "Pavel Ostrelin", schema="Person"),
        )
    ]


def test_match_answers_each_line_in_order(lists):
    rows = [{"id": "a", "name": "Kavzel Optik"}, {"id": "b", "name": "OSTRELIN, Pavel"}]
    found = list(names_api.match(rows, lists))
    assert [one["id"] for one in found] == ["a", "b"]
    assert [one["hits"][0]["record"] for one in found] == ["1", "2"]
    told = {"list", "record", "name", "score", "probability", "match", "why"}
    assert set(found[0]["hits"][0]) == told


def test_a_line_without_a_name_says_why_it_has_no_hits(lists):
    assert next(names_api.match([{"id": 1}], lists)) == {
        "id": 1,
        "hits": [],
        "why_not": "no name",
    }


def test_threshold_decides_what_matches(lists):
    row = {"id": 1, "name": "Kavzel Optic", "country": "Turkey", "schema": "Company"}
    assert next(names_api.match([row], lists))["hits"][0]["match"]
    strict = next(names_api.match([row], lists, threshold=0.99))["hits"]
    assert not strict[0]["match"]


def test_search_gives_the_nearest_names(lists):
    found = names_api.search("Kavzel", lists, country="IR", top=1)
    assert len(found) == 1
    assert "country agrees" in found[0]["why"]


def test_a_search_that_cannot_be_made_is_never_read_as_nothing_near(lists):
    assert names_api.search("Zorvanna", lists, threshold=0.99) == ()
    for name in ("", "TO ORDER", "!?"):
        with pytest.raises(UsageError, match="looked up: "):
            names_api.search(name, lists)


def test_more_lines_than_a_batch_are_all_answered(lists, monkeypatch):
    monkeypatch.setattr(names_api, "BATCH", 2)
    rows = [{"id": n, "name": "Kavzel Optik"} for n in range(5)]
    assert [one["id"] for one in names_api.match(rows, lists)] == [0, 1, 2, 3, 4]


def test_pairs_are_scored_in_order():
    rows = [
        {"query": "Kavzel", "candidate": "Kavzel Ltd", "schema": "Company"},
        {"query": "Kavzel", "candidate": None},
    ]
    found = list(names_api.score_pairs(rows))
    assert [one["match"] for one in found] == [True, False]
    assert set(found[0]) == {"score", "match", "why"}


def test_a_name_too_long_to_compare_is_refused_at_once(lists):
    long = "Kavzel Optik " + "x " * 500_000
    told = next(names_api.match([{"id": 1, "name": long}], lists))
    pair = next(names_api.score_pairs([{"query": long, "candidate": "Kavzel Optik"}]))
    turned = next(names_api.score_pairs([{"query": "Kavzel Optik", "candidate": long}]))
    for row in (told, pair, turned):
        assert row["error"].startswith("rejected: it is 1,000,0")
    assert told["hits"] == []
    assert not pair["match"]
    assert "error" not in next(names_api.match([{"id": 1, "name": "Kavzel"}], lists))


def test_no_random_string_breaks_it_or_is_lost():
    assert fuzz_names.run(1500, seed=7) == 1500


def test_the_fuzzer_notices_a_lost_row_and_a_crash(monkeypatch):
    whole = names_api.match
    monkeypatch.setattr(names_api, "match", lambda rows, lists: list(whole(rows, lists))[1:])
    with pytest.raises(fuzz_names.FuzzError, match="lost a row"):
        fuzz_names.run(20, seed=7)
    monkeypatch.setattr(names_api, "match", lambda rows, lists: 1 // 0)
    with pytest.raises(fuzz_names.FuzzError, match="ZeroDivisionError"):
        fuzz_names.run(20, seed=7)


def test_a_number_in_common_is_a_hit_whatever_the_name(watchlist, record):
    number = {"kind": "tax", "value": "7701234567", "country": "TR"}
    made = [watchlist(record("1", "Kavzel Optik", identifiers=[number]))]
    row = {
        "id": 1,
        "name": "Dorvina",
        "country": "TR",
        "identifiers": [{"kind": "tax", "value": "7701234567"}],
    }
    (hit,) = next(names_api.match([row], made))["hits"]
    assert (hit["record"], hit["score"], hit["match"]) == ("1", 1.0, True)


def test_reasons_end_with_what_would_change_the_result(lists):
    hit = next(names_api.match([{"id": 1, "name": "Kavzel Optik"}], lists))["hits"][0]
    assert hit["why"].endswith("without 'kavzel' the names would score 0.66, below it")
