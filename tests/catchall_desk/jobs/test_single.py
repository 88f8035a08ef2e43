"""Shipments that were sent are read and sealed as those of a file are."""

import pytest

from catchall_desk.errors import InvalidBodyError
from catchall_desk.jobs.single import screen


def test_lines_of_one_id_are_one_record(now):
    lines = [{"id": "s", "line": str(n), "consignee": "Maple Tiles SA"} for n in (1, 2)]
    header, (record,) = screen(lines, now)
    assert record.id == "s"
    assert header.body["lists"][0]["name"] == "exercise"


def test_a_listed_firm_is_a_hit(now):
    _, (record,) = screen([{"id": "s", "consignee": "Kivrox Pumps Limited"}], now)
    assert [hit["record"] for hit in record.content["hits"]] == ["1"]


@pytest.mark.parametrize("lines", [[{}], [{"colour": "red"}]])
def test_what_cannot_be_read_is_refused(lines, now):
    with pytest.raises(InvalidBodyError):
        screen(lines, now)
