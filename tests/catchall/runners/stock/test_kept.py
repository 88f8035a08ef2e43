"""The state of a stock: whole and of this engine, or none."""

import orjson
import pytest
from tests.catchall.runners.stock.stocked import FIRST, add_list, screened, written

from catchall.runners.prepare import engine
from catchall.runners.stock import kept


@pytest.fixture
def place(tmp_path):
    """The state of a stock that was screened."""
    add_list(tmp_path / "home", *FIRST)
    file = written(tmp_path)
    screened(tmp_path / "home", file)
    return kept.folder(tmp_path / "home", file, ())


def test_a_state_comes_back_as_it_was_kept(place):
    found = kept.load(place, engine())
    assert (found.stored.shipments.num_rows, found.stored.stock.total) == (4, 5)
    assert (found.stored.before.hits.num_rows > 0, set(found.lists)) == (True, {"exercise"})


def test_the_state_of_another_engine_is_none(place):
    assert kept.load(place, "another") is None


@pytest.mark.parametrize("name", ["stock.arrow", "screened.arrow", "arrays.npz", "state.json"])
def test_a_damaged_or_missing_file_makes_it_none(name, place):
    whole = (place / name).read_bytes()
    (place / name).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert kept.load(place, engine()) is None
    (place / name).unlink()
    assert kept.load(place, engine()) is None


def test_a_state_with_another_table_is_none(place):
    table = (place / "hits.arrow").read_bytes()
    (place / "stock.arrow").write_bytes(table)
    state = orjson.loads((place / "state.json").read_bytes())
    state["files"]["stock.arrow"] = state["files"]["hits.arrow"]
    (place / "state.json").write_bytes(orjson.dumps(state))
    assert kept.load(place, engine()) is None


def test_nothing_half_written_is_left(place):
    assert [path.name for path in place.parent.iterdir()] == [place.name]
