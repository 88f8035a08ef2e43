"""What the engine found, as files to open. In: a judged file; out: bodies that open them.

A determination of the engine says what it rests on: reasons, rule, versions of lists and law,
the hash of its inputs and the sealed record. A person supersedes it; none is changed.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from catchall_desk.jobs.screening import Body, Judged

MATCH, CLASSIFICATION, CATCH_ALL, RISK = "match", "classification", "catch_all", "risk"
NO_REASON = "no rule, list or entry asks for anything"


def determinations(judged: Judged, file: str, items: Mapping[str, str]) -> tuple[Body, ...]:
    """The bodies that open a determination for each thing found about ``file``.

    One ``match`` a party and record of a list, one ``classification`` a line of goods, one
    ``catch_all`` for each rule of that kind that speaks, and one ``risk`` with the outcome.
    ``items`` gives the item of a line, by the number of the line.
    """
    found = [
        *matches(judged.body),
        *classifications(judged, items),
        *catch_all(judged.body),
        risk(judged.body),
    ]
    return tuple(opening(judged.body, file, one) for one in found)


def opening(body: Body, file: str, found: Mapping[str, Any]) -> Body:
    """The body that opens one determination, in the fields of that file."""
    law = body["lawbook"]
    subject = found.get("subject") or file
    return {
        "set": {
            "rule_version": f"{law['version']}+{law['hash'][:12]}",
            **found,
            "subject": subject,
            "related": [] if subject == file else [file],
            "reasons": "\n".join(found["reasons"]) or NO_REASON,
            "lists": [
                {key: one[key] for key in ("list", "version", "records")}
                for one in body["lists"]
            ],
            "inputs_hash": body["inputs"],
            "record": body["record"],
        }
    }


def matches(body: Body) -> Iterator[Body]:
    """One for each party and record of a list that it may be, once however many its roles."""
    seen: set[tuple[str, ...]] = set()
    for party in body["parties"]:
        for hit in party["hits"]:
            key = (party["party"] or party["names"][0], hit["list"], hit["record"])
            if key not in seen:
                seen.add(key)
                yield match(party, hit)


def match(party: Mapping[str, Any], hit: Mapping[str, Any]) -> Body:
    """Whether a party is the one of a record: as the engine found it, for a person to judge."""
    sure = "is" if hit["confirmed"] else "may be"
    return {
        "kind": MATCH,
        "subject": party["party"],
        "finding": f"{hit['asked']} {sure} {hit['name']}",
        "rule": f"{hit['list']}:{hit['record']}",
        "rule_version": hit["list_date"],
        "reasons": [hit["why"]],
    }


def classifications(judged: Judged, items: Mapping[str, str]) -> Iterator[Body]:
    """One for each line of goods: what it is taken for, and under which entries."""
    lines = {one["row"]: one["line"] for one in judged.record.content["inputs"]["lines"]}
    rows: dict[int, list[Mapping[str, Any]]] = {}
    for row in judged.record.content["matches"]:
        rows.setdefault(row["row"], []).append(row)
    for at, found in rows.items():
        entries = [row["entry"] for row in found if row["entry"]]
        asked = [f"asks: {asks}" for row in found for asks in row["ask"]]
        yield {
            "kind": CLASSIFICATION,
            "subject": items.get(lines[at], ""),
            "finding": f"line {lines[at]}: {found[0]['outcome']}",
            "rule": ", ".join(entries) or "no entry",
            "reasons": [*(why for row in found for why in row["reasons"]), *asked],
        }


def catch_all(body: Body) -> Iterator[Body]:
    """One for each rule on goods that no list names."""
    for one in body["findings"]:
        if one["kind"] == CATCH_ALL:
            yield {
                "kind": CATCH_ALL,
                "finding": one["outcome"]
                or ("not decided" if one["incomplete"] else "recorded"),
                "rule": one["rule"],
                "reasons": [one["why"]],
            }


def risk(body: Body) -> Body:
    """What is asked for as a whole, and by which findings."""
    asking = [one for one in body["findings"] if one["outcome"]]
    return {
        "kind": RISK,
        "finding": body["reads"],
        "rule": ", ".join(dict.fromkeys(one["rule"] for one in asking)) or "no rule",
        "reasons": [one["why"] for one in asking],
    }
