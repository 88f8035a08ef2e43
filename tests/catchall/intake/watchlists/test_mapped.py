"""Any table becomes a list by a mapping file: every cell is kept, every count agrees."""

import csv
import io
from datetime import date
from importlib import resources

import pytest
import xlsxwriter
from tests.catchall.intake.watchlists.cut_samples import silent_losses
from tests.catchall.intake.watchlists.samples import GOLDEN, golden, rows, said, words

from catchall.errors import UsageError, WatchlistDoubtError, WatchlistRefusedError
from catchall.intake.watchlists import READERS, mapped, read
from catchall.intake.watchlists.row_count import Counted

MAPPING = GOLDEN / "mapped.yaml"
CELLS = list(csv.DictReader(io.StringIO(golden("mapped.csv").decode(), newline="")))


@pytest.fixture(scope="module")
def found():
    return read([GOLDEN / "mapped.csv"], name="test", mapping=MAPPING)


@pytest.fixture(scope="module")
def records(found):
    return rows(found)


def _read(tmp_path, data, mapping=MAPPING, **options):
    (tmp_path / "a.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
    return read([tmp_path / "a.csv"], name="test", mapping=mapping, **options)


def _mapping(tmp_path, old, new):
    (tmp_path / "m.yaml").write_text(golden("mapped.yaml").decode().replace(old, new))
    return tmp_path / "m.yaml"


def test_the_mapping_says_what_the_list_is(found):
    assert (found.source, found.about["effect"]) == (mapped.SOURCE, "licence_required")
    assert found.notes[-1].startswith("mapping mapped.yaml, ")


def test_a_mapped_list_is_never_guessed():
    assert [one.source for one in READERS if one.recognise(golden("mapped.csv"), "x")] == []
    assert mapped.FORMAT.known_by.startswith("never guessed")


def test_the_day_is_the_latest_of_its_column(found):
    assert found.published == date(2026, 2, 3)


def test_rows_with_one_number_are_one_record(found, records):
    assert list(records) == ["7", "8", "Kavzel Star"]
    assert [row["schema"] for row in records.values()] == ["Organization", "Person", "Vessel"]
    assert found.counts["records_in"] == 3


def test_names_are_kept_as_filed_and_the_sure_parts_of_joined_ones_too(found, records):
    assert [(name["text"], name["kind"]) for name in records["7"]["names"]] == [
        ("Invented Optics Works", "primary"),
        ("IOW", "alias"),
        ("Optika Sample", "alias"),
        ("Invented Optics Works, Probe Works Co., Ltd, Sample Glass", "alias"),
        ("Plant Seven", "former"),
        ("Probe Works Co., Ltd", "alias"),
        ("Sample Glass", "alias"),
    ]
    assert (found.counts["names_in"], found.counts["names_split"]) == (8, 3)


def test_a_single_word_is_no_name_of_a_person(records):
    names = [name["text"] for name in records["8"]["names"]]
    assert names == ["Sample Ann", "Sample, Ann, Ann B. Sample", "Ann B. Sample"]


def test_a_single_word_of_a_party_of_no_known_kind_is_a_weak_name(tmp_path):
    mapping = _mapping(tmp_path, 'man: "Person"', 'man: "LegalEntity"')
    row = rows(_read(tmp_path, golden("mapped.csv"), mapping))["8"]
    assert said(row, "names", "weak_alias") == ["Sample", "Ann"]


def test_parts_are_weak_where_the_name_itself_holds_the_sign(tmp_path):
    data = golden("mapped.csv").replace(b"8,man,Sample Ann", b'8,man,"Sample, Ann"')
    row = rows(_read(tmp_path, data))["8"]
    assert said(row, "names", "weak_alias") == ["Ann B. Sample"]


def test_countries_with_a_comma_in_their_name_are_read_whole(records):
    assert records["7"]["countries"] == ["KR", "CN", "IR"]
    assert records["8"]["countries"] == ["NO"]


def test_a_word_for_nothing_is_no_value(records):
    assert records["7"]["dates"] == []
    assert [name["text"] for name in records["Kavzel Star"]["names"]] == ["Kavzel Star"]


def test_addresses_identifiers_programmes_and_links_are_kept_once(records):
    row = records["7"]
    assert [one["country"] for one in row["addresses"]] == ["CN", "IR"]
    assert [one["country"] for one in row["identifiers"]] == ["CN", "IR"]
    assert row["programmes"] == ["ALPHA", "BETA"]
    assert row["links"] == [{"kind": "owner", "target": "Holding Sample"}]
    assert row["remarks"] == "Made things\nSold things"


def test_every_text_of_the_file_is_in_its_record(records):
    for cells in CELLS:
        row = words(records[cells["Ref"] or cells["Name"]])
        kept = [part for cell in cells.values() for part in cell.split(";")]
        kept = [" ".join(part.split()) for part in kept if part not in ("None", "Unknown")]
        assert [part for part in kept if part not in row] == []


def test_a_workbook_says_the_same_as_the_text(tmp_path, found):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for at, cells in enumerate([list(CELLS[0]), *(one.values() for one in CELLS)]):
            sheet.write_row(at, 0, [cell.replace("\r\n", "\n") for cell in cells])
    again = read([tmp_path / "a.xlsx"], name="test", mapping=MAPPING)
    assert again.records.equals(found.records)


def test_rows_without_a_number_have_the_name_and_a_mark_where_it_repeats(tmp_path):
    mapping = _mapping(tmp_path, 'record: "Ref"\n', "")
    first, second, *_ = rows(_read(tmp_path, golden("mapped.csv"), mapping))
    assert first == "Invented Optics Works"
    assert second.startswith("Invented Optics Works (")


def test_the_very_same_row_again_is_a_record_again(tmp_path):
    mapping = _mapping(tmp_path, 'record: "Ref"\n', "")
    line = golden("mapped.csv").splitlines(keepends=True)[2]
    found = list(rows(_read(tmp_path, golden("mapped.csv") + line, mapping)))
    assert found[-1] == found[1] + "*"


def test_a_record_without_a_name_is_rejected_with_its_line(tmp_path):
    data = golden("mapped.csv") + b"9,firm" + b"," * 15 + b"\n"
    reject = _read(tmp_path, data).rejects.to_pylist()[0]
    assert (reject["source_line"], reject["place"]) == (8, "9")
    assert (reject["reason"], reject["words"]) == ("the record has no name", "Ref=9; Kind=firm")


def test_a_line_of_another_width_is_rejected(tmp_path):
    counts = _read(tmp_path, golden("mapped.csv") + b"9,firm\n").counts
    assert (counts["records_in"], counts["loaded"], counts["refused"]) == (4, 3, 1)


def test_a_missing_column_is_refused(tmp_path):
    mapping = _mapping(tmp_path, '"Colour"', '"Colours"')
    with pytest.raises(WatchlistRefusedError, match="header: there is no column 'Colours'"):
        _read(tmp_path, golden("mapped.csv"), mapping)


def test_a_file_without_its_last_line_end_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="ends without a line end"):
        _read(tmp_path, golden("mapped.csv")[:-1])
    assert _read(tmp_path, golden("mapped.csv")[:-1], accepted=True).doubts


def test_a_second_count_that_differs_refuses_the_list(tmp_path, monkeypatch):
    monkeypatch.setattr(mapped, "count", lambda *_: Counted(records=4, names=9))
    with pytest.raises(WatchlistRefusedError, match="4 records and 9 names in the file, but 3"):
        _read(tmp_path, golden("mapped.csv"))


def test_the_day_may_be_said_by_the_mapping_or_by_nobody(tmp_path):
    old = 'date: {column: "Changed", format: "%d.%m.%Y"}\n'
    given = _read(tmp_path, golden("mapped.csv"), _mapping(tmp_path, old, "date: 2026-01-31\n"))
    assert given.published == date(2026, 1, 31)
    unsaid = _read(tmp_path, golden("mapped.csv"), _mapping(tmp_path, old, ""))
    assert unsaid.published is None


def test_a_mapped_list_has_no_other_source_and_is_one_file(tmp_path):
    with pytest.raises(UsageError, match="choose auto, mapped"):
        _read(tmp_path, golden("mapped.csv"), source="un-xml")
    file = GOLDEN / "mapped.csv"
    with pytest.raises(WatchlistRefusedError, match="a mapped list is one file"):
        read([file, file], name="test", mapping=MAPPING)


def test_no_damage_loses_a_record_in_silence(tmp_path):
    silent = silent_losses(golden("mapped.csv"), lambda data: _read(tmp_path, data))
    # cut behind a line end, the rows left are a whole file: only its size tells
    assert [one for one in silent if not one.endswith(b"\n")] == []


REAL = {
    "sdn-by-name": ("ofac/sdn_parsed_kebalkhadka_2025.csv", (17863, 17863, 27321, 0, 0)),
    "eu-by-name": ("eu/eu_parsed_kebalkhadka_2025.csv", (5316, 5316, 10019, 0, 0)),
    "uk-by-name": ("uk/uk_parsed_kebalkhadka_2025.csv", (2524, 2523, 3613, 0, 0)),
    "au-by-name": ("other/au_dfat_parsed_kebalkhadka_2025.csv", (9983, 9983, 10011, 0, 0)),
    "section-1286": ("us_other/section_1286.csv", (194, 194, 500, 0, 0)),
    "dod-1260h": ("us_other/dod_1260h.csv", (234, 234, 527, 0, 0)),
}


@pytest.mark.parametrize("name", REAL)
def test_a_real_table_has_these_counts_and_every_name(name, real_data):
    file, expected = REAL[name]
    folder = resources.files("catchall_lawbook").joinpath("watchlist_mappings")
    with resources.as_file(folder.joinpath(f"{name}.yaml")) as mapping:
        found = read([real_data / "lists" / file], name="test", mapping=mapping)
    keys = ("records_in", "loaded", "names_in", "addresses", "identifiers")
    assert tuple(found.counts[key] for key in keys) == expected
    held = {one["text"] for row in found.records["names"].to_pylist() for one in row}
    with (real_data / "lists" / file).open(encoding="utf-8-sig", newline="") as lines:
        cells = [row.get("Name") or row.get("name") or "" for row in csv.DictReader(lines)]
    names = {" ".join(cell.split()) for cell in cells if cell}
    assert names - held == set()
