"""Telegrams in every form that posts write."""

import pytest

from catchall.intake.telegrams.ref_scan import Scanner, more, one, tokens


def scan(text):
    scanner = Scanner(tokens(text))
    found = one(scanner)
    rows = []
    while found:
        rows.append((found.year, found.station, found.serial))
        found = more(scanner, found)
    return rows


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("OSLO 12", [(None, "OSLO", "12")]),
        ("'08 LA PAZ 0012", [("08", "LA PAZ", "0012")]),
        ("(05) OSLO 12", [("05", "OSLO", "12")]),
        ("OSLO 12 (05)", [("05", "OSLO", "12")]),
        ("OSLO (05) 12", [("05", "OSLO", "12")]),
        ("OSLO 00012 05", [("05", "OSLO", "00012")]),
        ("OSLO 1212-05", [("05", "OSLO", "1212")]),
        ("2005OSLO1212", [("05", "OSLO", "1212")]),
        ("10-OSLO-57", [("10", "OSLO", "57")]),
        ("870 OSLO", [(None, "OSLO", "870")]),
        ("OSLO #870", [(None, "OSLO", "870")]),
        ("OSLO: 870", [(None, "OSLO", "870")]),
        ("0SLO O870", [(None, "OSLO", "0870")]),
        ("OSLO CABLES 870", [(None, "OSLO", "870")]),
        ("ST. PETERSBURG 7", [(None, "ST PETERSBURG", "7")]),
        ("OSLO 12 AND 15", [(None, "OSLO", "12"), (None, "OSLO", "15")]),
        ("OSLO 12/15", [(None, "OSLO", "12"), (None, "OSLO", "15")]),
        ("OSLO 12, 05 RIGA 7", [(None, "OSLO", "12"), ("05", "RIGA", "7")]),
        ("OSLO 12 & RIGA 7", [(None, "OSLO", "12"), (None, "RIGA", "7")]),
    ],
)
def test_telegrams(text, want):
    assert scan(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "ROE E-MAIL 12/01/09",
        "9 FAM APPENDIX K",
        "SECDEF R162245Z OCT 08",
        "STATE CA-3400",
        "INCSR BRAZIL 2008",
        "UNSCR 1737",
        "OSC XY20080707950031",
        "REPORT 44",
        "CUSTOMS 10-114",
        "",
    ],
)
def test_other_words_are_none(text):
    assert scan(text) == []
