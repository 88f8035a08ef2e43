"""A message's draft as proposed commands. In: the JSON of ``catchall read``; out: proposals.

Nothing is made without a person: each value is a proposal with the words it rests on, to be
accepted, edited or rejected. What is rejected stays, as an event body with the reason.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pycountry

from catchall.text.countries import country_code
from catchall_desk.jobs.proposal import Hint, Proposal, Span, Value

ROLES = {
    "exporters": "exporter",
    "suppliers": "seller",
    "intermediaries": "intermediary",
    "consignees": "consignee",
    "end_users": "end_user",
    "other_parties": "subject",
}
"""The reader's lists of parties, and the desk's role of each."""
PARTY, GOODS = ("party", "watchlist"), ("lawbook",)
CASE = ("case", "message", "duplicate", "follow_up")
"""Kinds of link that the reader gives to a party, to goods, and to a case."""
SELLERS = ("exporters", "suppliers", "intermediaries")
OWN = "own"  # the desk's government, beside what the message says
GUESS = "the desk's first guess: nothing in the message says so"

Body = dict[str, Any]
Told = Mapping[str, Any]


def proposals(told: Told, document: str, own: str = "") -> tuple[Proposal, ...]:
    """What the draft of a message proposes, in an order in which it can be done.

    A message without a case proposes one lead, so that nothing read is lost. ``document`` is
    the id of the stream that holds the message; ``own`` the desk's government (three capitals),
    which is taken to have raised a case when the message names nobody who did.
    """
    found = [
        one
        for at, case in enumerate(cases(told), 1)
        for one in of_case(case, at, own, document)
    ]
    return tuple(found) or (lead(told, document),)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a message or of one of its attachments, beside the message that tells it."""

    said: Told
    message: Told
    part: str = ""

    def like(
        self, kinds: Container[str], words: Container[str] | None = None
    ) -> tuple[Hint, ...]:
        """The links of these kinds that the reader gives to the case, or to words of it."""
        return tuple(
            Hint(one["kind"], str(one["target"]), str(one.get("score", "")), one["why"])
            for one in self.message.get("links", ())
            if one["kind"] in kinds
            and one.get("case_key", self.said["case_key"]) == self.said["case_key"]
            and (words is None or one.get("words") in words)
        )


def cases(told: Told) -> Iterator[Case]:
    """Every case of a message, and of each of its attachments."""
    yield from (Case(one, told) for one in told.get("cases", ()))
    for part in told.get("parts", ()):
        name = str(part.get("path", "attachment"))
        yield from (Case(one, part, name) for one in part.get("cases", ()))


def lead(told: Told, document: str) -> Proposal:
    """A lead with the subject of the message, where no case was found in it."""
    header = told.get("header") or {}
    subject = (header.get("subject") or {}).get("text") or told.get("source_file", "")
    where = header.get("spans", {}).get("subject")
    span = Span(document, where[0], where[1], subject) if where else None
    values = (
        Value("source", "telegram" if told.get("document") else "other"),
        Value("summary", subject, span),
        Value("text", subject, span),
        Value("documents", [document]),
    )
    return Proposal("lead", "lead", "receive", values)


def of_case(case: Case, at: int, own: str, document: str) -> Iterator[Proposal]:
    """The parties, goods, transactions, case and requests of one case of the message."""
    prefix, said = f"case{at}", {**case.said, OWN: own}
    parties = tuple(parties_of(said, prefix, document))
    dealings = tuple(transactions(said, prefix, parties, document))
    made = (
        *(
            replace(one.proposal, like=case.like(PARTY, called(one.proposal)))
            for one in parties
        ),
        *(replace(one, like=case.like(GOODS, described(one))) for one in dealings),
        replace(opened(said, prefix, (parties, dealings), document), like=case.like(CASE)),
        *requests(said, prefix, case.message, document),
    )
    return (placed_in(one, case.part) for one in made)


def placed_in(one: Proposal, part: str) -> Proposal:
    """The proposal with its words in the attachment that they stand in."""
    values = (
        replace(value, span=replace(value.span, part=part)) if value.span else value
        for value in one.values
    )
    return replace(one, values=tuple(values))


def called(one: Proposal) -> frozenset[str]:
    """The names of a proposed party."""
    return frozenset(str(v.value) for v in one.values if v.field in {"name", "alias"})


def described(one: Proposal) -> frozenset[str]:
    """How the goods of a proposed transaction are described."""
    return frozenset(str(v.value["description"]) for v in one.values if v.field == "lines")


@dataclass(frozen=True, slots=True)
class Named:
    """A proposed party and the role in which it was read; "" for a ship or person."""

    role: str
    proposal: Proposal


def parties_of(case: Told, prefix: str, document: str) -> Iterator[Named]:
    """Every firm, person and ship that the case names, each once a role."""
    listed = [
        (role, "unknown", one) for name, role in ROLES.items() for one in case.get(name, ())
    ]
    listed += [("subject", "person", one) for one in case.get("persons", ())]
    listed += [("vessel", "vessel", one) for one in case.get("vessels", ())]
    for number, (role, schema, one) in enumerate(listed, 1):
        key = f"{prefix}.party{number}"
        name = Value("name", one.get("name") or "", *found(one, document))
        aliases = [*one.get("short_names", ()), *one.get("aliases", ())]
        also = [Value("alias", alias, *found(one, document)) for alias in aliases]
        lands = [one.get("country") or one.get("nationality") or one.get("flag")]
        also += [Value("country", land, *found(one, document)) for land in lands if land]
        values = (name, Value("schema", schema), *also)
        yield Named(role, Proposal(key, "party", "begin", values))


def transactions(
    case: Told, prefix: str, parties: Sequence[Named], document: str
) -> Iterator[Proposal]:
    """The dealings of the case: as the message parts them, else one of all its goods."""
    for number, own in enumerate(parted(case), 1):
        lines = [line(item, at, document) for at, item in enumerate(own, 1)]
        roles = [
            Value("roles", {"role": one.role, "party": {"proposed": one.proposal.key}})
            for one in parties
        ]
        summary = ", ".join(text.value["description"] for text in lines)
        known = Value("case", {"joined": f"{prefix}.case"})
        shared = [*places(case, document), *uses(case, document), known]
        values = (Value("summary", summary or str(case["case_key"])), *lines, *roles, *shared)
        yield Proposal(f"{prefix}.transaction{number}", "transaction", "report", values)


def parted(case: Told) -> list[list[Told]]:
    """The goods of each dealing, as the message parts them; what it parts not is one more.

    A case without goods is one dealing, whose goods are not known.
    """
    left = list(case.get("items", ()))
    found = []
    for told in case.get("transactions", ()):
        own = [item for item in left if item.get("description") in told.get("items", ())]
        left = [item for item in left if item not in own]
        found += [own] if own else []
    return [*found, left] if left or not found else found


def line(item: Told, at: int, document: str) -> Value:
    """One line of goods, its quantity as text."""
    what = item.get("description") or item.get("designation") or "goods"
    told: Body = {"line": str(at), "description": what}
    if item.get("quantity") is not None:
        told["quantity"] = {
            "amount": str(item["quantity"]),
            "unit": item.get("unit") or "pieces",
        }
    worth = item.get("worth") or {}
    if worth.get("value") is not None and worth.get("currency"):
        told["value"] = {"amount": str(worth["value"]), "currency": worth["currency"]}
    return Value("lines", told, *found(item, document))


def places(case: Told, document: str) -> Iterator[Value]:
    """Where the goods come from and go to, one value each country that is told."""
    for name, lists in (
        ("origin", "origin_countries"),
        ("destination", "destination_countries"),
    ):
        for one in case.get(lists, ()):
            yield Value(name, one["value"], *found(one, document))


def uses(case: Told, document: str) -> Iterator[Value]:
    """The end use that the papers state."""
    if said := case.get("stated_end_use"):
        yield Value("stated_end_use", said["value"], *found(said, document))


def opened(
    case: Told, prefix: str, made: tuple[Sequence[Named], Sequence[Proposal]], document: str
) -> Proposal:
    """The case itself: who raised it (one government or several), about whom, on what."""
    parties, dealings = made
    subjects = [Value("subjects", {"proposed": one.proposal.key}) for one in parties]
    files = [Value("transactions", {"proposed": one.key}) for one in dealings]
    programme = case.get("programme")
    values = (
        Value("title", str(case["case_key"])),
        Value("kind", "procurement", rule=GUESS),
        *raised(case, document),
        *about(case, document)[:1],
        *subjects,
        *files,
        *(
            Value("programme_text", one["value"], *found(one, document))
            for one in (programme,)
            if one
        ),
        Value("documents", [document]),
    )
    return Proposal(f"{prefix}.case", "case", "open", values)


def raised(case: Told, document: str) -> list[Value]:
    """The governments that raised the case, each with its words; else the desk's own."""
    told = [
        Value("raised_by", government(one["party"]), *found(one, document))
        for one in case.get("raised_by", ())
        if one.get("party")
    ]
    own = [Value("raised_by", case[OWN], rule=GUESS)] if case.get(OWN) else []
    return told or own


def about(case: Told, document: str) -> list[Value]:
    """The countries whose law holds the exporter, each with its words.

    Those that the goods come from, else those of whoever sells or passes them on.
    """
    told = [(one["value"], one) for one in case.get("origin_countries", ())]
    sellers = [one for role in SELLERS for one in case.get(role, ())]
    told += [(one["country"], one) for one in sellers if one.get("country")]
    return [Value("about", code, *found(one, document)) for code, one in told]


def requests(case: Told, prefix: str, told: Told, document: str) -> Iterator[Proposal]:
    """What the message asks for: one request, with a numbered point for each thing asked.

    Who asks is the first government that raised the case, and who is asked the country that it
    is about, where the message names them.
    """
    asked = case.get("requests", ())
    if not asked:
        return
    points = [
        Value("points", {"number": str(at), "text": one["what"]}, *found(one, document))
        for at, one in enumerate(asked, 1)
    ]
    values = (
        Value("kind", "demarche", rule=GUESS),
        Value("summary", str(case["case_key"])),
        *(side("from", one) for one in raised(case, document)[:1]),
        *(side("to", one) for one in about(case, document)[:1]),
        *points,
        *due(told, document),
        Value("case", {"proposed": f"{prefix}.case"}),
    )
    yield Proposal(f"{prefix}.request", "request", "draft", values)


def side(field: str, told: Value) -> Value:
    """A government as one side of a request, on the words that name it."""
    return Value(field, {"government": government(told.value)}, told.span, GUESS)


def due(told: Told, document: str) -> Iterator[Value]:
    """The day by which an answer is asked, where the message names a day."""
    deadline = (told.get("action_request") or {}).get("deadline") or {}
    if deadline.get("precision") == "day":
        yield Value("due", deadline["value"], *found(deadline, document))


def government(said: str) -> str:
    """A government as three capitals, where it is a country; else as the message has it.

    >>> government("Malta (Embassy)"), government("the region")
    ('MLT', 'the region')
    """
    country = pycountry.countries.get(alpha_2=country_code(said.partition(" (")[0]))
    return str(country.alpha_3) if country else said


def found(one: Told, document: str) -> tuple[Span | None, str, str]:
    """Where a fact stands in the message, by which rule it was read, and how sure that is."""
    words = one.get("evidence")
    span = None
    if words:
        start, end = words["span"]
        number = words.get("paragraph")
        paragraph = "" if number is None else str(number)
        span = Span(document, start, end, words["text"], paragraph)
    return span, str(one.get("rule", "")), str(one.get("confidence", ""))
