"""What the engine found, as files to open. In: a judged transaction; out: opening bodies.

A determination of the engine says what it rests on: reasons, versions, the hash of its inputs
and the sealed record. A person supersedes it; none is changed.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from catchall_desk.jobs.screening import Body, Judged, decimal

MATCH, CLASSIFICATION, CATCH_ALL, RISK = "match", "classification", "catch_all", "risk"


def determinations(judged: Judged, subject: str) -> tuple[Body, ...]:
    """The bodies that open a determination for each thing found, for the file ``subject``.

    One ``match`` a party and role with hits, one ``classification`` a line of goods, one
    ``catch_all`` where a rule of that kind speaks, and one ``risk`` with the outcome.
    """
    found = [*matches(judged.body), *classifications(judged), *catch_all(judged.body)]
    return tuple(opening(judged, subject, one) for one in (*found, risk(judged.body)))


def opening(judged: Judged, subject: str, found: Mapping[str, Any]) -> Body:
    """The body that opens one determination."""
    versions = {key: judged.body[key] for key in ("lists", "lawbook", "engine")}
    return {
        "set": {
            "subject": subject,
            **found,
            "versions": versions,
            "inputs": judged.body["inputs"],
            "record": judged.body["record"],
        }
    }


def matches(body: Body) -> Iterator[Body]:
    """One for each party and role with hits: who it may be on a list."""
    for party in body["parties"]:
        if party["hits"]:
            sure = any(hit["confirmed"] for hit in party["hits"])
            yield {
                "kind": MATCH,
                "role": party["role"],
                "party": party["party"],
                "finding": "confirmed" if sure else "possible",
                "hits": party["hits"],
                "reasons": [hit["why"] for hit in party["hits"]],
            }


def classifications(judged: Judged) -> Iterator[Body]:
    """One for each line of goods that says what it is: the entries it may fall under."""
    rows: dict[int, list[Mapping[str, Any]]] = {}
    for row in judged.record.content["matches"]:
        rows.setdefault(row["row"], []).append(row)
    for at, found in rows.items():
        entries = [entry(row) for row in found if row["entry"]]
        yield {
            "kind": CLASSIFICATION,
            "line": at + 1,
            "finding": found[0]["outcome"],
            "entries": entries,
            "reasons": [reason for row in found for reason in row["reasons"]],
            "questions": [asked for row in found for asked in row["ask"]],
        }


def entry(row: Mapping[str, Any]) -> Body:
    """One candidate entry: its verdict, score as text, and citation."""
    kept = {key: row[key] for key in ("entry", "regime", "title", "verdict", "citation")}
    return {**kept, "score": decimal(row["score"])}


def catch_all(body: Body) -> Iterator[Body]:
    """One with every rule on goods that no list names, where one speaks."""
    told = [one for one in body["findings"] if one["kind"] == CATCH_ALL]
    if told:
        yield {
            "kind": CATCH_ALL,
            "finding": told[0]["outcome"],
            "rules": [one["rule"] for one in told],
            "reasons": [one["why"] for one in told],
        }


def risk(body: Body) -> Body:
    """What is asked for as a whole, and by which findings."""
    return {
        "kind": RISK,
        "finding": body["reads"],
        "rules": list(dict.fromkeys(one["rule"] for one in body["findings"])),
        "reasons": [one["why"] for one in body["findings"] if one["outcome"]],
        "questions": [one["text"] for one in body["questions"]],
    }
