"""Release copies: what is kept, cut and numbered; that nothing of the rest is left."""

import pytest

from catchall.errors import MarkingError
from catchall.marking.copies import Copy, cut, release, release_copy
from catchall.marking.reading import parse

GBR = {"level": "TS", "country": "GBR"}
USA = {"level": "TS", "country": "USA"}
CAN = {"level": "TS", "country": "CAN"}


@pytest.mark.parametrize(
    ("text", "country", "rel"),
    [
        ("S//REL TO USA, AUS, GBR", "GBR", {"USA", "GBR"}),
        ("S//REL TO USA, FVEY", "GBR", {"USA", "GBR"}),
        ("S//REL TO USA, NATO", "DEU", {"USA", "DEU"}), ("S", "GBR", set()),
        ("//JOINT S CAN GBR USA//REL TO USA, CAN, GBR, AUS", "AUS", {"AUS", "CAN", "GBR",
        "USA"}),
        ("//JOINT S CAN GBR USA//REL TO USA, CAN", "CAN", {"CAN", "USA"}),
        ("//DEU S//REL TO USA, DEU, GBR", "GBR", {"USA", "GBR"}),
        ("UK SECRET - FIVE EYES ONLY", "GBR", {"FVEY"}),
    ],
)  # fmt: skip
def test_release_lists_are_cut(text, country, rel):
    assert cut(parse(text), country).rel == rel


def test_display_and_relido_are_dropped():
    made = cut(parse("S//REL TO USA, GBR/RELIDO/DISPLAY ONLY IRQ"), "GBR")
    assert (made.disp, made.relido) == (frozenset(), False)


@pytest.mark.parametrize("text", ["UK SECRET - UK/US EYES ONLY", "TLP:RED"])
def test_other_policies_are_not_cut(text):
    assert cut(parse(text), "GBR") == parse(text)


@pytest.mark.parametrize(
    ("portions", "user", "kept", "banner"),
    [
        (["S//NF", "U"], GBR, [1], "UNCLASSIFIED"), (["S//NF"], GBR, [], None),
        ([], GBR, [], None),
        (["U", "S//REL TO USA, FVEY"], GBR, [0, 1], "SECRET//REL TO USA, GBR"),
        (["S//REL TO USA, AUS, GBR", "S//NF"], USA, [0, 1], "SECRET//NOFORN"),
        (["S//REL TO USA, AUS, GBR"], USA, [0], "SECRET//REL TO USA, AUS, GBR"),
        (["S//REL TO USA, GBR/RELIDO"], USA, [0], "SECRET//REL TO USA, GBR/RELIDO"),
        (["S//REL TO USA, GBR/RELIDO"], GBR, [0], "SECRET//REL TO USA, GBR"),
        (["S//DISPLAY ONLY GBR", "U"], GBR, [1], "UNCLASSIFIED"), (["S//PURPLE", "U"], USA, [1],
         "UNCLASSIFIED"), (["S//REL"], USA, [0], "SECRET//NOFORN"),
        (["//JOINT S CAN USA//REL TO USA, CAN"], CAN, [0],
         "//JOINT SECRET CAN USA//REL TO USA, CAN"),
        (["UK SECRET - UK/US EYES ONLY"], USA, [0], "UK SECRET - UK/US EYES ONLY"),
        (["TLP:RED"], {"on_dissem_list": True}, [0], "TLP:RED"), (["TLP:RED"], USA, [], None),
        (["S//REL TO USA, NATO"], GBR, [], None), (["U"], {}, [], None),
        (["U"], None, [], None),
    ],
)  # fmt: skip
def test_release(portions, user, kept, banner):
    assert release(portions, user) == (kept, banner)


def test_labels_are_taken_as_well_as_text():
    assert release([parse("(U)")], GBR) == ([0], "UNCLASSIFIED")


def test_kept_portions_of_two_policies_have_no_banner():
    with pytest.raises(MarkingError, match="never merged"):
        release(["(U)", "OFFICIAL"], GBR)


PAPER = [
    ("(U)", "one"), ("(S//NF)", "two"), ("(S//REL TO USA, AUS, GBR)", "three"),
    ("(//NS)", "four"), ("(C//REL TO USA, FVEY/DISPLAY ONLY IRQ)", "five"),
]  # fmt: skip


def test_a_copy_is_numbered_anew_and_its_marks_are_cut():
    assert release_copy(PAPER, GBR) == Copy(
        "SECRET//REL TO USA, GBR",
        ((1, "(U)", "one"), (2, "(S//REL TO USA, GBR)", "three"),
        (3, "(C//REL TO USA, GBR)", "five")),
    )  # fmt: skip


def test_a_copy_is_the_same_as_if_the_rest_had_never_been():
    without = [PAPER[i] for i in (0, 2, 4)]
    assert release_copy(PAPER, GBR) == release_copy(without, GBR)


def test_nothing_left_is_no_copy():
    assert release_copy([("(S//NF)", "two")], GBR) is None


def test_an_american_copy_is_cut_nowhere():
    copy = release_copy(PAPER, USA)
    assert [mark for _, mark, _ in copy.paragraphs][1:3] == [
        "(S//NF)",
        "(S//REL TO USA, AUS, GBR)",
    ]


def test_a_bare_release_mark_is_written_noforn_in_a_copy():
    assert release_copy([("(S//REL)", "x")], USA).paragraphs == ((1, "(S//NF)", "x"),)
