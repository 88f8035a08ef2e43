"""Adding a list: dated, with its effect; another or a much shorter list is refused."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from catchall import snapshots
from catchall.errors import LawbookError, UsageError, WatchlistRefusedError
from catchall.intake.watchlists import SOURCES as FORMATS
from catchall.names import index
from catchall.runners import watchlists
from catchall.runners.watchlists import add, sources

GOLDEN = Path(__file__).parents[2] / "golden" / "watchlists"
ARRIVED = "2026-11-22T10:00:00+00:00"
NULL = "-0- "


def _stub(table):
    return {"rows": np.arange(table.num_rows)}


def _add(home, *names, **more):
    files = [path if isinstance(path, Path) else GOLDEN / path for path in names]
    return add(home, "test", files, **{"arrived": ARRIVED, "build": _stub, **more})


def _sdn(folder, count, aliases=0, name="SDN.CSV"):
    """A main file of so many invented records, each with so many names in its remarks."""
    remarks = "; ".join(f"a.k.a. 'OTHER SAMPLE {one}'" for one in range(aliases)) or NULL
    nulls = ",".join([NULL] * 7)
    lines = [f'{one},"SAMPLE {one}",{NULL},"IRAN",{nulls},"{remarks}"' for one in range(count)]
    (folder / name).write_text("\r\n".join([*lines, "\x1a"]), newline="")
    return folder / name


def test_a_list_is_added_with_its_real_index(tmp_path):
    added = add(tmp_path, "un", [GOLDEN / "un.xml"], arrived=ARRIVED)
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
    snapshot = _add(tmp_path, file).snapshot
    assert (snapshot.effect, bool(snapshot.title)) == (effect, True)


def test_the_non_sdn_list_asks_for_review(tmp_path):
    assert _add(tmp_path, "SDN.CSV", source="ofac-consolidated").snapshot.effect == "review"


def test_an_effect_that_is_given_stands_and_must_be_one(tmp_path):
    assert _add(tmp_path, "un.xml", effect="review").snapshot.effect == "review"
    with pytest.raises(UsageError, match="is not prohibited"):
        _add(tmp_path, "un.xml", effect="stop")


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
    snapshot = _add(tmp_path, file, given=given).snapshot
    assert (snapshot.date.isoformat(), snapshot.date_from) == expected


def test_a_name_that_cannot_be_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(UsageError, match="cannot name a list"):
        add(tmp_path, "My List", [tmp_path / "absent"], arrived=ARRIVED)


def test_another_list_under_the_same_name_is_refused(tmp_path):
    _add(tmp_path, "SDN.CSV")
    with pytest.raises(WatchlistRefusedError, match="holds ofac-sdn, these files are un-xml"):
        _add(tmp_path, "un.xml", given=date(2026, 12, 1))


def test_the_other_format_of_the_same_list_is_no_other_list(tmp_path):
    _add(tmp_path, "SDN.CSV")
    assert _add(tmp_path, "sdn.xml", given=date(2026, 12, 1)).snapshot.source == "ofac-xml"


@pytest.mark.parametrize(
    ("before", "after", "refused"),
    [
        (1000, 990, True),  # 10 records and 1 %
        (1000, 991, False),  # 9 records
        (2001, 1991, False),  # 10 records, but under 0.5 %
        (30, 19, True),
    ],
)
def test_a_much_shorter_list_is_refused(before, after, refused, tmp_path):
    _add(tmp_path, _sdn(tmp_path, before, name="old.csv"), given=date(2026, 1, 1))
    shorter = _sdn(tmp_path, after, name="new.csv")
    if not refused:
        assert _add(tmp_path, shorter, given=date(2026, 2, 1)).snapshot.records == after
        return
    with pytest.raises(WatchlistRefusedError, match=r"records fewer than the .*--accept"):
        _add(tmp_path, shorter, given=date(2026, 2, 1))
    assert len(snapshots.listing(tmp_path)) == 1


def test_more_than_a_hundred_records_fewer_are_refused_however_long_the_list(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(watchlists, "SHARE", 1.0)
    _add(tmp_path, _sdn(tmp_path, 500, name="old.csv"), given=date(2026, 1, 1))
    with pytest.raises(WatchlistRefusedError, match="101 records fewer"):
        _add(tmp_path, _sdn(tmp_path, 399, name="new.csv"), given=date(2026, 2, 1))


def test_a_list_without_its_aliases_is_refused(tmp_path):
    _add(tmp_path, _sdn(tmp_path, 50, 2, "old.csv"), given=date(2026, 1, 1))
    with pytest.raises(WatchlistRefusedError, match="100 names fewer than the 150"):
        _add(tmp_path, _sdn(tmp_path, 50, 0, "new.csv"), given=date(2026, 2, 1))


def test_who_accepts_a_shorter_list_is_kept_with_it(tmp_path):
    _add(tmp_path, _sdn(tmp_path, 50, name="old.csv"), given=date(2026, 1, 1))
    why = "desk: a programme was revoked"
    shorter = _sdn(tmp_path, 20, name="new.csv")
    assert _add(tmp_path, shorter, given=date(2026, 2, 1), accept=why).snapshot.accept == why
    assert snapshots.listing(tmp_path)[-1].accept == why


def test_a_list_of_an_earlier_day_becomes_history(tmp_path):
    newer = _add(tmp_path, _sdn(tmp_path, 50, name="new.csv"), given=date(2026, 2, 1)).snapshot
    older = _add(tmp_path, _sdn(tmp_path, 20, name="old.csv"), given=date(2026, 1, 1)).snapshot
    assert snapshots.in_force(tmp_path, date(2026, 3, 1)) == (newer,)
    assert snapshots.in_force(tmp_path, date(2026, 1, 15)) == (older,)


def test_a_damaged_snapshot_does_not_stop_the_list_from_being_added_again(tmp_path):
    first = _add(tmp_path, "un.xml").snapshot
    (first.folder / "manifest.json").write_bytes(b"{}")
    again = _add(tmp_path, "un.xml").snapshot
    assert snapshots.load(again).table.num_rows == 2


def test_every_format_has_its_source_in_the_lawbook():
    known = sources()
    assert set(known) == set(FORMATS)
    assert {one.effect for one in known.values()} == {
        "prohibited",
        "licence_required",
        "review",
    }
    assert all(vars(one).values() for one in known.values())


@pytest.mark.parametrize("text", ["a: [", "a: {b: c}", "- a"])
def test_a_broken_file_of_sources_is_a_lawbook_error(text, tmp_path, monkeypatch):
    (tmp_path / watchlists.SOURCES).write_text(text)
    monkeypatch.setattr(watchlists.resources, "files", lambda _: tmp_path)
    with pytest.raises(LawbookError, match="watchlist_sources"):
        sources()


def test_another_list_of_an_earlier_day_is_refused_too(tmp_path):
    _add(tmp_path, "SDN.CSV", given=date(2026, 12, 1))
    with pytest.raises(WatchlistRefusedError, match="holds ofac-sdn"):
        _add(tmp_path, "un.xml", given=date(2026, 1, 1))
