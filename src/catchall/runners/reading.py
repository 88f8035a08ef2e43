"""Messages and documents to drafts with links. In: files' bytes, what is known; out: JSON rows.

Each link is a proposal with its reason: a person accepts it. What could not be looked up (no
list in force) is said, never taken for "nothing found".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from catchall.classify import api
from catchall.errors import InputError
from catchall.intake import documents, telegrams
from catchall.intake.documents.model import Document
from catchall.law.model import Lawbook
from catchall.link import attach, drafts, papers, schema
from catchall.screen import names_api
from catchall.snapshots import Watchlist

NO_LISTS = "no watchlist is in force: the parties were not looked up"
_HITS, _ENTRIES = 3, 3
_ROLES = (
    "exporters", "suppliers", "intermediaries", "consignees", "end_users", "other_parties"
)  # fmt: skip


@dataclass
class Desk:
    """What messages are joined to: lists, law on a day, parties and cases that are known.

    ``seen`` holds what earlier files of the same run said: identifier or hash to file name.
    """

    day: date
    lawbook: Lawbook | None = None
    watchlists: Sequence[Watchlist] = ()
    parties: tuple[attach.KnownParty, ...] = ()
    cases: tuple[attach.KnownCase, ...] = ()
    seen: dict[str, str] = field(default_factory=dict)
    screened: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    classified: dict[str, dict[str, Any]] = field(default_factory=dict)


def known(
    rows: Iterable[dict[str, Any]],
) -> tuple[tuple[attach.KnownParty, ...], tuple[attach.KnownCase, ...]]:
    """The known parties and cases of a table: {"id", "parties", "messages"} a row.

    A party is {"id", "names", optional "country"}.
    """
    parties: dict[str, attach.KnownParty] = {}
    cases = []
    for row in rows:
        own = [
            attach.KnownParty(str(p["id"]), tuple(p["names"]), str(p.get("country") or ""))
            for p in row.get("parties") or ()
        ]
        parties.update({party.id: party for party in own})
        ids = frozenset(party.id for party in own)
        cases.append(
            attach.KnownCase(str(row["id"]), ids, frozenset(row.get("messages") or ()))
        )
    return tuple(parties.values()), tuple(cases)


def _named(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for case in told["cases"]:
        for role in _ROLES:
            for party in case[role]:
                if party.get("name"):
                    yield case["case_key"], party


def _hits(desk: Desk, name: str, country: str) -> list[dict[str, Any]]:
    key = (name, country)
    if key not in desk.screened:
        row = {"id": "", "name": name, "country": country}
        (found,) = names_api.match([row], desk.watchlists, top=_HITS)
        desk.screened[key] = [hit for hit in found["hits"] if hit["match"]]
    return desk.screened[key]


def _to_lists(told: dict[str, Any], desk: Desk) -> Iterator[dict[str, Any]]:
    for case_key, party in _named(told):
        for hit in _hits(desk, party["name"], party.get("country") or ""):
            yield {
                "kind": "watchlist",
                "case_key": case_key,
                "words": party["name"],
                "target": f"{hit['list']}:{hit['record']}",
                "name": hit["name"],
                "score": hit["score"],
                "why": hit["why"],
                "evidence": party.get("evidence"),
            }


def _classified(desk: Desk, lawbook: Lawbook, text: str) -> dict[str, Any]:
    if text not in desk.classified:
        (desk.classified[text],) = api.rows([{"id": "", "text": text}], lawbook, desk.day)
    return desk.classified[text]


def _to_law(told: dict[str, Any], desk: Desk) -> Iterator[dict[str, Any]]:
    for case in told["cases"] if desk.lawbook else ():
        for item in case["items"]:
            words = " ".join(filter(None, (item.get("description"), item.get("designation"))))
            found = _classified(desk, desk.lawbook, words) if desk.lawbook and words else {}
            for entry in found.get("candidates", [])[:_ENTRIES]:
                yield {
                    "kind": "lawbook",
                    "case_key": case["case_key"],
                    "words": words,
                    "target": entry["entry"],
                    "score": entry.get("score"),
                    "why": "; ".join(entry.get("reasons") or ()),
                    "evidence": item.get("evidence"),
                }


def _link(said: attach.Link) -> dict[str, Any]:
    row = {
        name: getattr(said, name)
        for name in ("kind", "case_key", "words", "target", "score", "why")
    }
    return row | {"evidence": schema.evidence(said.evidence)}


def _seen(told: dict[str, Any], desk: Desk) -> Iterator[dict[str, Any]]:
    """Is this the same message as an earlier file of the run, or one that cites it?"""
    found = told["document"] and telegrams.canonical(told["document"])
    keys = [key for key in (told["sha256"], found) if key]
    for key in keys:
        if key in desk.seen:
            why = "the same bytes" if key == told["sha256"] else f"the same identifier {key}"
            yield {"kind": "duplicate", "target": desk.seen[key], "score": 1.0, "why": why}
            break
    for reference in told["references"]:
        for said in filter(None, (reference.get("identifier"), *reference.get("also", ()))):
            if earlier := desk.seen.get(telegrams.canonical(said)):
                why = f"reference {reference['letter'] or 'REF'} names this message"
                yield {"kind": "follow_up", "target": earlier, "score": 1.0, "why": why}
    desk.seen.update(dict.fromkeys(keys, told["source_file"]))


def _message(data: bytes, name: str, desk: Desk) -> dict[str, Any]:
    telegram = telegrams.read(data, name)
    made = drafts.draft(telegram)
    told = telegrams.as_dict(telegram) | schema.as_dict(made)
    held = {message for case in desk.cases for message in case.messages}
    links = [_link(one) for one in attach.attach(made, desk.parties, desk.cases)]
    links += [_link(one) for one in attach.message_links(made, held)]
    links += [*_to_lists(told, desk)] if desk.watchlists else []
    links += [*_to_law(told, desk), *_seen(told, desk)]
    told["links"] = links
    told["path"], told["source_file"] = name, PurePath(name).name
    told["not_linked"] = [] if desk.watchlists else [NO_LISTS]
    return told


def _pages(document: Document) -> dict[str, Any]:
    """What the document is, and where its text stands; spans count characters of ``text``."""
    return {
        "kind": document.kind,
        "sha256": document.sha256,
        "metadata": dict(document.metadata),
        "pages": [vars(page) for page in document.pages],
        "places": [vars(place) for place in document.places],
        "text": document.text,
    }


def _flat(document: Document, path: str) -> Iterator[tuple[str, Document]]:
    yield path, document
    for part in document.parts:
        yield from _flat(part, f"{path}/{part.name}")


def read(data: bytes, name: str, desk: Desk) -> dict[str, Any]:
    """What does this file say, and what may it belong to? The schema, and ``links``.

    Plain text is read as a telegram; of other documents the text is, and that of each
    attachment (``parts``). ``rejected`` names each part that could not be read.

    Raises:
        InputError: nothing of the file can be read.
    """
    document = documents.read(data, name)
    if document.kind == "text":
        told = _message(data, name, desk) | {"rejected": []}
        return (
            told if told["document"] else told | {"trade_paper": papers.as_dict(document.text)}
        )
    rows, rejected = [], []
    for path, part in _flat(document, name):
        told = _message(part.text.encode("utf-8", "replace"), path, desk)
        rows.append(told | {"file": _pages(part), "trade_paper": papers.as_dict(part.text)})
        rejected += [{"file": path, "place": r.place, "reason": r.reason} for r in part.rejects]
    return rows[0] | {"parts": rows[1:], "rejected": rejected}


def _failed(path: Path, why: str) -> dict[str, Any]:
    return {"source_file": path.name, "path": str(path), "error": why}


def run(paths: Sequence[Path], desk: Desk) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every file's answer in order; a file that cannot be read answers ``error``."""
    for path in paths:
        try:
            yield path, read(path.read_bytes(), str(path), desk)
        except InputError as error:
            yield path, _failed(path, f"{error.problem}. {error.advice}")
        except OSError as error:
            why = f"cannot be opened ({error.strerror}). Check its name and your rights to it."
            yield path, _failed(path, why)
