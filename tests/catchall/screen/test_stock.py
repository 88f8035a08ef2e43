"""A stock of parties made ready: every party is in it, whole, and it opens as it was saved."""

import numpy as np
import pytest

from catchall.errors import SnapshotDamagedError
from catchall.screen.model import Occurrence
from catchall.screen.stock import open_stock, prepare

STORED = [
    Occurrence(0, "consignee", "Kavzel Optik LLC"),
    Occurrence(1, "consignee", "Moravit Group", identifiers=(("tax", "7701234567"),)),
    Occurrence(2, "consignee", "TO ORDER"),
    Occurrence(3, "consignee", "KAVZEL OPTIK LLC", address="c/o Dorvina Freight"),
    Occurrence(4, "bank", "", identifiers=(("bic", "KAVZTRIS"),)),
]


def test_a_name_is_held_once_and_leads_to_all_its_parties():
    stock = open_stock(prepare([STORED[0], STORED[0]]))
    assert stock.names.total == 1
    assert stock.party_of.tolist() == [0, 1]


def test_a_party_that_names_no_one_has_no_name_and_is_counted():
    stock = open_stock(prepare(STORED))
    assert stock.total == len(STORED)
    assert set(stock.party_of.tolist()) == {0, 1, 3}


def test_the_name_inside_an_address_is_held_too():
    assert open_stock(prepare([STORED[3]])).names.total == 2


def test_numbers_lead_to_their_parties():
    stock = open_stock(prepare(STORED))
    assert stock.key_of.tolist() == [1, 4, 4]


def test_the_same_parties_give_the_same_bytes():
    one, other = prepare(STORED), prepare(list(STORED))
    assert all(one[name].tobytes() == other[name].tobytes() for name in one)


def test_an_empty_stock_opens():
    assert open_stock(prepare([])).total == 0


@pytest.mark.parametrize("damage", ["missing", "format"])
def test_a_stock_that_is_not_whole_is_refused(damage):
    arrays = prepare(STORED)
    if damage == "missing":
        del arrays["keys"]
    else:
        arrays["stock"] = np.array([1, 99, len(STORED)])
    with pytest.raises(SnapshotDamagedError, match="stock"):
        open_stock(arrays)
