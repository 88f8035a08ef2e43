"""The rows of the side tables that are about one shipment. In: tables and names; out: rows.

A table that was not given gives no key at all: unknown. A table given without a row for the
shipment gives an empty tuple: looked up, nothing found. Firms are joined by ``party_key``. A
row is handed on as read: a key with an empty cell is a column left empty, no key no column.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catchall.determine.given import Rows, SideTables
from catchall.determine.reading import yes
from catchall.records import Answer, Shipment
from catchall.text.firms import party_key
from catchall.text.identifiers import imo_is_valid

Row = Mapping[str, Any]
Index = Mapping[str, list[Row]]

IMO_DIGITS = 7
GENERAL = "*"
"""The key of licences open to any consignee, and of letters that name no party."""

BUYERS = ("consignee", "end_user", "intermediary", "notify_party", "payer")
"""The roles on the receiving side, whose past and background count."""


def _index(rows: Rows | None, keys: Callable[[Row], Iterable[str]]) -> Index | None:
    if rows is None:
        return None
    found: dict[str, list[Row]] = {}
    for row in rows:
        for key in dict.fromkeys(keys(row)):
            if key:
                found.setdefault(key, []).append(row)
    return found


def cell(row: Row, column: str) -> str:
    """The cell as text, "" when it is missing or empty."""
    value = row.get(column)
    return "" if value is None else str(value).strip()


def _names(*columns: str) -> Callable[[Row], list[str]]:
    return lambda row: [party_key(cell(row, column)) for column in columns]


def _plain(*columns: str) -> Callable[[Row], list[str]]:
    return lambda row: [cell(row, column).casefold() for column in columns]


def _licence_keys(row: Row) -> list[str]:
    if yes(row.get("general")) is Answer.YES:
        return [GENERAL]
    return [
        cell(row, "licence_no").casefold(),
        *_names("exporter", "consignee", "end_user")(row),
    ]


def _letter_keys(row: Row) -> list[str]:
    return [party_key(cell(row, "party"))] if cell(row, "party") else [GENERAL]


def _vessel_keys(row: Row) -> list[str]:
    return [imo(cell(row, "imo")), party_key(cell(row, "name"))]


def imo(text: str) -> str:
    """The seven digits of a ship's IMO number, or "".

    >>> imo("IMO 9074729"), imo("none")
    ('9074729', '')
    """
    digits = "".join(char for char in text if char.isdigit())
    return digits if len(digits) == IMO_DIGITS else ""


TIES = ("former_name", "owners", "affiliated_to")
"""The columns of the table of parties that name another firm behind the party."""


def ties(rows: Iterable[Row]) -> Iterator[tuple[Row, str, str]]:
    """Each row of the table of parties with a tie and the other firm that it names there."""
    for row in rows:
        for tie in TIES:
            for name in cell(row, tie).split(";"):
                if name.strip():
                    yield row, tie, name.strip()


def behind_all(side: SideTables) -> Iterator[Row]:
    """Who stands behind whom, as rows of the table of owners.

    Owners by that table; former names, owners and bodies by the table of parties.
    """
    yield from side.owners or ()
    for row, _, name in ties(side.parties or ()):
        yield {"party": cell(row, "name"), "owner": name}


@dataclass(frozen=True)
class Joined:
    """The side tables, each indexed by what a shipment is looked up with."""

    measures: Index | None
    denials: Index | None
    licences: Index | None
    certificates: Index | None
    parties: Index | None
    vessels: Index | None
    owners: Index | None
    decisions: Index | None
    letters: Index | None
    rejected: frozenset[str] = frozenset()

    def of(self, shipment: Shipment) -> dict[str, Any]:
        """The rows about this shipment, by table; a table not given has no key.

        ``rejected`` names the tables of which a row could not be read, when there are any.
        """
        keys = [party_key(party.name) for party in shipment.parties]
        numbers = [shipment.id.casefold(), *_cells(shipment, "end_user_certificate")]
        permits = [*_cells(shipment, "licence_no"), *keys, GENERAL]
        ships = [imo(shipment.fields.get("vessel_imo", "")), *_vessels(shipment)]
        owners = _behind(self.owners, keys)
        above = [party_key(cell(row, "owner")) for row in owners or ()]
        looked = {
            "measures": _rows(self.measures, keys),
            "denials": _rows(self.denials, keys),
            "licences": _rows(self.licences, permits),
            "certificates": _rows(self.certificates, numbers),
            "vessels": _same_ship(_rows(self.vessels, ships), ships[0]),
            "owners": owners,
            "decisions": _rows(self.decisions, [*keys, *above]),
            "registry": _rows(self.parties, keys),
            "letters": _rows(self.letters, [*keys, GENERAL]),
        }
        found: dict[str, Any] = {
            table: rows for table, rows in looked.items() if rows is not None
        }
        return found | ({"rejected": self.rejected} if self.rejected else {})


def _same_ship(rows: tuple[Row, ...] | None, number: str) -> tuple[Row, ...] | None:
    """The rows of the ship: one of the same name under another number is another ship.

    A number that fails its check digit tells ships apart no more than no number.
    """
    if not rows or not imo_is_valid(number):
        return rows
    return tuple(row for row in rows if imo(cell(row, "imo")) in ("", number))


def _cells(shipment: Shipment, column: str) -> list[str]:
    said = shipment.fields.get(column, "").split(";")
    return [one.strip().casefold() for one in said if one.strip()]


def _vessels(shipment: Shipment) -> list[str]:
    return [party_key(party.name) for party in shipment.parties if party.role == "vessel"]


def _rows(index: Index | None, keys: Iterable[str]) -> tuple[Row, ...] | None:
    if index is None:
        return None
    found = [row for key in dict.fromkeys(keys) if key for row in index.get(key, ())]
    return tuple({id(row): row for row in found}.values())


def _behind(index: Index | None, keys: Iterable[str]) -> tuple[Row, ...] | None:
    """The rows of owners, and of the owners' owners; a circle of them ends."""
    if index is None:
        return None
    found: list[Row] = []
    seen: set[str] = set()
    waiting = list(dict.fromkeys(keys))
    while waiting:
        seen.update(waiting)
        rows = [row for key in waiting if key for row in index.get(key, ())]
        found += rows
        above = dict.fromkeys(party_key(cell(row, "owner")) for row in rows)
        waiting = [key for key in above if key not in seen]
    return tuple(found)


def index(side: SideTables) -> Joined:
    """The side tables, ready to be looked up by shipment."""
    return Joined(
        measures=_index(side.measures, _names("party")),
        denials=_index(side.denials, _names("party", "end_user")),
        licences=_index(side.licences, _licence_keys),
        certificates=_index(side.certificates, _plain("certificate_no", "shipment_id")),
        parties=_index(side.parties, _names("name")),
        vessels=_index(side.vessels, _vessel_keys),
        owners=_index(side.owners, _names("party")),
        decisions=_index(side.decisions, _names("party")),
        letters=_index(side.letters, _letter_keys),
        rejected=side.rejected,
    )
