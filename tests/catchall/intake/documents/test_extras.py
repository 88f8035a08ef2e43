"""Libraries that may be absent."""

import pytest

from catchall.errors import InputError
from catchall.intake.documents import extras


def test_an_absent_library_names_the_extra_and_how_to_get_it(monkeypatch):
    monkeypatch.setattr(extras, "there", lambda _name: False)
    with pytest.raises(InputError, match=r"extra 'ocr'.*bootstrap.py ocr"):
        extras.need("rapidocr_onnxruntime", "scan.png")


def test_a_library_that_is_there_is_imported():
    extras.need("json", "a")
    assert extras.library("json").loads("1") == 1
