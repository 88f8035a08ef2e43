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
from catchall.determine import assemble, goods, joins, said
from catchall.determine.given import Context, ListState
from catchall.determine.places import country_of
from catchall.determine.reading import span
from catchall.law.model import Lawbook
from catchall.records import Party, Shipment
from catchall.text.firms import party_key

Row = Mapping[str, Any]
STATES = said.STATES

PORTS = "guidance.ports"
"""The dated value that says in which country a port lies."""

GRANTED = "guidance.licence_good_words"
"""The dated value that says which words of a status say that a licence is granted."""

GENERAL = "eu.general"
"""The dated value that says which general authorisations there are, and what each covers."""

WITHIN = "eu.annex_iv"
"""The dated value that says what no general one covers: it is licensed inside too."""

DECISION_DAYS = "guidance.decision_days"
"""The dated value that says how long a person's decision without an end lasts."""


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
    if "unnamed" in found:
        found["unnamed"] = {role: _named(told) for role, told in found["unnamed"].items()}
    return Facts(Shipment("stated", (), (), {}), found)


def _party(party: Party) -> dict[str, Any]:
    codes, unread = said.countries(party.country)
    sole = codes[0] if len(codes) == 1 and not unread else ""
    several = {} if sole or not party.country else {"countries": codes, "unread": unread}
    return {
        "role": party.role,
        "name": party.name,
        "country": sole,
        "country_text": party.country,
        "address": party.address,
        "email": party.email,
        "phone": party.phone,
        "ids": tuple((one.kind, one.value) for one in party.identifiers),
        **several,
    }


def _by_role(parties: Iterable[Party], *, named: bool) -> dict[str, tuple[dict[str, Any], ...]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for party in parties:
        if bool(party.name) is named:
            found.setdefault(party.role, []).append(_party(party))
    return {role: tuple(rows) for role, rows in found.items()}


def _parties(parties: Sequence[Party]) -> dict[str, Any]:
    """The named parties, and those of which only a country or an address is told."""
    nameless = [party for party in parties if party.country or party.address]
    found = {
        "parties": _by_role(parties, named=True),
        "unnamed": _by_role(nameless, named=False),
    }
    return found if found["unnamed"] else {"parties": found["parties"]}


def _destinations(lines: Sequence[Row]) -> dict[str, Any]:
    told = assemble.filed(lines, "destination_country")
    read = [said.countries(text) for text in told]
    found = {
        "destinations": tuple(dict.fromkeys(code for codes, _ in read for code in codes)),
        "destinations_unread": tuple(dict.fromkeys(one for _, rest in read for one in rest)),
        "destination_text": "; ".join(told),
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


def _countries(column: str, told: Sequence[str]) -> dict[str, Any]:
    """The country of a column; several, or what is no country, under names of their own."""
    read = [said.countries(text) for text in told]
    codes = tuple(dict.fromkeys(code for found, _ in read for code in found))
    unread = tuple(dict.fromkeys(one for _, rest in read for one in rest))
    if len(codes) == 1 and not unread:
        return {column: codes[0]}
    found = {f"{column}_all": codes, f"{column}_unread": unread}
    return {key: value for key, value in found.items() if value}


def _fields(lines: Sequence[Row]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for column in _TEXTS:
        if told := assemble.filed(lines, column):
            found[column] = "; ".join(told)
    for column in _COUNTRIES:
        found |= _countries(column, assemble.filed(lines, column))
    found |= _countries("origin", assemble.filed(lines, "origin_country"))
    for column in ("date", "order_date"):
        days = [(text, span(text)) for text in assemble.filed(lines, column)]
        if len(days) == 1 and days[0][1]:
            found[column] = days[0][1]
        elif not all(day for _, day in days):
            found[f"{column}_unread"] = "; ".join(text for text, day in days if not day)
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


def _past(
    shipment: Shipment, stage: "_Stage", rows: Iterable[Row], screened: Iterable[Row]
) -> tuple[Row, ...]:
    """The other names behind the parties, what stands against each, and if it was screened."""
    held = {party_key(joins.cell(row, "name")): row for row in rows}
    looked_up = {party_key(one["party"]) for one in screened if one["screened"]}
    found = []
    for party in shipment.parties:
        row = held.get(party_key(party.name), {})
        found += [
            {
                "role": party.role,
                "name": party.name,
                "former_name": name,
                "tie": tie,
                "changed_on": joins.cell(row, "changed_on"),
                "against": stage.against(name),
                "screened": party_key(name) in looked_up,
            }
            for _, tie, name in joins.ties((row,))
        ]
    return tuple(found)


OWNER = "owner"
"""The role in which the screening hands on who stands behind a party."""


def _owned(
    owners: Iterable[Row], hits: Iterable[Row], screened: Iterable[Row], stage: "_Stage"
) -> dict[str, Any]:
    """What the screening found of the owners, each hit with the source of its list."""
    keys = {party_key(joins.cell(row, "owner")) for row in owners}
    sources = {one.name: one.source for one in stage.given.lists}
    return {
        "owner_hits": tuple(
            {**hit, "source": sources.get(hit["list"], "")}
            for hit in hits
            if party_key(hit["party"]) in keys
        ),
        "owner_screened": tuple(one for one in screened if one["role"] == OWNER),
    }


@dataclass(frozen=True)
class _Stage:
    """The tables of a batch by row, and what every shipment of it is looked up in."""

    hits: Mapping[int, list[dict[str, Any]]]
    screened: Mapping[int, list[dict[str, Any]]]
    matches: Mapping[int, list[dict[str, Any]]]
    joined: joins.Joined
    listed: set[str]
    ports: Mapping[str, str]
    shared: Mapping[str, Any]
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
    every_hit = _once(
        (hit for row in rows for hit in stage.hits.get(row, ())),
        "role", "party", "list", "record", "basis",
    )  # fmt: skip
    hits = tuple(hit for hit in every_hit if hit["role"] != OWNER)
    everyone = _once(
        (one for row in rows for one in stage.screened.get(row, ())), "role", "party"
    )
    screened = tuple(one for one in everyone if one["role"] != OWNER)
    going = _destinations(lines)
    binding = goods.bound(
        {row: stage.matches.get(row, ()) for row in rows},
        going.get("destinations", ()),
        stage.book,
    )
    matches = tuple(match for row in rows for match in binding[row])
    series = stage.given.series.get(shipment.id)
    values: dict[str, Any] = {
        "day": span(stage.given.day),
        **_parties(shipment.parties),
        "goods": goods.items(shipment.items, binding, stage.book),
        "hits": hits,
        "screened": screened,
        **said.knowledge(assemble.filed(lines, "exporter_knowledge")),
        **going,
        **_ports(lines, stage.ports),
        **_fields(lines),
        **stage.joined.of(shipment),
        **stage.shared,
    }
    if series is not None:
        values["series"] = series
        values["linked"] = _linked(series.get("shared", ()), stage)
    if "vessels" in values:
        values["vessels"] = _ships(values["vessels"], stage.ports)
    if "registry" in values:
        values["past"] = _past(shipment, stage, values["registry"], everyone)
    if "owners" in values:
        values |= _owned(values["owners"], every_hit, everyone, stage)
    return Facts(
        shipment, values, hits, screened, matches, tuple(stage.given.lists), stage.book.asks
    )


def _value(lawbook: Lawbook, name: str, given: Context) -> Any:
    held = in_force(lawbook.values.get(name, ()), given.day)
    return held.value if held else {}


def _general(given: Context) -> dict[str, Any]:
    """The general authorisations of the day, each with the numbers that none of them covers."""
    every = _value(given.lawbook, GENERAL, given)
    found = {}
    for name, licence in every.items():
        never = licence.get("but_values")
        none = _value(given.lawbook, never, given) if never else ()
        also = _value(given.lawbook, WITHIN, given) if never else ()
        found[name] = {**licence, "name": name, "none": (*none, *also)}
    return {"general_licences": found} if found else {}


def gather(
    shipments: pa.Table, screening: Screening, matches: pa.Table, given: Context
) -> tuple[Facts, ...]:
    """What is known of each shipment? One a shipment id, in order of first appearance."""
    hits = assemble.by_row(screening.hits)
    ports = _value(given.lawbook, PORTS, given)
    days = _value(given.lawbook, DECISION_DAYS, given)
    granted = _value(given.lawbook, GRANTED, given)
    stage = _Stage(
        hits=hits,
        screened=assemble.by_row(screening.screened),
        matches=assemble.by_row(matches),
        joined=joins.index(given.side),
        listed={
            party_key(hit["party"]) for rows in hits.values() for hit in rows if hit["match"]
        },
        ports={name: code for code, names in ports.items() for name in names},
        shared={
            "licence_granted": tuple(granted),
            **({"decision_days": days} if days else {}),
            **_general(given),
        },
        book=goods.book(given.lawbook, given.day),
        given=given,
    )
    return tuple(_facts(lines, stage) for lines in assemble.by_shipment(shipments))
