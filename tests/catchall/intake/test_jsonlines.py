"""A JSON value keeps the text it was filed with."""

import pytest
from tests.catchall.intake.filed import parties, write

from catchall.errors import InputError
from catchall.intake import shipments
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


def test_jsonl_keeps_numbers_as_written(tmp_path):
    text = (
        '{"consignee": ["Alder", "Birch"], "value": 1.10, "parameters": {"range_km": 300.5}}\n'
        '{"consignee": "Cedar", "hs_code": "010121", "quantity": 5, "free_zone": true}\n'
        '\n{"consignee": "Oak", "consignee": "Elm"}\n[1]\n{"consignee": "\\ud800"}\n{}\n'
    )
    intake = shipments.read([write(tmp_path, text, "in.jsonl")])
    first, second = intake.shipments.to_pylist()
    assert [name for _, name, _ in parties(first)] == ["Alder", "Birch"]
    assert (first["value"], first["parameters"]) == ("1.10", '{"range_km": 300.5}')
    assert (second["quantity"], second["free_zone"]) == ("5", "true")
    assert intake.rejects["source_line"].to_pylist() == [4, 5, 6, 7]


def test_a_file_without_one_whole_object_is_told_as_that(tmp_path):
    with pytest.raises(InputError, match="no line of it is a JSON object"):
        shipments.read([write(tmp_path, '{"id": 1e999\n{bad\n', "in.jsonl")])
