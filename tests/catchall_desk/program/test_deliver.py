"""Webhooks told."""

from catchall_desk.program.deliver import deliver


def test_with_nothing_due_nothing_is_sent(db, call):
    assert call(deliver).output == "sent 0, to be tried again 0, given up 0\n"
