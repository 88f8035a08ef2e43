"""The lawbook made ready."""

from dataclasses import replace

from catchall.classify.prepared import prepare


def test_same_content_is_prepared_once(lawbook):
    assert prepare(lawbook) is prepare(replace(lawbook))


def test_other_content_is_prepared_anew(lawbook):
    assert prepare(lawbook) is not prepare(replace(lawbook, hash="other", entries=()))
