"""Single entries: every word of the tables, lists, compartments; what is none of them."""

import pytest

from catchall.marking import vocabulary
from catchall.marking.entries import Part, read, split

FLAGS = {"NOFORN", "REL TO", "RELIDO", "DISPLAY ONLY"}
MARKS = [
    (word, token.banner)
    for token in (*vocabulary.DISSEMINATION, *vocabulary.NON_IC)
    for word in token.words
    if token.banner not in FLAGS
]


@pytest.mark.parametrize(("word", "banner"), MARKS)
def test_a_caveat_is_read_in_every_form(word, banner):
    assert read(word) == Part(banner, cav=frozenset({banner}))


@pytest.mark.parametrize(
    ("word", "banner"), [(w, t.banner) for t in vocabulary.ATOMIC for w in t.words]
)
def test_an_atomic_mark_is_read_in_every_form(word, banner):
    assert read(word) == Part(banner, aea=frozenset({banner}))


@pytest.mark.parametrize("word", ["NOFORN", "NF", "NOT RELEASABLE TO FOREIGN NATIONALS"])
def test_noforn_is_a_mark_of_its_own(word):
    assert read(word) == Part("NOFORN", nf=True)


def test_relido_and_bare_release_marks():
    assert read("RELIDO") == Part("RELIDO", relido=True)
    assert read("REL") == Part("REL", rel_is_banner=True)
    assert read("EYES") == Part("REL", rel_is_banner=True, warn="eyes-only")


@pytest.mark.parametrize(
    ("entry", "form", "codes"),
    [
        ("REL TO USA, GBR", "REL TO USA, GBR", {"USA", "GBR"}),
        ("REL TO USA, XKX", "REL TO USA, XKX", {"USA", "XKX"}),
        ("REL TO USA,GBR", "REL TO USA,GBR", {"USA", "GBR"}),
        ("AUTHORIZED FOR RELEASE TO USA, EU", "REL TO USA, EU", {"USA", "EU"}),
    ],
)
def test_release_list(entry, form, codes):
    assert read(entry) == Part(form, rel=frozenset(codes))


def test_display_list():
    assert read("DISPLAY ONLY AFG, IRQ") == Part(
        "DISPLAY ONLY AFG, IRQ", disp=frozenset({"AFG", "IRQ"})
    )


def test_eyes_only_is_a_release_list_with_a_warning():
    assert read("USA/CAN EYES ONLY") == Part(
        "REL TO USA, CAN", rel=frozenset({"USA", "CAN"}), warn="eyes-only"
    )


@pytest.mark.parametrize(
    "entry",
    [
        "PURPLE", "", " NF", "nf", "REL TO", "REL TO USA GBR", "REL TO USA, XX", "REL TO USA,",
        "DISPLAY ONLY", "DISPLAY ONLY X", "REL GBR", "RELTO USA, GBR", "CAN/USA EYES ONLY",
        "EYES ONLY", "FGI USA", "FGI DE", "FGI DEU USA", "FGI DEU FGI", "FGIX DEU", "SI-",
        "SI ABC", "SIX",
        "SI-G--X", "SI-g", "RD-SIGMA", "RD-SIGMA X", "RD-SIGMA 123", "RD-SIGMA \u0661",
        "TFNI-SIGMA 1", "SAR-",
        "SAR-BP-X", "SAR", "CA", "NATO", "STADIS", "TK-", "HCS_O", "FRD-CNWDI", "UK EYES ONLY",
    ],
)  # fmt: skip
def test_anything_else_is_not_understood(entry):
    assert read(entry) is None


def test_foreign_sources():
    assert read("FGI") == Part("FGI", fgi_hidden=True)
    assert read("FGI CAN DEU") == Part("FGI CAN DEU", fgi=frozenset({"CAN", "DEU"}))


def test_nato_among_the_sources_asks_for_the_read_in():
    assert read("FGI DEU NATO") == Part(
        "FGI DEU NATO", fgi=frozenset({"DEU", "NATO"}), comp=frozenset({"NATO-READ-IN"})
    )


@pytest.mark.parametrize(
    ("entry", "form", "leaves"),
    [
        ("SI", "SI", {"SI"}), ("HCS-P", "HCS-P", {"HCS-P"}),
        ("SI-GAMMA", "SI-G", {"SI-G"}), ("SI-ECRU", "SI-EU", {"SI-EU"}),
        ("SI-NONBOOK", "SI-NK", {"SI-NK"}), ("RESERVE-ABC", "RSV-ABC", {"RSV-ABC"}),
        ("TALENT KEYHOLE", "TK", {"TK"}), ("TK-BLUEFISH", "TK-BLFH", {"TK-BLFH"}),
        ("TALENT KEYHOLE-IDITAROD", "TK-IDIT", {"TK-IDIT"}),
        ("TK-KANDIK", "TK-KAND", {"TK-KAND"}),
        ("TK-GAMMA", "TK-GAMMA", {"TK-GAMMA"}),
        ("SI-G ABCD EFGH-XYZ", "SI-G ABCD EFGH-XYZ", {"SI-G ABCD", "SI-G EFGH", "SI-XYZ"}),
        ("SI-GAMMA 1A", "SI-G 1A", {"SI-G 1A"}), ("SI-X-G", "SI-X-G", {"SI-X", "SI-G"}),
    ],
)  # fmt: skip
def test_compartments(entry, form, leaves):
    assert read(entry) == Part(form, comp=frozenset(leaves))


@pytest.mark.parametrize(
    ("entry", "form", "mark"),
    [
        ("RD-SIGMA 18 20", "RD-SIGMA 18 20", "RD-SIGMA 18 20"),
        ("RD-SG 20 18", "RD-SIGMA 20 18", "RD-SIGMA 18 20"),
        ("RD-SG 9 10", "RD-SIGMA 9 10", "RD-SIGMA 9 10"),
        ("FRD-SG 14", "FRD-SIGMA 14", "FRD-SIGMA 14"),
    ],
)
def test_sigma_numbers_are_kept_in_order(entry, form, mark):
    assert read(entry) == Part(form, aea=frozenset({mark}))


@pytest.mark.parametrize("name", ["BALK", "BOHEMIA", "ATOMAL"])
def test_nato_programmes(name):
    assert read(name) == Part(name, comp=frozenset({name}))


def test_programmes_and_those_that_follow():
    first = read("SPECIAL ACCESS REQUIRED-BUTTER POPCORN")
    assert first == Part("SAR-BUTTER POPCORN", comp=frozenset({"SAR-BUTTER POPCORN"}))
    second = read("CA", first)
    assert second == Part("CA", comp=frozenset({"SAR-CA"}))
    assert read("XYZ", second) == Part("XYZ", comp=frozenset({"SAR-XYZ"}))
    assert read("LONG", first) is None
    assert read("CA", read("BALK")) is None


def test_a_known_word_after_a_programme_keeps_its_meaning():
    assert read("NF", read("SAR-BP")) == Part("NOFORN", nf=True)


@pytest.mark.parametrize(
    ("category", "entries"),
    [
        ("", [""]), ("NF", ["NF"]), ("OC/NF", ["OC", "NF"]),
        ("USA/CAN EYES ONLY", ["USA/CAN EYES ONLY"]), ("USA EYES ONLY", ["USA EYES ONLY"]),
        ("OC/PR/USA/CAN/FVEY EYES ONLY/FISA/LES",
         ["OC", "PR", "USA/CAN/FVEY EYES ONLY", "FISA", "LES"]),
        ("CAN/USA EYES ONLYX", ["CAN", "USA EYES ONLYX"]),
    ],
)  # fmt: skip
def test_split(category, entries):
    assert split(category) == entries
