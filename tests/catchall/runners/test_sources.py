"""What a list is: told by the lawbook for official formats, by a mapping file for others."""

from types import SimpleNamespace

import pytest

from catchall.errors import LawbookError, UsageError
from catchall.intake.watchlists import SOURCES as FORMATS
from catchall.runners import sources as module
from catchall.runners.sources import EFFECTS, list_of, mapping, source_of, sources


def test_every_format_has_its_source_in_the_lawbook():
    known = sources()
    assert set(known) == set(FORMATS)
    assert {one.effect for one in known.values()} == set(EFFECTS)
    assert all(vars(one).values() for one in known.values())


@pytest.mark.parametrize("text", ["a: [", "a: {b: c}", "- a"])
def test_a_broken_file_of_sources_is_a_lawbook_error(text, tmp_path, monkeypatch):
    (tmp_path / module.SOURCES).write_text(text)
    monkeypatch.setattr(module.resources, "files", lambda _: tmp_path)
    with pytest.raises(LawbookError, match="watchlist_sources"):
        sources()


def test_a_mapping_file_says_what_its_list_is():
    found = SimpleNamespace(source="mapped", about={"title": "A list", "effect": "review"})
    told = source_of(found)
    assert (told.title, told.effect, told.list) == ("A list", "review", "mapped")


def test_two_formats_of_one_list_are_one_list_and_mapped_lists_go_by_name():
    assert list_of("ofac-xml", "a") == list_of("ofac-sdn", "b")
    assert list_of("mapped", "a") != list_of("mapped", "b")


def test_a_mapping_is_a_file_beside_or_a_name_of_the_lawbook(tmp_path):
    (tmp_path / "mine.yaml").write_text("{}")
    assert mapping("mine.yaml", tmp_path) == tmp_path / "mine.yaml"
    assert mapping("sdn-by-name", tmp_path).name == "sdn-by-name.yaml"
    with pytest.raises(UsageError, match=r"those that come with catchall are: .*sdn-by-name"):
        mapping("absent", tmp_path)
