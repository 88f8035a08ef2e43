"""Drafts as the JSON of the output schema. In: drafts; out: plain dictionaries and lists.

The keys are those of the schema that ``catchall read --json`` prints; ``rule`` and
``confidence`` say how each fact was found.
"""

from typing import Any

from catchall.intake.telegrams import schema as grammar
from catchall.link.action import ActionDraft, DatedWords, MeetingDraft, VisitDraft
from catchall.link.blocks import Evidence
from catchall.link.dates import DateFound
from catchall.link.drafts import CaseDraft, DateDraft, Drafts
from catchall.link.items import Item
from catchall.link.numbers import Money
from catchall.link.outcomes import OutcomeDraft, coarse
from catchall.link.roles import ROLES, PartyDraft
from catchall.link.speakers import words_for
from catchall.link.uses import Said

_SURE, _LIKELY, _WEAK = 0.9, 0.7, 0.5
_STRONG_VOTES, _SOME_VOTES = 3.0, 2.0


def evidence(said: Evidence | None) -> dict[str, Any] | None:
    """The words of a fact: paragraph, span, text, and the raw slice where it differs."""
    if said is None:
        return None
    made: dict[str, Any] = {
        "paragraph": said.paragraph,
        "span": [said.start, said.end],
        "text": said.text,
    }
    return made if said.raw == said.text else {**made, "raw": said.raw}


def _some(**values: Any) -> dict[str, Any]:
    """Only what is there: silence has no key."""
    return {key: value for key, value in values.items() if value not in (None, [], (), "")}


def date(said: DateFound, words: Evidence | None, **more: Any) -> dict[str, Any]:
    """A date with its precision and its words."""
    return _some(
        value=said.value,
        end=said.end,
        precision=said.precision,
        qualifier=said.qualifier,
        relative_to=said.relative_to,
        evidence=evidence(words),
        **more,
    )


def _confidence(votes: float) -> float:
    return _SURE if votes >= _STRONG_VOTES else _LIKELY if votes >= _SOME_VOTES else _WEAK


def _party(case: CaseDraft, party: PartyDraft) -> dict[str, Any]:
    firm = party.firm
    made: dict[str, Any] = {"name": firm.name if firm else None}
    if firm is None:
        made["unnamed"] = True
    stated = words_for(party.spoken, case.sides) if party.spoken and case.sides else None
    return made | _some(
        country=party.country,
        short_names=list(firm.short_names) if firm else [],
        aliases=list(firm.aliases) if firm else [],
        role=party.noun,
        stated_by=stated,
        rule="; ".join(dict.fromkeys(party.rules)),
        confidence=_confidence(party.votes.get(party.role, 0)),
        evidence=evidence(party.evidence),
    )


def _money(said: Money) -> dict[str, Any]:
    return {"value": said.value, "currency": said.currency, "as_written": said.as_written}


def _item(case: CaseDraft, item: Item) -> dict[str, Any]:
    stated = words_for(item.sentence, case.sides) if item.sentence and case.sides else None
    return _some(
        description=item.description,
        quantity=item.quantity,
        unit=item.unit,
        designation=item.designation,
        quantity_basis="indefinite article" if item.article and item.quantity else None,
        alternative=item.alternative or None,
        worth=_money(item.worth) if item.worth else None,
        stated_by=stated,
        rule="goods",
        confidence=_SURE if item.quantity else _LIKELY,
        evidence=evidence(item.evidence),
    )


def _outcome(said: OutcomeDraft) -> dict[str, Any]:
    return _some(
        category=said.category,
        amounts=[_money(m) for m in said.amounts],
        hedge=said.hedge,
        rule=said.rule,
        confidence=_LIKELY,
        evidence=evidence(said.evidence),
    )


def _event(said: DateDraft) -> dict[str, Any]:
    return date(said.date, said.evidence, rule="date", confidence=_SURE)


def _control(case: CaseDraft) -> dict[str, Any] | None:
    made: dict[str, Any] = {}
    for said in case.control:
        made[f"per_{said.side}"] = said.value
        made[f"evidence_per_{said.side}"] = evidence(said.evidence)
    return made or None


def _where(case: CaseDraft) -> dict[str, Any]:
    return {
        "destination_countries": [
            {"value": c.value, "evidence": evidence(c.evidence)} for c in case.destinations
        ],
        "origin_countries": [
            {"value": c.value, "evidence": evidence(c.evidence)} for c in case.origins
        ],
        "places": [
            _some(name=p.name, country=p.country, role=p.role, evidence=evidence(p.evidence))
            for p in case.places
        ],
        "vessels": [
            _some(
                name=v.name,
                prefix=v.prefix,
                flag=v.flag,
                operator=v.operator,
                evidence=evidence(v.evidence),
            )
            for v in case.vessels
        ],
    }


def _said(value: Said | None) -> dict[str, Any] | None:
    return {"value": value.value, "evidence": evidence(value.evidence)} if value else None


def _uses(case: CaseDraft) -> dict[str, Any]:
    """Uses, certificate and other names of the goods and parties; silent parts have no key."""
    told = case.uses
    if told is None:
        return {}
    paper = told.certificate
    forged = any(o.category == "end_user_certificate_forged" for o in case.outcomes)
    certificate = paper and _some(
        mentioned=True,
        available=paper.available,
        genuine=False if forged else None,
        named_user=paper.named_user,
        evidence=evidence(paper.evidence),
    )
    renamed = [(p, alias) for p in case.parties if p.firm for alias in p.firm.aliases]
    return _some(
        stated_end_use=_said(told.end_use),
        end_use_concern=_said(told.concern),
        programme=_said(told.programme),
        end_user_certificate=certificate,
        goods_aliases=[
            _some(value=a.value, wording=a.wording, evidence=evidence(a.evidence))
            for a in told.goods_aliases
        ],
        party_aliases=[
            {
                "value": alias,
                "of": p.firm.name if p.firm else None,
                "evidence": evidence(p.evidence),
            }
            for p, alias in renamed
        ],
    )


def case(said: CaseDraft) -> dict[str, Any]:
    """One case as the schema writes it."""
    raised = [
        _some(
            party=r.party,
            dates=[date(d, e) for d, e in r.dates],
            additional=r.additional or None,
            evidence=evidence(r.evidence),
        )
        for r in said.raised_by
    ]
    found = [_outcome(o) for o in said.outcomes]
    response = {"outcomes": found, "coarse": coarse(o.category for o in said.outcomes)}
    return {
        "case_key": said.key,
        "section_index": said.section,
        "paragraphs": said.paragraphs,
        "references": said.references,
        "from_paper": said.from_paper,
        "raised_by": raised,
        **{role: [_party(said, p) for p in said.parties if p.role == role] for role in ROLES},
        "persons": [
            _some(
                name=p.name,
                role=p.role,
                nationality=p.nationality,
                evidence=evidence(p.evidence),
            )
            for p in said.persons
        ],
        "items": [_item(said, i) for i in said.items],
        **_where(said),
        "regimes": [
            {"name": r.name, "role": r.role, "evidence": evidence(r.evidence)}
            for r in said.regimes
        ],
        "control_status": _control(said),
        **_uses(said),
        "transactions": [
            {"key": t.key, "items": list(t.items), "outcomes": list(t.outcomes)}
            for t in said.transactions
        ],
        "events": [_event(d) for d in said.dates],
        "requests": [
            {"by": r.by, "what": r.what, "evidence": evidence(r.evidence)}
            for r in said.requests
        ],
        "response": response,
        "status": _some(
            value=said.status.value,
            rule=said.status.rule,
            evidence=evidence(said.status.evidence),
        ),
        "reporting_note": _some(
            value=said.note.value,
            rule=said.note.rule,
            in_reference=said.note.in_reference,
            previously_reported=said.note.previously,
            qualifier=said.note.qualifier,
            evidence=evidence(said.note.evidence),
        ),
    }


def _dated(said: DatedWords | None) -> dict[str, Any] | None:
    return date(said.date, said.evidence) if said else None


def _action(said: ActionDraft) -> dict[str, Any] | None:
    if said.empty:
        return None
    return _some(
        marker_evidence=evidence(said.marker),
        actions=[
            _some(
                post=a.post,
                deliver=a.deliver,
                to=a.to,
                person=a.person,
                evidence=evidence(a.evidence),
            )
            for a in said.actions
        ],
        deadline=_dated(said.deadline),
        follow_up=[_some(what=f.what, date=_dated(f)) for f in said.follow_up],
        event=[_dated(e) for e in said.events],
        contact={"name": said.contact[0], "evidence": evidence(said.contact[1])}
        if said.contact
        else None,
    )


def _meeting(said: MeetingDraft | None) -> dict[str, Any] | None:
    if said is None:
        return None
    official = _some(name=said.official, title=said.title)
    return _some(respondent_official=official or None, date=_dated(said.date))


def _visit(said: VisitDraft | None) -> dict[str, Any] | None:
    return (
        _some(dates=[_dated(d) for d in said.dates], deadline=_dated(said.deadline))
        if said
        else None
    )


def drafted(drafts: Drafts) -> dict[str, Any]:
    """The drafts of a message: its cases, and its own business."""
    return {
        "meeting": _meeting(drafts.meeting),
        "action_request": _action(drafts.action),
        "visit": _visit(drafts.visit),
        "no_case": drafts.no_case,
        "cases": [case(said) for said in drafts.cases],
    }


def as_dict(drafts: Drafts) -> dict[str, Any]:
    """The whole output schema of a message: what the grammar read, and the drafts."""
    return grammar.as_dict(drafts.telegram) | drafted(drafts)
