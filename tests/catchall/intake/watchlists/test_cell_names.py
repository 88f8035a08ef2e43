"""Names that one cell joins: parted where it is safe, kept as filed beside it where not."""

import pytest

from catchall.intake.watchlists.cell_names import (
    Joins,
    keep_alias,
    keep_parts,
    parts_of,
    pieces,
)
from catchall.intake.watchlists.entry import ORGANIZATION, Entry


def test_semicolons_part_names_and_blanks_are_none():
    assert pieces(" Invented  Works ;; Sample Plant; ") == ["Invented Works", "Sample Plant"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Testov Sample / Сампле Тестов", ["Testov Sample", "Сампле Тестов"]),
        ("Testov Sample or Testow Sampila", ["Testov Sample", "Testow Sampila"]),
        ("Testov Sample Arabic: سامبل تستوف", ["Testov Sample", "سامبل تستوف"]),
        ("Завод (Invented Plant) имени Теста", ["Завод имени Теста", "Invented Plant"]),
        ("Invented Works, Test Oblast", []),
        ("Invented Shipping A/S", []),
        ('Завод "Сампле"', []),
        ("(Testov / Сампле Тестов", ["Сампле Тестов"]),
    ],
)
def test_marks_that_join_names_part_them(text, parts):
    assert parts_of(text) == parts


def test_commas_part_names_only_where_the_list_joins_with_them():
    assert parts_of("Testov, Sampila Testau") == []
    assert parts_of("Testov, Sampila Testau", Joins(commas=True)) == [
        "Testov",
        "Sampila Testau",
    ]


def test_a_part_of_one_word_is_a_weak_name_and_a_legal_form_none():
    entry = Entry("1", ORGANIZATION)
    keep_alias(entry, "Testetti, JSC, 发明测试工厂, Testetti", joins=Joins(commas=True))
    kinds = [(name["text"], name["kind"]) for name in entry.names[1:]]
    assert kinds == [("Testetti", "weak_alias"), ("发明测试工厂", "alias")]
    assert entry.names_split == 2


def test_a_name_that_is_known_is_not_kept_again():
    entry = Entry("1", ORGANIZATION)
    entry.name("Sample Plant", "primary")
    keep_parts(entry, "Sample Plant / Sample Works")
    assert [name["text"] for name in entry.names] == ["Sample Plant", "Sample Works"]


def test_brackets_hold_a_second_name_only_where_the_list_writes_them_so():
    text = "Завод «Тест Сампле» (Завод «Сампле»)"
    assert parts_of(text) == ["Завод «Тест Сампле»"]
    assert parts_of(text, Joins(brackets=True)) == ["Завод «Тест Сампле»", "Завод «Сампле»"]
