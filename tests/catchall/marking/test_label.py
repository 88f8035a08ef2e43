"""What follows from a label alone: readers, viewers, read-ins."""

import pytest

from catchall.marking.label import EVERYONE, Label
from catchall.marking.reading import parse


def test_a_label_that_says_nothing_is_unknown_and_highest():
    label = Label()
    assert (label.policy, label.level, label.rel) == ("UNKNOWN", 4, frozenset())


def test_warnings_and_unknown_words_are_lists():
    label = Label(warnings=("a",), unknown_tokens=("b",))
    assert (label.warn, label.unknown) == (["a"], ["b"])


def test_labels_of_the_same_marks_are_equal_whatever_was_asked_of_them():
    one, other = Label("US", 3), Label("US", 3)
    assert one.readers is not EVERYONE
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(
    ("text", "readers"),
    [
        ("(U)", EVERYONE), ("UNCLAS SIPDIS", EVERYONE), ("(//NU)", EVERYONE),
        ("UNCLAS EFTO", EVERYONE), ("(//NS)", EVERYONE), ("(U//FOUO)", {"USA"}),
        ("UNCLAS STADIS", {"USA"}), ("(S)", {"USA"}), ("(U//RELIDO)", {"USA"}),
        ("(U//SI)", {"USA"}), ("(U//RD)", {"USA"}), ("(U//FGI DEU)", {"USA"}),
        ("(U//FGI)", {"USA"}), ("(//DEU U)", {"USA"}), ("(//DEU S)", {"USA"}),
        ("(//FGI S)", {"USA"}), ("(S//REL TO USA, GBR)", {"USA", "GBR"}),
        ("(S//REL TO GBR)", {"USA", "GBR"}), ("(//DEU S//REL TO GBR)", {"USA", "GBR"}),
        ("(S//NF/REL TO USA, GBR)", {"USA"}), ("(S//REL)", {"USA"}),
        ("(S//DSEN/REL TO USA, GBR)", {"USA"}), ("(S//REL TO USA, GBR//XD)", {"USA"}),
        ("(S//REL TO USA, GBR//LES)", {"USA", "GBR"}), ("(S//DISPLAY ONLY IRQ)", {"USA"}),
        ("(//JOINT S CAN USA)", {"CAN", "USA"}), ("(//JOINT S CAN USA//PR)", {"USA"}),
        ("(//JOINT S CAN USA//RELIDO)", {"USA"}), ("(//NS//PR)", {"USA"}),
        ("(//NU//FOUO)", {"USA"}), ("(//NS//RELIDO)", {"USA"}), ("(//NS//OC)", EVERYONE),
        ("(//NS//REL TO USA, NATO)", {"USA", "NATO"}), ("OFFICIAL", {"GBR"}),
        ("UK SECRET - UK/US EYES ONLY", {"GBR", "USA"}), ("UK SECRET - LEGAL", {"GBR"}),
        ("UK SECRET - FIVE EYES ONLY", {"FVEY"}),
    ],
)  # fmt: skip
def test_readers(text, readers):
    assert parse(text).readers == readers


@pytest.mark.parametrize(
    ("text", "viewers"),
    [
        ("(S//DISPLAY ONLY IRQ)", {"IRQ"}), ("(S)", set()), ("(S//NF/DISPLAY ONLY IRQ)", set()),
        ("(S//REL TO USA, IRQ/DISPLAY ONLY AFG, IRQ)", {"AFG"}),
        ("(S//REL/DISPLAY ONLY IRQ)", set()),
    ],
)  # fmt: skip
def test_viewers(text, viewers):
    assert parse(text).viewers == viewers


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("(S)", set()), ("(TS//SI/TK)", {"SI", "TK"}), ("(TS//HCS)", {"HCS-P"}),
        ("(TS//HCS-O)", {"HCS-O"}), ("(TS//SI-EU)", {"SI-EU", "SI-NK"}),
        ("(TS//SI-EU ABC)", {"SI-EU ABC", "SI-NK"}), ("(TS//SI-EUR)", {"SI-EUR"}),
        ("(S//RD)", {"RD"}), ("(S//RD-N)", {"RD", "CNWDI"}), ("(S//FRD)", set()),
        ("(S//RD-SG 18 20)", {"RD", "SIGMA 18", "SIGMA 20"}), ("(S//FRD-SG 14)", {"SIGMA 14"}),
        ("(S//TFNI)", set()), ("(S//SAR-BP)", {"SAR-BP"}), ("(//NS)", {"NATO-READ-IN"}),
        ("(//NS//ATOMAL)", {"NATO-READ-IN", "ATOMAL"}), ("(//NU)", set()),
    ],
)  # fmt: skip
def test_read_ins(text, asked):
    assert parse(text).read_ins == asked


def test_sci_is_only_what_stands_under_an_american_system():
    label = parse("(TS//SI-G/TK//SAR-BP//FGI NATO)")
    assert label.sci == {"SI-G", "TK"}
    assert Label(comp=frozenset({"SIX", "TKX-A", "RSV-A"})).sci == {"RSV-A"}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("(S)", False), ("(S//NF)", True), ("(S//REL TO USA, GBR)", True),
        ("(S//RELIDO)", True),
        ("(S//DISPLAY ONLY IRQ)", True), ("(S//REL)", True), ("(S//OC)", False),
    ],
)  # fmt: skip
def test_release_mark(text, marked):
    assert parse(text).release_mark is marked


@pytest.mark.parametrize(
    ("text", "foreign"),
    [("(S)", False), ("(S//FGI DEU)", True), ("(S//FGI)", True), ("(//NS)", True)],
)
def test_foreign(text, foreign):
    assert parse(text).foreign is foreign


def test_caveats_leave_out_those_without_effect():
    assert parse("SECRET STADIS SIPDIS EFTO").caveats == {"STADIS"}


@pytest.mark.parametrize(
    ("text", "named"),
    [("(S//OC)", True), ("(S//OC-USGOV)", False), ("OFFICIAL - RECIPIENTS ONLY", True)],
)
def test_named_only(text, named):
    assert parse(text).named_only is named
