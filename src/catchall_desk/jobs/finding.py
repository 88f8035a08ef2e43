"""Finding files and things by what is known of them. In: words; out: rows, the surest first.

A score is made of what was asked and the one row it met: nothing that a reader may not see can
change it, or the order.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from catchall.text.normal import fold
from catchall_desk.cases import words
from catchall_desk.jobs import telling
from catchall_desk.store.models import WordRow
from catchall_desk.store.view import View

SURE = {
    "imo": 100, "identifier": 95, "email": 92, "phone": 90, "document": 88, "address": 85,
    "name": 80, "country": 40, "token": 35, "sound": 20, "word": 15, "thing": 90,
}  # fmt: skip
"""How much a key of each kind says, in hundredths: fixed weights, the desk's own choice."""
ASKED_KEYS, EACH_KEY = 40, 500
"""Most keys of one question, and most rows of one key."""
SUGGESTED = 10
SUGGEST_KINDS = ("name", "token", "document", "imo", "identifier", "word")

Told = dict[str, Any]
Met = dict[uuid.UUID, dict[tuple[str, str], WordRow]]


def search(view: View, said: str, kind: str | None, limit: int) -> list[Told]:
    """The files and things that are found by these words, with the words that met."""
    met: Met = {}
    for key in words.asked(said)[:ASKED_KEYS]:
        for row in view.words(key.kind, key.key, EACH_KEY):
            if kind is None or row.stream_kind == kind:
                met.setdefault(row.stream, {}).setdefault((row.kind, row.raw), row)
    scored = sorted(((-score(said, rows.values()), one) for one, rows in met.items()))
    best = scored[:limit]
    rows = view.rows_of([one for _, one in best])
    return [
        {
            "file": telling.row(rows[one]),
            "score": f"{-points / 100:.4f}",
            "why": why(met[one].values()),
        }
        for points, one in best
        if one in rows
    ]


def score(said: str, rows: Iterable[WordRow]) -> float:
    """How sure it is, of a hundred: the surest key, raised by how alike a name is."""
    listed = list(rows)
    best = max(SURE.get(row.kind, 0) for row in listed)
    names = [row.raw for row in listed if row.kind in ("name", "token", "sound")]
    alike = 100 * words.likeness(said, dict.fromkeys(names)) if names else 0.0
    return round(max(best, alike) + min(len(listed), 9) / 10, 4)


def why(rows: Iterable[WordRow]) -> list[dict[str, str]]:
    """By which keys a thing was found, the surest first."""
    found = sorted(rows, key=lambda row: (-SURE.get(row.kind, 0), row.kind, row.raw))
    return [{"kind": row.kind, "text": row.raw} for row in found[:SUGGESTED]]


def suggest(view: View, said: str) -> list[str]:
    """Texts that begin so, of what the reader may see, in the order of the alphabet."""
    found: dict[str, None] = {}
    for kind in SUGGEST_KINDS:
        begin = beginning(kind, said)
        if begin:
            for row in view.words(kind, f"{begin}*", 10 * SUGGESTED):
                found.setdefault(row.raw)
    return sorted(found)[:SUGGESTED]


def beginning(kind: str, said: str) -> str:
    """How a key of this kind begins when its text begins so."""
    if kind in ("document", "imo", "identifier"):
        return "".join(sign for sign in said.upper() if sign.isascii() and sign.isalnum())
    return fold(said).strip()
