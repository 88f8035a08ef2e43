"""One item to its outcome."""

from dataclasses import replace
from datetime import date

from catchall.classify import item

DAY = date(2026, 8, 3)


def test_weak_words_show_the_nearest_entries_and_count_for_nothing(classify):
    made = classify("hazelnut centrifugal enrichment of flour")
    assert made.outcome == "not_listed"
    assert made.no_entry
    assert made.near
    assert {one["verdict"] for one in made.as_dict()["candidates"]} == {"near"}
    assert any("for a person to look at" in reason for reason in made.reasons)


def test_questions_name_the_entries_they_decide(classify):
    made = classify("CNC lathe").as_dict()
    assert made["questions"][0]["ask"] == made["ask"][0]
    assert made["questions"][0]["decides"]


def test_a_list_for_one_destination_waits_for_the_destination(lawbook, classify):
    text = "atomised spherical aluminium powder 20 micron 99.7%"
    assert classify(text).outcome == "listed"
    bound = tuple(replace(entry, destinations=("KP",)) for entry in lawbook.entries)
    book = replace(lawbook, entries=bound, hash="bound")
    made = item(text, lawbook=book, day=DAY)
    assert made.outcome == "not_listed"
    assert made.candidates[0].verdict == "meets"
    assert "binds only for some destinations" in made.reasons[0]
