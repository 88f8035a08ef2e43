"""A stock screened: the first time whole, then only what changed, with what became of it."""

import pytest
from tests import builders
from tests.catchall.runners.stock.stocked import (
    DAY,
    FIRST,
    PARTIES,
    SECOND,
    add_list,
    screened,
    told,
    written,
)

from catchall import snapshots
from catchall.errors import UsageError
from catchall.runners.stock import Job, kept, run

LATER = "2026-02-02"


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    add_list(folder, *FIRST)
    return folder


def test_the_first_time_every_party_and_its_owners_are_looked_up(home, tmp_path):
    ran = screened(home, written(tmp_path))
    assert (ran.first, ran.parties, ran.again) == (True, 4, 4)
    assert told(ran) == {("c1", "party"): "", ("c3", "owner"): "", ("c4", "party"): ""}
    assert ran.screened.num_rows == 5


def test_when_nothing_changed_nothing_is_looked_up(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    ran = screened(home, file)
    assert (ran.first, ran.again, set(told(ran).values())) == (False, 0, {"same"})


def test_a_list_change_tells_what_is_new_gone_and_changed(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    add_list(home, *SECOND, day=LATER)
    assert told(screened(home, file)) == {
        ("c1", "party"): "changed",
        ("c2", "party"): "new",
        ("c3", "owner"): "same",
        ("c4", "party"): "gone",
    }


def _without_change(ran):
    rows = ran.hits.drop_columns(["change"]).to_pylist()
    return [row for row, said in zip(rows, ran.hits["change"].to_pylist(), strict=True)
            if said != "gone"]  # fmt: skip


@pytest.mark.parametrize(
    "parties",
    [
        PARTIES,
        PARTIES[::-1],
        PARTIES[1:],
        (*PARTIES, ("c5", "Tarvon Heavy Lift", "SY", "")),
        (("c1", "Kivroks Pump Works", "TR", ""), *PARTIES[1:], PARTIES[1]),
    ],
)
def test_what_comes_out_is_what_a_full_run_gives(parties, home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    add_list(home, *SECOND, day=LATER)
    written(tmp_path, parties)
    ran = screened(home, file)
    full = screened(home, written(tmp_path, parties, "other.csv"))
    assert full.first
    strip = [{**row, "id": ""} for row in _without_change(full)]
    assert [{**row, "id": ""} for row in _without_change(ran)] == strip
    assert ran.screened.drop_columns(["id"]).equals(full.screened.drop_columns(["id"]))


def test_a_party_that_left_the_stock_takes_its_hits_with_it(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    written(tmp_path, PARTIES[1:])
    assert told(screened(home, file))["c1", "party"] == "gone"


def test_a_list_that_is_no_longer_in_force_leaves_no_hit(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    other = tmp_path / "other"
    add_list(other, builders.record("9", "Nobody Known"), day=LATER)
    (home / "lists" / "exercise").rename(home / "lists" / ".gone")
    (other / "lists" / "exercise").rename(home / "lists" / "exercise")
    assert set(told(screened(home, file)).values()) == {"gone"}


def test_without_the_list_of_the_last_time_the_stock_is_looked_up_whole(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    snapshot = next((home / "lists" / "exercise").iterdir())
    add_list(home, *SECOND, day=LATER)
    snapshot.rename(snapshot.with_name(".gone"))
    ran = screened(home, file)
    assert (ran.again, told(ran)["c2", "party"]) == (4, "new")


def test_a_damaged_state_is_no_state(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    (kept.folder(home, file, ()) / "hits.arrow").write_bytes(b"x")
    assert screened(home, file).first


def test_parties_that_cannot_be_read_are_rejected_and_the_rest_screened(home, tmp_path):
    file = written(tmp_path, (*PARTIES, ("c9", "", "", "")))
    ran = screened(home, file)
    assert (ran.parties, ran.rejects.num_rows) == (4, 1)


def test_a_stock_without_a_party_is_wrong_use(home, tmp_path):
    with pytest.raises(UsageError, match="no party could be read"):
        screened(home, written(tmp_path, ()))


def test_a_look_back_neither_goes_on_nor_is_gone_on_from(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    assert screened(home, file, past=True).first
    assert not screened(home, file).first


def test_lists_asked_for_by_name_have_a_state_of_their_own(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    assert screened(home, file, asked=("exercise",)).first


def test_what_was_not_told_is_told_the_next_time(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    add_list(home, *SECOND, day=LATER)
    run(Job(file, home, snapshots.in_force(home, DAY)), lambda *_: None)
    assert told(screened(home, file))["c2", "party"] == "new"


def test_a_line_put_in_at_the_top_makes_no_party_another(home, tmp_path):
    file = written(tmp_path, [("", *one[1:]) for one in PARTIES])
    screened(home, file)
    written(tmp_path, [("", "Nobody Known", "", ""), *(("", *one[1:]) for one in PARTIES)])
    assert set(told(screened(home, file)).values()) == {"same"}


def test_the_same_content_under_another_day_is_told_with_that_day(home, tmp_path):
    file = written(tmp_path)
    screened(home, file)
    add_list(home, *FIRST, day=LATER)
    ran = screened(home, file)
    assert set(ran.hits["list_date"].to_pylist()) == {LATER}
