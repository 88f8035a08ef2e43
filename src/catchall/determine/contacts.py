"""Firms that share an address, telephone or e-mail. In: lines of trade; out: links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from catchall.determine.traded import Firm, Line, firm
from catchall.text.firms import party_key

SHOWN = 10
"""Most other firms named for one contact: enough for a person to look."""


def _owners(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Who owns the firm by the table of parties: a way to see that two firms are one."""
    told = str(row.get("owners") or "").split(";")
    return [("owner", key) for key in map(party_key, told) if key]


class Contacts:
    """Who can be reached where, over the whole input, its history and the table of parties."""

    def __init__(self, lines: Sequence[Line], registry: Iterable[Mapping[str, Any]]) -> None:
        self._firms: dict[tuple[str, str], dict[str, str]] = {}
        self._known: dict[str, tuple[tuple[str, str], ...]] = {}
        for line in lines:
            for one in line.buyers:
                self._add(one)
        for row in registry:
            if row.get("name"):
                told = firm("", {key: str(value or "") for key, value in row.items()})
                reached = tuple(dict.fromkeys((*told.contacts, *_owners(row))))
                self._known[told.key] = (*self._known.get(told.key, ()), *reached)
                self._add(replace(told, contacts=reached))

    def _add(self, one: Firm) -> None:
        for contact in one.contacts:
            self._firms.setdefault(contact, {}).setdefault(one.key, one.name)

    def _reached(self, one: Firm) -> Iterable[tuple[str, str]]:
        """How the firm is reached by its papers and by the table of parties."""
        return dict.fromkeys((*one.contacts, *self._known.get(one.key, ())))

    def _others(self, one: Firm, contact: tuple[str, str]) -> list[str]:
        held = self._firms[contact]
        return [] if len(held) == 1 else [name for key, name in held.items() if key != one.key]

    def shared(self, lines: Iterable[Line]) -> dict[str, list[dict[str, Any]]]:
        """The firms of other names that share a contact with a buyer of the shipment."""
        found: dict[str, dict[tuple[str, str], dict[str, Any]]] = {}
        for line in lines:
            for one in line.buyers:
                for contact in self._reached(one):
                    if others := self._others(one, contact):
                        link = {
                            "role": one.role,
                            "name": one.name,
                            "kind": contact[0],
                            "value": contact[1],
                            "others": sorted(others)[:SHOWN],
                        }
                        found.setdefault(line.shipment, {})[one.role, contact[0]] = link
        return {shipment: list(links.values()) for shipment, links in found.items()}

    def crowds(self, lines: Iterable[Line]) -> dict[str, int]:
        """The most firms at one address of a buyer of the shipment."""
        found: dict[str, int] = {}
        for line in lines:
            for one in line.buyers:
                for contact in one.contacts:
                    if contact[0] == "address":
                        crowd = len(self._firms[contact])
                        found[line.shipment] = max(crowd, found.get(line.shipment, 0))
        return found
