"""Class lines with and without control, section, station."""

import pytest

from catchall.intake.telegrams import levels


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("S E C R E T LA PAZ 000123", ("SECRET", None, "LA PAZ", 123, None)),
        ("S E C R E T NOFORN ROME 000123", ("SECRET", "NOFORN", "ROME", 123, None)),
        ("UNCLAS SECTIO 03 OF 05 ROME 001234", ("UNCLASSIFIED", None, "ROME", 1234, 3)),
        (
            "C O N F I D E N T I A L//NOFORN SCTION 02 OF 03 OSLO 44",
            ("CONFIDENTIAL", "NOFORN", "OSLO", 44, 2),
        ),
        (
            "UNCLASSIFIED STATE 311722 TOSEC 340058",
            ("UNCLASSIFIED", None, "STATE", 311722, None),
        ),
        ("UNCLAS E F T O STATE 089712", ("UNCLASSIFIED", "EFTO", "STATE", 89712, None)),
        ("c o n f i d e n t i a l rome 12", ("CONFIDENTIAL", None, "ROME", 12, None)),
    ],
)
def test_class_line(text, want):
    found = levels.level(text)
    assert (
        found.classification,
        found.control,
        found.station,
        found.serial,
        found.section,
    ) == want


@pytest.mark.parametrize(
    "text", ["Secret talks began in 2008", "Confidential sources told us 44", "ROME 000012", ""]
)
def test_a_sentence_is_no_class_line(text):
    assert levels.level(text) is None


def test_a_bare_class_opens_nothing():
    assert not levels.level("CONFIDENTIAL").opens


def test_a_section_may_lack_its_station():
    assert levels.level("UNCLAS SECTION 02 OF 03").section == 2


def test_the_station_stands_under_its_own_name():
    assert levels.line_of(levels.level("UNCLAS RIO 000012"), "x").station == "RIO DE JANEIRO"
