"""One determination in words. In: a row of DETERMINATIONS; out: its parts, and readable text.

The terminal, the report and the desk tell a determination through this module, so that they
say the same in the same order: reasons from the strictest, questions as the answers matter.
"""

import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from catchall.output.plain import cut, plain
from catchall.output.totals import KINDS, kind

EVIDENCE_MOST = 600
LEFT_OUT = ("snapshot",)
"""Evidence that stands once for the whole run: the list, by its hash."""
HEADLINE_MOST, EMBARGO_MOST, SHOWN = 120, 300, 5
"""What a table and the terminal show; the report and the files hold all of it."""


@dataclass(frozen=True)
class Told:
    """One finding in words: what it asks for, about what, why, and on what it rests."""

    word: str  # stop | licence | review | not decided | recorded
    about: str  # "party, consignee"
    rule: str
    why: str
    sources: tuple[str, ...]  # the list with its date, the citation
    evidence: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PartyTold:
    """One party and how it was screened."""

    role: str
    name: str
    screened: bool
    note: str  # why not screened, or how near the nearest listed name came
    tried: tuple[str, ...]  # names tried besides the one filed


@dataclass(frozen=True)
class Explained:
    """A determination's parts in the order in which they are told."""

    id: str
    kind: str  # one of KINDS
    reads: str
    confidence: str
    lines: tuple[str, ...]
    reasons: tuple[Told, ...]
    recorded: tuple[Told, ...]
    embargo: str
    questions: tuple[tuple[str, str], ...]  # the question, what an answer could lead to
    parties: tuple[PartyTold, ...]
    not_computed: str
    seals: tuple[tuple[str, str], ...]


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{plain(key)} {_said(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_said(one) for one in value)
    if isinstance(value, float):
        return f"{value:.4g}"
    return {None: "none", True: "yes", False: "no"}.get(value) or plain(value)


def _evidence(text: str | None) -> tuple[tuple[str, str], ...]:
    try:
        value = orjson.loads(text or "{}")
    except orjson.JSONDecodeError:
        value = text
    pairs = value if isinstance(value, dict) else {"value": value}
    return tuple(
        (plain(key).replace("_", " "), cut(_said(one), EVIDENCE_MOST))
        for key, one in pairs.items()
        if one not in (None, "", [], {}) and key not in LEFT_OUT
    )


def _word(finding: Mapping[str, Any]) -> str:
    outcome = finding["outcome"] or ""
    if finding["incomplete"] and outcome in ("", "clear"):
        return "not decided"
    return "recorded" if outcome in ("", "clear") else str(outcome)


def _told(findings: Sequence[Mapping[str, Any]]) -> Told:
    # one fact about one party in several roles: told once, with all its roles
    first = findings[0]
    kind_words = first["kind"].replace("_", "-")
    roles = [role_words(one["subject"] or "") for one in findings]
    own = ("", kind_words.replace("-", " "))
    about = [role for role in dict.fromkeys(roles) if role.replace("-", " ") not in own]
    listed = " of ".join(plain(first[one]) for one in ("list", "list_date") if first[one])
    cited = plain(first["citation"] or "")
    source = f"list {listed}" if listed else ""
    # the reason of a hit names its list already
    sources = (
        "" if source in plain(first["why"]) else source,
        f"cited {cited}" if cited else "",
    )
    return Told(
        word=_word(first),
        about=", ".join([kind_words, *about]),
        rule=plain(first["rule"] or ""),
        why=plain(first["why"]),
        sources=tuple(one for one in sources if one),
        evidence=_evidence(first["evidence"]),
    )


def _grouped(findings: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for one in findings:
        role = role_words(one["subject"] or "")
        same = (one[key] for key in ("kind", "rule", "citation", "list", "list_date"))
        key = (_word(one), *same, one["why"].removeprefix(role) if role else one["why"])
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def role_words(role: str) -> str:
    """The role as people read it.

    >>> role_words("notify_party")
    'notify party'
    """
    return plain(role).replace("_", " ")


def _strictness(told: Told) -> int:
    return KINDS.index(told.word) if told.word in KINDS else len(KINDS)


def _party(party: Mapping[str, Any], matched: Collection[str]) -> PartyTold:
    if not party["screened"]:
        note = plain(party["why_not"] or "no reason given")
    elif party["role"] in matched:
        note = "hit: see the reasons"
    elif party["best_below"]:
        note = f"no match; nearest listed name {party['best_below']:.2f}"
    else:
        note = "no match; no listed name near it"
    return PartyTold(
        role=role_words(party["role"]),
        name=plain(party["party"]),
        screened=party["screened"],
        note=note,
        tried=tuple(plain(one) for one in party["names_tried"] or () if one != party["party"]),
    )


def _not_computed(row: Mapping[str, Any]) -> str:
    if not row["flags_unknown"]:
        return ""
    flags = "1 red flag" if row["flags_unknown"] == 1 else f"{row['flags_unknown']} red flags"
    need = ", ".join(plain(one) for one in row["flags_need"])
    return f"{flags} could not be computed" + (f"; needed: {need}" if need else "")


def _questions(questions: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    # the same question about several roles is asked once
    asked: dict[tuple[str, str], list[str]] = {}
    for one in questions:
        about = asked.setdefault((plain(one["text"]), plain(one["could_become"])), [])
        if one["subject"]:
            about.append(role_words(one["subject"]))
    return tuple(
        (f"{text} ({', '.join(dict.fromkeys(about))})" if about else text, end)
        for (text, end), about in asked.items()
    )


def explain(row: Mapping[str, Any]) -> Explained:
    """What does this determination say, part by part? ``row`` is one of DETERMINATIONS."""
    told = sorted(map(_told, _grouped(row["findings"])), key=_strictness)
    matched = {one["subject"] for one in row["findings"] if one["kind"] == "party"}
    return Explained(
        id=plain(row["id"]),
        kind=kind(row["outcome"], incomplete=row["incomplete"]),
        reads=plain(row["reads"]),
        confidence="" if row["confidence"] is None else f"{row['confidence']:.2f}",
        lines=tuple(plain(line) for line in row["lines"]),
        reasons=tuple(one for one in told if one.word != "recorded"),
        recorded=tuple(one for one in told if one.word == "recorded"),
        embargo=plain(row["embargo"]),
        questions=_questions(row["questions"]),
        parties=tuple(_party(one, matched) for one in row["screened_parties"]),
        not_computed=_not_computed(row),
        seals=(
            ("as of", plain(row["as_of"])),
            ("jurisdictions", ", ".join(row["jurisdictions"])),
            ("lawbook", plain(row["lawbook"])),
            ("engine", plain(row["engine"])),
            ("inputs", plain(row["inputs_hash"])),
            ("record", plain(row["record"])),
        ),
    )


def headline(told: Explained) -> str:
    """The strongest reason in one line: what a table of shipments shows."""
    first = next(iter(told.reasons or told.recorded), None)
    if first is None:
        return told.embargo
    more = len(told.reasons) - 1
    return cut(first.why, HEADLINE_MOST) + (f" (and {more} more)" if more > 0 else "")


def text(row: Mapping[str, Any], width: int = 96) -> str:
    """The determination as plain text of that many characters a line, ready to print.

    What is long is cut and counted: the report and the files hold all of it.
    """
    return "\n".join(_lines(explain(row), width))


def _lines(told: Explained, width: int) -> Iterator[str]:
    yield f"{told.id}: {told.reads.upper()}"
    yield from _block("lines", ["; ".join(told.lines)], width)
    yield from _block("why", _some([_reason(one) for one in told.reasons]), width)
    yield from _block("embargo", [cut(told.embargo, EMBARGO_MOST)], width)
    asks = [f"{one} [could become: {end}]" for one, end in told.questions]
    yield from _block("ask", _some(asks), width)
    missed = [one for one in told.parties if not one.screened]
    unscreened = [f"{one.role} {one.name}: {one.note}" for one in missed]
    yield from _block("not screened", unscreened, width)
    yield from _block("recorded", _some([_reason(one) for one in told.recorded]), width)
    yield from _block("not computed", [told.not_computed.partition(";")[0]], width)
    yield from _block("record", [dict(told.seals)["record"]], width)


def _some(items: Sequence[str]) -> list[str]:
    left = len(items) - SHOWN
    return [*items[:SHOWN], f"... and {left} more"] if left > 0 else list(items)


def _reason(told: Told) -> str:
    sources = "; ".join(told.sources)
    return f"{told.word} ({told.about}): {told.why}" + (f" [{sources}]" if sources else "")


def _block(label: str, items: Sequence[str], width: int) -> Iterator[str]:
    lead = f"  {label:<13}"
    for item in filter(None, items):
        yield from textwrap.wrap(
            item, width, initial_indent=lead, subsequent_indent=" " * 15, break_on_hyphens=False
        )
        lead = " " * 15
