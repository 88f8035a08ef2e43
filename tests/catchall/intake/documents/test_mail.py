"""Mails and their attachments."""

import pytest
from tests.catchall.intake.documents.sample import LIMITS, MAIL

from catchall.errors import InputError
from catchall.intake.documents import mail
from catchall.intake.documents.limits import Limits

FORWARD = b"""MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=Y

--Y
Content-Type: text/plain; charset=nobody-knows

Invented.
--Y
Content-Type: message/rfc822

Subject: EXERCISE inside

words
--Y--
"""


def test_the_words_begin_with_the_fields():
    told = mail.parse(MAIL, "a.eml", LIMITS)
    assert told.text.startswith("From: Exercise <a@b.example>\nTo: desk@c.example\nSubject:")
    assert "Invented words." in told.text


def test_every_attachment_is_a_part():
    parts = mail.parse(MAIL, "a.eml", LIMITS).parts
    assert [name for name, _ in parts] == ["a.rar", "note.txt"]


def test_a_mail_inside_a_mail_is_a_part():
    ((name, data),) = mail.parse(FORWARD, "a.eml", LIMITS).parts
    assert (name.endswith(".eml"), b"EXERCISE inside" in data) == (True, True)


def test_an_unknown_charset_is_read_all_the_same():
    assert "Invented." in mail.parse(FORWARD, "a.eml", LIMITS).text


def test_too_many_attachments_are_refused():
    with pytest.raises(InputError, match="too many attachments"):
        mail.parse(MAIL, "a.eml", Limits(parts=1))


def test_a_mail_that_breaks_off_says_so():
    assert mail.parse(MAIL[:-7], "a.eml", LIMITS).rejects
