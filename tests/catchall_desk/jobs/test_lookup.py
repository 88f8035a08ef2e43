"""One name against the lists in force."""

from tests import builders
from tests.catchall_desk.jobs import sample

from catchall_desk.jobs.engine import Engine
from catchall_desk.jobs.lookup import Question, lookup


def test_a_listed_name_is_found_with_its_list(now):
    (found,) = lookup(Question("Norvane Hydraulics Ltd", "United Arab Emirates"), now).strong
    assert (found.list, found.record, found.effect) == ("exercise", "1", "prohibited")
    assert found.match


def test_a_weak_alias_stands_apart(tmp_path):
    record = builders.record("1", "Zelkor Optics LLC", "Brenna Lume")
    record["names"][1]["kind"] = "weak_alias"
    sample.keep(tmp_path, record)
    told = lookup(Question("Brenna Lume"), Engine(tmp_path).at(sample.NOW))
    assert not told.strong
    assert [one.name for one in told.weak] == ["Brenna Lume"]


def test_a_number_in_common_is_a_hit_whatever_the_name(tmp_path):
    held = [{"kind": "imo", "value": "9074729", "country": ""}]
    sample.keep(tmp_path, builders.record("7", "Ostrel", schema="Vessel", identifiers=held))
    told = lookup(
        Question("Marwick Dawn", number="imo: 9074729"), Engine(tmp_path).at(sample.NOW)
    )
    assert [one.record for one in told.strong] == ["7"]


def test_a_name_that_cannot_be_looked_up_says_why(now):
    assert lookup(Question("..."), now).why_not
