"""The invented sample is what its page says, always the same bytes, and marked as invented."""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "src" / "catchall_sample"
PAGE = ROOT / "docs" / "explanation" / "sample.md"
LIST = "{http://tempuri.org/sdnList.xsd}"


def rows(name, folder=SAMPLE):
    return list(csv.DictReader((folder / f"{name}.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def shipments():
    return rows("shipments")


@pytest.fixture(scope="module")
def planted():
    return rows("planted")


@pytest.fixture(scope="module")
def prohibited():
    return etree.parse(SAMPLE / "sample-prohibited.xml").getroot()


@pytest.fixture(scope="module")
def licensed():
    return json.loads((SAMPLE / "sample-licence.json").read_text("utf-8"))


def test_the_generator_writes_the_same_bytes(tmp_path):
    tool = str(ROOT / "tools" / "make_sample.py")
    subprocess.run([sys.executable, "-B", tool, str(tmp_path)], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in SAMPLE.iterdir() if path.name in made}
    assert kept == made


def test_every_data_file_is_named_by_the_manifest():
    manifest = json.loads((SAMPLE / "manifest.json").read_text("utf-8"))
    named = {name for one in manifest["lists"] for name in one["files"]}
    named |= {manifest["shipments"], manifest["planted"], *manifest["side_tables"].values()}
    there = {path.name for path in SAMPLE.iterdir() if path.suffix in {".csv", ".xml", ".json"}}
    assert there == named | {"manifest.json"}


def test_the_lists_are_not_older_than_three_days_on_the_day_judged():
    manifest = json.loads((SAMPLE / "manifest.json").read_text("utf-8"))
    assert {one["date"] for one in manifest["lists"]} == {"2026-11-15"}
    assert manifest["as_of"] == "2026-11-16"


def test_five_hundred_shipments_some_with_several_lines(shipments):
    assert len({row["id"] for row in shipments}) == 500
    assert len(shipments) > 500
    assert len({(row["id"], row["line"]) for row in shipments}) == len(shipments)


def test_sixty_shipments_are_planted_and_each_pattern_three_times(planted, shipments):
    assert len({row["id"] for row in planted}) == 60
    assert {row["id"] for row in planted} <= {row["id"] for row in shipments}
    patterns = Counter(row["pattern"] for row in planted)
    assert min(patterns.values()) >= 3
    assert len(patterns) == 22


def test_expected_outcomes_and_kinds_are_words_of_the_determination(planted):
    outcomes = {row["expect_outcome"] for row in planted}
    kinds = {kind for row in planted for kind in row["expect_kind"].split("|")}
    assert outcomes <= {"clear", "review", "licence", "stop", "incomplete"}
    assert kinds <= {
        "", "party", "embargo", "goods", "catch_all", "flag", "certificate", "denial", "licence"
    }  # fmt: skip


def test_three_hundred_listed_parties_with_their_counts(prohibited, licensed):
    kinds = Counter(one.text for one in prohibited.iter(f"{LIST}sdnType"))
    assert kinds == {"Entity": 120, "Individual": 70, "Vessel": 40}
    assert prohibited.findtext(f".//{LIST}Record_Count") == "230"
    assert licensed["count"] == len(licensed["entities"]) == 70


def test_every_listed_record_says_that_it_is_invented(prohibited, licensed):
    remarks = [one.text for one in prohibited.iter(f"{LIST}remarks")]
    notes = [one["notes"] for one in licensed["entities"]]
    assert len(remarks) == 230
    assert all("no such party exists" in text for text in remarks + notes)


def test_every_programme_is_an_exercise(prohibited):
    programmes = {one.text for one in prohibited.iter(f"{LIST}program")}
    assert all(text.startswith("EXERCISE-") for text in programmes)


@pytest.mark.parametrize("script", ["Ѐ-ӿ", "؀-ۿ", "一-鿿", "가-힣", "پچژگی"])
def test_the_list_has_aliases_in_the_script(prohibited, script):
    names = [one.text for one in prohibited.iter(f"{LIST}lastName")]
    assert any(re.search(f"[{script}]", name) for name in names)


def test_record_numbers_are_unique(prohibited):
    numbers = [one.findtext(f"{LIST}uid") for one in prohibited.iter(f"{LIST}sdnEntry")]
    assert len(set(numbers)) == 230


def test_every_ship_has_a_valid_number_that_no_register_has_reached(prohibited, shipments):
    text = etree.tostring(prohibited, encoding="unicode")
    numbers = set(re.findall(r"IMO (\d{7})", text))
    numbers |= {row["vessel_imo"] for row in shipments} | {
        row["imo"] for row in rows("vessels")
    }
    for number in numbers - {""}:
        total = sum(int(digit) * (7 - place) for place, digit in enumerate(number[:6]))
        assert (number[:2], total % 10) == ("19", int(number[6]))


def test_parameters_are_json_objects(shipments):
    filled = [json.loads(row["parameters"]) for row in shipments if row["parameters"]]
    assert filled
    assert all(isinstance(one, dict) and one for one in filled)


def test_ordinary_shipments_have_every_fact_a_rule_needs(shipments, planted):
    marked = {row["id"] for row in planted}
    needed = ("consignee", "consignee_country", "end_user", "end_user_country", "description",
              "destination_country", "hs_code", "quantity", "value", "stated_end_use",
              "exporter_knowledge")  # fmt: skip
    lacking = [
        (row["id"], name)
        for row in shipments
        for name in needed
        if row["id"] not in marked and not row[name]
    ]
    assert lacking == []


def test_no_ordinary_shipment_names_a_listed_party(shipments, planted, prohibited):
    marked = {row["id"] for row in planted}
    listed = {one.text.casefold() for one in prohibited.iter(f"{LIST}lastName")}
    roles = ("exporter", "consignee", "end_user", "forwarder", "notify_party", "payer", "bank")
    ordinary = {row[role].casefold() for row in shipments for role in roles
                if row["id"] not in marked}  # fmt: skip
    assert ordinary.isdisjoint(listed)


def test_every_certificate_is_of_a_shipment_that_names_it(shipments):
    named = {(row["id"], row["end_user_certificate"]) for row in shipments}
    held = {(row["shipment_id"], row["certificate_no"]) for row in rows("certificates")}
    assert held <= named


def test_history_has_the_columns_of_the_shipments(shipments):
    history = rows("history")
    assert history[0].keys() == shipments[0].keys()
    assert {row["date"][:4] for row in history} == {"2025"}


def test_the_page_tells_every_planted_pattern(planted):
    page = PAGE.read_text("utf-8")
    told = re.findall(
        r"^\| (S\d{4}) \| ([^|]+) \| [^|]+ \| [^|]+ \| [^|]* \|$", page, re.MULTILINE
    )
    assert told == [(row["id"], row["pattern"]) for row in planted]


def test_the_page_tells_every_look_alike(shipments):
    page = PAGE.read_text("utf-8").partition("look-alikes")[2]
    told = re.findall(r"^\| (S\d{4}) \| ([a-z ]+) \| ([^|]+) \|", page, re.MULTILINE)
    first = {row["id"]: row for row in shipments if row["line"] == "1"}
    assert len(told) == 8
    assert all(first[one][column.replace(" ", "_")] == name for one, column, name in told)
