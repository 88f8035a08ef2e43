"""A list is never quietly smaller, older, blanked or another: each is held, with the reason."""

import random
from datetime import date

import orjson
import pytest
from tests.catchall.runners.lists import GOLDEN, NEW, OLD, add_files, sdn

from catchall import snapshots
from catchall.errors import UsageError, WatchlistDoubtError, WatchlistRefusedError
from catchall.runners import fitness

SIZES = [(1000, 990, True), (1000, 991, False), (2001, 1991, False), (30, 19, True)]


def _held(home, before, after, match, **more):
    add_files(home, before, given=OLD)
    with pytest.raises(WatchlistDoubtError, match=match):
        add_files(home, after, given=NEW, **more)
    assert len(snapshots.listing(home)) == 1


@pytest.mark.parametrize(("before", "after", "refused"), SIZES)
def test_a_list_that_is_short_of_many_records_is_held(before, after, refused, tmp_path):
    old, new = (sdn(tmp_path, size, name=f"{size}.csv") for size in (before, after))
    if refused:
        _held(tmp_path, old, new, f"{before - after} of the {before:,} records .* are gone")
        return
    add_files(tmp_path, old, given=OLD)
    assert add_files(tmp_path, new, given=NEW).snapshot.records == after


def test_more_than_a_hundred_records_gone_are_held_however_long_the_list(tmp_path, monkeypatch):
    monkeypatch.setattr(fitness, "SHARE", 1.0)
    old = sdn(tmp_path, 500, name="old.csv")
    _held(tmp_path, old, sdn(tmp_path, 399, name="new.csv"), "101 of the 500 records")


def test_records_that_others_replace_are_gone_all_the_same(tmp_path):
    old = sdn(tmp_path, 100, name="old.csv")
    _held(tmp_path, old, sdn(tmp_path, range(50, 150), name="new.csv"), "50 of the 100")


def test_another_format_that_numbers_records_in_its_own_way_is_compared_by_names(tmp_path):
    text = (
        '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t'
        '"Expiration_Date"\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"\n'
    )
    names = [f"SAMPLE WORKS {one}" for one in range(30)]
    rows = "".join(f'"{name}"' + '\t""' * 11 + "\n" for name in names)
    (tmp_path / "dpl.txt").write_text(text + rows)
    blank = {"aliases": [], "country": "Iran", "federal_register": "1 FR 1", "notes": ""}
    add_files(tmp_path, tmp_path / "dpl.txt", given=OLD)
    for kept, fine in ((names, True), (names[:15], False)):
        listed = [{"name": name, **blank} for name in kept]
        content = {"list_id": "bis-dpl", "count": len(listed), "entities": listed}
        (tmp_path / "dpl.json").write_bytes(orjson.dumps(content))
        if fine:
            add_files(tmp_path, tmp_path / "dpl.json", given=NEW)
    with pytest.raises(WatchlistDoubtError, match="15 of the 30 records"):
        add_files(tmp_path, tmp_path / "dpl.json", given=NEW)


def test_a_list_without_its_aliases_is_held(tmp_path):
    old = sdn(tmp_path, 50, 2, "old.csv")
    _held(tmp_path, old, sdn(tmp_path, 50, 0, "new.csv"), "100 names fewer than the 150")


def test_a_list_whose_names_were_blanked_is_held(tmp_path):
    old = sdn(tmp_path, 50, name="old.csv")
    new = sdn(tmp_path, 50, name="new.csv", called="XXXXX")
    _held(tmp_path, old, new, "50 of the 50 records .* lost their first or most names")


def test_a_list_whose_kinds_were_swapped_is_held(tmp_path):
    old = sdn(tmp_path, 50, name="old.csv")
    new = sdn(tmp_path, 50, name="new.csv", kind='"individual"')
    _held(tmp_path, old, new, "50 of the 50 records .* are of another kind")


def test_a_spelling_that_is_corrected_is_no_other_name(tmp_path):
    add_files(tmp_path, sdn(tmp_path, 50, name="old.csv"), given=OLD)
    new = sdn(tmp_path, 50, name="new.csv", called="Sample -")
    assert add_files(tmp_path, new, given=NEW).snapshot.records == 50


def test_a_list_of_a_day_to_come_is_refused_and_nobody_can_accept_it(tmp_path):
    for accept in ("", "desk: it is right"):
        with pytest.raises(WatchlistRefusedError, match="dated 2026-12-24, after the day it"):
            add_files(tmp_path, "un.xml", given=date(2026, 12, 24), accept=accept)


def test_first_names_that_were_replaced_are_seen_where_aliases_are_left(tmp_path):
    old = sdn(tmp_path, 50, 2, "old.csv")
    new = sdn(tmp_path, 50, 2, "new.csv", called="Q Q")
    _held(tmp_path, old, new, "50 of the 50 records .* lost their first or most names")


def test_a_milder_effect_is_held(tmp_path):
    old = sdn(tmp_path, 50, name="old.csv")
    match = "would ask for review only, now it asks for prohibited"
    _held(tmp_path, old, sdn(tmp_path, 51, name="new.csv"), match, effect="review")


def test_a_file_without_the_end_mark_that_the_last_one_had_is_held(tmp_path):
    old = sdn(tmp_path, 50, name="old.csv")
    new = sdn(tmp_path, 50, name="new.csv")
    new.write_bytes(new.read_bytes().removesuffix(b"\x1a"))
    _held(tmp_path, old, new, "no end mark")


def test_an_older_file_is_held_whatever_day_it_is_given(tmp_path):
    add_files(tmp_path, "un.xml")
    text = (GOLDEN / "un.xml").read_text("utf-8").replace("2026-02-27", "2020-02-27")
    (tmp_path / "old.xml").write_text(text, "utf-8")
    with pytest.raises(WatchlistDoubtError, match="the file says it is of 2020-02-27"):
        add_files(tmp_path, tmp_path / "old.xml", given=date(2026, 11, 22))


def test_a_list_that_shrinks_by_small_steps_is_held_within_a_month(tmp_path):
    for step, size in enumerate((100, 91, 82)):
        file = sdn(tmp_path, size, name=f"{size}.csv")
        add_files(tmp_path, file, given=date(2026, 10, 1 + 14 * step))
    with pytest.raises(WatchlistDoubtError, match=r"27 of the 100 records .* within a month"):
        add_files(tmp_path, sdn(tmp_path, 73, name="73.csv"), given=date(2026, 10, 31))


def test_a_content_that_comes_back_is_held_and_once_accepted_in_force(tmp_path):
    files = [sdn(tmp_path, size, name=f"{size}.csv") for size in (100, 95)]
    for hour, file in enumerate(files):
        add_files(tmp_path, file, given=OLD, arrived=f"2026-11-22T1{hour}:00:00+00:00")
    noon = "2026-11-22T12:00:00+00:00"
    with pytest.raises(WatchlistDoubtError, match="it is the list of 2026-01-01 again"):
        add_files(tmp_path, files[0], given=OLD, arrived=noon)
    back = "desk: five are back"
    add_files(tmp_path, files[0], given=OLD, arrived=noon, accept=back)
    (now,) = snapshots.in_force(tmp_path, NEW)
    assert (now.records, now.accept) == (100, back)


def test_a_list_beside_a_damaged_one_is_held_unless_it_is_that_one(tmp_path):
    file = sdn(tmp_path, 50, name="old.csv")
    first = add_files(tmp_path, file, given=OLD).snapshot
    (first.folder / "records.arrow").write_bytes(b"x")
    with pytest.raises(WatchlistDoubtError, match="is damaged and cannot be compared"):
        add_files(tmp_path, sdn(tmp_path, 10, name="new.csv"), given=NEW)
    again = add_files(tmp_path, file, given=OLD).snapshot
    assert snapshots.load(again).table.num_rows == 50


def test_history_is_only_for_what_is_older(tmp_path):
    add_files(tmp_path, sdn(tmp_path, 50, name="old.csv"), given=OLD)
    with pytest.raises(UsageError, match="older than the one in force; this one is not"):
        add_files(tmp_path, sdn(tmp_path, 51, name="new.csv"), given=NEW, history=True)


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 1, 1)])
def test_another_list_under_the_same_name_is_held(day, tmp_path):
    add_files(tmp_path, "SDN.CSV", given=date(2026, 11, 1))
    with pytest.raises(WatchlistDoubtError, match="holds ofac-sdn, these files are un-xml"):
        add_files(tmp_path, "un.xml", given=day)


def _mutated(folder, draw, way):
    """One of the ways in which a list of 300 records can go wrong."""
    keep = 300 - draw.choice([10, 15, 60, 150, 290])
    made = {
        "cut": lambda: sdn(folder, keep, name="new.csv"),
        "thinned": lambda: sdn(folder, sorted(draw.sample(range(300), keep)), name="new.csv"),
        "replaced": lambda: sdn(folder, range(keep, keep + 300), name="new.csv"),
        "blanked": lambda: sdn(folder, 300, name="new.csv", called=draw.choice("-X?")),
        "swapped": lambda: sdn(folder, 300, name="new.csv", kind='"vessel"'),
    }
    return made[way]()


@pytest.mark.parametrize("way", ["cut", "thinned", "replaced", "blanked", "swapped"])
def test_thirty_shrunken_or_mutated_lists_are_thirty_held(way, tmp_path):
    draw = random.Random(way)  # noqa: S311 - no secret
    add_files(tmp_path, sdn(tmp_path, 300, name="old.csv"), given=OLD)
    for _ in range(6):
        with pytest.raises(WatchlistDoubtError):
            add_files(tmp_path, _mutated(tmp_path, draw, way), given=NEW)
    assert len(snapshots.listing(tmp_path)) == 1
