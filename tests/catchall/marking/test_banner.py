"""Banners of papers: level, sources, caveats, policies, arguments; not release."""

import pytest

from catchall.errors import MarkingError
from catchall.marking.banner import rollup, union
from catchall.marking.label import Label
from catchall.marking.reading import parse
from catchall.marking.writing import render


def banner(*portions, **how):
    return render(rollup(portions, **how))


@pytest.mark.parametrize(
    ("portions", "line"),
    [
        (["(U)"], "UNCLASSIFIED"), (["(C)", "(TS)", "(S)"], "TOP SECRET"),
        (["(//DEU R)"], "CONFIDENTIAL//FGI DEU"), (["(//NR)"], "CONFIDENTIAL//FGI NATO"),
        (["(//DEU R)", "(S)"], "SECRET//FGI DEU"), (["(//DEU U)"], "UNCLASSIFIED//FGI DEU"),
        (["(//NU)"], "UNCLASSIFIED//FGI NATO"), (["(//NS)"], "SECRET//FGI NATO"),
        (["(//CAN S)", "(S//FGI DEU)"], "SECRET//FGI CAN DEU"),
        (["(//CAN S)", "(//FGI S)"], "SECRET//FGI"),
        (["(S//FGI)", "(S//FGI DEU)"], "SECRET//FGI"),
        (["(//JOINT S CAN USA)"], "SECRET//FGI CAN"),
        (["(//JOINT S CAN USA//REL TO USA, CAN)"], "//JOINT SECRET CAN USA//REL TO USA, CAN"),
        (["(//JOINT S CAN USA//REL TO USA, CAN)", "(S//REL TO USA, CAN)"],
         "SECRET//FGI CAN//REL TO USA, CAN"),
        (["(//JOINT S CAN USA//REL TO USA, CAN)", "(//JOINT C GBR USA//REL TO USA, GBR)"],
         "SECRET//FGI CAN GBR//NOFORN"),
        (["(//JOINT S CAN USA//FGI CAN DEU//REL TO USA, CAN)"],
         "//JOINT SECRET CAN USA//FGI DEU//REL TO USA, CAN"),
        (["(TS//SI)", "(TS//TK)"], "TOP SECRET//SI/TK"), (["(S//SAR-BP)", "(S//SAR-CA)"],
         "SECRET//SAR-BP/CA"),
    ],
)  # fmt: skip
def test_levels_and_sources(portions, line):
    assert banner(*portions) == line


@pytest.mark.parametrize(
    ("portions", "line"),
    [
        (["(S//RD)", "(S//FRD)"], "SECRET//RD"), (["(S//FRD)", "(S//TFNI)"], "SECRET//FRD"),
        (["(S//TFNI)"], "SECRET//TFNI"), (["(S//RD)", "(S//TFNI)"], "SECRET//RD"),
        (["(S//RD-N)", "(S//FRD-SG 14)"], "SECRET//RD-CNWDI/RD-SIGMA 14"),
        (["(S//FRD-SG 14)", "(S//FRD-SG 9)"], "SECRET//FRD-SIGMA 9 14"),
        (["(S//RD-SG 18)", "(S//RD-SG 20 18)"], "SECRET//RD-SIGMA 18 20"),
        (["(U//DCNI)"], "UNCLASSIFIED//DOD UCNI//NOFORN"),
        (["(U//UCNI)", "(S)"], "SECRET//NOFORN"),
        (["(U//DCNI)", "(U//RD)"], "UNCLASSIFIED//RD/DOD UCNI//NOFORN"),
    ],
)  # fmt: skip
def test_atomic_marks(portions, line):
    assert banner(*portions) == line


@pytest.mark.parametrize(
    ("portions", "line"),
    [
        (["(S//OC)", "(S//OC-USGOV)"], "SECRET//ORCON"),
        (["(S//OC-USGOV)"], "SECRET//ORCON-USGOV"),
        (["(S//NF//XD)", "(S//NF//ND)"], "SECRET//NOFORN//NODIS"),
        (["(S//ND)"], "SECRET//NOFORN//NODIS"),
        (["(U//XD)", "(U//SBU)", "(U//FOUO)", "(U//SBU-NF)"], "UNCLASSIFIED//NOFORN//EXDIS"),
        (["(U//ND)", "(U//SBU)", "(U//FOUO)"], "UNCLASSIFIED//NOFORN//NODIS"),
        (["(U//XD)", "(U//LES-NF)"], "UNCLASSIFIED//NOFORN//EXDIS/LES NOFORN"),
        (["(U//SBU-NF)", "(U//SBU)"], "UNCLASSIFIED//SBU NOFORN"),
        (["(U//LES-NF)", "(U//LES)"], "UNCLASSIFIED//LES NOFORN"),
        (["(U//LES-NF)", "(U//SBU-NF)"], "UNCLASSIFIED//SBU NOFORN/LES NOFORN"),
        (["(U//SBU-NF)", "(U//NF)"], "UNCLASSIFIED//NOFORN//SBU"),
        (["(U//LES-NF)", "(U//REL TO USA, GBR)"], "UNCLASSIFIED//NOFORN//LES"),
        (["(U//SBU-NF)", "(S)"], "SECRET//NOFORN"),
        (["(U//LES-NF)", "(S)"], "SECRET//NOFORN//LES"),
        (["(U//FOUO)"], "UNCLASSIFIED//FOUO"),
        (["(U//FOUO)", "UNCLAS SIPDIS"], "UNCLASSIFIED//FOUO"),
        (["(U//FOUO)", "(U//PR)"], "UNCLASSIFIED//PROPIN"), (["(U//FOUO)", "(S)"], "SECRET"),
        (["(U//FOUO)", "(U//NF)"], "UNCLASSIFIED//FOUO/NOFORN"),
        (["(U//SBU)", "(C)"], "CONFIDENTIAL"),
        (["(U//DS)", "(C)"], "CONFIDENTIAL"), (["(U//DS)"], "UNCLASSIFIED//LIMDIS"),
        (["(U//LES)", "(C)"], "CONFIDENTIAL//LES"), (["(U//SSI)", "(U)"], "UNCLASSIFIED//SSI"),
    ],
)  # fmt: skip
def test_caveats(portions, line):
    assert banner(*portions) == line


def test_captions_stay_in_the_label_though_not_in_the_text():
    assert rollup(["SECRET STADIS SIPDIS", "(U)"]).cav == {"STADIS", "SIPDIS"}


def test_a_concealed_source_keeps_the_nato_read_in():
    label = rollup(["(//NS)", "(//FGI S)"])
    assert (label.fgi, label.fgi_hidden, label.comp) == (frozenset(), True, {"NATO-READ-IN"})


def test_nato_among_the_sources_asks_for_the_read_in():
    assert rollup(["(//NU)", "(S)"]).comp == {"NATO-READ-IN"}
    assert rollup(["(//DEU S)"]).comp == frozenset()


@pytest.mark.parametrize(
    ("portions", "line"),
    [
        (["TLP:GREEN", "TLP:RED", "TLP:CLEAR"], "TLP:RED"), (["TLP:WHITE"], "TLP:CLEAR"),
        (["OFFICIAL", "OFFICIAL-SENSITIVE"], "OFFICIAL-SENSITIVE"),
        (["OFFICIAL - LEGAL", "UK SECRET - COMMERCIAL"], "UK SECRET - COMMERCIAL - LEGAL"),
        (["UK SECRET - FIVE EYES ONLY",
        "UK SECRET - UK/US EYES ONLY"], "UK SECRET - UK/US EYES ONLY"),
        (["UK SECRET - UK EYES ONLY", "OFFICIAL"], "UK SECRET - UK EYES ONLY"),
        (["UK SECRET - FIVE EYES ONLY", "OFFICIAL"], "UK SECRET - UK EYES ONLY"),
        (["UK SECRET - FIVE EYES ONLY"] * 2, "UK SECRET - FIVE EYES ONLY"),
    ],
)  # fmt: skip
def test_policies_that_stand_alone(portions, line):
    assert banner(*portions) == line


def test_british_owner_and_release_follow_the_caveat():
    label = rollup(["UK SECRET - FIVE EYES ONLY", "UK SECRET - UK/US EYES ONLY"])
    assert (label.owners, label.rel) == ({"GBR"}, {"GBR", "USA"})
    assert rollup(["UK SECRET"]).rel == frozenset()
    assert rollup(["UK SECRET - LEGAL"]).cav == {"LEGAL"}


@pytest.mark.parametrize(
    "portions",
    [["TLP:RED", "(U)"], ["OFFICIAL", "(U)"], ["OFFICIAL", "TLP:CLEAR"], ["TLP:RED", "X"],
     ["(//NS)", "UK SECRET"]],
)  # fmt: skip
def test_policies_are_never_merged(portions):
    with pytest.raises(MarkingError, match="never merged"):
        rollup(portions)


def test_a_paper_without_portions_has_no_banner():
    with pytest.raises(MarkingError, match="no portions"):
        rollup([])


@pytest.mark.parametrize("portion", ["(S//PURPLE)", "X"])
def test_an_unknown_word_leaves_a_paper_without_banner(portion):
    label = rollup(["(S//GREY)", portion, "(U)"])
    assert label.unknown == sorted(["GREY", portion.strip("()").removeprefix("S//")])
    with pytest.raises(MarkingError):
        render(label)


def test_warnings_are_kept_once_and_in_order():
    assert rollup(["(SBU)", "S E C R E T", "(SBU)"]).warn == ["legacy-form", "legacy-spaced"]


def test_labels_are_taken_as_well_as_text():
    assert rollup([parse("(S//NF)"), "(TS)"]) == rollup(["(S//NF)", "(TS)"])


def test_a_rolled_up_label_has_no_text():
    assert rollup(["(S)"]).text == ""


@pytest.mark.parametrize("profile", ["", "ic", "NATO", None])
def test_a_profile_that_does_not_exist(profile):
    with pytest.raises(MarkingError, match="one of IC, DOD"):
        rollup(["(S)"], profile=profile)


@pytest.mark.parametrize("created", ["2012-3-1", "yesterday", "2012-02-30"])
def test_a_day_that_does_not_exist(created):
    with pytest.raises(MarkingError, match="YYYY-MM-DD"):
        rollup(["(S)"], created=created)


@pytest.mark.parametrize("codes", [["USA", "XX"], ["usa"], "USA"])
def test_banner_codes_that_are_none(codes):
    with pytest.raises(MarkingError, match="banner_rel"):
        rollup(["(S//REL)"], banner_rel=codes)


def test_union_of_a_set():
    labels = [Label(comp=frozenset({"SI"})), Label(comp=frozenset({"TK"}))]
    assert union(labels, "comp") == {"SI", "TK"}


@pytest.mark.parametrize(
    ("arguments", "marking", "problem"),
    [
        ({"portions": []}, "", "no portions; a paper without portions has no banner"),
        ({"portions": ["S"], "profile": "X"}, "X", "no such profile; one of IC, DOD"),
        ({"portions": ["S"], "created": "X"}, "X", "no day; write created as YYYY-MM-DD"),
        ({"portions": ["S"], "banner_rel": ["X", "USA", "Y"]}, "X, Y",
         "no country or group code; correct banner_rel"),
        ({"portions": ["S", "TLP:RED", "OFFICIAL"]}, "TLP, UK, US",
         "these policies are never merged; make two papers"),
    ],
)  # fmt: skip
def test_an_error_names_what_is_wrong_and_what_to_do(arguments, marking, problem):
    with pytest.raises(MarkingError) as caught:
        rollup(**arguments)
    assert (caught.value.marking, caught.value.problems) == (marking, (problem,))
