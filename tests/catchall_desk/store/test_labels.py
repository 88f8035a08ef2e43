"""Label classes, and the contexts in which rows are read."""

import pytest
from tests.desk_builders import CLOSE, OFFICER, OPEN, PARTNER, at, opening

from catchall_desk.store import labels
from catchall_desk.store.desk import run
from catchall_desk.store.models import FileRow, Label


def test_one_marking_with_one_list_of_names_is_one_class(desk_db):
    with labels.kernel():
        first = labels.label_id(OPEN, ("ben", "ana"))
        assert labels.label_id(OPEN, ("ana", "ben")) == first
        assert labels.label_id(OPEN, ()) != first
    assert Label.objects.count() == 2


def test_a_class_made_outside_a_context_is_found_again(desk_db):
    assert labels.label_id(OPEN, ()) == labels.label_id(OPEN, ())
    assert [label.marking for label in labels.classes()] == [OPEN]


def test_each_reader_has_the_classes_that_the_markings_give(desk_db):
    with labels.kernel():
        ours, shared = labels.label_id(CLOSE, ()), labels.label_id(OPEN, ())
    assert labels.readable_ids(OFFICER) == (ours, shared)
    assert labels.readable_ids(PARTNER) == (shared,)


@pytest.mark.parametrize("desk_db", ["postgresql"], indirect=True)
def test_the_database_shows_no_row_without_a_context(desk_db):
    run(opening("case", CLOSE), OFFICER, at())
    assert FileRow.objects.count() == 0
    with labels.reading(labels.readable_ids(PARTNER)):
        assert FileRow.objects.count() == 0
    with labels.reading(labels.readable_ids(OFFICER)):
        assert FileRow.objects.count() == 1
    assert FileRow.objects.count() == 0


@pytest.mark.parametrize("desk_db", ["postgresql"], indirect=True)
def test_the_context_of_one_reader_is_gone_with_his_transaction(desk_db):
    run(opening("case"), OFFICER, at())
    with labels.reading(labels.readable_ids(OFFICER)):
        assert FileRow.objects.exists()
    with labels.reading(()):
        assert not FileRow.objects.exists()
