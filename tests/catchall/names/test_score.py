"""Two names -> score with reasons: golden pairs, and what must hold for any name."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.names.parts import parse
from catchall.names.score import explain, pairs, score
from catchall.names.threshold import NAME_MATCH

ROOT = Path(__file__).resolve().parents[3]
PAIRS = ROOT / "tests" / "names" / "pairs.csv"
WORDS = ("Kavzel", "Moravit", "Ostrelin", "Zarvania", "Optik", "Trading", "Shipping", "No. 7")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True)


def _golden() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("pair", _golden(), ids=lambda pair: pair["query"])
def test_golden_pair_is_judged_as_written(pair):
    found = score(pair["query"], pair["candidate"], schema=pair["schema"])
    assert found.match == (pair["match"] == "yes"), found.why


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_a_name_matches_itself_however_cased_spaced_and_accented(words):
    name = " ".join(words)
    changed = "  ".join(words).upper().replace("O", "\u00d6").replace("A", "\u00c1")
    assert score(name, name).score == 1.0
    assert score(changed, name).score == 1.0


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES)
def test_likeness_of_organisations_depends_on_the_side_only_when_one_holds_the_other(
    left, right
):
    one, other = " ".join(left), " ".join(right)
    there, back = explain(parse(one), parse(other)), explain(parse(other), parse(one))
    if one in other and one != other:  # a listed name inside a party's text counts for more
        assert back.score >= there.score - 1e-9
    elif other in one and one != other:
        assert there.score >= back.score - 1e-9
    else:
        assert there.score == pytest.approx(back.score, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_another_order_of_words_costs_little_and_ranks_behind_the_exact_name(words):
    turned = score(" ".join(reversed(words)), " ".join(words)).score
    assert turned >= 0.98
    assert turned == 1.0 or len(words) > 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_a_score_between_nought_and_one(query, candidate):
    assert 0.0 <= score(query, candidate).score <= 1.0


def test_reasons_show_the_words_side_by_side_and_what_did_not_count():
    found = score("Kavzel Tradng LLC", "Kavzel Trading Ltd")
    aligned = {(one.query, one.candidate) for one in found.aligned}
    assert aligned == {("kavzel", "kavzel"), ("tradng", "trading")}
    assert found.aside == ("llc", "ltd")
    assert "did not count: 'llc', 'ltd'" in found.why


def test_words_without_partner_are_named_with_their_side():
    found = score("Kavzel Moravit", "Kavzel Ostrelin")
    assert "only in the party: 'moravit'" in found.why
    assert "only in the listed name: 'ostrelin'" in found.why


def test_numbers_that_differ_are_said_so():
    assert "numbers differ" in score("Moravit Plant 5", "Moravit Plant 6").why


def test_generic_words_alone_do_not_match():
    assert score("General Trading Company", "Zarvania General Trading Company").score < 0.8


def test_a_foundation_is_not_a_firm_of_the_same_name():
    firm = score("Stichting Kavzel Moravit", "Kavzel Moravit Ltd").score
    assert firm < score("Kavzel Moravit LLC", "Kavzel Moravit Ltd").score


def test_an_initial_alone_matches_nobody():
    assert score("Moravitelin", "El M", schema="Person").score < NAME_MATCH.value


def test_a_cut_field_may_lack_the_end_of_the_name():
    full = "Moravit Precision Instrument Manufacturing Company"
    assert score(full[:35], full).score > score(full[:28], full).score


def test_without_a_word_there_is_nothing_to_compare():
    found = score("---", "Kavzel")
    assert (found.score, found.match, found.aligned) == (0.0, False, ())


def test_the_reading_that_was_compared_is_named():
    found = score("C/O Kavzel Optik Ltd DUBAI UAE", "Kavzel Optik")
    assert found.reading == "Kavzel Optik Ltd"


def test_many_pairs_come_back_in_order():
    rows = [("Kavzel", "Kavzel", ""), ("Kavzel", "Moravit", "Person")]
    assert [found.match for found in pairs(rows)] == [True, False]


def test_the_threshold_says_why_and_what_was_measured():
    assert 0.5 < NAME_MATCH.value < 1
    assert all((NAME_MATCH.day, NAME_MATCH.rationale, NAME_MATCH.measured))


AROUND = "alder birch cedar dolma elmet fargo gromit hazel iveta jorun kolba lumen marek nadir"


@pytest.mark.parametrize("words", [1, 2, 3, 6, 9, 14])
@pytest.mark.parametrize("listed", ["Kavzel Optik", "Kavzel Optik Moravit", "Moravit Izmir"])
def test_a_listed_name_inside_a_longer_text_matches_whatever_stands_around_it(words, listed):
    around = AROUND.split()[:words]
    for before in (0, words // 2, words):
        text = " ".join([*around[:before], listed, *around[before:]])
        assert score(text, listed).match, text


@pytest.mark.parametrize(
    "text", ["Kavzel Zorvan Optik Alder Birch Cedar", "Optik Kavzel Alder Birch Cedar"]
)
def test_words_of_a_listed_name_scattered_in_a_text_are_no_name_inside_it(text):
    assert not score(text, "Kavzel Optik").match


def test_a_name_far_behind_in_a_long_field_is_read():
    text = " ".join(f"zor{chr(97 + n)}ban" for n in range(26)) + " Kavzel Optik"
    assert score(text, "Kavzel Optik").match


def test_a_text_too_long_to_compare_says_so():
    assert "over the 1,000" in score("Kavzel " * 500, "Kavzel").why


@pytest.mark.parametrize("mark", ["M/V", "MV", "M.V.", "M/T", "MT", "SS", "S/S", "F/V"])
def test_what_stands_before_a_ships_name_is_no_part_of_it(mark):
    assert score(f"{mark} Ostrelin", "Ostrelin").score == 1.0
    assert score(f"{mark} Ostrelin Sky", "Ostrelin Sky").score == 1.0
