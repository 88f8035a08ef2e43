"""The parties of each row. In: cleaned columns; out: one list of PARTY structs a row.

Several names in one cell are separated by ``;`` and their countries, addresses and
identifiers are aligned by position. Taking one name apart into lines of an address belongs
to ``text``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from catchall import tables
from catchall.intake.cells import plain
from catchall.intake.headers import Meaning, party_part
from catchall.records import ROLES

DETAILS = ("country", "address", "email", "phone")
IDENTIFIERS = tables.PARTY.field("identifiers").type
Columns = Mapping[int, pa.Array]
_KIND = re.compile(r"([A-Za-z][A-Za-z0-9_ ]{0,30}):\s*(.+)", re.DOTALL)
_IMO = re.compile(r"(?:IMO)?[\s:.#-]*(?:No\.?\s*)?(\d{7})", re.IGNORECASE)


@dataclass(frozen=True)
class Slot:
    """Where one party of a row stands: the places of its columns among the headers."""

    role: str
    parts: Mapping[str, int]  # name, country, address, email, phone
    ids: tuple[tuple[int, str], ...]  # column and kind

    @property
    def places(self) -> tuple[int, ...]:
        """Every column of this party."""
        return (*self.parts.values(), *(at for at, _ in self.ids))


def slots(meanings: Sequence[Meaning]) -> tuple[Slot, ...]:
    """Which parties can a row of this file have, in the order in which roles are shown?"""
    parts: dict[tuple[str, str], dict[str, int]] = {}
    ids: dict[tuple[str, str], list[tuple[int, str]]] = {}
    names = {m.slot for m in meanings if m.column == "vessel"}
    for at, meaning in enumerate(meanings):
        role, part = party_part(meaning.column)
        if meaning.column == "vessel_imo":
            key = ("vessel", min(names, default="vessel"))
            parts.setdefault(key, {})
            ids.setdefault(key, []).append((at, "imo"))
        elif role:
            key = (role, meaning.slot)
            parts.setdefault(key, {})
            if part == "id":
                ids.setdefault(key, []).append((at, meaning.kind))
            else:
                parts[key][part] = at
    ordered = sorted(parts, key=lambda key: ROLES.index(key[0]))
    return tuple(Slot(key[0], parts[key], tuple(ids.get(key, ()))) for key in ordered)


def _split(cell: str | None) -> list[str]:
    return [plain(part) for part in (cell or "").split(";")]


def _row(slot: Slot, columns: Columns, at: int) -> dict[str, str | None]:
    return {part: columns[place][at].as_py() for part, place in slot.parts.items()}


def several(slot: Slot, columns: Columns) -> np.ndarray:
    """Which rows name more than one party in this slot?"""
    if "name" not in slot.parts:
        return np.zeros(0, dtype=np.int64)
    split = pc.match_substring_regex(columns[slot.parts["name"]], r";\s*[^;\s]")
    return np.flatnonzero(pc.fill_null(split, fill_value=False).to_numpy(zero_copy_only=False))


def problems(all_slots: Sequence[Slot], columns: Columns) -> dict[int, tuple[str, str]]:
    """Which rows name parties whose details cannot be told apart? Row to role and reason."""
    found: dict[int, tuple[str, str]] = {}
    for slot in all_slots:
        for at in several(slot, columns).tolist():
            cells = _row(slot, columns, at)
            count = len(_names(cells["name"]))
            wrong = [
                part for part in cells
                if part != "name" and len(_names(cells[part])) not in (0, 1, count)
            ]  # fmt: skip
            wrong += [
                "id" for place, _ in slot.ids
                if len(_names(columns[place][at].as_py())) not in (0, count)
            ]  # fmt: skip
            if wrong:
                reason = (
                    f"{count} names but another number of {wrong[0]} entries: give one for "
                    "each name, separated by ;"
                )
                found.setdefault(at, (f"{slot.role}_{wrong[0]}", reason))
    return found


def _names(cell: str | None) -> list[str]:
    parts = _split(cell)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def identifiers(cell: str | None, kind: str) -> list[dict[str, str]]:
    """The identifiers of one party: ``kind:value``, several with ``;``.

    >>> identifiers("tax:77-1; 9", "code")
    [{'kind': 'tax', 'value': '77-1'}, {'kind': 'code', 'value': '9'}]
    """
    found = []
    for part in _split(cell):
        if match := _KIND.fullmatch(part):
            found.append({"kind": match[1].strip().lower(), "value": match[2].strip()})
        elif part:
            imo = _IMO.fullmatch(part) if kind == "imo" else None
            found.append({"kind": kind, "value": imo[1] if imo else part})
    return found


@dataclass
class _Pile:
    """Parties, each with the row it belongs to."""

    rows: list[np.ndarray]
    parties: list[pa.Array]

    def add(self, rows: np.ndarray, role: str, parts: Mapping[str, pa.Array]) -> None:
        """Adds one party for each of the rows."""
        text = pa.nulls(len(rows), pa.string())
        roles = pa.array(np.full(len(rows), role, dtype=object), pa.string())
        empty = pa.array([[]] * len(rows), IDENTIFIERS) if "identifiers" not in parts else None
        fields = {**dict.fromkeys(("name", *DETAILS), text), "role": roles, **parts}
        fields["name"] = pc.fill_null(fields["name"], "")
        fields.setdefault("identifiers", empty)
        names = [field.name for field in tables.PARTY]
        self.rows.append(rows)
        self.parties.append(
            pa.StructArray.from_arrays(
                [fields[name].cast(tables.PARTY.field(name).type) for name in names],
                fields=list(tables.PARTY),
            )
        )


def build(all_slots: Sequence[Slot], columns: Columns, count: int) -> pa.ListArray:
    """The parties of each of ``count`` rows, as the column ``parties`` of SHIPMENTS.

    A row without a problem only: ``problems`` is asked first.
    """
    pile = _Pile([], [])
    before: dict[str, list[pa.Array]] = {}
    for slot in all_slots:
        many = several(slot, columns)
        _add_single(pile, slot, columns, count, _skipped(slot, columns, many, before))
        _add_several(pile, slot, columns, many)
    rows = np.concatenate(pile.rows) if pile.rows else np.zeros(0, dtype=np.int64)
    order = np.argsort(rows, kind="stable")
    offsets = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=count))))
    parties = pa.concat_arrays(pile.parties) if pile.parties else pa.array([], tables.PARTY)
    return pa.ListArray.from_arrays(
        pa.array(offsets, pa.int32()), parties.take(pa.array(order)), pa.list_(tables.PARTY)
    )


def _skipped(
    slot: Slot, columns: Columns, many: np.ndarray, before: dict[str, list[pa.Array]]
) -> np.ndarray:
    """Rows that need no single party here: several are named, or this one stood before.

    A raw and a standardised column of one name often say the same; it is screened once.
    """
    skipped = many
    if "name" in slot.parts:
        name = pc.utf8_lower(columns[slot.parts["name"]])
        if len(slot.places) == 1:
            for other in before.get(slot.role, []):
                same = pc.fill_null(pc.equal(name, other), fill_value=False)
                found = np.flatnonzero(same.to_numpy(zero_copy_only=False))
                skipped = np.union1d(skipped, found)
        before.setdefault(slot.role, []).append(name)
    return skipped


def _add_single(
    pile: _Pile, slot: Slot, columns: Columns, count: int, skipped: np.ndarray
) -> None:
    given = np.zeros(count, dtype=bool)
    for place in slot.places:
        given |= columns[place].is_valid().to_numpy(zero_copy_only=False)
    given[skipped] = False
    rows = np.flatnonzero(given)
    index = pa.array(rows)
    parts = {part: columns[place].take(index) for part, place in slot.parts.items()}
    if "name" in parts:  # "ONE LTD;" is one name, and its separator no part of it
        parts["name"] = pc.utf8_trim(parts["name"], "; ")
    if slot.ids:
        cells = [(columns[place].take(index).to_pylist(), kind) for place, kind in slot.ids]
        found = [
            [one for column, kind in cells for one in identifiers(column[at], kind)]
            for at in range(len(rows))
        ]
        parts["identifiers"] = pa.array(found, IDENTIFIERS)
    pile.add(rows, slot.role, parts)


def _add_several(pile: _Pile, slot: Slot, columns: Columns, many: np.ndarray) -> None:
    if not len(many):
        return
    rows: list[int] = []
    parts: dict[str, list[str | None]] = {part: [] for part in slot.parts}
    found: list[list[dict[str, str]]] = []
    for at in many.tolist():
        cells = {part: _names(cell) for part, cell in _row(slot, columns, at).items()}
        ids = [(_names(columns[place][at].as_py()), kind) for place, kind in slot.ids]
        for which in range(len(cells["name"])):
            values = {part: _nth(cell, which) for part, cell in cells.items()}
            own = [one for cell, kind in ids for one in identifiers(_nth(cell, which), kind)]
            if any(values.values()) or own:
                rows.append(at)
                found.append(own)
                for part, value in values.items():
                    parts[part].append(value)
    arrays = {part: pa.array(values, pa.string()) for part, values in parts.items()}
    arrays["identifiers"] = pa.array(found, IDENTIFIERS)
    pile.add(np.array(rows, dtype=np.int64), slot.role, arrays)


def _nth(parts: list[str], which: int) -> str | None:
    """One entry stands for all names; else the entry at the place of the name."""
    if not parts:
        return None
    return (parts[0] if len(parts) == 1 else parts[which]) or None
