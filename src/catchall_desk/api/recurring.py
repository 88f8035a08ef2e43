"""The same firm again after a measure. In: a view and a party; out: whom it may be, and why."""

import uuid
from typing import Any

from catchall_desk.api import files
from catchall_desk.jobs.recurring import found_now
from catchall_desk.store.view import View


def recurring(view: View, stream: str) -> list[dict[str, Any]]:
    """The parties with measures that this one may be under another name, surest first."""
    files.found(view, "party", stream)
    found = found_now(view, stream)
    rows = view.rows_of([uuid.UUID(one.party) for one in found])
    titles = {str(one): row.title for one, row in rows.items()}
    return [
        {
            "party": one.party,
            "title": titles.get(one.party, ""),
            "measures": list(one.measures),
            "score": one.score,
            "why": list(one.why),
        }
        for one in found
    ]
