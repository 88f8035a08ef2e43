"""Sealed case files: everything one determination rests on, in one JSON object with its hash.

In: a batch of SHIPMENTS, HITS, SCREENED, MATCHES, the determinations, and the run's header.
Out: ``CaseFile`` records (canonical JSON lines) and their rows of DETERMINATIONS. What all
records of a run share (lists, law, side tables, versions) stands once, in the ``Header``; each
record names it by hash. No files and no clock here: see ``runners``.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pyarrow as pa

from catchall import tables
from catchall.determine import Determination
from catchall.errors import RecordError
from catchall.records import Finding, Question
from catchall.screen import Screening

FORMAT = 1
LIST_FIELDS = ("name", "source", "date", "snapshot", "records", "names")
_LIST = {**dict.fromkeys(LIST_FIELDS, str), "records": int, "names": int, "stale": bool}
_BODY = {
    "engine": str,
    "versions": dict,
    "as_of": str,
    "jurisdictions": [str],
    "lists": [_LIST],
    "lawbook": {"version": str, "hash": str},
    "side": dict,
    "side_rejected": [str],
}
_RECORD = {
    "inputs": {"lines": [{"id": str, "source": str, "source_line": int}], "series": dict},
    "hits": [dict],
    "matches": [dict],
    "determination": {"id": str, "outcome": str, "incomplete": bool},
}
"""What is read back must have this form: a hash shows a change, not that we wrote it."""


def canonical(value: Any) -> bytes:
    r"""The one byte form of a JSON value: keys sorted, UTF-8, no spaces.

    >>> canonical({"b": 1, "a": "é"})
    b'{"a":"\xc3\xa9","b":1}'
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)


def _wrong(value: Any, form: Any, place: str = "") -> str:
    """Where the value does not have the form first; "" where it has it."""
    if isinstance(form, type):
        return "" if isinstance(value, form) else place
    if not isinstance(value, type(form)):
        return place
    inner = (
        [(value.get(key), one, f"{place}.{key}".lstrip(".")) for key, one in form.items()]
        if isinstance(form, dict)
        else [(one, form[0], f"{place}[{at}]") for at, one in enumerate(value)]
    )
    return next((wrong for one in inner if (wrong := _wrong(*one))), "")


def digest(value: Any) -> str:
    """The SHA-256 of a JSON value in its one byte form, as hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


@dataclass(frozen=True)
class Header:
    """What all records of one run share, sealed by ``hash``.

    ``body`` holds ``engine``, ``versions``, ``as_of``, ``jurisdictions``, ``lists``,
    ``lawbook`` and ``side`` (the side tables as read); ``told`` what is said of the run but
    does not change a result: when it ran, and name and hash of each input file.
    """

    body: Mapping[str, Any]
    told: Mapping[str, Any]
    hash: str

    def as_json(self) -> dict[str, Any]:
        """The form written to ``run.json``."""
        return {
            "format": FORMAT,
            "hash": self.hash,
            "body": self.body,
            "told": self.told,
        }


def seal_header(body: Mapping[str, Any], told: Mapping[str, Any]) -> Header:
    """The header of a run, with the hash of its body."""
    return Header(body, told, digest(body))


def open_header(value: Mapping[str, Any], path: str) -> Header:
    """The header read back from ``run.json``.

    Raises:
        RecordError: the form is not known, the body does not have its hash, or lacks what
            every run writes.
    """
    if value.get("format") != FORMAT:
        raise RecordError(
            path, f"written in form {value.get('format')}; this version reads {FORMAT}"
        )
    header = Header(value["body"], value.get("told", {}), value.get("hash", ""))
    if digest(header.body) != header.hash:
        raise RecordError(path, "the header was changed after it was sealed: hashes differ")
    if wrong := _wrong(header.body, _BODY, "body"):
        raise RecordError(path, f"the header has no {wrong} as a run writes it")
    return header


@dataclass(frozen=True)
class CaseFile:
    """One shipment's sealed record: ``content`` without its seal, and the ``seal`` over it."""

    content: Mapping[str, Any]
    seal: str

    @property
    def id(self) -> str:
        """The shipment's id."""
        return str(self.content["determination"]["id"])

    def line(self) -> bytes:
        """The record as one canonical JSON line, with its seal."""
        return canonical({"record": self.seal, **self.content}) + b"\n"

    def row(self, header: Header) -> dict[str, Any]:
        """The record as a row of DETERMINATIONS."""
        body, inputs = header.body, self.content["inputs"]
        return {
            **self.content["determination"],
            "lists": [{name: one[name] for name in LIST_FIELDS} for one in body["lists"]],
            "lawbook": f"{body['lawbook']['version']}+{body['lawbook']['hash'][:12]}",
            "jurisdictions": body["jurisdictions"],
            "as_of": body["as_of"],
            "engine": body["engine"],
            "inputs_hash": digest({**inputs, "run": header.hash}),
            "record": self.seal,
            "extra": [pair for line in inputs["lines"] for pair in line["extra"] or ()],
        }


def open_line(line: bytes, path: str) -> CaseFile:
    """The case file on one line of a records file.

    Raises:
        RecordError: the line is no JSON, lacks a part, or was changed after it was sealed.
    """
    try:
        value = orjson.loads(line)
        seal = value.pop("record")
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise RecordError(
            path, "a record is cut off or no JSON; run the screening again"
        ) from error
    if digest(value) != seal:
        raise RecordError(
            path, f"record {str(seal)[:12]} was changed after it was sealed: hashes differ"
        )
    if wrong := _wrong(value, _RECORD, "record"):
        raise RecordError(path, f"{str(seal)[:12]} has no {wrong} as a run writes it")
    return CaseFile(value, seal)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "rule": finding.rule,
        "severity": finding.severity,
        "subject": finding.subject,
        "outcome": "" if finding.outcome is None else finding.outcome.word,
        "incomplete": finding.incomplete,
        "confidence": finding.confidence,
        "why": finding.why,
        "evidence": canonical(finding.evidence).decode() if finding.evidence else "",
        "citation": finding.citation,
        "list": finding.list,
        "list_date": finding.list_date,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "asks": question.asks,
        "text": question.text,
        "decides": list(question.decides),
        "could_become": question.could_become.word,
        "subject": question.subject,
    }


def _determination(
    one: Determination, lines: Sequence[Any], screened: Sequence[Any]
) -> dict[str, Any]:
    return {
        "id": one.id,
        "outcome": one.outcome.word,
        "incomplete": one.incomplete,
        "reads": one.reads,
        "confidence": one.confidence,
        "lines": [f"{line['source']}:{line['source_line']}" for line in lines],
        "findings": [_finding(finding) for finding in one.findings],
        "questions": [_question(question) for question in one.questions],
        "flags_unknown": one.flags_unknown,
        "flags_need": list(one.flags_need),
        "embargo": one.embargo,
        "screened_parties": _once(screened),
    }


def _once(screened: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    # lines of one shipment repeat its parties: each is told once
    told: dict[bytes, dict[str, Any]] = {}
    for party in screened:
        kept = {key: value for key, value in party.items() if key != "row"}
        told.setdefault(canonical(kept), kept)
    return list(told.values())


def _by_row(table: pa.Table) -> dict[int, list[dict[str, Any]]]:
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in table.to_pylist():
        rows[row["row"]].append(row)
    return rows


def _of(
    rows: Mapping[int, list[dict[str, Any]]], lines: Iterable[Mapping[str, Any]]
) -> list[Any]:
    return [row for line in lines for row in rows.get(line["row"], ())]


@dataclass(frozen=True)
class Results:
    """What the stages found for one batch, as ``build`` takes it."""

    shipments: pa.Table
    screening: Screening
    matches: pa.Table
    series: Mapping[str, Mapping[str, Any]]
    determined: Sequence[Determination]


def build(results: Results, header: Header) -> tuple[CaseFile, ...]:
    """Which sealed record does each determination get? In the order of the determinations."""
    lines: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in results.shipments.to_pylist():
        lines[line["id"]].append(line)
    hits, screened = (
        _by_row(results.screening.hits),
        _by_row(results.screening.screened),
    )
    matches = _by_row(results.matches)
    files = []
    for one in results.determined:
        mine = lines[one.id]
        content = {
            "format": FORMAT,
            "run": header.hash,
            "inputs": {"lines": mine, "series": results.series.get(one.id, {})},
            "hits": _of(hits, mine),
            "matches": _of(matches, mine),
            "determination": _determination(one, mine, _of(screened, mine)),
        }
        # one trip through JSON: what is sealed is what is read back, tuples and all
        content = orjson.loads(canonical(content))
        files.append(CaseFile(content, digest(content)))
    return tuple(files)


def table(files: Sequence[CaseFile], header: Header) -> pa.Table:
    """The case files as DETERMINATIONS, one row each."""
    rows = [file.row(header) for file in files]
    return tables.check(
        pa.Table.from_pylist(rows, schema=tables.DETERMINATIONS), "DETERMINATIONS"
    )


def shipments(files: Sequence[CaseFile]) -> pa.Table:
    """The case files' inputs as SHIPMENTS again: what ``replay`` screens once more."""
    lines = [line for file in files for line in file.content["inputs"]["lines"]]
    return tables.check(pa.Table.from_pylist(lines, schema=tables.SHIPMENTS), "SHIPMENTS")
