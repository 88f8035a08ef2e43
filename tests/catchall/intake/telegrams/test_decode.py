"""Common encodings; no byte is lost."""

import pytest

from catchall.intake.telegrams.decode import decode


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
def test_the_text_comes_back(codec):
    assert (
        decode("Käufer in Zürich und Köln".encode(codec))[0].lstrip("\ufeff")
        == "Käufer in Zürich und Köln"
    )


def test_a_byte_order_mark_stays_in_the_raw_text():
    assert decode(b"\xef\xbb\xbfx")[0] == "\ufeffx"


def test_damaged_bytes_are_kept_one_by_one():
    text, name = decode("é é é".encode() + b" \xff")
    assert text == "é é é ÿ"
    assert "damaged" in name
