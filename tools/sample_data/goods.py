"""The catalogue of goods. In: ``goods.csv`` beside this file; out: frozen records by sector.

Ordinary goods of trade, and a few technical ones whose parameters keep them clear of every
entry. Nothing here says more than a public list or a price list says.
"""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Good:
    """One article: price in EUR and weight in kg for one unit, and how many are usual.

    ``sensitive`` goods are on the common high priority list: in the ordinary shipments they
    go to near destinations only.
    """

    sector: str
    text: str
    hs: str
    unit: str
    price: float
    kilos: float
    usual: int
    use: str
    params: dict[str, Any] = field(default_factory=dict)
    sensitive: bool = False


def _good(row: dict[str, str]) -> Good:
    return Good(
        sector=row["sector"],
        text=row["text"],
        hs=row["hs"],
        unit=row["unit"],
        price=float(row["price"]),
        kilos=float(row["kilos"]),
        usual=int(row["usual"]),
        use=row["use"],
        params=json.loads(row["params"] or "{}"),
        sensitive=row["sensitive"] == "yes",
    )


def _read() -> tuple[Good, ...]:
    text = Path(__file__).with_name("goods.csv").read_text(encoding="utf-8")
    return tuple(_good(row) for row in csv.DictReader(text.splitlines()))


GOODS = _read()
SECTORS = tuple(dict.fromkeys(good.sector for good in GOODS))


def of(sector: str) -> tuple[Good, ...]:
    """The goods of one sector."""
    return tuple(good for good in GOODS if good.sector == sector)
