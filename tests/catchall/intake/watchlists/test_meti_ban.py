"""METI's bans of exports: every numbered entry, its names in both languages, its addresses."""

import re
from datetime import date

import pytest
from tests.catchall.intake.watchlists.cut_samples import silent_losses
from tests.catchall.intake.watchlists.samples import (
    golden,
    read_bytes,
    rows,
    said,
    sample,
    words,
)

from catchall.errors import WatchlistDoubtError, WatchlistRefusedError
from catchall.intake.watchlists import read
from catchall.intake.watchlists.meti_ban import SOURCE, ending_country

TEXT = golden("meti_ban.txt").decode()
FIRST, SECOND = "令和四年外務省告示第九百九十九号", "令和五年外務省告示第九百九十八号"


@pytest.fixture(scope="module")
def found():
    return sample("meti_ban.txt")


@pytest.fixture(scope="module")
def records(found):
    return rows(found)


def _read(tmp_path, text, **options):
    (tmp_path / "a.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read([tmp_path / "a.txt"], name="test", **options)


def test_the_day_is_the_latest_of_all_sections(found):
    assert (found.source, found.published) == (SOURCE, date(2026, 2, 3))
    assert found.notes[0] == f"{FIRST}: designated from 2022-03-01"


def test_a_record_is_the_number_in_its_notification(records):
    assert list(records) == [
        *(f"{FIRST}/{number}" for number in (1, 2, 3, 4)),
        *(f"{SECOND}/{number}" for number in (1, 2)),
    ]


def test_both_names_every_alias_and_the_names_in_brackets_are_kept(records):
    names = records[f"{FIRST}/2"]["names"]
    assert [(name["text"], name["kind"]) for name in names][2:] == [
        ("Probe Center of Nauchno-Sample Works", "alias"),
        ("MKO Center", "alias"),
        ("Optika Sample Ltd", "alias"),
        ("見本光学センター", "original_script"),
        ("プローブ・センター", "original_script"),
        ("MKOセンター", "original_script"),
    ]


def test_a_list_of_other_names_is_kept_by_script(records):
    row = records[f"{FIRST}/4"]
    assert said(row, "names", "alias") == ["Sampol Trading", "SPL"]
    assert said(row, "names", "original_script")[1:] == ["サンポル社", "有限会社 SPL"]


def test_an_entry_that_runs_on_within_a_line_is_found(records):
    assert records[f"{FIRST}/3"]["names"][0]["text"] == "Sample Light Institute"
    texts = [address["text"] for address in records[f"{FIRST}/2"]["addresses"]]
    assert texts[1] == "21-27 Probe Street, Moscow 127055RU."


def test_countries_are_those_of_the_addresses_and_of_the_notification(records):
    assert records[f"{FIRST}/4"]["countries"] == ["RU"]
    assert [records[f"{SECOND}/{one}"]["countries"] for one in (1, 2)] == [["HK"], ["TR"]]
    assert ending_country("1 Sample Street, Is") == ""


def test_every_text_of_the_file_is_in_its_record(records):
    kept = words({"rows": list(records.values())}).replace(" ", "")
    latin = re.findall(r"[A-Za-z][A-Za-z0-9 ,-]{3,}[A-Za-z]", TEXT)
    labels = ("a.k.a", "following", "one alias", "three aliases", "and")
    rest = [one for one in latin if not one.startswith(labels) and "the following" not in one]
    assert [one for one in rest if one.removesuffix(", a").replace(" ", "") not in kept] == []
    assert len(rest) > 20


def test_a_last_entry_without_a_country_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="does not end with a country"):
        _read(tmp_path, TEXT.replace(", Turkey", ""))
    assert _read(tmp_path, TEXT).doubts == ()


def test_a_missing_number_is_rejected(tmp_path):
    found = _read(tmp_path, TEXT.replace("RU.3 ", "RU.\n"), accepted=True)
    assert found.rejects.to_pylist()[0]["place"] == f"{FIRST}/3"
    assert (found.counts["records_in"], found.counts["loaded"]) == (6, 5)
    again = _read(tmp_path, TEXT.replace("\n4 ", "\n"), accepted=True)
    assert again.doubts == (f"{FIRST}: 3 numbered entries, but 4 have an address",)


def test_an_alias_that_is_announced_and_not_given_is_rejected(tmp_path):
    found = _read(tmp_path, TEXT.replace("following three", "following four"))
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reject["reason"]) == (
        f"{FIRST}/2",
        "it announces 4 aliases and gives 3",
    )
    assert found.counts["names_refused"] == 1


def test_an_entry_without_an_english_name_is_said(tmp_path):
    found = _read(tmp_path, TEXT.replace("Sample Shipyard JSC\n", ""))
    assert found.rejects["reason"].to_pylist() == ["it has no English name"]
    assert rows(found)[f"{FIRST}/1"]["names"][0]["kind"] == "original_script"


def test_two_sections_of_one_notification_are_kept_apart(tmp_path):
    found = _read(tmp_path, TEXT.replace(SECOND, FIRST))
    assert list(rows(found))[-1] == f"{FIRST}/2*"


@pytest.mark.parametrize("day", ["13", "x"])
def test_a_heading_without_a_day_is_in_doubt(day, tmp_path):
    with pytest.raises(WatchlistDoubtError, match="no day of the last change"):
        _read(tmp_path, TEXT.replace("2026年1月", f"2026年{day}月"))


def test_a_text_in_another_encoding_is_read_or_refused(tmp_path):
    assert _read(tmp_path, TEXT.encode("utf-16")).counts["loaded"] == 6
    with pytest.raises(WatchlistRefusedError, match="byte 900: not UTF-8 text"):
        _read(tmp_path, TEXT.encode()[:900] + b"\xff" + TEXT.encode()[900:])


def test_a_section_without_entries_is_refused(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="no numbered entries"):
        read_bytes(tmp_path, {"a.txt": TEXT.split("指定日")[0].encode()})


def test_no_damage_loses_a_record_in_silence(tmp_path):
    silent = silent_losses(TEXT.encode(), lambda data: _read(tmp_path, data))
    # cut behind an entry, the text is whole: it has no end mark, only its size tells
    ends = (b"Russia", b"Russia.", b"China.", b"Turkey")
    assert [one for one in silent if not one.rstrip().endswith(ends)] == []


REAL = {
    "russia_tokutei_250912.txt": (561, 561, 2366, 706, 0),
    "daisangoku_tokutei_250912.txt": (56, 56, 266, 108, 0),
}


def _pieces(text):
    """Every run of Latin letters and digits between marks that part names, spaces left out."""
    label = r",?\s*(a\.?k\.?a\.?,?\s*)?(the\s*)?follow\w*\s*\w+\s*alias(es)?\b"
    bare = re.sub(r";\s*and\b|\band\s*\n|\.\d+ ", "\n", re.sub(label, "\n", text))
    runs = re.findall(r"[A-Za-z][\x20-\x3a\x3c-\x7e]{3,}", bare)
    return {re.sub(r"[^A-Za-z]", "", run).removeprefix("and") for run in runs}


@pytest.mark.parametrize("file", REAL)
def test_a_real_text_has_these_counts_and_every_run_of_letters(file, real_data):
    path = real_data / "lists/jp_meti" / file
    found = read([path], name="test")
    keys = ("records_in", "loaded", "names_in", "addresses", "lines_refused")
    assert tuple(found.counts[key] for key in keys) == REAL[file]
    held = re.sub(r"[^A-Za-z]", "", words({"rows": found.records.to_pylist()}))
    pieces = _pieces(path.read_text(encoding="utf-8"))
    assert [one for one in pieces if one not in held] == []
    assert len(pieces) > 2 * REAL[file][0]
