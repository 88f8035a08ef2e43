"""What a destination rule is asked about, and what it answers: frozen records, no logic.

In: nothing; out: types. ``Case`` is one item of a shipment, ``Ruling`` what one place says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catchall.law.model import DatedValue
from catchall.records import Outcome


@dataclass(frozen=True)
class Case:
    """Listed goods on their way: their numbers on this jurisdiction's list, from and to where.

    ``left`` are the countries the goods are known to leave or come from, ``origin`` where they
    were made; empty means not known. ``destinations`` are ISO codes.
    """

    codes: tuple[str, ...]
    destinations: tuple[str, ...]
    left: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    left_known: bool = False
    named: tuple[str, ...] = ()  # general licences the shipment says it goes under


@dataclass(frozen=True)
class Ruling:
    """Must the goods have a licence there? ``outcome`` None: no, ``why`` gives the reason.

    ``general`` tells of each general licence whether it could be used and why.
    """

    jurisdiction: str
    outcome: Outcome | None
    why: str
    cite: str
    verified: str = ""
    general: tuple[str, ...] = ()
    incomplete: bool = False


@dataclass(frozen=True)
class Scheme:
    """A jurisdiction's destination rule with its tables, as they stand on the day."""

    jurisdiction: str
    said: Mapping[str, Any]
    tables: Mapping[str, DatedValue]
    verified: str
    cite: str

    def table(self, name: str) -> Any:
        """The dated table that the rule names under ``name``, or None when it is not held."""
        held = self.tables.get(str(self.said.get(name, "")))
        return held.value if held else None
