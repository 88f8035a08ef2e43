"""Findings about the parties. In: facts; out: findings and the questions that go with them.

A finding about a hit says the role and the name as filed, then the hit's own ``why``.
A name match is put before a person; an identity that is confirmed has the effect of its list. A
person's decision can lower a name match (``decisions``); it never lowers an identity that an
identifier proves.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from catchall.determine.decisions import decided
from catchall.determine.determination import EFFECTS
from catchall.determine.facts import Facts
from catchall.records import Finding, Outcome, Question

Row = Mapping[str, Any]
Found = Finding | Question


def _role(hit: Row) -> str:
    return str(hit["role"]).replace("_", " ")


def _evidence(hit: Row) -> dict[str, Any]:
    try:
        value = orjson.loads(hit["evidence"] or "{}")
    except orjson.JSONDecodeError:
        value = {"text": hit["evidence"]}
    told = {name: hit[name] for name in ("party", "name", "alias", "record", "basis", "score")}
    return {**told, "detail": value, "snapshot": hit["snapshot"]}


def _finding(hit: Row, rule: str, why: str, outcome: Outcome | None) -> Finding:
    proven = rule == "party.confirmed"
    return Finding(
        kind="party",
        rule=rule,
        severity="block" if proven else "high",
        subject=hit["role"],
        why=why,
        outcome=outcome,
        confidence=1.0 if proven else round(float(hit["score"]), 4),
        evidence=_evidence(hit),
        citation=hit["citation"],
        list=hit["list"],
        list_date=hit["list_date"],
    )


def _identity(hit: Row) -> Question:
    return Question(
        asks="identity",
        text=(
            f"Is {hit['party']} the {hit['name']} of list {hit['list']}, "
            f"record {hit['record']}? "
            "A registration number, birth date or address settles it."
        ),
        decides=("party.name_match",),
        could_become=EFFECTS.get(hit["effect"], Outcome.STOP),
        subject=hit["role"],
    )


def _hit(hit: Row, facts: Facts) -> Iterator[Found]:
    said, note = decided(hit, facts)
    who = f"{_role(hit)} {hit['party']}".rstrip()  # a ship may be filed by its number alone
    if hit["confirmed"] or said == "same":
        outcome = EFFECTS.get(hit["effect"], Outcome.STOP)  # a new effect is not let through
        why = f"{who} is {hit['why']}" + (note if said == "same" else "")
        yield _finding(hit, "party.confirmed", why, outcome)
    elif said == "different":
        yield _finding(hit, "party.decided_different", f"{who} is not {hit['why']}{note}", None)
    else:
        yield _finding(
            hit, "party.name_match", f"{who} matches {hit['why']}{note}", Outcome.REVIEW
        )
        yield _identity(hit)


def recorded(hit: Row, facts: Facts) -> Finding:
    """The hit of an owner as a finding without effect; a person's decision is told with it."""
    said, note = decided(hit, facts)
    if hit["confirmed"] or said == "same":
        word = "is"
    else:
        word = "is not" if said == "different" else "matches"
    why = f"{_role(hit)} {hit['party']} {word} {hit['why']}{note}"
    return _finding(hit, "party.owner_listed", why, None)


def _missing(rule: str, subject: str, why: str) -> Finding:
    return Finding("party", rule, "block", subject, why, None, incomplete=True)


def _unscreened(facts: Facts) -> Iterator[Found]:
    told = {(one["role"], one["party"]): one for one in facts.screened}
    for party in facts.shipment.parties:
        one = told.get((party.role, party.name))
        if not party.name or (one and one["screened"]):
            continue
        reason = one["why_not"] if one else "it was not handed to the screening"
        why = f"{party.role.replace('_', ' ')} {party.name!r} was not screened: {reason}"
        yield _missing("party.not_screened", party.role, why)
        text = f"Who is the {party.role.replace('_', ' ')} {party.name!r}? It was not screened."
        yield Question(party.role, text, ("party.not_screened",), Outcome.STOP, party.role)


def _no_consignee(facts: Facts) -> Iterator[Found]:
    if any(party.role == "consignee" and party.name for party in facts.shipment.parties):
        return
    yield _missing("party.no_consignee", "consignee", "no consignee is given: nobody to screen")
    yield Question(
        "consignee", "Who is the consignee?", ("party.no_consignee",), Outcome.STOP, "consignee"
    )


def _stale(facts: Facts) -> Iterator[Found]:
    for one in facts.lists:
        if one.stale:
            age = "" if one.age_hours is None else f" {one.age_hours:.0f} hours ago"
            why = f"list {one.name} of {one.date} was last refreshed{age or ' too long ago'}"
            yield Finding(
                "party", "party.list_stale", "block", "lists", why, None, incomplete=True,
                list=one.name, list_date=one.date,
            )  # fmt: skip


def found(facts: Facts) -> Iterator[Found]:
    """What is found about the parties, and what to ask; an address alone is left to a flag."""
    for hit in facts.hits:
        if hit["match"] and (hit["basis"] != "address" or hit["confirmed"]):
            yield from _hit(hit, facts)
    yield from _no_consignee(facts)
    yield from _unscreened(facts)
    yield from _stale(facts)
