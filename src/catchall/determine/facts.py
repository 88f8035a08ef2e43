"""What is known of one shipment when its rules are asked. In: tables; out: ``Facts``.

``values`` is a flat mapping of typed facts; a fact that is not known has no key, which the
predicates answer with UNKNOWN. Every key is told in ``docs/reference/facts.md``. Nothing is
judged here, and no word list, limit or country stands here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pyarrow as pa

from catchall.dates import in_force
from catchall.determine import assemble, goods, joins
from catchall.determine.given import Context, ListState
from catchall.determine.places import country_of
from catchall.determine.reading import party_key, span
from catchall.law.model import Lawbook
from catchall.records import Party, Shipment
from catchall.text.countries import country_code

Row = Mapping[str, Any]
STATES = ("informed", "aware", "suspects", "none")
"""What an exporter can say he knows of the end use, from the weightiest."""

ANY_USE = "any"
"""What the knowledge is about when the exporter does not name the use."""

PORTS = "guidance.ports"
"""The dated value that says in which country a port lies."""


class Screening(Protocol):
    """The two tables of ``screen``: HITS and SCREENED."""

    @property
    def hits(self) -> pa.Table: ...  # noqa: D102

    @property
    def screened(self) -> pa.Table: ...  # noqa: D102


@dataclass(frozen=True)
class Facts:
    """One shipment, what the stages found about it, and the facts that the rules ask for."""

    shipment: Shipment
    values: Mapping[str, Any]
    hits: tuple[Row, ...] = ()
    screened: tuple[Row, ...] = ()
    matches: tuple[Row, ...] = ()
    lists: tuple[ListState, ...] = ()
    asks: Mapping[str, str] = field(default_factory=dict)  # how to ask for a characteristic


_DAYS = ("day", "date", "order_date")


def _named(told: Any) -> tuple[Mapping[str, Any], ...]:
    """One party or several, each a name or a mapping that has one."""
    several = told if isinstance(told, list | tuple) else (told,)
    return tuple({"name": one} if isinstance(one, str) else one for one in several)


def stated(values: Mapping[str, Any]) -> Facts:
    """Facts that someone states directly, as the worked cases of the lawbook do.

    A day may be a date or text, a party a name or a mapping.
    """
    found = dict(values)
    for key in _DAYS:
        if key in found:
            found[key] = span(found[key])
    parties = found.get("parties", {})
    found["parties"] = {role: _named(told) for role, told in parties.items()}
    return Facts(Shipment("stated", (), (), {}), found)


def _party(party: Party) -> dict[str, Any]:
    return {
        "role": party.role,
        "name": party.name,
        "country": country_code(party.country),
        "country_text": party.country,
        "address": party.address,
        "email": party.email,
        "phone": party.phone,
        "ids": tuple((one.kind, one.value) for one in party.identifiers),
    }


def _by_role(parties: Sequence[Party]) -> dict[str, tuple[dict[str, Any], ...]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for party in parties:
        if party.name:
            found.setdefault(party.role, []).append(_party(party))
    return {role: tuple(rows) for role, rows in found.items()}


def _knowledge(said: Sequence[str]) -> dict[str, str]:
    """The weightiest state that a line states, and the limb when it is named after a colon."""
    read = []
    for text in said:
        state, _, limb = text.casefold().partition(":")
        if state.strip() in STATES:
            read.append((STATES.index(state.strip()), state.strip(), limb.strip()))
    if not read or len(read) < len(said):
        return {}
    _, state, limb = min(read)
    return {"knowledge": state, "knowledge_of": limb or ANY_USE}


def _destinations(lines: Sequence[Row]) -> dict[str, Any]:
    said = assemble.filed(lines, "destination_country")
    codes = dict.fromkeys(country_code(text) for text in said)
    unread = tuple(text for text in said if not country_code(text))
    found = {
        "destinations": tuple(code for code in codes if code),
        "destinations_unread": unread,
        "destination_text": "; ".join(said),
    }
    return {key: value for key, value in found.items() if value}


def _ports(lines: Sequence[Row], ports: Mapping[str, str]) -> dict[str, Any]:
    """Each port of the route with the country it lies in, "" when that is not known."""
    found: dict[str, Any] = {}
    for column in ("loading_port", "transit_ports", "discharge_port"):
        cells = [
            one.strip() for text in assemble.filed(lines, column) for one in text.split(";")
        ]
        if named := [cell for cell in cells if cell]:
            found[column] = tuple(
                {"port": cell, "country": country_of(cell, ports)} for cell in named
            )
    return found


_COUNTRIES = ("vessel_flag", "bank_country", "payer_country", "loading_country")
_TEXTS = (
    "incoterm", "stated_end_use", "end_user_certificate", "licence_no", "delivery_date",
    "payment_terms", "free_zone", "vessel_imo",
)  # fmt: skip


def _fields(lines: Sequence[Row]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for column in _TEXTS:
        if said := assemble.filed(lines, column):
            found[column] = "; ".join(said)
    for column in _COUNTRIES:
        codes = [country_code(text) for text in assemble.filed(lines, column)]
        if codes and all(codes):
            found[column] = codes[0]
    for column in ("date", "order_date"):
        days = [span(text) for text in assemble.filed(lines, column)]
        if len(days) == 1 and days[0]:
            found[column] = days[0]
    return found


def _linked(shared: Iterable[Row], stage: "_Stage") -> tuple[Row, ...]:
    """The firms that share a contact with a party, and what stands against each of them."""
    return tuple(
        {**link, "other": other, "against": stage.against(other)}
        for link in shared
        for other in link["others"]
    )


def _ships(rows: Iterable[Row], ports: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of the ship, each place in them with the country it lies in."""
    found = []
    for row in rows:
        places = {
            f"{column}_countries": tuple(
                (place.strip(), country_of(place.strip(), ports))
                for place in joins.cell(row, column).split(";")
                if place.strip()
            )
            for column in ("flag", "operator_country", "next_ports", "schedule")
        }
        found.append({**row, **places})
    return tuple(found)


def _past(parties: Iterable[Party], stage: "_Stage", rows: Iterable[Row]) -> tuple[Row, ...]:
    """The former names of the parties, and what stands against each."""
    former = {party_key(joins.cell(row, "name")): row for row in rows}
    found = []
    for party in parties:
        row = former.get(party_key(party.name), {})
        if name := joins.cell(row, "former_name"):
            found.append(
                {
                    "role": party.role,
                    "name": party.name,
                    "former_name": name,
                    "changed_on": joins.cell(row, "changed_on"),
                    "against": stage.against(name),
                }
            )
    return tuple(found)


@dataclass(frozen=True)
class _Stage:
    """The tables of a batch by row, and what every shipment of it is looked up in."""

    hits: Mapping[int, list[dict[str, Any]]]
    screened: Mapping[int, list[dict[str, Any]]]
    matches: Mapping[int, list[dict[str, Any]]]
    joined: joins.Joined
    listed: set[str]
    ports: Mapping[str, str]
    book: goods.Book
    given: Context

    def against(self, name: str) -> tuple[str, ...]:
        """What stands against a firm of this name: a measure, a denial, a listed name."""
        key = party_key(name)
        tables = (("a measure", self.joined.measures), ("a denial", self.joined.denials))
        held = [word for word, table in tables if table is not None and key in table]
        return (*held, "a listed name") if key in self.listed else tuple(held)


def _once(rows: Iterable[Row], *columns: str) -> tuple[Row, ...]:
    """Each row once: the lines of one shipment repeat its parties."""
    return tuple({tuple(row[name] for name in columns): row for row in rows}.values())


def _facts(lines: Sequence[Row], stage: _Stage) -> Facts:
    shipment = assemble.shipment(lines)
    rows = [line["row"] for line in lines]
    hits = _once(
        (hit for row in rows for hit in stage.hits.get(row, ())),
        "role", "party", "list", "record", "basis",
    )  # fmt: skip
    screened = _once(
        (one for row in rows for one in stage.screened.get(row, ())), "role", "party"
    )
    matches = tuple(match for row in rows for match in stage.matches.get(row, ()))
    series = stage.given.series.get(shipment.id)
    values: dict[str, Any] = {
        "day": span(stage.given.day),
        "parties": _by_role(shipment.parties),
        "goods": goods.items(shipment.items, stage.matches, stage.book),
        "hits": hits,
        "screened": screened,
        **_knowledge(assemble.filed(lines, "exporter_knowledge")),
        **_destinations(lines),
        **_ports(lines, stage.ports),
        **_fields(lines),
        **stage.joined.of(shipment),
    }
    if series is not None:
        values["series"] = series
        values["linked"] = _linked(series.get("shared", ()), stage)
    if "vessels" in values:
        values["vessels"] = _ships(values["vessels"], stage.ports)
    if "registry" in values:
        values["past"] = _past(shipment.parties, stage, values["registry"])
    return Facts(
        shipment, values, hits, screened, matches, tuple(stage.given.lists), stage.book.asks
    )


def _value(lawbook: Lawbook, name: str, given: Context) -> Any:
    held = in_force(lawbook.values.get(name, ()), given.day)
    return held.value if held else {}


def gather(
    shipments: pa.Table, screening: Screening, matches: pa.Table, given: Context
) -> tuple[Facts, ...]:
    """What is known of each shipment? One a shipment id, in order of first appearance."""
    hits = assemble.by_row(screening.hits)
    ports = _value(given.lawbook, PORTS, given)
    stage = _Stage(
        hits=hits,
        screened=assemble.by_row(screening.screened),
        matches=assemble.by_row(matches),
        joined=joins.index(given.side),
        listed={
            party_key(hit["party"]) for rows in hits.values() for hit in rows if hit["match"]
        },
        ports={name: code for code, names in ports.items() for name in names},
        book=goods.book(given.lawbook, given.day),
        given=given,
    )
    return tuple(_facts(lines, stage) for lines in assemble.by_shipment(shipments))
