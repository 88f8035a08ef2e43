"""The release mark of a banner: Table 3 rule by rule."""

import pytest

from catchall.marking.banner import rollup
from catchall.marking.writing import render

LATER, EARLIER, FIRST, LAST = "2012-03-01", "2008-03-01", "2010-06-28", "2010-06-27"


@pytest.mark.parametrize(
    ("portions", "line"),
    [
        (["S", "C"], "SECRET"), (["S//NF", "C"], "SECRET//NOFORN"),
        (["U", "U//NF"], "UNCLASSIFIED//NOFORN"),
        (["S//NF", "S//REL TO USA, GBR"], "SECRET//NOFORN"),
        (["S//REL TO USA, GBR", "U"], "SECRET//REL TO USA, GBR"),
        (["S//REL TO USA, GBR", "//NU"], "SECRET//FGI NATO//REL TO USA, GBR"),
        (["S//REL TO USA, GBR", "UNCLAS SIPDIS"], "SECRET//REL TO USA, GBR"),
        (["S//REL TO USA, GBR", "U//PR"], "SECRET//NOFORN/PROPIN"),
        (["S//REL TO USA, GBR", "UNCLAS STADIS"], "SECRET//NOFORN"),
        (["S//REL TO USA, GBR", "//DEU U"], "SECRET//FGI DEU//NOFORN"),
        (["S//REL TO USA, GBR", "S"], "SECRET//NOFORN"),
        (["S//REL TO USA, GBR", "S//REL TO USA, AUS"], "SECRET//NOFORN"),
        (["S//REL TO USA, GBR, AUS", "S//REL TO USA, AUS"], "SECRET//REL TO USA, AUS"),
        (["S//REL TO USA, GBR/RELIDO",
        "S//REL TO USA, GBR/RELIDO"], "SECRET//REL TO USA, GBR/RELIDO"),
        (["S//REL TO USA, GBR/RELIDO", "S//REL TO USA, GBR"], "SECRET//REL TO USA, GBR"),
        (["S//REL TO USA, GBR/RELIDO", "S//RELIDO"], "SECRET//RELIDO"),
        (["S//REL TO USA, GBR", "S//RELIDO"], "SECRET//NOFORN"),
        (["S//RELIDO", "U//PR"], "SECRET//PROPIN/RELIDO"),
        (["S//RELIDO", "//DEU U"], "SECRET//FGI DEU//NOFORN"),
        (["S//REL TO USA, GBR/RELIDO", "U//PR"], "SECRET//PROPIN/RELIDO"),
        (["S//RELIDO", "U//PR//FGI DEU"], "SECRET//FGI DEU//NOFORN/PROPIN"),
        (["S//DISPLAY ONLY IRQ"], "SECRET//DISPLAY ONLY IRQ"),
        (["S//DISPLAY ONLY IRQ", "S//DISPLAY ONLY AFG"], "SECRET//NOFORN"),
        (["S//DISPLAY ONLY IRQ", "S//REL TO USA, IRQ"], "SECRET//DISPLAY ONLY IRQ"),
        (["S//DISPLAY ONLY IRQ", "S//RELIDO"], "SECRET//NOFORN"),
        (["S//REL TO USA, GBR, IRQ", "S//REL TO USA, GBR/DISPLAY ONLY IRQ"],
         "SECRET//REL TO USA, GBR/DISPLAY ONLY IRQ"),
        (["S//DSEN/REL TO USA, GBR"], "SECRET//NOFORN/DEA SENSITIVE"),
        (["S//DSEN/REL TO USA, GBR/RELIDO"], "SECRET//RELIDO/DEA SENSITIVE"),
        (["S//DSEN/DISPLAY ONLY IRQ"], "SECRET//NOFORN/DEA SENSITIVE"),
        (["S//REL TO USA"], "SECRET//NOFORN"), (["S//REL TO GBR"], "SECRET//REL TO USA, GBR"),
        (["S//REL"], "SECRET//NOFORN"), (["S//REL", "S//REL TO USA, GBR"], "SECRET//NOFORN"),
        (["S//RELIDO", "S//REL"], "SECRET//NOFORN"),
        (["//NS//REL TO USA, GBR", "S//REL TO USA, GBR"],
         "SECRET//FGI NATO//REL TO USA, GBR"),
        (["//NS", "S//REL TO USA, GBR"], "SECRET//FGI NATO//NOFORN"),
    ],
)  # fmt: skip
def test_release(portions, line):
    assert render(rollup(portions)) == line


@pytest.mark.parametrize(
    ("portions", "line"),
    [
        (["S//REL TO USA, FVEY", "S//REL TO USA, FVEY"], "REL TO USA, FVEY"),
        (["S//REL TO USA, FVEY", "S//REL TO USA, ACGU"], "REL TO USA, AUS, CAN, GBR"),
        (["S//REL TO USA, FVEY, DEU", "S//REL TO USA, FVEY"], "REL TO USA, FVEY"),
        (["S//REL TO USA, FVEY, GBR", "S//REL TO USA, FVEY"], "REL TO USA, FVEY"),
        (["S//REL TO USA, FVEY, GBR"], "REL TO USA, GBR, FVEY"),
        (["S//REL TO USA, FVEY, TEYE", "S//REL TO USA, TEYE"], "REL TO USA, TEYE"),
        (["S//REL TO USA, NATO", "S//REL TO USA, NATO, DEU"], "REL TO USA, NATO"),
        (["S//REL TO USA, NATO", "S//REL TO USA, DEU"], "NOFORN"),
        (["S//REL TO USA, NATO, DEU", "S//REL TO USA, FVEY, DEU"], "REL TO USA, DEU"),
        (["S//DISPLAY ONLY FVEY", "S//DISPLAY ONLY FVEY"], "DISPLAY ONLY FVEY"),
        (["S//DISPLAY ONLY FVEY", "S//DISPLAY ONLY TEYE"], "DISPLAY ONLY AUS, GBR"),
        (["S//DISPLAY ONLY FVEY", "S//REL TO USA, FVEY"], "DISPLAY ONLY FVEY"),
        (["S//REL TO USA, GBR/DISPLAY ONLY FVEY"] * 2, "REL TO USA, GBR/DISPLAY ONLY FVEY"),
        (["S//REL TO USA, GBR/DISPLAY ONLY FVEY", "S//REL TO USA, GBR/DISPLAY ONLY ACGU"],
         "REL TO USA, GBR/DISPLAY ONLY AUS, CAN"),
        (["S//REL TO USA, AUS, GBR/DISPLAY ONLY TEYE"] * 2, "REL TO USA, AUS, GBR"),
        (["S//DISPLAY ONLY NATO", "S//DISPLAY ONLY NATO, IRQ"], "DISPLAY ONLY NATO"),
    ],
)  # fmt: skip
def test_groups_stay_where_every_portion_wrote_them(portions, line):
    assert render(rollup(portions)) == f"SECRET//{line}"


@pytest.mark.parametrize(
    ("portions", "created", "mark"),
    [
        (["S//RELIDO", "S"], LATER, "RELIDO"),
        (["S//RELIDO", "S"], EARLIER, "NOFORN"),
        (["S//RELIDO", "S"], FIRST, "RELIDO"),
        (["S//RELIDO", "S"], LAST, "NOFORN"),
        (["S//RELIDO", "S"], None, "NOFORN"),
        (["S//RELIDO", "SECRET SIPDIS"], LATER, "RELIDO"),
        (["S//REL TO USA, GBR/RELIDO", "S"], LATER, "NOFORN"),
        (["S//DISPLAY ONLY IRQ/RELIDO", "S"], LATER, "NOFORN"),
    ],
)
def test_unmarked_portions_by_their_day(portions, created, mark):
    assert render(rollup(portions, created=created)) == f"SECRET//{mark}"


@pytest.mark.parametrize(
    ("portion", "relido"),
    [
        ("S//SI", True),
        ("S//LES", False),
        ("S//RD", False),
        ("S//SAR-BP", False),
        ("S//ATOMAL", False),
        ("S//FGI DEU", False),
        ("S//FGI", False),
        ("//DEU S", False),
        ("//NS", False),
        ("//JOINT S CAN USA", False),
        ("SECRET STADIS", False),
    ],
)
def test_which_unmarked_portions_may_be_decided_later(portion, relido):
    assert rollup(["S//RELIDO", portion], created=LATER).relido is relido


@pytest.mark.parametrize(
    ("codes", "line"),
    [(["USA", "EGY", "ISR"], "REL TO USA, EGY, ISR"), (["FVEY"], "REL TO USA, FVEY"),
     (["USA"], "NOFORN"), ([], "NOFORN")],
)  # fmt: skip
def test_a_bare_release_mark_takes_the_list_of_the_banner(codes, line):
    assert render(rollup(["(S//REL)"], banner_rel=codes)) == f"SECRET//{line}"


def test_the_list_of_the_banner_is_for_bare_marks_only():
    assert render(rollup(["(S)"], banner_rel=["USA", "GBR"])) == "SECRET"


@pytest.mark.parametrize(
    ("portions", "line"),
    [
        (["S//REL TO USA, GBR", "S"], "SECRET"), (["S//NF", "S"], "SECRET//NOFORN"),
        (["S//REL TO USA, GBR", "S//REL TO USA, GBR"], "SECRET//REL TO USA, GBR"),
        (["U//REL TO USA, GBR", "U//PR"], "UNCLASSIFIED//NOFORN/PROPIN"), (["S//ND", "S"],
         "SECRET//NOFORN//NODIS"), (["S//RELIDO", "S//RELIDO"], "SECRET//RELIDO"),
    ],
)  # fmt: skip
def test_profile_of_defence(portions, line):
    assert render(rollup(portions, profile="DOD")) == line
