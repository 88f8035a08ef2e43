"""From a form to a command."""

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from catchall_desk.errors import InvalidBodyError, RefusedError
from catchall_desk.store.view import is_uuid
from catchall_desk.web import sending


def command(**sent):
    request = RequestFactory().post("/", sent)
    return sending.command(request, "case", "note", {"text": "x"}, None)


def test_a_moment_without_a_zone_is_utc():
    assert command(happened_at="2026-03-02T09:30").happened_at == datetime(
        2026, 3, 2, 9, 30, tzinfo=UTC
    )
    with pytest.raises(InvalidBodyError, match="happened_at"):
        command(happened_at="yesterday")


def test_every_form_has_a_key_of_its_own():
    first, second = command(key="x"), command()
    assert is_uuid(first.key)
    assert first.key != second.key


def test_addressees_are_names_apart_by_blanks():
    assert command(addressees=" desk ana ").addressees == ("ana", "desk")


def test_every_reason_of_a_refusal_is_told():
    told = sending.refusal(RefusedError(("one", "two")))
    assert (told.status, told.problems) == (409, ("one", "two"))
