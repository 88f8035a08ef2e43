"""What is gathered of one shipment: fields, parties, ports, side tables; unknown has no key."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests import builders
from tests.catchall.determine.conftest import hit, match, plain

from catchall import tables
from catchall.dates import Span
from catchall.determine import facts
from catchall.law.model import Lawbook

Gathered = Callable[..., tuple[facts.Facts, ...]]


def values(gathered: Gathered, *rows: Any, **given: Any) -> Any:
    return gathered(*rows, **given)[0].values


def test_a_fact_that_is_not_filed_has_no_key(gathered: Gathered) -> None:
    found = values(gathered, {"parties": []})
    absent = {"knowledge", "destinations", "incoterm", "transit_ports", "certificates", "date"}
    assert absent & set(found) == set()


def test_the_country_is_read_and_what_cannot_be_read_is_kept(gathered: Gathered) -> None:
    found = values(gathered, plain(destination_country="Oz"))
    assert "destinations" not in found
    assert found["destinations_unread"] == ("Oz",)


def test_lines_that_differ_give_every_destination(gathered: Gathered) -> None:
    rows = [plain(id="A"), plain(id="A", destination_country="Iran", row=1)]
    found = values(gathered, *rows, matches=[match(), match(row=1)])
    assert found["destinations"] == ("IN", "IR")


@pytest.mark.parametrize(
    ("said", "knowledge"),
    [
        (["none", "aware"], {"knowledge": "aware", "knowledge_of": "any"}),
        (["Informed: WMD"], {"knowledge": "informed", "knowledge_of": "wmd"}),
        (["none", "perhaps"], {"knowledge_unread": ("perhaps",)}),
        (["perhaps"], {"knowledge_unread": ("perhaps",)}),
        (["informed; none"], {"knowledge": "informed", "knowledge_of": "any"}),
        (["informed: nuclear"], {"knowledge": "informed", "knowledge_of": "nuclear"}),
        (["aware: missile"], {"knowledge": "aware", "knowledge_of": "missile"}),
        (
            ["aware: chemical weapons"],
            {"knowledge": "aware", "knowledge_of": "chemical_biological"},
        ),
        (["aware: Military end-use"], {"knowledge": "aware", "knowledge_of": "military"}),
        (
            ["informed", "blah"],
            {"knowledge": "informed", "knowledge_of": "any", "knowledge_unread": ("blah",)},
        ),
        (
            ["aware: basket weaving"],
            {
                "knowledge": "aware",
                "knowledge_of": "any",
                "knowledge_unread": ("aware: basket weaving",),
            },
        ),
        (
            ["aware: nuclear; informed: surveillance"],
            {
                "knowledge": "informed",
                "knowledge_of": "surveillance",
                "knowledge_told": (("informed", "surveillance"), ("aware", "nuclear")),
            },
        ),
    ],
)
def test_the_weightiest_knowledge_counts(
    gathered: Gathered, said: list[str], knowledge: dict[str, str]
) -> None:
    rows = [plain(id="A", row=at, exporter_knowledge=one) for at, one in enumerate(said)]
    found = values(gathered, *rows, matches=[match(row=at) for at in range(len(rows))])
    assert {key: found[key] for key in found if key.startswith("knowledge")} == knowledge


def test_a_cell_with_two_countries_keeps_both(gathered: Gathered) -> None:
    found = values(
        gathered,
        plain(destination_country="PT; KP; Oz", vessel_flag="PT; KP", bank_country="Oz"),
    )
    assert (found["destinations"], found["destinations_unread"]) == (("PT", "KP"), ("Oz",))
    assert found["vessel_flag_all"] == ("PT", "KP")
    assert found["bank_country_unread"] == ("Oz",)
    assert {"vessel_flag", "bank_country"} & set(found) == set()


def test_a_party_with_two_countries_keeps_both(gathered: Gathered) -> None:
    parties = [builders.party("consignee", "Orlo Works", "PT; KP; Oz")]
    (party,) = values(gathered, plain(parties=parties))["parties"]["consignee"]
    assert (party["country"], party["countries"], party["unread"]) == (
        "", ("PT", "KP"), ("Oz",),
    )  # fmt: skip


def test_a_country_without_a_name_is_kept_apart(gathered: Gathered) -> None:
    found = values(gathered, plain(parties=[builders.party("consignee", "", "KP")]))
    assert found["unnamed"]["consignee"][0]["country"] == "KP"
    assert found["parties"] == {}


def test_a_day_that_does_not_exist_is_told_as_unread(gathered: Gathered) -> None:
    found = values(gathered, plain(date="31.31.2026"))
    assert found["date_unread"] == "31.31.2026"
    assert "date" not in found


def test_ports_carry_their_country(gathered: Gathered) -> None:
    found = values(gathered, plain(transit_ports="Jebel Ali; Somewhere;", loading_port="SIKOP"))
    assert [port["country"] for port in found["transit_ports"]] == ["AE", ""]
    assert found["loading_port"][0]["country"] == "SI"


def test_a_month_is_kept_as_a_span(gathered: Gathered) -> None:
    found = values(gathered, plain(date="Mar 2025"))
    assert found["date"] == Span(date(2025, 3, 1), date(2025, 3, 31))


def test_a_table_not_given_is_unknown_and_an_empty_one_is_not(gathered: Gathered) -> None:
    found = values(gathered, plain(), side={"denials": ()})
    assert found["denials"] == ()
    assert "measures" not in found


def test_side_tables_are_joined_whatever_the_legal_form(gathered: Gathered) -> None:
    side = {
        "denials": ({"party": "ORLO WORKS PVT LTD"}, {"party": "Velm Mills"}),
        "certificates": (
            {"shipment_id": "s1"},
            {"certificate_no": "C-7"},
            {"shipment_id": "S2"},
        ),
        "licences": ({"licence_no": "L9", "consignee": "Orlo Works"},),
        "vessels": ({"imo": "IMO 9074729", "next_ports": "Bandar Abbas; Koper"},),
        "measures": ({"party": "Velm Export", "kind": "fine"},),
    }
    row = plain(end_user_certificate="C-7", vessel_imo="9074729")
    found = values(gathered, row, side=side)
    assert [len(found[one]) for one in ("denials", "certificates", "licences", "measures")] == [
        1, 2, 1, 1,
    ]  # fmt: skip
    assert found["vessels"][0]["next_ports_countries"] == (
        ("Bandar Abbas", "IR"),
        ("Koper", "SI"),
    )


def test_a_former_name_is_looked_up_too(gathered: Gathered) -> None:
    side = {
        "parties": (
            {"name": "Orlo Works", "former_name": "Velm Mills", "changed_on": "2026-01-05"},
        ),
        "denials": ({"party": "VELM MILLS LTD"},),
    }
    found = values(gathered, plain(), side=side)
    assert {one["against"] for one in found["past"]} == {("a denial",)}


def test_a_firm_that_shares_a_contact_with_a_listed_name_is_told(gathered: Gathered) -> None:
    rows = [
        plain(parties=[builders.party("consignee", name, phone="123456789")])
        for name in ("Orlo One", "Orlo Works")
    ]
    matches = [match(row=0), match(row=1)]
    found = values(gathered, *rows, matches=matches, hits=[hit(row=1)])
    assert found["linked"][0]["against"] == ("a listed name",)


def test_stated_facts_take_names_and_days_as_people_write_them() -> None:
    found = facts.stated({"day": "2026-11-02", "parties": {"consignee": "Orlo"}}).values
    assert found["day"] == Span(date(2026, 11, 2), date(2026, 11, 2))
    assert found["parties"]["consignee"] == ({"name": "Orlo"},)


PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "facts.md"


def told(page: str) -> dict[str, set[str]]:
    """The keys of each table of a page by what stands before it: "" for the first."""
    found: dict[str, set[str]] = {}
    part = ""
    for line in page.splitlines():
        part = line.removeprefix("## ") if line.startswith("## ") else part
        cell = line.split("|")[1] if line.startswith("| `") else ""
        keys, _, whose = cell.partition(" of ")
        found.setdefault(whose.strip() or part, set()).update(re.findall(r"`(\w+)`", keys))
    return found


def test_the_reference_tells_every_fact_that_is_gathered(gathered: Gathered) -> None:
    filed = {
        name: "SI" if "country" in name or name == "vessel_flag" else "2026-01-02"
        for name in tables.FIELD_COLUMNS
    }
    kinds = (
        "measures", "denials", "licences", "certificates", "vessels", "owners", "decisions",
            "letters",
            "parties",
    )  # fmt: skip
    side: dict[str, Any] = dict.fromkeys(kinds, ()) | {"rejected": frozenset({"denials"})}
    filed |= {"id": "A", "destination_country": "India", "exporter_knowledge": "aware"}
    row = plain(**filed)
    other = {**row, "row": 1, "destination_country": "Oz"}
    both = values(gathered, row, other, matches=[match(), match(row=1)], side=side)
    strange = {name: "PT; KP; Oz" for name in filed if "country" in name or "flag" in name}
    strange |= {"date": "31.31.2026", "order_date": "soon", "origin_country": "PT; KP; Oz"}
    strange |= {"exporter_knowledge": "aware; informed: wmd; blah"}
    strange |= {"parties": [builders.party("consignee", "", "KP")]}
    third = values(gathered, plain(**strange), plain(origin_country="SI"))
    fourth = values(gathered, plain(origin_country="SI"))
    keys = set(both) | set(third) | set(fourth)
    assert keys | {"rejected"} == told(PAGE.read_text("utf-8"))[""] | {"rejected"}


def test_the_worked_cases_state_only_facts_that_the_reference_tells(book: Lawbook) -> None:
    page = told(PAGE.read_text("utf-8"))
    stated = [case.given for case in book.cases if case.kind != "entry"]
    seen = {key for given in stated for key in given.get("series", {})}
    assert {key for given in stated for key in given} - page[""] == set()
    assert seen
    assert seen - page["SERIES"] == set()


def test_hits_of_owners_are_kept_apart_and_have_the_source_of_their_list(
    gathered: Gathered,
) -> None:
    row = {"party": "ORLO WORKS LTD", "owner": "Velm Group", "share": "60"}
    hits = [hit(), hit(role="owner", party="Velm Group")]
    (found,) = gathered(plain(), hits=hits, side={"owners": (row,)})
    assert [one["role"] for one in found.hits] == ["consignee"]
    (one,) = found.values["owner_hits"]
    assert (one["party"], one["source"]) == ("Velm Group", "ofac-sdn")
    assert found.values["owners"] == (row,)


def test_a_hit_of_a_party_that_is_an_owner_too_counts_as_one_of_an_owner(
    gathered: Gathered,
) -> None:
    row = {"party": "Velm Export", "owner": "Orlo Works Ltd", "share": "60"}
    found = values(gathered, plain(), hits=[hit()], side={"owners": (row,)})
    assert [one["role"] for one in found["owner_hits"]] == ["consignee"]
