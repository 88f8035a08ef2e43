"""What is told of rows: no number of a stream, no cause that is hidden."""

from datetime import date

import pytest
from tests.catchall_desk.jobs import sample
from tests.desk_builders import OFFICER, PARTNER

from catchall_desk.jobs import telling
from catchall_desk.store.models import DutyRow, Label


def test_an_event_tells_neither_its_number_nor_a_hidden_cause():
    event = sample.event("deal", 7, "transaction", "note", {"text": "x"}, cause="c")
    assert "seq" not in telling.event(event, ())
    assert telling.event(event, ())["cause"] is None
    assert telling.event(event, {"c"})["cause"] == "c"


@pytest.mark.django_db
def test_a_duty_says_whose_it_is_and_whether_it_is_late():
    label = Label.objects.create(digest="d", marking="UNCLASSIFIED")
    row = DutyRow(due=date(2026, 3, 1), officer="ana", office="desk one", label=label)
    told = telling.duty(row, "Pumps", OFFICER, date(2026, 3, 2))
    assert told["overdue"]
    assert told["why_mine"] == ["you are its officer", "your office has it"]
    assert telling.duty(row, "Pumps", PARTNER, date(2026, 3, 1))["why_mine"] == []
