"""What a message adds to a known case. In: a draft and the facts held; out: what is new.

Facts are compared by kind and value, not by words. A message that adds nothing is a
duplicate; what the message says of itself ("no new information") is kept beside the finding.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catchall.link.blocks import Evidence
from catchall.link.drafts import CaseDraft
from catchall.link.goods import singular

Facts = Mapping[str, frozenset[str]]
"""Kind of fact -> the values held, as ``facts`` writes them."""


@dataclass(frozen=True)
class Fact:
    """One comparable fact of a draft: its kind, its value, the words."""

    kind: str
    value: str
    evidence: Evidence | None


@dataclass(frozen=True)
class News:
    """``new`` and ``known`` facts, is it a ``duplicate``, and what it says of itself."""

    new: tuple[Fact, ...]
    known: tuple[Fact, ...]
    duplicate: bool
    says: str
    agrees: bool


def _goods(text: str) -> str:
    return " ".join(singular(word) for word in text.lower().split())


def _facts(case: CaseDraft) -> Iterator[Fact]:
    for party in case.parties:
        if party.firm:
            yield Fact("party", party.firm.name.casefold(), party.evidence)
    for item in case.items:
        number = f"{item.quantity:g} " if item.quantity is not None else ""
        yield Fact("item", f"{number}{_goods(item.description)}", item.evidence)
    for outcome in case.outcomes:
        yield Fact("outcome", outcome.category, outcome.evidence)
    for said in case.dates:
        yield Fact("date", said.date.value, said.evidence)
    for place in case.places:
        yield Fact("place", place.name.casefold(), place.evidence)
    if case.status.value != "not_stated":
        yield Fact("status", case.status.value, case.status.evidence)


def facts(case: CaseDraft) -> list[Fact]:
    """The facts of a draft that can be compared with those held."""
    return list(dict.fromkeys(_facts(case)))


def as_facts(case: CaseDraft) -> dict[str, frozenset[str]]:
    """A draft's facts by kind: what is kept to compare the next message with."""
    kinds: dict[str, set[str]] = {}
    for fact in facts(case):
        kinds.setdefault(fact.kind, set()).add(fact.value)
    return {kind: frozenset(values) for kind, values in kinds.items()}


def news(case: CaseDraft, held: Facts) -> News:
    """What does this draft say that is not held of the case?"""
    told = facts(case)
    new = tuple(fact for fact in told if fact.value not in held.get(fact.kind, frozenset()))
    known = tuple(fact for fact in told if fact not in new)
    says = case.note.value
    claims_none = says in {"repeat_no_new_information", "previously_relayed"}
    return News(new, known, not new, says, claims_none == (not new) or says == "none_in_text")
