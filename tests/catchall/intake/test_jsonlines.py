"""A JSON value keeps the text it was filed with."""

import pytest

from catchall.intake.jsonlines import as_text, object_of


@pytest.mark.parametrize("text", ["1.10", "1e5", "12345678901234567890123", "-0", "true"])
def test_numbers_stay_as_written(text):
    assert as_text(object_of(f'{{"a": {text}}}')["a"]) in {text, "0"}


@pytest.mark.parametrize(
    "text", ["", "[]", "1", '{"a": NaN}', '{"a": 1, "a": 2}', "[" * 100_000, '{"a":' * 9_999]
)
def test_what_is_no_object_is_an_error(text):
    with pytest.raises(ValueError, match=r"\w"):
        object_of(text)


def test_lists_of_plain_values_are_joined():
    assert as_text(object_of('{"a": ["x", null, 1.0]}')["a"]) == "x;;1.0"
    assert as_text(object_of('{"a": [{"b": 1}]}')["a"]) == '[{"b": 1}]'
