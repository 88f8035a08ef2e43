"""The embargo line: always there, and saying what was not checked."""

from tests import builders
from tests.catchall.determine.conftest import DAY, Decide, plain

from catchall.determine import embargo, facts
from catchall.records import Outcome


def test_the_line_names_destination_jurisdictions_and_day(decide: Decide) -> None:
    found = decide(plain())
    assert found.embargo == (
        "no: destination IN is under no embargo held for eu, un, us on 2026-11-22"
    )


def test_the_line_says_what_was_not_checked(decide: Decide) -> None:
    found = decide(plain(transit_ports=None))
    assert found.embargo == (
        "no: destination IN is under no embargo held for eu, un, us on 2026-11-22; "
        "not checked: transit ports not given"
    )
    assert found.reads == "clear"


def test_a_destination_with_bans_on_goods_not_held_is_reviewed(decide: Decide) -> None:
    found = decide(plain(destination_country="Belarus"))
    assert found.embargo.startswith("review: destination Belarus (BY)")
    assert found.outcome is Outcome.REVIEW


def test_a_route_by_an_embargoed_port_is_reviewed(decide: Decide) -> None:
    found = decide(plain(transit_ports="Bandar Abbas"))
    assert (found.embargo.partition(":")[0], found.reads) == ("review", "review")


def test_a_party_without_country_is_asked_about(decide: Decide) -> None:
    parties = [builders.party("consignee", "Orlo Works"), *plain()["parties"][2:]]
    found = decide(plain(parties=parties))
    assert "consignee_country" in {one.asks for one in found.questions}
    assert found.reads == "clear"


def test_an_address_in_an_embargoed_region_is_reviewed(decide: Decide) -> None:
    parties = [
        builders.party("consignee", "Orlo Works", "UA", address="Sea Street 4, Sevastopol")
    ]
    found = decide(plain(parties=parties, destination_country="Ukraine"))
    assert "us.embargo.regions" in {one.rule for one in found.findings}


def test_without_an_embargo_rule_the_line_says_so() -> None:
    told = embargo.line((), facts.stated({}), DAY, ("xx",))
    assert told == "not decided: no embargo rule is held for xx on 2026-11-22"
