"""A document is parsed in a process of its own."""

import subprocess
from types import SimpleNamespace

import pytest
from tests.catchall.intake.documents.sample import LIMITS, MAIL

from catchall.errors import InputError
from catchall.intake.documents import child
from catchall.intake.documents.limits import Limits


def test_the_child_gives_what_the_parser_read():
    assert "Invented words." in child.parse("mail", MAIL, "a.eml", LIMITS).text


def test_what_is_wrong_with_the_document_comes_back():
    with pytest.raises(InputError, match=r"a\.eml: has too many attachments"):
        child.parse("mail", MAIL, "a.eml", Limits(parts=1))


def test_a_child_that_takes_too_long_is_ended():
    with pytest.raises(InputError, match="took longer than 0 seconds"):
        child.parse("mail", MAIL, "a.eml", Limits(wall=0))


@pytest.mark.parametrize(
    ("code", "why"),
    [(-24, "more than 20 seconds"), (-11, "crash .SIGSEGV."), (1, "made its parser fail")],
)
def test_how_a_child_died_is_told(monkeypatch, code, why):
    done = SimpleNamespace(returncode=code, stdout=b"")
    monkeypatch.setattr(subprocess, "run", lambda *_given, **_more: done)
    with pytest.raises(InputError, match=why):
        child.parse("mail", MAIL, "a.eml", LIMITS)
