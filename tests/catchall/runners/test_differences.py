"""What changed in a list: records added, removed and changed, field by field."""

import orjson
from tests import builders

from catchall.runners.differences import Differences, as_json, as_rows, differences

OLD = builders.watchlist(
    builders.record("1", "KIVROX PUMPS", "Kivroks", countries=["AE"]),
    builders.record("2", "TARVON BUREAU"),
    builders.record("3", "ZELMARK FOUNDRY"),
)
NEW = builders.watchlist(
    builders.record("1", "KIVROX PUMPS", "Kivrox Pump Works", countries=["AE", "TR"]),
    builders.record("3", "ZELMARK FOUNDRY"),
    builders.record("4", "ORLEN HEAVY LIFT"),
)


def test_records_are_told_apart_by_their_number():
    found = differences(OLD, NEW)
    assert [one.record for one in found.added] == ["4"]
    assert [one.record for one in found.removed] == ["2"]
    assert ([one.record for one in found.changed], found.alike) == (["1"], 1)


def test_each_field_tells_what_is_gone_and_what_is_new():
    (changed,) = differences(OLD, NEW).changed
    said = {field.field: (field.gone, field.new) for field in changed.fields}
    assert said["countries"] == ((), ("TR",))
    assert said["names"] == (("Kivroks alias",), ("Kivrox Pump Works alias",))


def test_a_list_does_not_differ_from_itself_or_from_another_order():
    turned = OLD.take([2, 1, 0])
    assert differences(OLD, turned) == Differences((), (), (), 3)


def test_what_is_said_once_less_is_gone():
    twice = builders.watchlist(builders.record("1", "KIVROX", countries=["AE", "AE"]))
    once = builders.watchlist(builders.record("1", "KIVROX", countries=["AE"]))
    (changed,) = differences(twice, once).changed
    assert changed.fields[0].gone == ("AE",)


def test_people_get_a_line_a_change_and_programs_json():
    found = differences(OLD, NEW)
    lines = list(as_rows(found))
    assert [line[0] for line in lines] == ["added", "removed", "changed", "changed"]
    assert orjson.loads(as_json(found))["added"][0]["record"] == "4"
