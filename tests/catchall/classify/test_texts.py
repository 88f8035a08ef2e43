"""Official texts the user holds."""

import pytest

from catchall.classify import item
from catchall.classify.texts import NO_TEXTS, read_texts
from catchall.errors import InputError


def test_paragraphs_stand_under_the_code_of_their_entry(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text(
        '{"entry": "1C107.a", "text": "one"}\n\n{"entry": "1C107", "text": "two"}\n'
    )
    assert read_texts(path).by_code == {"1C107": ("one", "two")}
    assert read_texts(path).hash != NO_TEXTS.hash


@pytest.mark.parametrize("line", ["[1]", "{oops", '{"entry": "1C107"}'])
def test_a_line_that_is_no_paragraph_is_named(tmp_path, line):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"entry": "1C107", "text": "one"}\n' + line)
    with pytest.raises(InputError, match="line 2 is no paragraph"):
        read_texts(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_texts(tmp_path / "none.jsonl")


def test_texts_bring_an_entry_near_and_decide_nothing(tmp_path, lawbook, day):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"entry": "1C107", "text": "zyxite of the finest sort"}')
    made = item("zyxite crates", lawbook=lawbook, day=day, texts=read_texts(path))
    assert made.outcome == "not_listed"
    assert any(code.startswith("1C107") for code in made.near[0].entry.eu)
