"""One entry of a METI document: names are told apart though lines run on or break anywhere."""

import pytest

from catchall.intake.watchlists.meti_entry import entry, languages, listed, one_line, parts


def test_an_entry_is_parted_into_names_aliases_and_addresses():
    found = entry(
        "見本(別称、試料)\nSample, a.k.a., the follow two aliases:\n-A Works; and-B\nLtd.\n"
        "所在地:1 Street, Russia; and 2 Street, Russia."
    )
    assert (found.japanese, found.english) == ("見本(別称、試料)", "Sample")
    assert (found.japanese_parts, found.aliases) == (("見本", "試料"), ("A Works", "B Ltd"))
    assert found.addresses == ("1 Street, Russia", "2 Street, Russia.")
    assert found.announced == 2


@pytest.mark.parametrize(
    ("said", "announced"),
    [
        ("A, a.k.a. the following one alias:", 1),
        ("A, thefollowing twelve aliases:", 12),
        ("A, a.k.a., following many aliases:", 0),
        ("A", 0),
    ],
)
def test_the_aliases_announced_are_counted(said, announced):
    found = entry(f"見本\n{said}\n")
    assert (found.english, found.announced) == ("A", announced)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("見本\nSample\nWorks", "Sample Works"),
        ("見本「光」Sample Works", "Sample Works"),
        ("見本(別称、B及び\nC\nD)\nSample", "Sample"),
        ("見本サンプルSample Works LTD\uff08见本有限公司\uff09", "Sample Works LTD"),
        ("見本", ""),
    ],
)
def test_the_english_name_is_found_beside_the_japanese_one(text, english):
    assert languages(text)[1] == english


def test_a_chinese_name_in_a_bracket_is_a_name():
    assert parts("見本サンプル(见本有限公司)") == ("見本サンプル", "见本有限公司")


def test_and_parts_only_the_last_two_names():
    assert parts("見本(別称、A及びB、C及びD及びE)") == ("見本", "A及びB", "C及びD及びE")


def test_japanese_lines_are_joined_without_a_space():
    assert one_line("見本\n造船\nAB\nC") == "見本造船AB C"


def test_a_list_of_other_names_has_two_languages():
    assert listed("見本社; 試料\nSample;\nProbe.") == ["見本社", "試料", "Sample", "Probe"]
