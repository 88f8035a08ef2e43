"""Webhooks are told of what their users may read, with ids and types alone."""

import json

import pytest
from tests.api_callers import made_user
from tests.desk_builders import CLOSE, OFFICER, OPEN, at, opening

from catchall_desk.accounts.models import Delivery, Webhook
from catchall_desk.jobs import hooks
from catchall_desk.store.desk import run

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)


def test_nobody_is_told_of_what_he_may_not_read(desk_db):
    pia = made_user("pia", role="partner", country="DEU")
    Webhook.objects.create(user=pia, url="https://hook.example", made_at=at().now, secret="")
    done = [run(opening("case", marking), OFFICER, at()) for marking in (OPEN, CLOSE)]
    assert [hooks.tell(one.events, at().now) for one in done] == [1, 0]
    told = json.loads(Delivery.objects.get().body)
    assert told.keys() == {"event", "stream", "kind", "type"}


def test_without_webhooks_nothing_is_asked(desk_db):
    assert hooks.tell(["x"], at().now) == 0
