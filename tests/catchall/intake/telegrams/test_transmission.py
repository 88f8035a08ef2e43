"""Format lines 1 to 5."""

from datetime import date

import pytest

from catchall.intake.telegrams import transmission


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("P 061232Z MAR 09", "2009-03-06T12:32Z"),
        ("O P 190243Z DEC 89", "1989-12-19T02:43Z"),
        ("R 06 12 32 Z MA R 0 9", "2009-03-06T12:32Z"),
        ("R 311232Z FEB 09", None),
        ("061232Z MAR 2009", "2009-03-06T12:32Z"),
    ],
)
def test_date_time_group(text, iso):
    assert transmission.group(text).iso == iso


def test_two_precedences():
    assert transmission.group("P R 061232Z MAR 09").precedence == ("PRIORITY", "ROUTINE")


@pytest.mark.parametrize("text", ["", "R 061232Z QQQ 09", "words"])
def test_no_group(text):
    assert transmission.group(text) is None
    assert transmission.sent_on(transmission.group(text)) is None


def test_a_routing_line_that_goes_on():
    assert transmission.routing("PP RUEHA", "RUEHBC").routing_indicators == ("RUEHA", "RUEHBC")
    assert transmission.routing("PP") is None


def test_originator():
    found = transmission.originator("DE RUEHMD #0262/02 0791625", date(2009, 3, 20))
    assert (found.station_serial, found.section, found.filing_time_utc) == (262, 2, "16:25")


@pytest.mark.parametrize("text", ["DE RUEHMD #0262", "DE RUEHMD #0262 9991625"])
def test_originator_without_a_day(text):
    assert transmission.originator(text, date(2009, 3, 20)).filing_date is None


def test_no_originator():
    assert transmission.originator("x", None) is None


def test_security():
    found = transmission.security("ZNR UUUUU ZZH ZEL")
    assert (found.classification, found.further_signals) == ("UNCLASSIFIED", ("ZZH", "ZEL"))
    assert transmission.security("ZNY SSSSC").classification is None
    assert transmission.security("x") is None
