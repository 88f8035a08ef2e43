"""Invented files, parties and lists for the tests of the desk's jobs."""

from datetime import UTC, date, datetime, timedelta

from tests import builders

from catchall import snapshots, tables
from catchall.names import index
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import fold
from catchall_desk.cases.naming import Names
from catchall_desk.jobs import rows

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LISTED = builders.record("1", "KIVROX PUMPS LIMITED", "Norvane Hydraulics")
ALDER = Names("alder", ("Alder Ceramics GmbH",), "company", ("DE",))
MAPLE = Names("maple", ("Maple Tiles SA",), "company", ("FR",))
KNOWN = {"alder": ALDER, "maple": MAPLE}
TILES = {"line": "1", "description": "ceramic wall tiles"}


def keep(home, *records, name="exercise", day=date(2026, 11, 21), at=NOW):
    """A list kept as a snapshot."""
    table = builders.watchlist(*({**one, "list": name} for one in records))
    origin = snapshots.Origin(
        name=name, source="ofac-xml", effect="prohibited", date=day, title="Exercise list",
        date_from="given", arrived=at.isoformat(),
    )  # fmt: skip
    return snapshots.save(home, origin, table, tables.empty("REJECTS"), index.build(table))


def event(stream, seq, kind, type_, body, **more):
    """One event, an hour after the one before."""
    moment = NOW + timedelta(hours=seq)
    told = {"marking": "UNCLASSIFIED", "actor": "ana", "role": "officer", **more}
    return Event(
        id=f"{stream}-{seq}", stream=stream, kind=kind, seq=seq, type=type_,
        happened_at=moment, recorded_at=moment, body=body, **told,
    )  # fmt: skip


def claim(stream, seq, prop, value, **more):
    """A claim in a party's stream."""
    return event(stream, seq, "party", "claim", {"property": prop, "value": value}, **more)


def party(stream, name, *claims, schema="company"):
    """A folded party with claims given as (property, value)."""
    begun = event(stream, 1, "party", "begin", {"set": {"name": name, "schema": schema}})
    made = [claim(stream, at, *one) for at, one in enumerate(claims, 2)]
    return fold([begun, *made])


def transaction(id_="deal", /, **fields):
    """A folded transaction from Alder to Maple, with what is given besides."""
    pair = [{"role": "exporter", "party": "alder"}, {"role": "consignee", "party": "maple"}]
    start = {"roles": pair, "lines": [TILES], "destination": "FR", "summary": "tiles"}
    return fold([event(id_, 1, "transaction", "report", {"set": {**start, **fields}})])


def sale(*names, id_="deal", **fields):
    """A shipment of Alder to a consignee of these names."""
    buyer = Names("maple", names or MAPLE.names, "company", ("FR",))
    return rows.shipment(transaction(id_, **fields), {**KNOWN, "maple": buyer})
