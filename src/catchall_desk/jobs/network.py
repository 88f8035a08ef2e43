"""What stands around a file or thing, step by step. In: a view, an id; out: nodes and edges.

Paths go only through what the reader may see: an edge counts when its own label and both its
ends may be seen.
"""

import uuid
from typing import Any

from django.db.models import Q

from catchall_desk.jobs import telling
from catchall_desk.store.models import Edge, FileRow
from catchall_desk.store.view import View

MOST = 500
"""Nodes of one answer; ``cut`` says that there are more."""


def around(view: View, stream: str, hops: int) -> dict[str, Any]:
    """The nodes within so many steps of one that is there, and the edges among them."""
    start = uuid.UUID(stream)
    away = {start: 0}
    rows: dict[uuid.UUID, FileRow] = view.rows_of([start])
    cut = False
    ring = {start}
    for step in range(1, hops + 1):
        near = beside(view, ring) - away.keys()
        there = view.rows_of(sorted(near))
        kept = sorted(there)[: MOST - len(away)]
        cut = cut or len(kept) < len(there)
        rows |= {one: there[one] for one in kept}
        away |= dict.fromkeys(kept, step)
        ring = set(kept)
    return {
        "edges": [telling.edge(one) for one in among(view, away)],
        "nodes": [
            telling.node(rows[one], away[one])
            for one in sorted(away, key=lambda k: (away[k], k))
        ],
        "cut": cut,
    }


def beside(view: View, ring: set[uuid.UUID]) -> set[uuid.UUID]:
    """The other ends of the edges at these."""
    at = Q(source__in=ring) | Q(target__in=ring)
    pairs = view.rows(Edge.objects).filter(at).values_list("source", "target")
    return {end for pair in pairs for end in pair}


def among(view: View, kept: dict[uuid.UUID, int]) -> list[Edge]:
    """The edges both of whose ends are kept, each once."""
    rows = view.rows(Edge.objects).filter(source__in=kept, target__in=kept)
    if max(kept.values(), default=0) <= 1:  # one step: only what touches the start itself
        start = next(one for one, hops in kept.items() if hops == 0)
        rows = rows.filter(Q(source=start) | Q(target=start))
    return list(rows.order_by("name", "source", "target", "event"))
