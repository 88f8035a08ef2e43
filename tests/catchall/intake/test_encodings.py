"""Six encodings are told apart, and damage stays on its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.intake.encodings import NAMES, Encoding, lines, recognise

TEXTS = {
    "cp1251": "Завод Ольха, улица Новая 5; «Берёза», посёлок Северный № 7",
    "cp1252": "Käfer Söhne, Straße 5; Société Hêtre, São Pinheiro; Año Encina",
    "gb18030": "赤杨机械贸易有限公司 北方工业区五号路 白桦电子",
    "utf-8": "Käfer; Берёза; 赤杨",
}


@pytest.mark.parametrize("codec", TEXTS)
def test_an_encoding_is_recognised_by_its_text(codec):
    data = f"consignee,hs_code\n{TEXTS[codec]},1\n".encode(codec)
    assert recognise(data).codec == codec


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["consignee,value\nAlder,1\n", *TEXTS.values()])
def test_utf16_is_recognised_without_a_mark(codec, text):
    assert recognise(f"consignee,value\r\n{text}\r\n".encode(codec)).codec == codec


@pytest.mark.parametrize("bad", [b"\xff\xfe", b"\xc3(", b"\x80", b"AB\xffCD", b"\xed\xa0\x80"])
def test_some_bad_bytes_leave_a_file_utf8(bad):
    for good in ("Alder,1\n" * 50, "Käfer,1\n" * 50):
        assert recognise(good.encode() + bad + b",1\n").codec == "utf-8"


def test_a_western_byte_in_a_utf8_file_is_damage():
    assert recognise("Käfer,1\n".encode() * 5 + b"Soci\xe9t\xe9,1\n").codec == "utf-8"


def test_a_nul_in_a_plain_file_is_damage():
    assert recognise(b"a,b\n1,\0\n").codec == "utf-8"


def test_a_bad_byte_marks_its_line_only():
    found = [line for page in lines(b"a\nb\xff\nc", Encoding("utf-8")) for line in page]
    assert found == ["a", "b\udcff", "c"]


def test_half_a_character_at_the_end_of_utf16_is_damage():
    data = "a\nb".encode("utf-16-le") + b"\x0a"
    assert list(lines(data, Encoding("utf-16-le"))) == [["a"], ["b\udc80"]]


def test_lines_end_in_three_ways():
    assert list(lines(b"a\rb\r\nc\n\nd\r", Encoding("utf-8"), 1))[-1] == ["d"]
    found = [line for page in lines(b"a\rb\r\nc\n\nd", Encoding("utf-8"), 2) for line in page]
    assert found == ["a", "b", "c", "", "d"]


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(sorted(NAMES)), st.integers(1, 9))
def test_lines_do_not_depend_on_the_blocks(text, codec, block):
    data = text.encode(codec, "ignore")
    encoding = Encoding(codec)
    small = [line for page in lines(data, encoding, block) for line in page]
    assert small == [line for page in lines(data, encoding) for line in page]


@given(st.binary(max_size=200))
def test_any_bytes_have_an_encoding_and_lines(data):
    encoding = recognise(data)
    text = "\n".join(line for page in lines(data, encoding) for line in page)
    assert encoding.name in NAMES.values()
    assert "\r" not in text
