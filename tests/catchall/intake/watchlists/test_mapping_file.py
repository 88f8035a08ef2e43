"""A mapping file is read strictly: each fault is refused with its line."""

import re
from importlib import resources

import pytest
from tests.catchall.intake.watchlists.samples import GOLDEN, golden

from catchall.errors import InputError, WatchlistRefusedError
from catchall.intake.watchlists.column_rules import Column
from catchall.intake.watchlists.mapping_file import read

TEXT = golden("mapped.yaml").decode()
SHIPPED = sorted(
    one.name
    for one in resources.files("catchall_lawbook").joinpath("watchlist_mappings").iterdir()
)


def _read(tmp_path, text):
    (tmp_path / "m.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(tmp_path / "m.yaml")


def test_what_the_file_says_of_its_list_is_kept():
    found = read(GOLDEN / "mapped.yaml")
    assert found.about["effect"] == "licence_required"
    assert set(found.about) == {"title", "authority", "effect", "licence_of_list", "cite"}
    assert (found.name, len(found.hash)) == ("mapped.yaml", 64)


def test_columns_with_kind_separator_and_values_are_kept():
    rules = read(GOLDEN / "mapped.yaml").rules
    assert rules.names[1] == Column(("Other names",), "alias", split=";")
    assert rules.countries == (Column(("Ties",), values={"Muraland": "NO"}),)
    assert rules.identifiers == (Column(("Tax no",), "tax", country="Land"),)


def test_no_value_is_taken_for_anything_but_text(tmp_path):
    rules = _read(tmp_path, TEXT.replace('"NO"', "NO").replace('["None"', "[no, 1.0")).rules
    assert rules.countries[0].values == {"Muraland": "NO"}
    assert rules.null == {"no", "1.0", "Unknown"}


def test_a_day_can_stand_in_the_file(tmp_path):
    text = re.sub(r"date: \{.*", "date: 2026-01-31", TEXT)
    assert _read(tmp_path, text).rules.published.day == "2026-01-31"


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_mapping_can_be_read(name):
    folder = resources.files("catchall_lawbook").joinpath("watchlist_mappings")
    with resources.as_file(folder.joinpath(name)) as path:
        assert read(path).rules.names[0].kind == "primary"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("cite: ", "site: ", "line 5: 'site' is not one of title"),
        ("record: ", "title: ", "line 7: 'title' stands twice"),
        ('cite: "Sample Act, section 1"\n', "", "line 1: cite is missing"),
        ('"licence_required"', '"stop"', "line 3: effect 'stop' is not prohibited"),
        ('"Organization"', '"Firm"', "line 10: 'Firm' is not Person"),
        ('kind: "former"', 'kind: "late"', "line 16: kind 'late' is not primary"),
        (', kind: "former"', "", "line 16: kind is missing"),
        ('column: "Old name"', "column: []", "line 16: a text is needed"),
        ('"Invented list"', "''", "line 1: a text is needed"),
        ('links: {column: "Owner", kind: "owner"}', "links: Owner", "line 25: keys are needed"),
        ('remarks: "Reason"', 'remarks: {column: "R", split: ";"}', "'split' is not one of"),
        ('column: "Changed", ', "", "line 6: column is missing"),
        ('date: {column: "Changed", format: "%d.%m.%Y"}', "date: soon", "'soon' is no day"),
        ('record: "Ref"', "record: &a Ref\nx: *a", "not YAML that can be read"),
        ('record: "Ref"', "record: {", "line 9: not YAML"),
        ('record: "Ref"', 'record: "Ref', "not YAML"),
    ],
)
def test_a_fault_is_refused_with_its_line(old, new, problem, tmp_path):
    assert old in TEXT
    with pytest.raises(WatchlistRefusedError, match=problem):
        _read(tmp_path, TEXT.replace(old, new))


@pytest.mark.parametrize("text", ["", b"\xff\xfe\x00", "a: " + "b" * 100_001, "- a"])
def test_a_file_that_is_no_mapping_is_refused(text, tmp_path):
    with pytest.raises(WatchlistRefusedError, match=r"m\.yaml"):
        _read(tmp_path, text)


def test_a_mapping_that_is_not_there_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="Give the path of a mapping file"):
        read(tmp_path / "absent.yaml")
