"""The embargo line: always there, and saying what was not checked."""

from datetime import date
from typing import Any

import pytest
from tests import builders
from tests.catchall.determine.conftest import DAY, Decide, plain

from catchall import determine
from catchall.determine import embargo, facts
from catchall.records import Outcome


def test_the_line_names_destination_jurisdictions_and_day(decide: Decide) -> None:
    found = decide(plain())
    assert found.embargo == (
        "no: destination IN is under no embargo held for eu, un, us on 2026-11-22; "
        "not checked: vessel flag, bank country, payer country, loading country, origin not "
        "given"
    )


def test_the_line_says_what_was_not_checked(decide: Decide) -> None:
    found = decide(plain(transit_ports=None))
    assert found.embargo == (
        "no: destination IN is under no embargo held for eu, un, us on 2026-11-22; "
        "not checked: vessel flag, bank country, payer country, loading country, origin not "
        "given, transit ports not given"
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
    assert found.reads == "not decided"


def consignee(**more: Any) -> dict[str, Any]:
    told = {"name": "Orlo Works", "country": "PT", "address": "12 Mill Road, Porto", **more}
    party = builders.party("consignee", told.pop("name"), told.pop("country"), **told)
    return plain(parties=[plain()["parties"][0], party], destination_country="PT")


def test_without_an_end_user_the_consignee_counts_and_the_end_user_is_asked_for(
    decide: Decide,
) -> None:
    found = decide(consignee())
    assert found.reads == "clear"
    assert "end_user" in {one.asks for one in found.questions}


@pytest.mark.parametrize("country", ["", "Narnia"])
def test_a_consignee_in_no_country_that_is_known_leaves_it_open(
    decide: Decide, country: str
) -> None:
    found = decide(consignee(country=country))
    assert (found.reads, found.embargo.partition(":")[0]) == ("not decided", "not decided")


@pytest.mark.parametrize(
    ("role", "outcome"),
    [
        ("intermediary", "stop"), ("notify_party", "stop"), ("payer", "review"),
        ("bank", "review"), ("carrier", "review"), ("vessel_operator", "review"),
        ("exporter", "review"), ("manufacturer", "review"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("country", ["North Korea", "IR", "PT; KP"])
def test_an_embargoed_country_counts_in_every_role(
    decide: Decide, role: str, outcome: str, country: str
) -> None:
    row = plain()
    row["parties"] = [*row["parties"], builders.party(role, "Velm Mills", country)]
    assert decide(row).outcome.word == outcome


@pytest.mark.parametrize(
    "more",
    [{"vessel_flag": "IR"}, {"bank_country": "PT; KP"}, {"origin_country": "Iran"},
     {"loading_country": "KP"}, {"discharge_port": "Bandar Abbas"}],
)  # fmt: skip
def test_an_embargoed_country_counts_wherever_it_is_named(
    decide: Decide, more: dict[str, str]
) -> None:
    assert decide(plain(**more)).outcome is Outcome.REVIEW


def test_a_country_alone_stops_without_a_name(decide: Decide) -> None:
    row = plain()
    row["parties"] = [*row["parties"], builders.party("consignee", "", "KP")]
    assert decide(row).outcome is Outcome.STOP


@pytest.mark.parametrize(
    "address", ["4 Sunny Lane, Tehran, Iran", "No 5 Mill Ave Tehran 15875"]
)
def test_an_address_in_an_embargoed_country_is_reviewed(decide: Decide, address: str) -> None:
    assert decide(consignee(address=address)).outcome is Outcome.REVIEW


def test_a_street_named_after_a_country_is_no_address_there(decide: Decide) -> None:
    assert decide(consignee(address="4 Cuba Street, Porto")).reads == "clear"


@pytest.mark.parametrize("said", ["Crimea", "Sevastopol", "Crimea; Ukraine"])
@pytest.mark.parametrize("where", [("eu",), ("us",)])
def test_an_embargoed_region_as_destination_stops(
    decide: Decide, said: str, where: tuple[str, ...]
) -> None:
    assert decide(plain(destination_country=said), jurisdictions=where).outcome is Outcome.STOP


@pytest.mark.parametrize("where", [("eu",), ("us",)])
def test_an_address_in_ukraine_is_asked_for_once(
    decide: Decide, where: tuple[str, ...]
) -> None:
    row = consignee(country="UA", address="")
    found = decide({**row, "destination_country": "Ukraine"}, jurisdictions=where)
    assert found.reads == "not decided"
    assert [one.asks for one in found.questions].count("consignee_address") == 1


def test_no_one_asks_for_crimea_where_the_country_is_another(decide: Decide) -> None:
    asked = {one.asks for one in decide(consignee(address="")).questions}
    assert {"consignee_address", "destination_text"} & asked == set()


@pytest.mark.parametrize(
    ("where", "day"),
    [("eu", date(2015, 5, 1)), ("us", date(1990, 1, 1)), ("un", date(2016, 5, 1))],
)
def test_before_the_law_that_is_held_nothing_is_decided(
    book: Any, gathered: Any, where: str, day: date
) -> None:
    (found,) = determine.run(gathered(plain()), book, day=day, jurisdictions=(where,))
    assert found.reads == "not decided"
    assert found.embargo.startswith("not decided: the law of that day is not held")


def test_an_address_in_an_embargoed_region_is_reviewed(decide: Decide) -> None:
    parties = [
        builders.party("consignee", "Orlo Works", "UA", address="Sea Street 4, Sevastopol")
    ]
    found = decide(plain(parties=parties, destination_country="Ukraine"))
    assert "us.embargo.regions" in {one.rule for one in found.findings}


def test_without_an_embargo_rule_the_line_says_so() -> None:
    told = embargo.line((), facts.stated({}), DAY, ("xx",))
    assert told == "not decided: no embargo rule is held for xx on 2026-11-22"
