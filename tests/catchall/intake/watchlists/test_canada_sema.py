"""Canada's list: every text is kept, ships are ships, and records have lasting numbers."""

import re

import pytest
from lxml import etree
from tests.catchall.intake.watchlists.cut_samples import silent_losses
from tests.catchall.intake.watchlists.samples import (
    golden,
    read_bytes,
    rows,
    said,
    sample,
    words,
)

from catchall.intake.watchlists import read

NAME = "canada_sema.xml"
XML = golden(NAME)
REAL = "lists/other/canada_sema_kebalkhadka_2025.xml"


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def test_a_record_is_known_by_country_schedule_and_item(records):
    assert list(records) == [
        "Belarus/1, Part 1/1",
        "Russia/1, Part 2/7",
        "Russia/1.1/3",
        "Iran/3",
        "Iran/3 (Sample Foundry)",
    ]


def test_the_very_same_record_twice_is_kept_twice(tmp_path):
    last = XML[XML.rindex(b"<record>") : XML.rindex(b"</data-set>")]
    found = read_bytes(tmp_path, {"a.xml": XML.replace(b"</data-set>", last + b"</data-set>")})
    assert list(rows(found))[-1] == "Iran/3 (Sample Foundry)*"


def test_aliases_are_parted_and_what_was_taken_out_is_counted(records):
    names = records["Belarus/1, Part 1/1"]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("Sample Inventovich Testov", "primary"),
        ("Sampila Testau, Belarusian: Сампел Тэстаў", "alias"),
        ("Sampila Testau", "alias"),
        ("Сампел Тэстаў", "alias"),
        ("Uncle Invent's", "alias"),
    ]
    counts = sample(NAME).counts
    assert (counts["names_in"], counts["names_split"], counts["names"]) == (8, 5, 13)


def test_a_given_name_alone_is_a_weak_alias(tmp_path):
    data = XML.replace(b"; Uncle Invent&apos;s", b"; Testo")
    names = rows(read_bytes(tmp_path, {"a.xml": data}))["Belarus/1, Part 1/1"]["names"]
    assert names[-1] == {"text": "Testo", "kind": "weak_alias", "quality": ""}


def test_a_ship_has_its_number_type_and_year(records):
    ship = records["Russia/1.1/3"]
    assert ship["schema"] == "Vessel"
    assert ship["identifiers"] == [{"kind": "imo", "value": "9074729", "country": ""}]
    assert said(ship, "dates", "built") == ["1995"]
    assert said(ship, "properties", "vessel_type") == ["Oil Tanker"]


def test_a_person_is_born_and_a_firm_is_established(records):
    assert said(records["Belarus/1, Part 1/1"], "dates", "birth") == ["1961-04"]
    assert said(records["Iran/3"], "dates", "established") == ["1988"]


def test_every_text_of_the_file_is_in_its_record(records):
    for element, row in zip(etree.fromstring(XML), records.values(), strict=True):
        texts = [re.split("[;]", part.text or "") for part in element.iter()]
        flat = [" ".join(text.split()) for group in texts for text in group]
        assert [text for text in flat if text not in words(row)] == []


@pytest.mark.parametrize(
    ("old", "reason"),
    [
        (b"<EntityOrShip>Ostrelin</EntityOrShip>", "no name"),
        (b"<Country>Belarus / B\xc3\xa9larus</Country>", "no country"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(old, reason, tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(old, b"")})
    reject = found.rejects.to_pylist()[0]
    assert re.match(r"record \d", reject["place"])
    assert reason in reject["reason"]
    assert (found.counts["loaded"], found.counts["refused"]) == (4, 1)


def test_text_inside_a_field_of_its_own_is_kept(tmp_path):
    data = XML.replace(b"<Item>7<", b"<Note><b>inner words</b></Note><Item>7<")
    row = rows(read_bytes(tmp_path, {"a.xml": data}))["Russia/1, Part 2/7"]
    assert said(row, "properties", "Note/b") == ["inner words"]


def test_a_damaged_file_is_never_silently_smaller(tmp_path):
    lost = silent_losses(golden(NAME), lambda data: read_bytes(tmp_path, {"a": data}))
    assert lost == []


def test_the_real_list_has_exactly_these_counts_and_every_name(real_data):
    found = read([real_data / REAL], name="test")
    keys = ("records_in", "loaded", "names_in", "identifiers", "dates", "lines_refused")
    assert [found.counts[key] for key in keys] == [4759, 4759, 7890, 109, 6584, 0]
    texts = [words(row) for row in found.records.to_pylist()]
    for element, text in zip(etree.parse(real_data / REAL).getroot(), texts, strict=True):
        tags = ("LastName", "GivenName", "EntityOrShip", "Aliases")
        names = [one for tag in tags for one in (element.findtext(tag) or "").split(";")]
        assert [name for name in names if " ".join(name.split()) not in text] == []


def test_a_field_that_stands_twice_is_kept_twice(tmp_path):
    data = XML.replace(b"<Item>7<", b"<Aliases>Second Optics</Aliases><Item>7<")
    names = rows(read_bytes(tmp_path, {"a.xml": data}))["Russia/1, Part 2/7"]["names"]
    assert "Second Optics" in [name["text"] for name in names]
