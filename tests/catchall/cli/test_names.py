"""Names in, hits out, in the same order."""

import orjson
import pytest

from catchall.cli import names, options

HIT = {
    "list": "un",
    "record": "7",
    "name": "Zarvania",
    "score": 0.91,
    "match": True,
    "why": "same",
}


@pytest.fixture
def lists(monkeypatch):
    monkeypatch.setattr(names, "used_lists", lambda day, named: named or ("un", "ofac"))
    monkeypatch.setattr(names.snapshots, "load", lambda one: one)


@pytest.fixture
def asked(tmp_path):
    path = tmp_path / "names.jsonl"
    path.write_text('{"id": "1", "name": "Zarvania"}\nbroken\n{"id": "3", "name": "Zarvana"}\n')
    return path


def test_each_line_is_answered_and_a_bad_one_is_named(call, lists, asked, monkeypatch):
    given = {}

    def match(rows, watchlists, **options):
        given.update(options, lists=watchlists)
        return [{"id": row["id"], "hits": [HIT]} for row in rows]

    monkeypatch.setattr(names.names_api, "match", match)
    told = call("names", "match", asked, "--lists", "un", "--top", "3", "--threshold", "0.8")
    answers = [orjson.loads(line) for line in told.out.splitlines()]
    assert [one["id"] for one in answers] == ["1", None, "3"]
    assert given == {"lists": ["un"], "top": 3, "threshold": 0.8}
    assert (told.status, "names.jsonl:2: no JSON" in told.err) == (3, True)


def test_lists_in_force_on_the_day_are_loaded(monkeypatch, home):
    monkeypatch.setattr(options, "in_force", lambda *_: ("snapshot",))
    monkeypatch.setattr(names.snapshots, "load", lambda one: one)
    assert names._loaded(()) == ["snapshot"]


def test_without_lists_nothing_is_matched(call, asked):
    told = call("names", "match", asked)
    assert (told.status, told.out, told.err.count("\n")) == (5, "", 1)


def test_a_search_explains_its_hits(call, lists, monkeypatch):
    monkeypatch.setattr(names.names_api, "match", lambda *_, **__: [{"id": "", "hits": [HIT]}])
    told = call("names", "search", "Zarvania", "--country", "AE")
    assert all(one in told.out for one in ("0.910", "Zarvania", "same"))


def test_a_search_for_programs_is_json(call, lists, monkeypatch):
    monkeypatch.setattr(names.names_api, "match", lambda *_, **__: [{"id": "", "hits": [HIT]}])
    told = orjson.loads(call("names", "search", "Zarvania", "--json").out)
    assert told == {"name": "Zarvania", "hits": [HIT]}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"hits": []}, "no listed name is near it"),
        ({"hits": [], "why_not": "no letters"}, "no letters"),
    ],
)
def test_nothing_found_is_not_the_same_as_not_looked_up(call, lists, monkeypatch, answer, said):
    monkeypatch.setattr(names.names_api, "match", lambda *_, **__: [answer])
    assert call("names", "search", "Zarvania").out.strip() == said


def test_pairs_are_scored_in_order(call, tmp_path, monkeypatch):
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"query": "a", "candidate": "b"}\n{"query": "c", "candidate": "d"}\n')
    monkeypatch.setattr(
        names.names_api, "score_pairs", lambda rows: ({"why": one["query"]} for one in rows)
    )
    told = call("names", "score", path)
    assert (told.status, told.out) == (0, '{"why":"a"}\n{"why":"c"}\n')


def test_a_threshold_that_is_no_number_is_refused(call, tmp_path):
    path = tmp_path / "names.jsonl"
    path.write_text('{"id": "1", "name": "a"}\n')
    told = call("names", "match", path, "--threshold", "nan")
    assert (told.status, "'nan' is not a number" in told.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--country", "ZZZ"], "--country ZZZ is no country: give two letters"),
        (["--schema", "Bogus"], "'Bogus' is not one of"),
    ],
)
def test_a_search_by_what_is_not_known_is_wrong_use(call, lists, words, said):
    told = call("names", "search", "Zarvania", *words)
    assert (told.status, told.out, told.err.count("\n")) == (2, "", 1)
    assert said in told.err


def test_country_and_kind_of_party_reach_the_search(call, lists, monkeypatch):
    seen = []

    def match(rows, *_, **__):
        seen.extend(rows)
        return [{"id": "", "hits": [HIT]}]

    monkeypatch.setattr(names.names_api, "match", match)
    call("names", "search", "Zarvania", "--country", "ARE", "--schema", "vessel")
    assert (seen[0]["country"], seen[0]["schema"]) == ("ARE", "Vessel")
