"""Strict faults 2 to 12, each with a neighbour that has none. Order and form: test_reading."""

import pytest

from catchall.marking import faults
from catchall.marking.label import Label
from catchall.marking.reading import parse

FAULTS = [
    # 2
    ("S//NF/REL TO USA, GBR", "NOFORN excludes"), ("S//NF/RELIDO", "NOFORN excludes"),
    ("S//NF/DISPLAY ONLY IRQ", "NOFORN excludes"), ("S//NF/REL", "NOFORN excludes"),
    ("S//RELIDO/DISPLAY ONLY IRQ", "RELIDO and DISPLAY ONLY"),
    # 3
    ("S//REL TO GBR", "starts with USA"), ("S//REL TO USA", "names somebody else"),
    ("S//DISPLAY ONLY IRQ, USA", "does not name USA"),
    # 4
    ("//JOINT S CAN USA", "covers every owner"),
    ("//JOINT S CAN USA//NF", "covers every owner"),
    ("//JOINT S CAN GBR USA//REL TO USA, CAN", "covers every owner"),
    ("//JOINT S CAN USA//HCS//REL TO USA, CAN", "NOFORN and HCS"),
    ("//JOINT S CAN USA//HCS-P//REL TO USA, CAN", "NOFORN and HCS"),
    ("//JOINT S CAN USA//NF/REL TO USA, CAN", "NOFORN and HCS"),
    # 6
    ("U//OC", "ORCON is for classified"), ("U//OC-USGOV", "ORCON is for classified"),
    ("S//OC/OC-USGOV", "alone"), ("S//OC/RELIDO", "without RELIDO"),
    ("S//OC-USGOV/RELIDO", "without RELIDO"), ("U//SI", "SCI and SAP"),
    ("U//SAR-BP", "SCI and SAP"),
    # 7
    ("S//FOUO", "only with UNCLASSIFIED: FOUO"), ("C//SBU", "UNCLASSIFIED: SBU"),
    ("S//SBU-NF", "UNCLASSIFIED: SBU NOFORN"), ("S//DS", "UNCLASSIFIED: LIMDIS"),
    ("S//DCNI", "UNCLASSIFIED: DOD UCNI"), ("S//UCNI", "UNCLASSIFIED: DOE UCNI"),
    ("//DEU R//FOUO/SBU", "UNCLASSIFIED: FOUO, SBU"),
    # 8
    ("C//IMC", "needs SECRET or TOP SECRET: IMCON"), ("C//RS", "RSEN"), ("C//TK", "TK"),
    ("C//TK-BLFH", "TK"), ("C//HCS-O//OC/NF", "HCS-O"), ("C//RSV-ABC", "RSV"),
    ("C//HCS-O ABC//OC/NF", "HCS-O"), ("S//SI-XY", "compartments of SI"),
    ("S//SI-G//OC", "of SI"),
    # 9
    ("S//XD", "EXDIS or NODIS"), ("S//ND", "EXDIS or NODIS"), ("S//NF//XD/ND", "not both"),
    # 10
    ("TS//SI-G", "SI-G needs ORCON"), ("TS//SI-G ABCD", "SI-G needs ORCON"),
    ("TS//SI-G//OC-USGOV", "SI-G needs ORCON"), ("S//HCS-P", "HCS-P needs NOFORN"),
    ("S//HCS-P ABC", "HCS-P needs NOFORN"), ("S//HCS-O//OC", "HCS-O needs"),
    ("S//HCS-O//NF", "HCS-O needs"), ("S//RSV", "RSV needs its compartment"),
    # 11
    ("U//SBU/SBU-NF", "say SBU and LES already"), ("U//LES/LES-NF", "say SBU and LES already"),
    # 12
    ("//NS//BOHEMIA", "need COSMIC TOP SECRET"), ("//NS//BALK", "need COSMIC TOP SECRET"),
    ("//NR//ATOMAL", "needs NATO CONFIDENTIAL"), ("//NU//ATOMAL", "needs NATO CONFIDENTIAL"),
    ("S//ATOMAL", "for NATO information"), ("TS//BALK", "for NATO information"),
    ("S//ATOMAL//FGI DEU", "for NATO information"), ("//DEU S//ATOMAL", "for NATO information"),
    ("S//BALK//FGI NATO", "need COSMIC TOP SECRET"),
    ("//FGI S//ATOMAL", "for NATO information"),
    ("U//ATOMAL//FGI NATO", "needs NATO CONFIDENTIAL"),
]  # fmt: skip
SOUND = [
    "S//NF", "S//RELIDO", "S//REL TO USA, GBR", "S//DISPLAY ONLY IRQ", "S//REL", "C//OC",
    "//JOINT S CAN USA//REL TO USA, CAN", "//JOINT S CAN USA//REL TO USA, FVEY", "C//OC-USGOV",
    "//JOINT S CAN USA//SI//REL TO USA, CAN", "C//SI", "C//SAR-BP", "U//FOUO", "U//SBU",
    "U//SBU-NF", "U//DS", "U//DCNI", "S//LES", "S//LES-NF", "S//SSI", "S//IMC", "S//RS",
    "S//TK",
    "S//HCS-O//OC/NF", "S//RSV-ABC", "TS//SI-XY", "C//HCS-P//NF", "S//NF//XD", "U//NF//ND",
    "TS//SI-G//OC", "TS//SI-GX", "S//HCS-PX", "C//HCS", "U//LES", "//CTS//BALK", "//NC//ATOMAL",
    "C//ATOMAL//FGI NATO", "TS//BALK//FGI NATO", "TS//BOHEMIA//FGI", "S//ATOMAL//FGI",
    "UK SECRET - UK EYES ONLY", "TLP:GREEN", "U", "//DEU R",
]  # fmt: skip


def found(text):
    return [fault for rule in faults.RULES if (fault := rule(parse(text)))]


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_fault(text, fault):
    assert any(fault in sentence for sentence in found(text))


@pytest.mark.parametrize("text", SOUND)
def test_no_fault(text):
    assert found(text) == []


SENTENCES = {
    "S//RELIDO/DISPLAY ONLY IRQ": "RELIDO and DISPLAY ONLY exclude each other",
    "S//NF/RELIDO": "NOFORN excludes every other release mark",
    "S//REL TO USA": "REL TO starts with USA and names somebody else",
    "S//DISPLAY ONLY IRQ, USA": "DISPLAY ONLY does not name USA",
    "//JOINT S CAN USA": "JOINT needs a REL TO that covers every owner",
    "//JOINT S CAN USA//HCS//REL TO USA, CAN": "JOINT excludes NOFORN and HCS",
    "U//OC": "ORCON is for classified markings, alone, without RELIDO",
    "U//SI": "SCI and SAP are for classified markings",
    "S//SI-XY": "compartments of SI need TOP SECRET",
    "S//XD": "EXDIS or NODIS, not both, and with NOFORN",
    "TS//SI-G": "SI-G needs ORCON", "S//HCS-P": "HCS-P needs NOFORN",
    "S//HCS-O//OC": "HCS-O needs ORCON and NOFORN", "S//RSV": "RSV needs its compartment",
    "U//SBU/SBU-NF": "SBU NOFORN and LES NOFORN say SBU and LES already",
    "S//ATOMAL": "BALK, BOHEMIA and ATOMAL are for NATO information",
    "//NS//BALK": "BALK and BOHEMIA need COSMIC TOP SECRET",
    "//NU//ATOMAL": "ATOMAL needs NATO CONFIDENTIAL or above",
}  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), SENTENCES.items())
def test_a_fault_is_one_plain_sentence(text, sentence):
    assert found(text) == [sentence]


def test_old_forms_are_faults():
    assert found("SECRET//USA/GBR EYES ONLY") == ["old form (eyes-only)"]


def test_several_old_forms_are_named():
    assert found("SECRET REL MTCR NOFORN")[0] == "old form (legacy-group, legacy-form)"


def test_several_unknown_words_are_named():
    assert found("S//A B/C D") == ["not understood: 'A B', 'C D'"]


def test_several_marks_are_named_in_order():
    assert found("C//TK/RSV-A//IMC/RS") == ["needs SECRET or TOP SECRET: IMCON, RSEN, RSV, TK"]


def test_the_form_is_compared_with_the_canonical_one():
    label = Label("US", 3, nf=True)
    assert faults.of(label, "SECRET//NOFORN") == ()
    assert faults.of(label, "SECRET/NOFORN") == (
        "written 'SECRET/NOFORN', the canonical form is 'SECRET//NOFORN'",
    )


def test_a_form_with_unknown_words_is_not_compared():
    assert faults.of(parse("S//PURPLE"), "SECRET//PURPLE") == ("not understood: 'PURPLE'",)
