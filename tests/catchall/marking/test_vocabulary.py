"""The token tables: complete, without a word that means two things."""

import pytest

from catchall.marking import vocabulary
from catchall.marking.vocabulary import Token, expand, in_order, is_code, is_group


def test_a_token_is_written_in_every_listed_way():
    assert Token("ORCON", "OC", ("ORIGINATOR CONTROLLED",)).words == (
        "ORCON", "OC", "ORIGINATOR CONTROLLED",
    )  # fmt: skip


def test_a_row_of_the_table_becomes_a_token():
    row = {"banner": "A", "portion": "B", "titles": ["C"], "access": "usa named", "level": "3"}
    assert vocabulary._token(row) == Token("A", "B", ("C",), frozenset({"usa", "named"}), 3)
    bare = {"banner": "A", "portion": "B"}
    assert vocabulary._token(bare) == Token("A", "B", (), frozenset(), 0)


def test_every_value_of_a_data_file_is_text():
    assert vocabulary.table("tokens.yaml")["classes"]["US"][0]["level"] == "0"


def test_no_word_means_two_marks():
    marks = (*vocabulary.ATOMIC, *vocabulary.DISSEMINATION, *vocabulary.NON_IC)
    words = [word for mark in marks for word in set(mark.words)]
    assert sorted(words) == sorted(set(words))


def test_levels_run_as_the_specification_says():
    levels = {
        policy: [(token.level, token.portion) for token in tokens]
        for policy, tokens in vocabulary.CLASSES.items()
    }
    assert levels["US"] == [(0, "U"), (2, "C"), (3, "S"), (4, "TS")]
    assert levels["FGI"] == [(0, "U"), (1, "R"), (2, "C"), (3, "S"), (4, "TS")]
    assert levels["NATO"] == [(0, "NU"), (1, "NR"), (2, "NC"), (3, "NS"), (4, "CTS")]
    assert levels["UK"][1] == (1, "OFFICIAL-SENSITIVE")
    assert [level for level, _ in levels["TLP"]] == [0, 1, 2, 3, 4]


def test_access_of_caveats_is_that_of_section_6():
    access = {
        "named": {"ORCON", "EXDIS", "NODIS", "STADIS", "RECIPIENTS ONLY"},
        "usa": {"NOFORN", "EXDIS", "NODIS", "SBU NOFORN", "LES NOFORN", "DEA SENSITIVE"},
        "none": {"SIPDIS", "EFTO"},
        "home": {
            "ORCON-USGOV", "PROPIN", "IMCON", "RSEN", "FISA", "FOUO", "SBU", "LES", "SSI",
            "LIMDIS",
        },
    }  # fmt: skip
    assert {name: vocabulary._with(name) for name in access} == access
    got = (
        vocabulary.NAMED_ONLY, vocabulary.USA_ONLY, vocabulary.NO_EFFECT, vocabulary.HOME_ONLY,
    )  # fmt: skip
    assert got == tuple(access.values())


def test_known_groups_are_the_three_of_the_specification():
    assert {name: len(members) for name, members in vocabulary.GROUPS.items()} == {
        "FVEY": 5, "ACGU": 4, "TEYE": 3,
    }  # fmt: skip


@pytest.mark.parametrize("code", ["FVEY", "EU", "AG", "NSG", "WA", "ISAF"])
def test_group(code):
    assert is_group(code)
    assert is_code(code)


@pytest.mark.parametrize("code", ["GB", "gbr", "GBR1", "", "FVEYS", "G R"])
def test_no_code(code):
    assert not is_code(code)


def test_a_country_is_a_code_and_no_group():
    assert is_code("GBR")
    assert not is_group("GBR")


def test_codes_stand_countries_first_without_usa():
    assert in_order(frozenset({"USA", "NSG", "ZAF", "FVEY", "AUS"})) == [
        "AUS", "ZAF", "FVEY", "NSG",
    ]  # fmt: skip


def test_only_built_in_groups_expand():
    assert expand(frozenset({"ACGU", "NATO", "DEU"})) == {
        "USA", "AUS", "CAN", "GBR", "NATO", "DEU",
    }  # fmt: skip
    assert expand(frozenset()) == frozenset()
