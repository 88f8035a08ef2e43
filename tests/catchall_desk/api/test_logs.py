"""The log tells no word of what people typed or files say."""

import json
import logging
import sys

from catchall_desk.api.logs import Lines


def record(message, *arguments, **more):
    """A record as a logger makes it."""
    made = logging.LogRecord(
        "django.request", logging.ERROR, "x.py", 1, message, arguments, None
    )
    vars(made).update(more)
    return json.loads(Lines().format(made))


def test_arguments_are_left_out_and_named_fields_told():
    told = record("Not Found: %s", "/cases/Kavzel", status=404, secret="Kavzel")
    assert (told["message"], told["status"]) == ("Not Found: %s", 404)
    assert "Kavzel" not in str(told)


def test_an_error_is_told_by_its_class_alone():
    try:
        int("Kavzel")
    except ValueError:
        told = record("failed", exc_info=sys.exc_info())
    assert told["class"] == "ValueError"
    assert "Kavzel" not in str(told)
