"""Telling webhooks of new events. In: ids of events; out: deliveries, in the same transaction.

A webhook is told only of what its user may read at that moment, and gets ids and types alone.
"""

import json
from collections.abc import Collection
from datetime import datetime

from catchall_desk.accounts import webhooks
from catchall_desk.accounts.models import Webhook
from catchall_desk.cases.policy import may_read
from catchall_desk.store.labels import by_id, kernel
from catchall_desk.store.models import EventRow, FileRow


def tell(events: Collection[str], now: datetime) -> int:
    """Queues a delivery for each event and each webhook whose user may read it; how many."""
    hooks = list(Webhook.objects.filter(active=True).select_related("user"))
    if not hooks:
        return 0
    queued = 0
    with kernel():
        labels = by_id()
        for row in EventRow.objects.filter(id__in=events).order_by("stream", "seq"):
            file = FileRow.objects.get(stream=row.stream)
            needed = (labels[row.label_id], labels[file.label_id])
            may = [
                hook
                for hook in hooks
                if all(may_read(hook.user.reader(), label) for label in needed)
            ]
            queued += webhooks.queue(may, row.type, body(row), now)
    return queued


def body(row: EventRow) -> str:
    """What a webhook is told of an event: nothing of what it says."""
    told = {"event": str(row.id), "stream": str(row.stream), "kind": row.kind, "type": row.type}
    return json.dumps(told, sort_keys=True)
