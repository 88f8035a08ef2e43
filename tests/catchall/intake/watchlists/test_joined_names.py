"""Names inside a joined name: each that is sure, none that is not."""

import pytest

from catchall.intake.watchlists.joined_names import inside, parties, subsidiaries


def _texts(found):
    return [name for _, name in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sample Works", []),
        ("Sample Works, OOO (f.k.a., Test Plant)", ["Sample Works, OOO", "Test Plant"]),
        ("SAMPLE MAN A/K/A TEST MAN", ["SAMPLE MAN", "TEST MAN"]),
        ("SAMPLE AIR D/B/A TEST AIR", ["SAMPLE AIR", "TEST AIR"]),
        ("SAMPLE (A.K.A. TEST EXAMPLE) PERSON", ["SAMPLE PERSON", "TEST EXAMPLE"]),
        ("Sample Works; and Test Works", ["Sample Works", "Test Works"]),
    ],
)
def test_names_inside_a_name(text, names):
    assert _texts(inside(text)) == names


def test_a_former_name_is_told_as_one():
    assert inside("A1 Works (f.k.a. B2 Works)")[1] == ("former", "B2 Works")
    assert parties("formerly known as B2 Works") == [("former", "B2 Works")]
    assert parties("aka Sampla") == [("alias", "Sampla")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sample Works, Ltd. and Testo Examplo", ["Sample Works, Ltd.", "Testo Examplo"]),
        ("Sample Co., Ltd. and Test Co., Ltd.", ["Sample Co., Ltd.", "Test Co., Ltd."]),
        ("SAMPLE WORKS LTD. AND TEST WORKS INC.", ["SAMPLE WORKS LTD.", "TEST WORKS INC."]),
        ("Man, Test L., and Sample Guard, Inc.", ["Man, Test L.", "Sample Guard, Inc."]),
        ("Sample Works Limited, and", ["Sample Works Limited"]),
        ("Sample Works Ltd; and any successor thereof", ["Sample Works Ltd"]),
        ("Sample (ST) Academy, and its sub-units and successors", ["Sample (ST) Academy"]),
        ("Sample Group and its Subsidiaries", ["Sample Group"]),
        ("Fishing Vessel: Sample Star", ["Sample Star"]),
        ("Testo Man (a.k.a. Testa Man) (a remark)", ["Testo Man", "Testa Man"]),
    ],
)
def test_each_party_of_several(text, names):
    assert _texts(parties(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Sample Trade and Business Co., Ltd",
        "Sample Agriculture, Industry, and Trade Co., Ltd.",
        "Sample Park Co., Ltd., Invented Branch",
        'Sample Concern "Example"',
        "Sample Company, Limited",
        "Tests and Associates, Incorporated",
    ],
)
def test_one_party_is_not_parted(text):
    assert parties(text) == []


def test_a_place_after_a_semicolon_is_no_party():
    assert _texts(parties("Sample Carpet Pvt., Test Carpet Pvt., Ltd.; Kathmandu.")) == [
        "Sample Carpet Pvt.",
        "Test Carpet Pvt., Ltd.",
    ]


def test_parties_listed_as_subsidiaries_in_the_notes():
    notes = (
        "Listed together with subsidiaries: A1 Works Co., Ltd. . B2 USA Inc., C3 Limited "
        "(formerly D4 (DD)), and E5, Americas. | It belongs to nobody."
    )
    assert subsidiaries(notes) == [
        ("alias", "A1 Works Co., Ltd."),
        ("alias", "B2 USA Inc."),
        ("alias", "C3 Limited"),
        ("former", "D4 (DD)"),
        ("alias", "E5, Americas"),
    ]
    assert subsidiaries("It belongs to nobody.") == []
