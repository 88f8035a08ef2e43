"""The lawbook from its files: what is read, and one invented bad file for each mistake."""

import shutil
from pathlib import Path

import pytest

from catchall.errors import LawbookError
from catchall.law.load import check, load

LIST, RULE, CASES = "eu/lists/1.yaml", "eu/rules/one.yaml", "eu/cases/1.yaml"
FLAG, VALUES, SOURCE = "eu/flags/one.yaml", "eu/values/places.yaml", "eu/sources/order.yaml"
CLASSES, FACTS = "goods/classes.yaml", "goods/characteristics.yaml"
GRADES = "goods/grades.yaml"

MISTAKES = (
    (LIST, "title: Large widgets", "titel: Large widgets", "key 'title' is missing"),
    (LIST, "verified: V", "verified: V\n    colour: red", "unknown key 'colour'"),
    (LIST, "verified: V", "verified: V\n    verified: V", "repeated"),
    (LIST, "verified: V", "verified: sure", "V, S or M"),
    (LIST, "is: '>='", "is: '=>'", "is not one of"),
    (LIST, "value: 5,", "value: five,", "needs a number"),
    (LIST, "value: 5,", "value: [5, 6],", "needs a number"),
    (LIST, "is: '>=', value: 5,", "is: between, value: [6, 5],", "two rising numbers"),
    (LIST, "is: '>=', value: 5,", "is: '==', value: [1],", "needs a number, text"),
    (LIST, "value: [tube]", "value: tube", "needs a list of words"),
    (LIST, "value: [tube]", "value: [cube]", "'cube' is no value of form"),
    (LIST, "value: [tube]", "value: [tube], unit: mm", "a unit on what is no number"),
    (LIST, "unit: mm", "unit: parsnip", "unit 'parsnip' is not known"),
    (LIST, "unit: mm", "unit: kg", "does not measure"),
    (LIST, "{test: size", "{test: sise", "characteristic 'sise'"),
    (LIST, "cite: order 1A001.a", "cite: ordre 1A001.a", "no source 'ordre'"),
    (LIST, "cite: order 1A001.a", "cite: order", "names no place"),
    (LIST, "gate: widget", "gate: gizmo", "gate 'gizmo'"),
    (LIST, "from: 2020-01-01", "from: '2020-01-01'", "expected a date"),
    (LIST, "from: 2020-01-01", "from: 2020-01-01\n        to: 2019-01-01", "not after it"),
    (LIST, "all:\n", "any: []\n          all:\n", "all and any"),
    (LIST, "{test: size, is: '>=', value: 5, unit: mm,", "{is: x,", "no part of a condition"),
    (LIST, "{test: size, is: '>=', value: 5, unit: mm,", "{entry: '9Z999',", "is not held"),
    (LIST, "eu: ['1A001']", "eu: '1A001'", "list of quoted texts"),
    (LIST, "eu: ['1A001']", "eu: [1]", "list of quoted texts"),
    (RULE, "id: eu.one", "id: us.one", "does not begin with 'eu.'"),
    (RULE, "kind: catch_all", "kind: flag", "is not one of"),
    (RULE, "outcome: licence_required", "outcome: forbidden", "is not one of"),
    (RULE, "values: eu.places", "values: eu.planets", "'eu.planets' are not held"),
    (RULE, "with: {values: eu.places}", "with: 5", "mapping of arguments"),
    (RULE, "verified: V", "verified: V\nlifts: eu.none", "lifts 'eu.none'"),
    (RULE, "when: null, cite: order art. 9", "when: null", "needs its own cite"),
    (RULE, "from: 2024-01-01", "from: 2019-01-01", "versions stand in order"),
    (RULE, "- from: 2020-01-01", "- from: 2020-01-01\n    to: 2025-01-01", "runs into"),
    (RULE, "any:\n        - {is", "any: []\n      zzz:\n        - {is", "decides nothing"),
    (FLAG, "severity: high", "severity: dire", "is not one of"),
    (FLAG, "put_to: caseworker", "put_to: nobody", "is not one of"),
    (VALUES, "from: 2022-01-01", "from: 2019-01-01", "versions stand in order"),
    (SOURCE, "id: order", "id: ordre", "is not the file name"),
    (CASES, "entry: '1A001'", "entry: '1A002'", "no such entry is held"),
    (CASES, "rule: eu.one", "rule: eu.flag", "no such rule is held"),
    (LIST, "{test: form, is: in, value: [tube],", "{goods: gizmo,", "no class of goods"),
    (LIST, "gate: widget", "gate: widget\n    covers: 5", "list of quoted texts"),
    (CASES, "outcome: meets", "outcome: unknown", "no case that meets it"),
    (CASES, "outcome: fails", "outcome: unknown", "no case that fails it"),
    (CASES, "outcome: unknown", "outcome: fails", "leaves it open"),
    (CASES, "2021-01-01, facts: {des", "2019-01-01, facts: {des", "no case"),
    (CASES, "facts: {destination: QA}", "facts: QA", "expected a mapping"),
    (CASES, "params: {size: 5 mm}", "params: QA", "expected a mapping"),
    (CASES, "outcome: raised", "outcome: licence_required", "is not one of"),
    (CASES, "entry: '1A001'", "entry: '1A001'\n    rule: eu.one", "exactly one of"),
    (CLASSES, "id: gadget", "id: widget", "stands already"),
    (CLASSES, "yields_to: [widget]", "yields_to: [gizmo]", "yields_to 'gizmo'"),
    (FACTS, "unit: mm", "unit: parsnip", "unit 'parsnip' is not known"),
    (FACTS, "kind: flag", "kind: maybe", "is not one of"),
    (GRADES, "class: widget", "class: gizmo", "class 'gizmo' is not held"),
    (GRADES, "grades:", "shades:", "unknown key 'shades'"),
    ("lawbook.yaml", "version", "edition", "key 'version' is missing"),
)  # fmt: skip


def test_every_part_of_a_lawbook_is_read(book):
    assert [entry.id for entry in book.entries] == ["1A001"]
    assert {rule.id for rule in book.rules} == {"eu.one", "eu.flag"}
    assert (book.version, len(book.cases), len(book.grades)) == ("0.1", 5, 1)
    assert book.entries[0].regime == "eu"


@pytest.mark.parametrize(("path", "old", "new", "problem"), MISTAKES)
def test_mistake_is_refused_with_file_and_words(write, path, old, new, problem):
    with pytest.raises(LawbookError) as caught:
        load(write(path, old, new))
    assert problem in caught.value.problem
    assert caught.value.path
    assert caught.value.place


def test_next_version_ends_an_open_one(book):
    rule = next(rule for rule in book.rules if rule.id == "eu.one")
    assert rule.versions[0].end == rule.versions[1].start
    assert rule.versions[1].when is None
    assert book.values["eu.places"][0].end == book.values["eu.places"][1].start


def test_same_id_twice_is_refused(write):
    root = write()
    shutil.copy(root / RULE, root / "eu/rules/two.yaml")
    with pytest.raises(LawbookError, match=r"stands already in eu/rules/one\.yaml"):
        load(root)


@pytest.mark.parametrize(
    "path",
    ["loose.yaml", "zz/rules/x.yaml", "eu/odd/x.yaml", "goods/a/odd.yaml", "eu/rules/a/b.yaml"],
)
def test_file_in_no_place_of_the_lawbook_is_refused(write, path):
    root = write()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(LawbookError, match=r"place|belongs"):
        load(root)


def test_lawbook_without_version_is_refused(write):
    root = write()
    (root / "lawbook.yaml").unlink()
    with pytest.raises(LawbookError, match="no version file"):
        load(root)


def test_hash_is_of_paths_and_bytes(write, tmp_path: Path):
    first = load(write()).hash
    (tmp_path / RULE).rename(tmp_path / "eu/rules/renamed.yaml")
    renamed = load(tmp_path).hash
    (tmp_path / RULE).write_bytes((tmp_path / "eu/rules/renamed.yaml").read_bytes())
    (tmp_path / "eu/rules/renamed.yaml").unlink()
    assert first == load(tmp_path).hash
    assert first != renamed


def test_checked_names_its_readers(write):
    checked = "verified: V\nchecked: {day: 2026-01-02, by: [a, b], against: order}"
    assert load(write(RULE, "verified: V", checked)).version == "0.1"


def test_unknown_predicates_are_reported_once(book):
    assert check(book, {"odd"}) == ("eu.one: predicate 'destination_in' is not known",)
    assert check(book, {"odd", "destination_in"}) == ()


def test_a_size_that_can_be_none_has_no_upper_limit_alone(write):
    size = ("goods/characteristics.yaml", "unit: mm,", "unit: mm, none: true,")
    assert load(write(*size)).characteristics["size"].none
    lists = write(*size) / "eu/lists/1.yaml"
    lists.write_text(lists.read_text(encoding="utf-8").replace("is: '>='", "is: '<='"))
    with pytest.raises(LawbookError, match="size can be none"):
        load(lists.parents[2])


def test_installed_lawbook_loads_and_counts_its_entries():
    book = load()
    assert len(book.entries) >= 50
    assert len(book.hash) == 64


def test_an_entry_can_rest_on_the_kind_of_goods_alone(write):
    book = load(write(LIST, "{test: form, is: in, value: [tube],", "{goods: widget,"))
    assert book.entries[0].versions[0].when.parts[1].goods == "widget"


def test_a_version_says_how_far_it_was_checked(write):
    book = load(
        write(LIST, "- from: 2020-01-01\n", "- from: 2020-01-01\n        verified: M\n")
    )
    assert book.entries[0].versions[0].verified == "M"


def test_a_run_leaves_the_worked_cases_unread():
    whole, working = load(), load(cases=False)
    assert (working.cases, working.hash) == ((), whole.hash)
    assert working.entries == whole.entries
