"""Every deliberate error says where and what to do, and has an exit status."""

import pytest

from catchall import errors

EXAMPLES = [
    (
        errors.InputError("a.csv", "is a folder", "Name a file."),
        2,
        "a.csv: is a folder. Name a file.",
    ),
    (errors.MissingExtraError("desk"), 2, "catchall[desk]"),
    (errors.UnknownColumnsError("b.csv", "no column is known", "Look."), 2, "b.csv"),
    (errors.TableError("HITS", "no rows"), 1, "HITS"),
    (
        errors.WatchlistRefusedError("x.xml", "line 3", "cut off", "Download it again."),
        2,
        "line 3",
    ),
    (
        errors.WatchlistDoubtError("x.xml", "whole list", "10 records are gone", "Look."),
        2,
        "10 records are gone",
    ),
    (errors.FetchError("https://a.example/x", "404"), 3, "The list in force stays"),
    (errors.SnapshotDamagedError("x", "hash differs"), 5, "catchall watchlist add"),
    (errors.NoListInForceError("2026-01-02"), 5, "catchall watchlist add"),
    (errors.LawbookError("x.yaml", "id", "repeated"), 2, "x.yaml: id: repeated"),
    (errors.MarkingError("S//X", "a", "b"), 2, "marking 'S//X': a; b"),
    (errors.RecordError("r", "cut off"), 2, "r: cut off"),
    (errors.UsageError("type this"), 2, "type this"),
]


@pytest.mark.parametrize(("error", "status", "words"), EXAMPLES)
def test_an_error_says_where_and_what_to_do(error, status, words):
    assert isinstance(error, errors.CatchallError)
    assert error.exit_status == status
    assert words in str(error)


def test_every_error_has_an_example_here():
    def below(kind):
        return {kind} | {deep for child in kind.__subclasses__() for deep in below(child)}

    shown = {type(error) for error, _, _ in EXAMPLES} | {errors.CatchallError}
    # the desk's own errors have their examples beside it
    here = {
        kind for kind in below(errors.CatchallError) if kind.__module__ == "catchall.errors"
    }
    assert shown == here
