"""Findings about who stands behind the parties. In: facts, answers; out: findings, questions.

A rule of kind ``party`` says from which share the listing of owners reaches the party. Owners
that are proven have the effect of their list, never more than the rule's own outcome; owners
that are only named alike are put before a person; what is not known is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catchall.determine import owner_words
from catchall.determine.determination import CONFIDENCE, OUTCOMES
from catchall.determine.facts import OWNER, Facts
from catchall.determine.found_parties import recorded
from catchall.determine.found_rules import DOUBTS
from catchall.determine.held_by import (
    Behind,
    Chain,
    Firm,
    Listed,
    Test,
    behind,
    chain,
    listed_owners,
    of_rule,
    owner_keys,
    strictest,
    unscreened,
)
from catchall.determine.owners import shown, too_much
from catchall.determine.ruling import NOT_HELD, Answered
from catchall.law.model import Asked, Rule
from catchall.records import Answer, Finding, Outcome, Question

Found = Finding | Question
ASKED = "owned_by_listed"
ASKS = "owners"
"""What a question about a share asks for: a row of the table of owners."""


@dataclass(frozen=True)
class _Rule:
    """One rule as it is put to a shipment: its test, who is on its lists, who may be."""

    rule: Rule
    cite: str
    test: Test
    named: Sequence[Listed]
    possible: Sequence[Listed]

    def outcome(self, effect: Outcome) -> Outcome:
        """What that effect comes to under this rule."""
        return min(effect, OUTCOMES[self.rule.outcome])


@dataclass(frozen=True)
class _Case:
    """One rule and one firm: what holds it for certain, by proven owners and by named ones."""

    by: _Rule
    firm: Firm
    day: str
    proven: tuple[Outcome, Chain] | None
    named: tuple[Outcome, Chain] | None
    possible: tuple[Outcome, Chain] | None

    @property
    def open(self) -> bool:
        """Could what is not known make it stricter than names alone can?"""
        return _worth(self.by, self.possible) > _worth(self.by, self.named)


def _worth(by: _Rule, held: tuple[Outcome, Chain] | None) -> Outcome:
    return by.outcome(held[0]) if held else Outcome.CLEAR


def _rules(answered: Sequence[Answered], facts: Facts, known: Behind) -> Iterator[_Rule]:
    """The rules that may be met, those of a jurisdiction before the general ones."""
    strange = unscreened(facts, known)
    for one in sorted(answered, key=lambda one: not one.rule.jurisdictions):
        for leaf in one.held.leaves:
            if one.answer is Answer.NO or not isinstance(leaf, Asked):
                continue
            if leaf.predicate == ASKED and all(v is not None for v in leaf.args.values()):
                test = of_rule(leaf.args)
                named = listed_owners(facts, known, test.lists)
                cite = "; ".join(dict.fromkeys((one.rule.cite, *leaf.cite.split("; "))))
                yield _Rule(one.rule, cite, test, named, [*named, *strange])


def _case(by: _Rule, firm: Firm, known: Behind) -> _Case:
    sure = [one for one in by.named if one.proven]
    day = known.day
    return _Case(
        by,
        firm,
        "not known"
        if day is None
        else f"{day.first}"
        if day.first == day.last
        else f"{day.first} to {day.last}",
        strictest(firm, known, sure, by.test, sure=True),
        strictest(firm, known, by.named, by.test, sure=True),
        strictest(firm, known, by.possible, by.test, sure=False),
    )


def _finding(case: _Case, found: Chain, outcome: Outcome | None) -> Finding:
    rule, limit = case.by.rule, case.by.test.limit.words
    doubt = DOUBTS.get(rule.verified[:1], "")
    open_ = outcome is None
    end = f"whether it is {limit} is not decided" if open_ else f"the limit is {limit}"
    why = f"{rule.title}: {owner_words.sentence(found)}; {end}"
    names, days, cited = owner_words.lists(found)
    evidence = owner_words.evidence(found, limit, case.day)
    return Finding(
        kind="party",
        rule=rule.id,
        severity="block" if open_ or case.proven else "high",
        subject=case.firm.roles[0],
        why=why + (f" (the rule is {doubt})" if doubt else ""),
        outcome=outcome,
        incomplete=open_,
        confidence=CONFIDENCE.get(rule.verified[:1], CONFIDENCE["M"]),
        evidence={**evidence, "verified": rule.verified},
        citation="; ".join(filter(None, (case.by.cite, cited))),
        list=names,
        list_date=days,
    )


def _established(case: _Case) -> Iterator[Finding]:
    if case.proven:
        yield _finding(case, case.proven[1], case.by.outcome(case.proven[0]))
    elif case.named:
        yield _finding(case, case.named[1], Outcome.REVIEW)


def _undecided(cases: Sequence[_Case]) -> Iterator[Finding]:
    """One finding for all rules that wait for the same of the same firm."""
    waiting: dict[str, list[_Case]] = {}
    for case in cases:
        if case.open and case.possible:
            told = owner_words.sentence(case.possible[1])
            waiting.setdefault(told, []).append(case)
    for same in waiting.values():
        strict = max(same, key=lambda case: _worth(case.by, case.possible))
        if strict.possible:
            one = _finding(strict, strict.possible[1], None)
            rules = [case.by.rule.id for case in same]
            yield replace(one, evidence={**one.evidence, "rules": rules})


def _identities(case: _Case) -> Iterator[tuple[str, str]]:
    """Who the owners that are only named like a listed one are, where it can matter."""
    best = case.possible if case.open else case.named
    if best and _worth(case.by, best) > _worth(case.by, case.proven):
        found = best[1]
        for key in dict.fromkeys(stake.above for stake in owner_words.stakes_of(found)):
            one = found.listed.get(key)
            for hit in one.hits if one and not one.proven else ():
                record = f"list {hit['list']}, record {hit['record']}"
                yield (
                    "identity",
                    (
                        f"Is {hit['party']}, an owner behind {case.firm.name}, the "
                        f"{hit['name']} of {record}? A registration number, birth date or "
                        "address settles it."
                    ),
                )


def _open(case: _Case, known: Behind) -> Iterator[tuple[str, str]]:
    """What is not known of the chain: shares, days, owners, and whether owners act together."""
    if not case.open or not case.possible:
        return
    found = case.possible[1]
    for stake in owner_words.stakes_of(found):
        if stake.share is None:
            yield ASKS, f"What share of {stake.party} does {stake.owner} hold?"
        if stake.doubt:
            yield ASKS, f"Does {stake.owner} hold {stake.party}? {stake.doubt}."
        one = found.listed.get(stake.above)
        if one and not one.hits:
            yield (
                ASKS,
                (
                    f"Who is {stake.owner}, an owner of {stake.party}? It was not screened: "
                    f"{one.why_not}."
                ),
            )
    together = replace(case.by.test, together=True)
    if chain(case.firm, known, case.by.named, together, sure=True):
        owners = " and ".join(dict.fromkeys(one.owner for one in found.stakes))
        yield (
            ASKS,
            (
                f"Do {owners} act together over {case.firm.name}: is there a joint "
                "arrangement, or does one control the rights of another?"
            ),
        )


def _questions(case: _Case, known: Behind) -> Iterator[Question]:
    could = max(_worth(case.by, case.possible), _worth(case.by, case.named))
    for asks, text in (*_identities(case), *_open(case, known)):
        yield Question(asks, text, (case.by.rule.id,), could, case.firm.roles[0])


def _involved(*held: tuple[Outcome, Chain] | None) -> set[str]:
    """The keys of the listed owners of these chains."""
    return {key for one in held if one for key in one[1].listed}


def _cases(answered: Sequence[Answered], facts: Facts, known: Behind) -> list[_Case]:
    """Every rule for every firm, without the general ones where another spoke of the owners."""
    told: dict[str, set[str]] = {}
    found = []
    for by in _rules(answered, facts, known):
        for firm in known.firms:
            case = _case(by, firm, known)
            before = told.setdefault(firm.key, set())
            every = _involved(case.proven, case.named, case.possible)
            if by.rule.jurisdictions or not every <= before:
                before |= _involved(case.proven, case.named)
                found.append(case)
    return found


def _owners(facts: Facts, known: Behind) -> Iterator[Finding]:
    """Every hit of an owner, recorded: what it comes to, the rules say."""
    keys = {stake.above for stake in known.held}
    for hit in facts.values.get("owner_hits", ()):
        told = hit["role"] == OWNER and hit["match"]
        by_name = hit["basis"] != "address" or hit["confirmed"]
        if told and by_name and keys.intersection(owner_keys(hit["party"])):
            yield recorded(hit, facts)


def _lost(facts: Facts) -> Iterator[Found]:
    """Rows that were rejected may tell of any owner."""
    if ASKS in facts.values.get("rejected", ()):
        why = "rows of the table of owners were rejected: who owns the parties is not decided"
        rule = "party.owners_rejected"
        yield Finding("party", rule, "block", "owners", why, None, incomplete=True)
        text = "What do the rejected rows of the table of owners say? Put them right."
        yield Question(ASKS, text, (rule,), Outcome.STOP, "owners")


def _not_held(answered: Sequence[Answered], facts: Facts, known: Behind) -> Iterator[Found]:
    """Rules whose text of that day is not held, told only where a listed owner is there."""
    late = [one for one in answered if NOT_HELD in one.missing]
    owners = listed_owners(facts, known, ())
    if late and owners:
        names = ", ".join(dict.fromkeys(hit["party"] for one in owners for hit in one.hits))
        ids = [one.rule.id for one in late]
        why = f"listed owners ({names}): {NOT_HELD}: not decided: {', '.join(ids)}"
        yield Finding(
            "party", ids[0], "block", "owners", why, None, incomplete=True,
            evidence={"rules": ids}, citation=late[0].citation,
        )  # fmt: skip


def _whole(known: Behind) -> Iterator[Finding]:
    for party, percent in too_much(known.held).items():
        why = (
            f"the shares in {party} add up to {shown(percent)}, more than the whole: a row of "
            "the table of owners is wrong or out of date"
        )
        yield Finding("party", "party.owners_over_whole", "low", "owners", why, None)


def found(facts: Facts, answered: Sequence[Answered]) -> Iterator[Found]:
    """What is found about the owners of the parties, and what to ask; nothing without a table.

    ``answered`` are the rules of kind ``party``. A general rule is told only of owners on whom
    no rule of a jurisdiction spoke.
    """
    if ASKS not in facts.values:
        return
    known = behind(facts)
    cases = _cases(answered, facts, known)
    for case in cases:
        yield from _established(case)
        yield from _questions(case, known)
    yield from _undecided(cases)
    yield from _owners(facts, known)
    yield from _not_held(answered, facts, known)
    yield from _lost(facts)
    yield from _whole(known)
