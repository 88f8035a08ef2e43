"""Many rows at once, as Django itself would write them."""

from uuid import UUID

from tests.desk_builders import NOW

from catchall_desk.store.fast import insert
from catchall_desk.store.labels import kernel, label_id
from catchall_desk.store.models import FileRow

STREAM = UUID(int=7)


def test_rows_come_back_as_they_were_given(desk_db):
    values = {
        "stream": STREAM, "kind": "case", "state": "open", "author": "ana", "opened_at": NOW,
        "changed_at": NOW, "last": UUID(int=8), "count": 1, "seq": 1, "ended": False,
        "fields": {"title": "100 % of it", "lines": [1, None]}, "title": "it's", "office": "",
        "officer": "", "about": "",
    }  # fmt: skip
    with kernel():
        values["label_id"] = label_id("UNCLASSIFIED", ())
        insert(FileRow, tuple(values), [tuple(values.values())])
        row = FileRow.objects.get(stream=STREAM)
    assert {name: getattr(row, name) for name in values} == values


def test_no_rows_are_no_statement(desk_db):
    insert(FileRow, ("stream",), [])
    with kernel():
        assert not FileRow.objects.exists()
