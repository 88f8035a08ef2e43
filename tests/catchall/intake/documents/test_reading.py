"""Documents with their attachments."""

import pytest
from tests.catchall.intake.documents.sample import MAIL, pdf

from catchall.errors import InputError
from catchall.intake.documents import Limits, read, reading
from catchall.intake.documents.model import Parsed, Reject


def test_attachments_are_read_and_what_cannot_be_is_named():
    document = read(MAIL, "a.eml")
    assert [part.text.strip() for part in document.parts] == ["An invented note."]
    assert [(one.place, "RAR" in one.reason) for one in document.rejects] == [("a.rar", True)]


def test_plain_text_is_decoded_and_says_how():
    document = read("Pr\xfcfung EXERCISE".encode("cp1252"), "a.txt")
    assert (document.text, document.metadata["encoding"]) == (
        "Pr\xfcfung EXERCISE",
        "Windows-1252",
    )


def test_attachments_that_lie_too_deep_are_named():
    document = read(MAIL, "a.eml", Limits(depth=0))
    assert [one.place for one in document.rejects] == ["a.rar", "note.txt"]


def test_a_file_over_the_limit_is_refused():
    with pytest.raises(InputError, match="is larger than"):
        read(b"EXERCISE", "a.txt", Limits(file=3))


def test_a_document_without_its_extra_says_what_to_install(monkeypatch):
    monkeypatch.setattr(reading.extras, "there", lambda _name: False)
    with pytest.raises(InputError, match="extra 'documents'"):
        read(pdf("EXERCISE"), "a.pdf")


def test_a_scan_is_parsed_again_by_the_slower_way(monkeypatch):
    asked = []

    def parse(kind, _data, _name, limits):
        asked.append((kind, limits.recognise))
        return Parsed("", rejects=(Reject("page 1", "has no text (a scan)"),))

    monkeypatch.setattr(reading.child, "parse", parse)
    monkeypatch.setattr(reading.extras, "there", lambda _name: True)
    read(pdf(), "a.pdf")
    assert asked == [("pdf", False), ("scan", True)]
