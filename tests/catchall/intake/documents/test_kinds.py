"""Which kind of document a file is."""

import pytest
from tests.catchall.intake.documents.sample import MAIL, pdf, workbook

from catchall.errors import InputError
from catchall.intake.documents.kinds import kind


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (pdf("EXERCISE"), "pdf"),
        (workbook("EXERCISE"), "xlsx"),
        (b"PK\x03\x04..word/document.xml", "docx"),
        (MAIL, "mail"),
        (b"<!DOCTYPE html><p>EXERCISE", "html"),
        (b"\x89PNG\r\n", "picture"),
        (b"FROM: Exercise\nTO: Desk\n\nwords", "text"),
        ("EXERCISE".encode("utf-16"), "text"),
    ],
)
def test_the_content_tells_the_kind(data, wanted):
    assert kind(data, "file") == wanted


def test_a_mail_without_its_usual_fields_is_known_by_its_name():
    assert kind(b"From: a\nTo: b\n\nwords", "a.eml") == "mail"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b" \n", "is empty"),
        (b"Rar!xx", "is a RAR archive"),
        (b"PK\x03\x04xx", "is an archive"),
        (b"\x01\x02\x03ab", "is binary data"),
    ],
)
def test_what_is_not_read_is_refused_with_its_reason(data, why):
    with pytest.raises(InputError, match=why):
        kind(data, "file")
