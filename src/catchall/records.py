"""The nouns of the engine, all frozen. In: nothing; out: types. No behaviour beyond reading.

What a row of a table means lives in ``tables.py``; what a lawbook file holds in ``law``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Any

ROLES = (
    "exporter",
    "manufacturer",
    "consignee",
    "end_user",
    "intermediary",
    "forwarder",
    "notify_party",
    "carrier",
    "bank",
    "payer",
    "vessel_operator",
    "vessel",
)
"""Every role a party can have in a shipment, in the order they are shown."""


class Answer(Enum):
    """An answer in three values; UNKNOWN never counts as NO."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Outcome(IntEnum):
    """What must be done, from the mildest to the strictest."""

    CLEAR = 0
    REVIEW = 1
    LICENCE = 2
    STOP = 3

    @property
    def word(self) -> str:
        """The word shown to people and written to files."""
        return self.name.lower()


@dataclass(frozen=True)
class Identifier:
    """One identifier of a party: ``kind`` (``imo``, ``tax``, ...) and value."""

    kind: str
    value: str


@dataclass(frozen=True)
class Party:
    """One party of a shipment in one role, as filed. Empty text means not given."""

    role: str
    name: str
    country: str = ""
    address: str = ""
    identifiers: tuple[Identifier, ...] = ()
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Item:
    """The goods on one line of a shipment, as filed; ``row`` is its row in SHIPMENTS."""

    row: int
    line: str
    description: str
    hs_code: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    quantity: str = ""
    quantity_unit: str = ""
    net_weight_kg: str = ""
    value: str = ""
    currency: str = ""
    origin_country: str = ""


@dataclass(frozen=True)
class Shipment:
    """One shipment: its parties, its lines and the fields that all lines share.

    ``fields`` holds every other known column as text (``destination_country``, ``incoterm``,
    ``date``, ...); a column that is not there is absent, which means unknown. ``differing``
    names the fields whose lines disagree.
    """

    id: str
    parties: tuple[Party, ...]
    items: tuple[Item, ...]
    fields: Mapping[str, str]
    differing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing found, with the outcome it asks for.

    ``kind`` is party, embargo, goods, catch_all, flag, certificate, denial or licence;
    ``rule`` the id of the lawbook rule, entry or flag; ``subject`` the role or item;
    ``why`` one sentence; ``evidence`` the values and spans it rests on.
    ``outcome`` None means recorded without effect; ``incomplete`` that a fact is missing.
    """

    kind: str
    rule: str
    severity: str
    subject: str
    why: str
    outcome: Outcome | None
    incomplete: bool = False
    confidence: float = 1.0
    evidence: Mapping[str, Any] = field(default_factory=dict)
    citation: str = ""
    list: str = ""
    list_date: str = ""


@dataclass(frozen=True)
class Question:
    """One question to a person. ``asks`` is the column or parameter that would answer it.

    ``decides`` names the rules it bears on and ``could_become`` the strictest outcome that an
    answer could bring: the order of questions follows it.
    """

    asks: str
    text: str
    decides: tuple[str, ...]
    could_become: Outcome
    subject: str = ""
