"""History of invented cases, as lines for the bulk import. In: how many; out: lines of JSON.

Each case has ten events: a party with a second name, the case with a closer note, a
transaction of the party, and a request of an office that was sent and is due.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

SEED, EVENTS = 8, 10
START = datetime(2024, 1, 1, tzinfo=UTC)
COUNTRIES = ("AE", "OM", "TR", "KZ", "MY", "HK", "RS", "GE", "AM", "KG", "VN", "TH")
OFFICES = tuple(f"desk {number}" for number in range(1, 21))
MARKINGS = (
    "UNCLASSIFIED//REL TO USA, DEU",
    "UNCLASSIFIED//REL TO USA, FRA",
    "CONFIDENTIAL//REL TO USA, DEU, FRA",
    "SECRET//REL TO USA, GBR",
    "SECRET//NOFORN",
    "TOP SECRET//NOFORN",
)
SYLLABLES = "ba do fen gor hal ki lum mer nor pel qua rul sto tur vel wes".split()  # noqa: SIM905


def lines(cases: int) -> Iterator[bytes]:
    """The lines of so many cases, oldest first; the same for the same number."""
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    for number in range(cases):
        for event in of_case(number, chance):
            yield json.dumps(event).encode()


def of_case(number: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """The events of one case."""
    at, marking = START + timedelta(minutes=number * 10), chance.choice(MARKINGS)
    office, about = chance.choice(OFFICES), chance.choice(COUNTRIES)
    due = (at + timedelta(days=chance.randrange(10, 400))).date().isoformat()
    name = firm(chance)
    steps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("party", "begin", {"set": {"name": name, "schema": "company"}}),
        ("party", "claim", claim(firm(chance))),
        ("case", "open", {"set": case(name, about)}),
        ("case", "note", {"text": f"{name} was seen near {about}"}),
        ("transaction", "report", {"set": transaction(number)}),
        ("request", "draft", {"set": request(number, due)}),
        ("request", "assign", {"office": office, "officer": f"officer {number % 200}"}),
        ("request", "submit", {}),
        ("request", "approve", {}),
        ("request", "send", {}),
    )
    for step, (kind, event, body) in enumerate(steps):
        yield {
            "id": f"{number}.{step}",
            "stream": f"{kind} {number}",
            "kind": kind,
            "type": event,
            "marking": "SECRET//NOFORN" if event == "note" else marking,
            "happened_at": (at + timedelta(seconds=step)).isoformat(),
            "body": body,
        }


def firm(chance: random.Random) -> str:
    """An invented name of a firm."""
    words = ("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
    return " ".join(words) + " Trading"


def claim(name: str) -> dict[str, Any]:
    """Another name of a party."""
    value = {"name": name, "kind": "alias"}
    return {"property": "name", "value": value, "source": {"text": "letter"}}


def case(name: str, about: str) -> dict[str, Any]:
    """What a case is opened with."""
    title = f"Pumps for {name}"
    return {"title": title, "about": about, "kind": "diversion", "raised_by": ["DEU"]}


def transaction(number: int) -> dict[str, Any]:
    """What a transaction is reported with."""
    party, about = {"ref": f"party {number}"}, {"ref": f"case {number}"}
    roles = [{"role": "consignee", "party": party}]
    return {"summary": "Two pumps by sea", "roles": roles, "case": about}


def request(number: int, due: str) -> dict[str, Any]:
    """What a request is drafted with."""
    return {
        "kind": "demarche",
        "summary": "Please look at the pumps",
        "from": {"government": "USA"},
        "to": {"government": "DEU"},
        "points": [{"number": "1", "text": "Who bought them?"}],
        "due": due,
        "basis": "bilateral",
        "case": {"ref": f"case {number}"},
    }
