"""Banners and portion marks: words, order, what is never written."""

import pytest

from catchall.errors import MarkingError
from catchall.marking.label import Label
from catchall.marking.reading import parse
from catchall.marking.writing import portion_mark, render, written

BOTH = [
    ("(U)", "UNCLASSIFIED"), ("(S//NF)", "SECRET//NOFORN"),
    ("(S//NF//XD)", "SECRET//NOFORN//EXDIS"),
    ("(//DEU S)", "//DEU SECRET"), ("(//CAN DEU R)", "//CAN DEU RESTRICTED"),
    ("(//FGI S//NF)", "//FGI SECRET//NOFORN"), ("(//NS//ATOMAL)", "//NATO SECRET//ATOMAL"),
    ("(//CTS//BOHEMIA)", "//COSMIC TOP SECRET//BOHEMIA"), ("(//NU)", "//NATO UNCLASSIFIED"),
    ("(//JOINT S CAN GBR USA//REL TO USA, CAN, GBR)",
     "//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR"),
    ("(TS//SI-G ABCD EFGH-XYZ/TK)", "TOP SECRET//SI-G ABCD EFGH-XYZ/TK"),
    ("(S//SAR-BP/CA/BOHEMIA)", "SECRET//SAR-BP/CA/BOHEMIA"),
    ("(S//RD-N/RD-SG 9 10/FRD/TFNI/ATOMAL)", "SECRET//RD-CNWDI/RD-SIGMA 9 10/FRD/TFNI/ATOMAL"),
    ("(S//FRD-SG 14)", "SECRET//FRD-SIGMA 14"),
    ("(U//DCNI/UCNI)", "UNCLASSIFIED//DOD UCNI/DOE UCNI"),
    ("(S//FGI CAN DEU NATO)", "SECRET//FGI CAN DEU NATO"), ("(S//FGI)", "SECRET//FGI"),
    ("(S//RS/FOUO/OC/OC-USGOV/IMC/NF/PR/RELIDO/DSEN/FISA)",
     "SECRET//RSEN/FOUO/ORCON/ORCON-USGOV/IMCON/NOFORN/PROPIN/RELIDO/DEA SENSITIVE/FISA"),
    ("(S//REL TO USA, GBR/RELIDO/DISPLAY ONLY AFG, ISAF)",
     "SECRET//REL TO USA, GBR/RELIDO/DISPLAY ONLY AFG, ISAF"),
    ("(S//DS/XD/ND/SBU/SBU-NF/LES/LES-NF/SSI)",
     "SECRET//LIMDIS/EXDIS/NODIS/SBU/SBU NOFORN/LES/LES NOFORN/SSI"),
    ("(OFFICIAL - COMMERCIAL)", "OFFICIAL - COMMERCIAL"), ("(TLP:RED)", "TLP:RED"),
    ("(UK TOP SECRET - PERSONAL - UK EYES ONLY)", "UK TOP SECRET - PERSONAL - UK EYES ONLY"),
]  # fmt: skip


@pytest.mark.parametrize(("portion", "banner"), BOTH)
def test_portion_and_banner_are_written_from_either(portion, banner):
    for text in (portion, banner):
        assert (portion_mark(parse(text)), render(parse(text))) == (portion, banner)


@pytest.mark.parametrize(
    ("text", "banner"),
    [
        ("UNCLAS SIPDIS", "UNCLASSIFIED"), ("SECRET STADIS", "SECRET"),
        ("S//SI/SI-G", "SECRET//SI-G"),
        ("S//TK/HCS/SI", "SECRET//HCS/SI/TK"), ("S//RD/RD-N", "SECRET//RD-CNWDI"),
        ("S//SAR-IMCA/BP/CA", "SECRET//SAR-BP/CA/SAR-IMCA"),
        ("S//SAR-NF/SAR-BP", "SECRET//SAR-BP/SAR-NF"),
        ("S//RD/RD-SG 20/RD-SG 18", "SECRET//RD-SIGMA 18 20"),
        ("S//SI-B/SI-A", "SECRET//SI-A-B"),
        ("S//SI-G B/SI-G A", "SECRET//SI-G A B"), ("S//SI-G/SI-G A", "SECRET//SI-G A"),
        ("S//REL TO USA, FVEY, GBR", "SECRET//REL TO USA, GBR, FVEY"),
        ("S//REL TO GBR", "SECRET//REL TO GBR"), ("S//RD-N/FRD/RD", "SECRET//RD-CNWDI/FRD"),
        ("//DEU CAN S//FGI ESP FRA", "//CAN DEU SECRET//FGI ESP FRA"),
        ("//DEU S//FGI", "//FGI SECRET"),
        ("//JOINT S CAN USA//FGI CAN DEU", "//JOINT SECRET CAN USA//FGI DEU"),
        ("S//FGI DEU//FGI", "SECRET//FGI"),
        ("S//SAR-BP/AA", "SECRET//SAR-AA/BP"),
        ("S//USA/GBR EYES ONLY", "SECRET//REL TO USA, GBR"),
        ("//NS//ATOMAL/BALK", "//NATO SECRET//BALK//ATOMAL"),
        ("S//SI-9/SI-A", "SECRET//SI-9-A"),
    ],
)  # fmt: skip
def test_canonical_banner(text, banner):
    assert render(parse(text)) == banner


def test_nato_joint_owners_stand_after_countries():
    label = Label("JOINT", 3, owners=frozenset({"NATO", "USA", "CAN"}))
    assert render(label) == "//JOINT SECRET CAN USA NATO"


@pytest.mark.parametrize("write", [render, portion_mark])
def test_unknown_words_have_no_banner(write):
    with pytest.raises(MarkingError, match="not understood: 'PURPLE'; it has no banner"):
        write(parse("S//PURPLE"))


@pytest.mark.parametrize("write", [render, portion_mark])
def test_a_bare_release_mark_has_no_banner(write):
    with pytest.raises(MarkingError, match="banner_rel"):
        write(parse("(S//REL)"))


def test_the_unknown_policy_has_no_banner():
    with pytest.raises(MarkingError, match="no banner"):
        render(Label())


def test_a_bare_release_mark_is_written_where_it_was():
    assert written(parse("(S//REL)"), portion=True) == "S//REL"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("S//A B/C D", "not understood: 'A B', 'C D'; it has no banner, ask who marked it"),
        ("S//REL", "a bare REL means the list of its own banner: give the list (banner_rel)"),
    ],
)
def test_an_error_names_the_marking_and_what_to_do(text, problem):
    with pytest.raises(MarkingError) as caught:
        render(parse(text))
    assert (caught.value.marking, caught.value.problems) == (text, (problem,))
