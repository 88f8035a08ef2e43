"""``catchall desk deliver``: webhooks told. In: what is queued; out: what was sent."""

import click
from django.utils import timezone

from catchall.cli.surroundings import out
from catchall_desk.accounts import webhooks


@click.command()
def deliver() -> int:
    """Send what is due to webhooks, once; let a timer run it. Nothing else sends anything."""
    done = webhooks.send_due(timezone.now(), webhooks.post)
    out().print(
        f"sent {done['sent']}, to be tried again {done['queued']}, given up {done['given_up']}"
    )
    return 0
