"""YAML without guessing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.errors import LawbookError
from catchall.law.strict import read

TEXT = (
    "NO", "no", "Yes", "on", "~", "Null", "1E001", "1e3", "010121",
    ".5", "+5", "0x1F", "1_000", "12:30",
)  # fmt: skip


@pytest.mark.parametrize("word", TEXT)
def test_codes_and_words_stay_text(word):
    assert read(f"a: {word}\n".encode(), "x.yaml") == {"a": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [("5", 5), ("-1", -1), ("0.25", 0.25), ("true", True), ("null", None),
     ("2025-11-15", date(2025, 11, 15))],
)  # fmt: skip
def test_plain_values_are_typed(word, value):
    got = read(f"a: {word}\n".encode(), "x.yaml")["a"]
    assert (got, type(got)) == (value, type(value))


@given(st.text(alphabet="0123456789.-:eENOyn~", min_size=1))
def test_quoted_is_always_text(text):
    assert read(f'a: "{text}"\n'.encode(), "x.yaml") == {"a": text}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"a: 1\na: 2\n", "repeated"),
        (b"a:\n", "empty value"),
        (b"a: !!str 5\n", "tags"),
        (b"a: &x 5\nb: *x\n", "anchors"),
        (b"a: [1\n", "not YAML"),
        (b"a: \xff\n", "not UTF-8"),
        (b"a: \x00\n", "not YAML"),
        (b"", "empty"),
        (b"1: a\n", "not text"),
        (b"a: 2025-02-31\n", "no day"),
        (b"a: 1\n---\nb: 2\n", "not YAML"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_place(data, problem):
    with pytest.raises(LawbookError) as caught:
        read(data, "eu/x.yaml")
    assert problem in caught.value.problem
    assert caught.value.path == "eu/x.yaml"
