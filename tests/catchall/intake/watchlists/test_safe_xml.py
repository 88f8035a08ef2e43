"""XML is read without trust: no DTD, entity or network; sound repairs only, and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.catchall.intake.watchlists.samples import golden

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.safe_xml import (
    decode,
    elements,
    head_text,
    leaves,
    line_of,
    words_of,
)

SMALL = "<list><one>Sample</one><one>Muster</one></list>"


def _names(data: bytes) -> list[str]:
    """The texts of every ``one``."""
    file = ListFile("a.xml", data)
    return [element.text for element in elements(file, decode(file).text, ("one",))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_file_is_read_in_its_encoding(encoding):
    data = SMALL.replace("Sample", "Пример").encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert _names(data) == ["Пример", "Muster"]


def test_a_declared_encoding_is_obeyed():
    declared = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    data = (declared + SMALL.replace("u", "ü")).encode("latin-1")
    assert _names(data) == ["Sample", "Müster"]


@pytest.mark.parametrize("encoding", ["UTF-7", "hz", "EBCDIC-CP-US"])
def test_an_encoding_that_lists_do_not_use_is_refused(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?>{SMALL}'.encode()
    with pytest.raises(WatchlistRefusedError, match=f"the encoding {encoding.lower()} is not"):
        _names(data)


ATTACKS = {
    "entities that grow": '[<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l><one>&b;</one></l>',
    "a file of the machine": '[<!ENTITY x SYSTEM "file:///etc/hostname">]><l>&x;</l>',
    "a DTD elsewhere": 'SYSTEM "http://invented.example/l.dtd"><l/>',
    "a parameter entity": '[<!ENTITY % p SYSTEM "http://invented.example/">%p;]><l/>',
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=list(ATTACKS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_is_refused_in_every_encoding(attack, encoding):
    with pytest.raises(WatchlistRefusedError, match="line 1, column 1: it declares a DOC"):
        _names(f"<!DOCTYPE l {attack}".encode(encoding))


def test_an_entity_that_is_not_declared_is_refused():
    with pytest.raises(WatchlistRefusedError, match="line 1, column"):
        _names(b"<list><one>&unknown;</one></list>")


def test_elements_nested_without_end_are_refused():
    with pytest.raises(WatchlistRefusedError, match="not well-formed"):
        _names(b"<one>" * 5000 + b"</one>" * 5000)


def test_a_comment_does_not_cut_a_name_in_two():
    assert _names(b"<list><one>Sam<!-- x -->ple<?x y?>!</one></list>") == ["Sample!"]


def test_a_byte_that_is_not_utf8_in_text_is_repaired_and_told():
    found = decode(ListFile("a.xml", b"<list>\n<one>M\xfcster \x96 x</one></list>"))
    assert "Müster \u2013 x" in found.text
    assert found.notes == (
        "a.xml, line 2, column 7: byte FC read as ü",
        "a.xml, line 2, column 13: byte 96 read as \u2013",
    )


@pytest.mark.parametrize("data", [b"<list a='\xfc'/>", b"<li\xfcst/>", b"<list>\x81</list>"])
def test_a_byte_in_markup_or_without_meaning_is_not_repaired(data):
    with pytest.raises(WatchlistRefusedError, match="is not UTF-8 nor Windows-1252 text"):
        _names(data)


def test_a_file_that_is_mostly_not_utf8_is_refused():
    with pytest.raises(WatchlistRefusedError, match="1,000 bytes or more"):
        _names(b"<list>" + b"\xfc" * 1500 + b"</list>")


def test_utf16_that_is_cut_is_refused():
    with pytest.raises(WatchlistRefusedError, match="not utf-16"):
        _names(SMALL.encode("utf-16")[:-1])


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x19", "\uffff"])
def test_a_character_that_xml_forbids_is_a_doubt_with_its_place(character):
    data = SMALL.replace("Muster", f"M{character}ster").encode()
    (doubt,) = decode(ListFile("a.xml", data)).doubts
    assert doubt.startswith("line 1, column 30: 1 characters that XML forbids")
    assert _names(data) == ["Sample", "M\ufffdster"]


def test_elements_are_found_in_any_namespace_and_know_their_line():
    file = ListFile("a.xml", b"<list xmlns='urn:x'>\n\n<one>a</one></list>")
    assert [line_of(element) for element in elements(file, decode(file).text, ("one",))] == [3]


def test_leaves_give_the_text_between_elements_too():
    element = etree.fromstring("<a><b>one<c>two</c>three</b></a>")
    assert list(leaves(element)) == [("b", "one"), ("b/c", "two"), ("b", "three")]


@given(st.integers(min_value=0, max_value=len(golden("un.xml").rstrip()) - 1))
def test_a_file_cut_anywhere_is_refused(cut):
    with pytest.raises(WatchlistRefusedError):
        _names(golden("un.xml")[:cut])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_the_head_of_a_file_is_text_in_any_encoding_and_cut_anywhere(encoding):
    head = SMALL.encode(encoding)
    assert head_text(head) == SMALL
    assert SMALL.startswith(head_text(head[:9]))


def test_the_words_of_an_element_have_their_paths():
    element = etree.fromstring("<a><b>one</b><c><d>two</d></c></a>")
    assert words_of(element) == "b=one; c/d=two"
