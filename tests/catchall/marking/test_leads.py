"""Lead quality: what the receiver gets, what is missing, what is withheld and why."""

import pytest

from catchall.marking import leads
from catchall.marking.leads import NEEDS, Fact, Finding, quality, releasable
from catchall.marking.writing import render

GBR = {"level": "S", "country": "GBR"}
OPEN, SHUT = "(S//REL TO USA, GBR)", "(S//NF)"
LEAD = [
    Fact("firm", "Example Ltd", OPEN), Fact("firm", "Example Holding", SHUT),
    Fact("route", "by sea", SHUT), Fact("route", "via QB", "(TS)"),
    Fact("date", "in May", OPEN, reveals_source=True),
    Fact("item", "a lathe", SHUT), Fact("item", "a lathe, seen", OPEN, reveals_source=True),
    Fact("remark", "background", "(TS//SI)"),
]  # fmt: skip


def finding(need, facts=LEAD, **how):
    return next(one for one in quality(facts, GBR, **how).findings if one.need == need)


def test_the_needs_are_the_eight_of_the_specification():
    assert set(NEEDS) == {
        "firm", "address", "item", "quantity", "date", "route", "consignee", "basis",
    }  # fmt: skip


def test_the_needs_come_from_the_data_file():
    assert leads._needs() == NEEDS


def test_what_may_be_read_is_given_and_nothing_else():
    assert finding("firm") == Finding("firm", "given", "", ("Example Ltd",))


def test_what_nobody_knows_is_missing_with_its_question():
    assert finding("quantity") == Finding("quantity", "missing", "How many, or how much?")


def test_what_a_marking_withholds_names_the_marks():
    assert finding("route") == Finding("route", "withheld", "marking (S//NF), (TS)")


def test_what_reveals_the_source_is_withheld_whatever_its_mark():
    assert finding("date") == Finding("date", "withheld", "source")


def test_a_mark_that_can_be_changed_is_named_before_the_source():
    assert finding("item") == Finding("item", "withheld", "marking (S//NF)")


def test_the_score_counts_what_is_given():
    assert quality(LEAD, GBR).score == (1, 8)
    assert quality([], GBR).score == (0, 8)


def test_next_steps_in_the_order_of_need():
    assert quality(LEAD, GBR).next_steps[:2] == (
        "item: ask the originator for a releasable version (marking (S//NF))",
        "find out: Who is to receive it in the end?",
    )
    assert (
        "date: look for it in an open source, or say less of it"
        in quality(LEAD, GBR).next_steps
    )


def test_the_report_carries_the_join_of_all_facts():
    assert [render(label) for label in quality(LEAD, GBR).labels] == ["TOP SECRET//SI//NOFORN"]


@pytest.mark.parametrize(
    ("groups", "state"), [(None, "withheld"), ({"NATO": ["GBR"]}, "given")]
)
def test_groups_are_handed_on(groups, state):
    facts = [Fact("basis", "a rule", "(S//REL TO USA, NATO)")]
    assert finding("basis", facts, groups=groups).state == state


def test_the_receiver_sees_no_sign_of_what_is_withheld():
    without = [fact for fact in LEAD if fact.marking == OPEN and not fact.reveals_source]
    assert releasable(LEAD, GBR) == releasable(without, GBR) == {"firm": ("Example Ltd",)}


def test_groups_count_in_a_release():
    facts = [Fact("basis", "a rule", "(S//REL TO USA, NATO)")]
    assert releasable(facts, GBR, {"NATO": ["GBR"]}) == {"basis": ("a rule",)}


def test_display_is_not_enough_for_a_release():
    assert releasable([Fact("firm", "Example Ltd", "(S//DISPLAY ONLY GBR)")], GBR) == {}
