"""Drafts to what is already known. In: drafts, tables handed in; out: links with reasons.

A party is proposed as a known party when the names engine finds them alike enough; a case as a
known case when they share parties, or when a reference of this message is a message of that
case. A link is a proposal: a person accepts it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catchall.intake.telegrams import canonical
from catchall.intake.telegrams.model import Reference
from catchall.link.blocks import Evidence
from catchall.link.drafts import CaseDraft, Drafts
from catchall.names.score import score


@dataclass(frozen=True)
class KnownParty:
    """A party of the desk: its id, its names, its country ("" = not known)."""

    id: str
    names: tuple[str, ...]
    country: str = ""


@dataclass(frozen=True)
class KnownCase:
    """A case of the desk: its id, the ids of its parties, the messages that told of it."""

    id: str
    parties: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Link:
    """A proposed link of a ``kind`` (party, case, message): the draft's words, target, why."""

    kind: str
    case_key: str
    words: str
    target: str
    score: float
    why: str
    evidence: Evidence | None = None


def _party_links(case: CaseDraft, known: Sequence[KnownParty]) -> list[Link]:
    found = []
    for party in case.parties:
        if party.firm is None:
            continue
        names = (party.firm.name, *party.firm.aliases)
        for other in known:
            best = max(
                ((score(a, b), a, b) for a in names for b in other.names),
                key=lambda row: row[0].score,
                default=None,
            )
            if best and best[0].match:
                apart = party.country and other.country and party.country != other.country
                why = best[0].why + (
                    f"; countries differ: {party.country}, {other.country}" if apart else ""
                )
                found.append(
                    Link(
                        "party", case.key, best[1], other.id, best[0].score, why, party.evidence
                    )
                )
    return sorted(found, key=lambda link: -link.score)


def _identifiers(reference: Reference) -> list[str]:
    return [canonical(said) for said in (reference.identifier, *reference.also) if said]


def message_links(drafts: Drafts, held: Iterable[str]) -> list[Link]:
    """Which earlier messages do the references mean? ``held``: identifiers of those held."""
    known = {canonical(said): said for said in held}
    found = []
    for reference in drafts.telegram.references:
        for identifier in _identifiers(reference):
            if identifier in known:
                letter = reference.letter or "REF"
                why = f"reference {letter} names this message"
                found.append(
                    Link(
                        "message",
                        reference.subject or "",
                        identifier,
                        known[identifier],
                        1.0,
                        why,
                    )
                )
    return found


def _case_links(
    drafts: Drafts, case: CaseDraft, cases: Sequence[KnownCase], parties: Sequence[Link]
) -> list[Link]:
    cited = {
        i
        for r in drafts.telegram.references
        if (r.letter or "") in case.references
        for i in _identifiers(r)
    }
    found = []
    for known in cases:
        shared = sorted({link.target for link in parties} & known.parties)
        messages = sorted(cited & {canonical(said) for said in known.messages})
        if shared or messages:
            reasons = [f"same party {name}" for name in shared] + [
                f"refers to {name}" for name in messages
            ]
            weight = min(1.0, 0.5 * len(shared) + 0.5 * len(messages))
            found.append(Link("case", case.key, case.key, known.id, weight, "; ".join(reasons)))
    return sorted(found, key=lambda link: -link.score)


def attach(
    drafts: Drafts, parties: Sequence[KnownParty], cases: Sequence[KnownCase]
) -> list[Link]:
    """Which known parties and cases may the drafts belong to? Best first within each case."""
    found: list[Link] = []
    for case in drafts.cases:
        own = _party_links(case, parties)
        found += own + _case_links(drafts, case, cases, own)
    return found
