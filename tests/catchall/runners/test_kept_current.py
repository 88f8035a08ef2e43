"""Which lists are kept current: the user's file, strictly read, else the publishers'."""

import hashlib

import pytest

from catchall.errors import UsageError
from catchall.intake.watchlists import SOURCES
from catchall.runners.kept_current import Kept, chosen, is_accepted, load, paths

TWO = """
lists:
  - {name: un, files: ["https://lists.example/un.xml"], source: un-xml}
  - {name: mine, files: ["mine.csv"], date: 2026-01-02, effect: review, map: mine.yaml}
"""


def _load(folder, text):
    (folder / "lists.yaml").write_text(text)
    return load(folder, folder / "lists.yaml")


def test_a_named_file_says_which_lists(tmp_path):
    un, mine = _load(tmp_path, TWO)
    assert (un.web, mine.web) == (True, False)
    assert (str(mine.day), mine.effect, mine.mapping) == ("2026-01-02", "review", "mine.yaml")
    assert paths(mine, tmp_path) == (tmp_path / "mine.csv",)


def test_the_users_own_file_stands_before_that_of_the_lawbook(tmp_path):
    (tmp_path / "watchlists.yaml").write_text(TWO)
    assert [one.name for one in load(tmp_path, None)] == ["un", "mine"]


def test_the_lawbook_names_the_publishers_over_https_with_formats_that_are_read(tmp_path):
    found = load(tmp_path, None)
    assert {"ofac", "un", "eu", "uk"} <= {one.name for one in found}
    assert all(file.startswith("https://") for one in found for file in one.files)
    assert [one.name for one in found if one.source not in ("auto", *SOURCES)] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lists: {}", "expected a list"),
        ("lists: []\nmore: 1", "unknown key 'more'"),
        ("lists: [{name: un}]", "'files' is missing|no files"),
        ('lists: [{name: un, files: ["a"], colour: red}]', "unknown key 'colour'"),
        ('lists: [{name: un, files: ["a", "https://b.example/"]}]', "are mixed"),
        ('lists: [{name: un, files: ["a"], effect: stop}]', "not one of"),
        ('lists: [{name: un, files: ["a"], accept: "me: why"}]', "go together"),
        ('lists: [{name: "U N", files: ["a"]}]', "cannot name a list"),
        ("lists: [", "not YAML"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(text, problem, tmp_path):
    with pytest.raises(UsageError, match=problem):
        _load(tmp_path, text)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="name a file that can be read"):
        load(tmp_path, tmp_path / "absent.yaml")


def test_lists_are_chosen_by_name_in_the_order_of_the_file(tmp_path):
    lists = _load(tmp_path, TWO)
    assert chosen(lists, ["mine"]) == (lists[1],)
    assert chosen(lists, []) == lists
    with pytest.raises(UsageError, match="no list eu; there are: un, mine"):
        chosen(lists, ["eu"])


def test_only_the_very_files_that_were_accepted_are_accepted(tmp_path):
    file = tmp_path / "a.xml"
    file.write_bytes(b"one")
    digest = hashlib.sha256(b"one").hexdigest()
    kept = Kept("un", ("a.xml",), accept="me: why", accepts=(digest,))
    assert is_accepted(kept, [file])
    file.write_bytes(b"two")
    assert not is_accepted(kept, [file])
    assert not is_accepted(kept, [tmp_path / "absent"])
    assert not is_accepted(Kept("un", ("a.xml",)), [file])
