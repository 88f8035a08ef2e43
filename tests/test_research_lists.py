"""The real lists, all at once, by the documented command: whole, indexed, told in the docs."""

from pathlib import Path

import pytest
from bench.watchlists import PAGE, page, rows

from catchall import snapshots
from catchall.cli.program import main
from catchall.names import index
from catchall.runners import kept_current, watchlists
from catchall.runners.differences import differences

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / "tools" / "research_lists.yaml"


@pytest.fixture(scope="module")
def updated(real_data, tmp_path_factory):
    """A store with every list of the folder, made by the command in the docs; what it read."""
    folder, reads = tmp_path_factory.mktemp("home"), []
    read = watchlists.read

    def noted(files, *, name, **how):
        reads.append((name, read(files, name=name, **how)))
        return reads[-1][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CATCHALL_HOME", str(folder))
        patch.setattr(watchlists, "read", noted)
        lists = real_data / "lists"
        status = main(["watchlist", "update", "--config", str(CONFIG), "--from", str(lists)])
    assert status == 0
    return folder, reads


@pytest.fixture(scope="module")
def home(updated):
    return updated[0]


def test_every_list_of_the_folder_is_in_the_store(home, real_data):
    wanted = kept_current.load(home, CONFIG)
    assert len(snapshots.listing(home)) == len(wanted)
    named = {file for kept in wanted for file in kept.files}
    there = {
        path.relative_to(real_data / "lists").as_posix()
        for path in (real_data / "lists").rglob("*.*")
    }
    assert there - named == LEFT_OUT


LEFT_OUT = {
    # describes lists, holds none
    "us_other/nsfreg_lists.json",
    # side files of a day whose main file is not in the folder
    "ofac/alt_watchman_pkg.csv",
    "ofac/alt_watchman_tfidf.csv",
    "ofac/add_watchman_tfidf.csv",
    "ofac/sdn_comments_watchman_tfidf.csv",
}


def test_every_record_and_name_comes_back_as_it_was_read_and_every_name_is_indexed(updated):
    home, reads = updated
    held = {(one.name, one.files): one for one in snapshots.listing(home)}
    assert len(reads) == len(held)
    for name, found in reads:
        opened = snapshots.load(held[name, found.files])
        assert opened.table.equals(found.records), name
        counts = found.counts
        assert counts["records_in"] == counts["loaded"] + counts["refused"]
        assert counts["names"] == opened.snapshot.names == _indexed(opened)


def _indexed(opened):
    """How many different names the index holds; one may stand in it in several readings."""
    arrays = index.open_index(opened.table, opened.index).arrays
    return len(set(zip(arrays["name_row"].tolist(), arrays["name_at"].tolist(), strict=True)))


def test_the_docs_say_what_the_store_holds(home):
    assert (ROOT / PAGE).read_text(encoding="utf-8") == page(rows(home)), (
        "run bench/watchlists.py --write"
    )


def test_the_changes_of_the_un_list_come_out_exactly(home):
    first, second, third = (
        snapshots.load(one).table for one in snapshots.listing(home) if one.name == "un"
    )
    told = [differences(*pair) for pair in ((first, second), (second, third))]
    assert [(len(one.added), len(one.removed)) for one in told] == [(3, 1), (127, 3)]


def test_every_list_tells_its_licence_and_its_day(home):
    assert [one.name for one in snapshots.listing(home) if not one.licence] == []
    assert {one.date_from for one in snapshots.listing(home)} == {"file", "given"}
