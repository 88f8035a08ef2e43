"""The desk as a WSGI application."""

from importlib import import_module

from catchall.cli.surroundings import home


def test_the_key_is_there_before_the_first_request():
    assert callable(import_module("catchall_desk.wsgi").application)
    assert (home() / "desk.key").is_file()
