"""A message's draft as proposed commands. In: the JSON of ``catchall read``; out: proposals.

Nothing is made without a person: each value is a proposal with the words it rests on, to be
accepted, edited or rejected. What is rejected stays, as an event body with the reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pycountry

from catchall.text.countries import country_code

ROLES = {
    "exporters": "exporter",
    "suppliers": "seller",
    "intermediaries": "intermediary",
    "consignees": "consignee",
    "end_users": "end_user",
    "other_parties": "subject",
}
"""The reader's lists of parties, and the desk's role of each."""
SELLERS = ("exporters", "suppliers", "intermediaries")
OWN = "own"  # the desk's government, beside what the message says
GUESS = "the desk's first guess: nothing in the message says so"
VERDICTS = ("accepted", "edited", "rejected")

Body = dict[str, Any]
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands: characters ``start`` to ``end`` of the document's text."""

    document: str
    start: int
    end: int
    text: str
    paragraph: str = ""

    def source(self) -> Body:
        """The span as the ``source`` of a claim, the document by its id."""
        place = f"characters {self.start} to {self.end}"
        where = f"paragraph {self.paragraph}, {place}" if self.paragraph else place
        return {"document": self.document, "place": where, "text": self.text}


@dataclass(frozen=True, slots=True)
class Value:
    """One proposed value of a field, the words it rests on, and how it was found."""

    field: str
    value: Any
    span: Span | None = None
    rule: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One command that the draft proposes: open a file, begin a thing, claim something.

    ``key`` names it inside the draft; a value ``{"proposed": key}`` stands for the stream that
    an accepted proposal makes.
    """

    key: str
    kind: str
    type: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of a proposal: accepted, edited or rejected, and why.

    ``edits`` are new values by field; ``rejects`` the places of proposed values (from 0) that
    do not stand.
    """

    key: str
    says: str
    edits: Mapping[str, Any] = field(default_factory=dict)
    rejects: frozenset[int] = frozenset()
    why: str = ""


def proposals(told: Told, document: str, own: str = "") -> tuple[Proposal, ...]:
    """What the draft of a message proposes, in an order in which it can be done.

    A message without a case proposes one lead, so that nothing read is lost. ``document`` is
    the id of the stream that holds the message; ``own`` the desk's government (three capitals),
    which is taken to have raised a case when the message names nobody who did.
    """
    cases = told.get("cases", ())
    if not cases:
        return (lead(told, document),)
    return tuple(
        one
        for at, case in enumerate(cases)
        for one in of_case({**case, OWN: own}, at, told, document)
    )


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


def of_case(case: Told, at: int, told: Told, document: str) -> Iterator[Proposal]:
    """The parties, goods, transactions, case and requests of one case of the message."""
    prefix = f"case{at + 1}"
    parties = tuple(parties_of(case, prefix, document))
    for one in parties:
        yield one.proposal
    dealings = tuple(transactions(case, prefix, parties, document))
    yield from dealings
    yield opened(case, prefix, (parties, dealings), document)
    yield from requests(case, prefix, told, document)


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
        shared = [*places(case, document), *uses(case, document)]
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
            Value("programme", one["value"], *found(one, document))
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
