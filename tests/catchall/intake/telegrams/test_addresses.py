"""Addressees with indicator, precedence and number; exempt posts."""

from catchall.intake.telegrams.addresses import address, addressees


def test_a_number_may_be_part_of_a_name():
    assert address("RUEUXXX/DET 4 77LG LIMA").name == "DET 4 77LG LIMA"


def test_night_action_is_a_precedence():
    assert address("AMCONSUL LYON NIACT IMMEDIATE").precedence == "NIACT IMMEDIATE"


def test_precedence_and_number_stand_in_either_order():
    one, two = (
        address("SECSTATE WASHDC PRIORITY 0872"),
        address("SECSTATE WASHDC 0872 PRIORITY"),
    )
    assert one == two


def test_exempt_posts_belong_to_the_collective_above():
    found = addressees(["RUEHX/NORDIC COLLECTIVE", "XMT/AMEMBASSY OSLO", "AMEMBASSY RIGA"])
    assert found[0].excluded == ("AMEMBASSY OSLO", "AMEMBASSY RIGA")


def test_an_exemption_without_collective_is_nobody():
    assert addressees(["XMT LIMA"]) == ()


def test_a_page_line_is_no_address():
    assert [
        a.name for a in addressees(["PAGE 02   LIMA   023763  071504Z", "AMEMBASSY BERN"])
    ] == ["AMEMBASSY BERN"]
