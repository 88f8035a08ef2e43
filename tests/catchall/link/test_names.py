"""Tests of ``catchall.link.names``: every firm, person and ship is invented."""

import pytest

from catchall.link.names import find, kind_of


def found(text):
    return [(n.text, n.kind) for n in find(text) if n.kind != "place"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kestrel Valve Ltd", "firm"),
        ("Ministry of Trade", "authority"),
        ("Barada Research Directorate", "body"),
        ("Falcon Ridge Industries", "firm"),
        ("MITI", "authority"),
        ("Shannon Airport", "place"),
        ("Nuclear Suppliers Group", "authority"),
        ("Sweden", "place"),
        ("Indus Meru", "name"),
    ],
)
def test_a_name_has_a_kind(name, kind):
    assert kind_of(name) == kind


def test_a_name_ends_with_its_legal_form():
    assert found("Kestrel Seal & Valve Inc. of Ohio")[0] == (
        "Kestrel Seal & Valve Inc.",
        "firm",
    )


def test_small_legal_forms_belong_to_the_name():
    assert found("by Moravel Optik spol. s r.o. and")[0] == (
        "Moravel Optik spol. s r.o.",
        "firm",
    )


def test_the_owner_before_a_name_is_not_in_it():
    assert found("Iran's Kaveh Bolt Works bought") == [("Kaveh Bolt Works", "firm")]


def test_a_demonym_before_an_office_is_part_of_its_name():
    assert found("for the Syrian Army Procurement Office") == [
        ("Syrian Army Procurement Office", "body")
    ]


def test_a_title_makes_a_person():
    (person,) = [n for n in find("Section Chief Lo Wen-kai called") if n.kind == "person"]
    assert (person.text, person.title) == ("Lo Wen-kai", "Section Chief")


def test_two_firms_joined_by_and_are_two():
    assert [n[0] for n in found("Kestrel Ltd and Falcon Corp")] == [
        "Kestrel Ltd",
        "Falcon Corp",
    ]


def test_a_firm_may_have_and_in_its_name():
    assert (
        found("the Lark Import and Export Corporation")[0][0]
        == "Lark Import and Export Corporation"
    )


def test_an_office_with_a_list_in_its_name_is_one():
    assert found("at the Ministry of Industry, Tourism and Trade, said") == [
        ("Ministry of Industry, Tourism and Trade", "authority")
    ]


def test_a_plain_word_at_the_beginning_is_no_part():
    assert found("Our Kestrel Ltd file")[0][0] == "Kestrel Ltd"
    assert found("the Can Tho Plasma Institute")[0][0] == "Can Tho Plasma Institute"
