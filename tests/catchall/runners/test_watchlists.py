"""Adding a list: dated, with its effect, held with the reason when it is in doubt."""

from datetime import date

import pytest
from tests.catchall.runners.lists import ARRIVED, GOLDEN, NEW, OLD, add_files, sdn

from catchall import snapshots
from catchall.errors import UsageError, WatchlistDoubtError, WatchlistRefusedError
from catchall.names import index
from catchall.runners import held
from catchall.runners.watchlists import Wanted, add


def test_a_list_is_added_with_its_real_index(tmp_path):
    added = add(tmp_path, "un", [GOLDEN / "un.xml"], Wanted(), arrived=ARRIVED)
    opened = snapshots.load(added.snapshot)
    assert opened.table.equals(added.read.records)
    assert index.open_index(opened.table, opened.index)


@pytest.mark.parametrize(
    ("file", "effect"),
    [
        ("SDN.CSV", "prohibited"),
        ("sdn.xml", "prohibited"),
        ("un.xml", "prohibited"),
        ("entity_list.json", "licence_required"),
    ],
)
def test_the_effect_is_that_of_the_source(file, effect, tmp_path):
    snapshot = add_files(tmp_path, file).snapshot
    assert (snapshot.effect, bool(snapshot.title)) == (effect, True)


def test_the_non_sdn_list_asks_for_review(tmp_path):
    assert (
        add_files(tmp_path, "SDN.CSV", source="ofac-consolidated").snapshot.effect == "review"
    )


def test_an_effect_that_is_given_stands_and_must_be_one(tmp_path):
    assert add_files(tmp_path, "un.xml", effect="review").snapshot.effect == "review"
    with pytest.raises(UsageError, match="is not one of prohibited"):
        add_files(tmp_path, "un.xml", effect="stop")


@pytest.mark.parametrize(
    ("file", "given", "expected"),
    [
        ("un.xml", None, ("2026-02-27", "file")),
        ("SDN.CSV", None, ("2026-11-22", "arrival")),
        ("SDN.CSV", date(2026, 5, 1), ("2026-05-01", "given")),
        ("un.xml", date(2026, 5, 1), ("2026-05-01", "given")),
    ],
)
def test_the_day_is_given_or_of_the_file_or_of_arrival(file, given, expected, tmp_path):
    snapshot = add_files(tmp_path, file, given=given).snapshot
    assert (snapshot.date.isoformat(), snapshot.date_from) == expected


def test_a_name_that_cannot_be_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(UsageError, match="cannot name a list"):
        add(tmp_path, "My List", [tmp_path / "absent"], Wanted(), arrived=ARRIVED)


def test_the_other_format_of_the_same_list_is_no_other_list(tmp_path):
    add_files(tmp_path, "SDN.CSV", given=date(2026, 3, 1))
    assert add_files(tmp_path, "sdn.xml").snapshot.source == "ofac-xml"


def test_a_list_in_doubt_is_held_and_the_last_good_one_stays(tmp_path):
    good = add_files(tmp_path, sdn(tmp_path, 50, name="old.csv"), given=OLD).snapshot
    short = sdn(tmp_path, 20, name="new.csv")
    with pytest.raises(WatchlistDoubtError, match=r"30 of the 50.*stays in force.*--accept"):
        add_files(tmp_path, short, given=NEW)
    assert snapshots.in_force(tmp_path, NEW) == (good,)
    (kept,) = held.listing(tmp_path, snapshots.listing(tmp_path))
    assert (kept.name, kept.can_be_accepted) == ("test", True)
    assert held.paths(tmp_path, kept)[0].read_bytes() == short.read_bytes()


def test_a_file_that_cannot_be_read_is_held_and_nobody_can_accept_it(tmp_path):
    bad = tmp_path / "un.xml"
    bad.write_bytes((GOLDEN / "un.xml").read_bytes()[:-40])
    for accept in ("", "desk: it is right"):
        with pytest.raises(WatchlistRefusedError, match="No list of that name is in force"):
            add_files(tmp_path, bad, accept=accept)
    assert [
        one.can_be_accepted for one in held.listing(tmp_path, snapshots.listing(tmp_path))
    ] == [False]


def test_who_accepts_a_list_in_doubt_is_kept_with_it_and_why_it_was_held(tmp_path):
    add_files(tmp_path, sdn(tmp_path, 50, name="old.csv"), given=OLD)
    shorter, why = sdn(tmp_path, 20, name="new.csv"), "desk: a programme was revoked"
    with pytest.raises(WatchlistDoubtError):
        add_files(tmp_path, shorter, given=NEW)
    add_files(tmp_path, shorter, given=NEW, accept=why)
    last = snapshots.listing(tmp_path)[-1]
    assert (last.accept, last.doubts[0]) == (why, "30 of the 50 records of 2026-01-01 are gone")
    assert held.listing(tmp_path, snapshots.listing(tmp_path)) == ()


@pytest.mark.parametrize("accept", ["me", "me:", ": why", " : "])
def test_accepting_needs_who_and_why(accept, tmp_path):
    with pytest.raises(UsageError, match="does not say who and why"):
        add_files(tmp_path, "un.xml", accept=accept)


def test_the_licence_of_the_list_is_kept_with_it(tmp_path):
    assert "United Nations" in add_files(tmp_path, "un.xml").snapshot.licence


def test_the_same_content_again_is_confirmed_without_a_new_index(tmp_path):
    first = add_files(tmp_path, "un.xml").snapshot

    def build(_table):
        raise AssertionError

    again = add_files(tmp_path, "un.xml", arrived="2026-11-23T10:00:00+00:00", build=build)
    assert (again.snapshot.hash, again.snapshot.confirmed[:10]) == (first.hash, "2026-11-23")


def test_an_older_list_is_history_only_when_that_is_meant(tmp_path):
    newer = add_files(tmp_path, sdn(tmp_path, 50, name="new.csv"), given=NEW).snapshot
    old = sdn(tmp_path, 20, name="old.csv")
    with pytest.raises(WatchlistDoubtError, match="say --history"):
        add_files(tmp_path, old, given=OLD)
    older = add_files(tmp_path, old, given=OLD, history=True).snapshot
    assert snapshots.in_force(tmp_path, date(2026, 3, 1)) == (newer,)
    assert snapshots.in_force(tmp_path, date(2026, 1, 15)) == (older,)


def test_a_damaged_snapshot_does_not_stop_the_list_from_being_added_again(tmp_path):
    first = add_files(tmp_path, "un.xml").snapshot
    (first.folder / "manifest.json").write_bytes(b"{}")
    again = add_files(tmp_path, "un.xml").snapshot
    assert snapshots.load(again).table.num_rows == 2


def test_a_list_without_a_day_takes_that_of_where_the_user_is(tmp_path):
    evening = {"arrived": "2026-11-23T00:36:00+00:00", "today": date(2026, 11, 22)}
    assert add_files(tmp_path, "SDN.CSV", **evening).snapshot.date == date(2026, 11, 22)
