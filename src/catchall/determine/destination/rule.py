"""The destination rules of a day, asked for one item. In: lawbook, facts, item; out: rulings.

A jurisdiction without a rule for the day is told as not held: that is never "no licence".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catchall.dates import in_force
from catchall.determine.answers import parties
from catchall.determine.destination import by_chart, by_territory
from catchall.determine.destination.question import Case, Ruling, Scheme
from catchall.determine.facts import Facts
from catchall.law.model import DatedValue, Lawbook
from catchall.records import Outcome

SCHEMES = {"territory": by_territory.ruled, "chart": by_chart.ruled}
NOT_HELD = "the destination rule of that day is not held"


@dataclass(frozen=True)
class Desk:
    """The rule of each jurisdiction on the day; None where it is not held."""

    schemes: Mapping[str, Scheme | None]


def _tables(lawbook: Lawbook, day: date) -> dict[str, DatedValue]:
    held = {name: in_force(versions, day) for name, versions in lawbook.values.items()}
    return {name: one for name, one in held.items() if one is not None}


def held(lawbook: Lawbook, day: date, jurisdictions: Iterable[str]) -> Desk:
    """The destination rules of the day: the values named ``<jurisdiction>.destination``."""
    tables = _tables(lawbook, day)
    schemes: dict[str, Scheme | None] = {}
    for name in jurisdictions:
        said = tables.get(f"{name}.destination")
        schemes[name] = (
            Scheme(name, said.value, tables, said.verified, said.cite) if said else None
        )
    return Desk(schemes)


def _left(facts: Facts) -> tuple[tuple[str, ...], bool]:
    """Where the goods leave from, and whether exporter and place of loading both are known."""
    exporters = [one.get("country", "") for one in parties(facts, ("exporter",))]
    ports = [one["country"] for one in facts.values.get("loading_port", ())]
    loading = [facts.values.get("loading_country", ""), *ports]
    known = bool(any(exporters) and any(loading) and all(ports))
    found = [one for one in (*exporters, *loading) if one]
    return tuple(dict.fromkeys(found)), known


def _origin(facts: Facts) -> tuple[str, ...]:
    origin = facts.values.get("origin")
    return (origin,) if origin else tuple(facts.values.get("origin_all", ()))


def _named(facts: Facts) -> tuple[str, ...]:
    said = str(facts.values.get("licence_no", "")).upper().replace(",", ";").split(";")
    return tuple(one.strip() for one in said if one.strip())


def _case(facts: Facts, match: Mapping[str, Any], codes: str) -> Case:
    left, known = _left(facts)
    return Case(
        codes=tuple(match[codes]),
        destinations=tuple(facts.values.get("destinations", ())),
        left=left,
        origin=_origin(facts),
        left_known=known,
        named=_named(facts),
    )


def ruled(desk: Desk, facts: Facts, match: Mapping[str, Any]) -> tuple[Ruling, ...]:
    """What each jurisdiction asks of goods that meet this entry, on their way there."""
    out = []
    for name, scheme in desk.schemes.items():
        if scheme is None:
            out.append(Ruling(name, Outcome.REVIEW, NOT_HELD, ""))
            continue
        case = _case(facts, match, str(scheme.said["codes"]))
        if not case.codes:
            why = f"{match['entry']}: its number on this list is not held"
            out.append(Ruling(name, Outcome.REVIEW, why, scheme.cite, scheme.verified))
        else:
            out.append(SCHEMES[str(scheme.said["scheme"])](scheme, case))
    return tuple(out)
