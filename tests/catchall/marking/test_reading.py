"""Whole markings: tidying, categories, contradictions, warnings, strict reading."""

import pytest

from catchall.errors import MarkingError
from catchall.marking.reading import parse


@pytest.mark.parametrize(
    "text", ["(S//NF)", " ( S//NF ) ", "SECRET//NOFORN", "S//NF\n", "S//NF"]
)
def test_blanks_and_one_pair_of_parentheses_do_not_count(text):
    label = parse(text)
    assert (label.level, label.nf, label.unknown, label.text) == (3, True, [], text)


@pytest.mark.parametrize("text", ["((S))", "(S", "S)", "()", "", " "])
def test_other_parentheses_and_nothing_at_all_are_unknown(text):
    assert (parse(text).policy, len(parse(text).unknown)) == ("UNKNOWN", 1)


def test_runs_of_blanks_are_one_blank():
    assert parse("TOP   SECRET//REL TO  USA,  GBR").rel == {"USA", "GBR"}


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("S//", [""]), ("S////NF", [""]), ("S//NF//", [""]), ("S//PURPLE/NF", ["PURPLE"]),
     ("SECRET // NF", ["", " NF"]), ("X//Y", ["X", "Y"]), ("TLP:RED//NF", ["NF"]),
     ("S//NF/", [""])],
)  # fmt: skip
def test_what_is_not_understood_is_kept(text, unknown):
    assert parse(text).unknown == unknown


def test_an_unknown_class_keeps_what_follows():
    label = parse("SECRET/SI//NF")
    assert (label.policy, label.level, label.nf) == ("UNKNOWN", 4, True)


def test_every_mark_is_collected():
    label = parse("TS//SI/TK//SAR-BP/CA//RD//FGI DEU//OC/REL TO USA, GBR/DISPLAY ONLY IRQ//LES")
    assert label.comp == {"SI", "TK", "SAR-BP", "SAR-CA"}
    assert (label.aea, label.fgi, label.cav) == ({"RD"}, {"DEU"}, {"ORCON", "LES"})
    assert (label.rel, label.disp) == ({"USA", "GBR"}, {"IRQ"})
    assert (label.nf, label.relido, label.rel_is_banner, label.fgi_hidden) == (False,) * 4


def test_flags_are_collected():
    label = parse("(S//FGI//NF/RELIDO)")
    assert label.fgi_hidden
    assert label.nf
    assert label.relido
    assert parse("(S//REL)").rel_is_banner


def test_entries_count_wherever_they_stand():
    assert parse("S//SI/NOFORN").nf
    assert parse("S//LES//OC//SI").comp == {"SI"}


def test_display_leaves_out_whom_the_release_list_names():
    assert parse("S//REL TO USA, IRQ/DISPLAY ONLY AFG, IRQ").disp == {"AFG"}


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("S//REL TO USA, GBR/REL TO USA, AUS", ["REL TO USA, AUS"]),
        ("S//REL/REL TO USA, AUS", ["REL TO USA, AUS"]), ("S//REL TO USA, AUS/REL", ["REL"]),
        ("S//DISPLAY ONLY IRQ/DISPLAY ONLY AFG", ["DISPLAY ONLY AFG"]),
        ("S//REL TO USA, GBR/USA/AUS EYES ONLY", ["REL TO USA, AUS"]),
        ("SECRET REL MTCR REL NSG", ["REL NSG"]),
    ],
)  # fmt: skip
def test_a_second_list_that_differs_is_not_believed(text, unknown):
    assert parse(text).unknown == unknown


@pytest.mark.parametrize(
    "text",
    ["S//REL TO USA, GBR/REL TO GBR, USA", "S//REL/REL", "S//NF/NF",
     "S//REL TO USA, GBR/DISPLAY ONLY IRQ", "S//REL/DISPLAY ONLY IRQ"],
)  # fmt: skip
def test_the_same_said_twice_is_no_contradiction(text):
    assert parse(text).unknown == []


@pytest.mark.parametrize("text", ["//NS//REL TO GBR", "//JOINT S CAN USA//REL TO CAN"])
def test_a_nato_or_joint_list_without_usa_lets_nobody_read(text):
    assert parse(text).unknown == [text.rsplit("//", 1)[1]]


def test_a_foreign_list_without_usa_is_read():
    assert parse("//DEU S//REL TO DEU").unknown == []


@pytest.mark.parametrize(
    ("text", "warn"),
    [
        ("S", []), ("S E C R E T", ["legacy-spaced"]),
        ("S SECTION 01 OF 02", ["legacy-section"]),
        ("S E C R E T SECTION 1 OF 12 NOFORN", ["legacy-spaced", "legacy-section",
        "legacy-form"]),
        ("SECRET REL MTCR", ["legacy-group"]), ("S//EYES", ["eyes-only"]),
        ("S//USA/GBR EYES ONLY", ["eyes-only"]), ("(SBU/NF)", ["legacy-form"]),
        ("//CTSA", ["legacy-form"]), ("UNCLAS SENSITIVE SIPDIS", ["legacy-form"]),
        ("S//EYES/EYES", ["eyes-only"]), ("TLP:WHITE", ["legacy-form"]),
    ],
)  # fmt: skip
def test_warnings(text, warn):
    assert parse(text).warn == warn


@pytest.mark.parametrize(
    "tail", ["SECTION 01", "SECTION 0001 OF 02", "SECTION A OF B", "XSECTION 1 OF 2"]
)
def test_what_only_looks_like_a_section_is_unknown(tail):
    assert parse(f"SECRET {tail}").unknown


def test_what_is_longer_than_any_marking_is_unknown():
    longest = f"S//REL TO {', '.join(['USA'] * 398)}"
    assert len(longest) == 1998
    assert parse(longest).unknown == []
    assert parse(f"{longest}  ").unknown == []
    assert parse(f"{longest}   ").policy == "UNKNOWN"


def test_only_one_section_is_dropped():
    assert parse("SECRET SECTION 01 OF 02 SECTION 02 OF 02").unknown == [
        "SECTION", "02", "OF", "02",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rel"),
    [("UK SECRET - UK EYES ONLY", {"GBR"}), ("UK SECRET", set()),
     ("UK SECRET - FIVE EYES ONLY", {"FVEY"}),
     ("UK SECRET - UK/US EYES ONLY - FIVE EYES ONLY", {"GBR", "USA"}),
     ("UK SECRET - UK EYES ONLY - UK/US EYES ONLY", {"GBR"})],
)  # fmt: skip
def test_british_national_caveats_release_to_what_all_of_them_allow(text, rel):
    assert parse(text).rel == rel


def test_strict_reading_names_every_fault():
    with pytest.raises(MarkingError) as caught:
        parse("SECRET//NOFORN/REL TO USA, GBR//PURPLE", strict=True)
    assert caught.value.marking == "SECRET//NOFORN/REL TO USA, GBR//PURPLE"
    assert caught.value.problems == (
        "not understood: 'PURPLE'", "NOFORN excludes every other release mark",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["(U)", "(S//NF)", "SECRET//NOFORN", "(S//REL)", "(S//SI/TK//OC/NF//LES)", "(//NS//ATOMAL)",
     "(//GBR S//REL TO USA, GBR)", "//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR",
     "UK SECRET - LEGAL - UK EYES ONLY", "SECRET UK EYES ONLY", "TLP:AMBER+STRICT",
     "(TS//SI-G ABCD EFGH-XYZ/TK//OC)", "(S//RD-N/RD-SG 18 20//NF)", "(//FGI S//NF)",
     "(TS//SAR-BP/CA//NF)", "SECRET//RD/ATOMAL//FGI NATO//NOFORN", "UNCLAS",
     "(S//REL TO USA, IRQ/DISPLAY ONLY AFG)", "(S//FGI CAN DEU//REL TO USA, CAN, DEU, NATO)"],
)  # fmt: skip
def test_a_well_formed_marking_is_read_strictly(text):
    assert parse(text, strict=True) == parse(text)


@pytest.mark.parametrize(
    "text",
    ["SECRET//SI/NOFORN", "S//TK/SI", "S//NF//SI", "S//NF/NF", "S//REL TO USA,GBR",
    "S E C R E T",
     "S//REL TO USA, GBR, AUS", "S//REL TO USA, FVEY, AUS", "S//DISPLAY ONLY IRQ, AFG",
     "NATO SECRET", "//CTSA", "SECRET NOFORN", "TLP:WHITE", "S//FGI DEU CAN", "S//SI/SI-XY",
     "//DEU CAN S", "S//RD/RD-N//NF", "//DEU S//FGI DEU", "S//FGI DEU//FGI", "S//NF/OC",
     "//JOINT S USA CAN//REL TO USA, CAN", "OFFICIAL - LEGAL - COMMERCIAL", "S//EYES",
     "S//USA/GBR EYES ONLY", "S//REL TO USA, IRQ/DISPLAY ONLY IRQ", "S//RD-SG 20 18//NF",
     "S SECTION 01 OF 02", "OFFICIAL - UK EYES ONLY - LEGAL", "TS//SI-B-A//NF", "RESTRICTED"],
)  # fmt: skip
def test_what_is_not_in_the_form_of_a_banner_is_a_fault(text):
    with pytest.raises(MarkingError):
        parse(text, strict=True)
