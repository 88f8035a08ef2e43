"""Declassification: each row of the table, and which of several decides."""

import pytest

from catchall.errors import MarkingError
from catchall.marking.declass import declassify

TODAY = "2026-11-21"


def value(*sources, today=TODAY):
    return declassify([{"declass": text, "date": day} for text, day in sources], today)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("20330615", "20330615"), ("2033-06-15", "20330615"), ("02/24/2015", "20150224"),
        ("2/4/2015", "20150204"), ("OADR", "20300505"), ("MR", "20300505"), ("X1", "20300505"),
        ("X1, X6", "20300505"), ("DNI Only", "20300505"), ("Subject to treaty", "20300505"),
        (None, "20300505"), ("", "20300505"), ("whatever", "20300505"),
        ("20331345", "20300505"),
        ("24/02/2015", "20300505"), ("203306151", "20300505"), ("2033/06/15", "20300505"),
        ("DECL: 20330615", "20330615"), ("E.O. 12958: DECL: 02/24/2015", "20150224"),
        ("EO 13526 20330615", "20330615"), ("Declassify on: 20330615", "20330615"),
        ("SOURCE MARKED OADR", "20300505"), ("source marked: 20330615", "20330615"),
        ("E.O. 12356: decl: OADR", "20300505"), ("25X0", "20300505"), ("25X12", "20300505"),
        ("125X1", "20300505"), (" 20330615 ", "20330615"),
        ("25X4", "25X4, 20550505"), ("25x4, 20450101", "25X4, 20450101"),
        ("25X4, EO 12951", "25X4, 20550505"), ("25X1, a treaty ends", "25X1, 20550505"),
        ("25X6, 25X2, 20450101", "25X2, 20450101"), ("25X4, 2045-01-01", "25X4, 20450101"),
        ("25X4,20450101", "25X4, 20450101"), ("25X4, 20450101 or so", "25X4, 20550505"),
        ("50X5", "50X5, 20800505"), ("50X5, 20600101", "50X5, 20600101"),
        ("50X5, an event", "50X5, 20800505"), ("50X1-HUM", "50X1-HUM"),
        ("50X2-WMD", "50X2-WMD"),
        ("50X1\N{EN DASH}HUM", "50X1-HUM"), ("25X1-human", "50X1-HUM"),
        ("50X2-WMD, 50X1-HUM", "50X1-HUM"), ("50X1-HUM, 20600101", "50X1-HUM"),
        ("50X1, 20600101", "50X1, 20600101"),
        ("RD", "N/A to RD portions. See source list for NSI portions."),
        ("FRD", "N/A to FRD portions. See source list for NSI portions."),
        ("TFNI", "N/A to TFNI portions. See source list for NSI portions."),
        ("NATO", "N/A to NATO portions. See source list for NSI portions."),
        ("N/A to NATO and RD/FRD portions. See source list.",
         "N/A to RD/FRD and NATO portions. See source list for NSI portions."),
        ("N/A to RD portion", "N/A to RD portions. See source list for NSI portions."),
        ("FRD/RD, NATO", "N/A to RD/FRD and NATO portions. See source list for NSI portions."),
        ("N/A to other portions", "20300505"), ("RDX", "20300505"), ("RD or not", "20300505"),
        ("N/A", None), ("n/a", None), ("E.O. 12958: N/A", None),
    ],
)  # fmt: skip
def test_one_source(text, answer):
    assert value((text, "2005-05-05")) == answer


@pytest.mark.parametrize(
    ("sources", "answer"),
    [
        ([("20251231", "2005-01-01"), ("20330615", "2010-01-01")], "20330615"),
        ([("20330615", None), ("25X1", "2000-01-01")], "25X1, 20500101"),
        ([("25X5, 20450101", None), ("25X1, 20450101", None)], "25X1, 20450101"),
        ([("25X1, 20450101", None), ("25X5, 20460101", None)], "25X5, 20460101"),
        ([("25X1", "2000-01-01"), ("50X5, 20300101", None)], "50X5, 20300101"),
        ([("50X7, 20600101", None), ("50X6, 20600101", None)], "50X6, 20600101"),
        ([("50X5", "2000-01-01"), ("50X2-WMD", None)], "50X2-WMD"),
        ([("50X2-WMD", None), ("50X1-HUM", None)], "50X1-HUM"),
        ([("50X1-HUM", None),
        ("RD", None)], "N/A to RD portions. See source list for NSI portions."),
        ([("NATO", None), ("TFNI", None), ("RD", None)],
         "N/A to RD/TFNI and NATO portions. See source list for NSI portions."),
        ([("N/A", None), ("20330615", None)], "20330615"), ([("N/A", None)], None), ([], None),
    ],
)  # fmt: skip
def test_several_sources(sources, answer):
    assert value(*sources) == answer


@pytest.mark.parametrize("day", [None, "", "1990", "1990-13-01"])
def test_a_source_without_a_day_counts_from_today(day):
    assert value(("OADR", day), today="2011-02-01") == "20360201"


def test_a_leap_day_becomes_the_first_of_march():
    assert value(("OADR", "2004-02-29")) == "20290301"
    assert value(("25X4", "1998-02-28")) == "25X4, 20480228"


def test_a_source_says_nothing_where_its_keys_are_missing():
    assert declassify([{}], TODAY) == "20511121"


@pytest.mark.parametrize("today", ["", "yesterday", "2026-02-30"])
def test_today_must_be_a_day(today):
    with pytest.raises(MarkingError) as caught:
        declassify([], today)
    assert caught.value.marking == today
    assert caught.value.problems == ("no day; write today as YYYY-MM-DD",)
