"""The header is found, and the words of a reject can always be stored."""

from hypothesis import given
from hypothesis import strategies as st

from catchall.intake.grid import WORDS, damage, find_header, named, shown


def known(row):
    return sum(cell in {"id", "port"} for cell in row)


def test_the_first_row_is_the_header_when_it_names_a_column():
    assert find_header([["id", "x"], ["id", "port"]], known) == 0


def test_a_title_that_names_a_column_gives_way_to_the_table():
    assert find_header([["port"], ["id", "port"]], known) == 1


def test_rows_without_known_columns_have_no_header():
    assert find_header([["x"], ["y"]], known) is None
    assert find_header([], known) is None


def test_nameless_columns_get_a_name():
    assert named(["id", "", "\0"]) == ("id", "(column 2)", "(column 3)")


def test_cells_that_are_no_text_are_damaged():
    assert [bool(damage(text, 3)) for text in ("abc", "abcd", "\0", "\ud800")] == [
        False, True, True, True,
    ]  # fmt: skip


@given(st.text())
def test_words_are_always_storable_and_short(text):
    found = shown(text)
    found.encode()
    assert len(found) <= WORDS


@given(st.binary())
def test_words_of_damaged_bytes_show_the_bytes(data):
    shown(data.decode("utf-8", "surrogateescape")).encode()
