"""One case of the demo and all that hangs on it. In: a row of its table; out: events.

Each file is a sequence of events of its machine, so many days ago, by the user who would do it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Body = Mapping[str, Any]
MADE_UP = "Exercise material: invented."
LAWS = ("eu", "us.ear", "gb")
PARTNERS = {"DEU": "pia", "GBR": "gwen"}
POINTS = (
    "Stop the shipment until we have spoken.",
    "Tell us who ordered and who paid.",
    "Visit the seller and look at the contract.",
)
ANSWERS = (
    ("will_act", "Customs will hold it."),
    ("needs_more", "Which invoice do you mean?"),
    ("acted", "The seller was visited."),
)
ASKED = ("draft", "clearing", "sent", "acknowledged", "partly_answered", "answered")
SETTLED = 9
"""Days after which a transaction has come some way."""
ENDS = ("active", "resolved", "closed")


@dataclass(frozen=True, slots=True)
class Written:
    """An event in words: ``happened`` days ago, recorded ``age`` days ago, by a user."""

    stream: str
    kind: str
    type: str
    marking: str
    by: str
    age: float
    body: Body = field(default_factory=dict)
    happened: float = 0


class Trade:
    """One row of the table of cases, with the names of all its parts."""

    def __init__(self, number: int, row: Sequence[Any], told: Mapping[str, Any]) -> None:
        self.title, self.kind, self.about, self.programme, trade = row[:5]
        self.marking, self.ends, self.asked, self.more = row[6:]
        self.age: int = row[5]
        self.number, self.id = number, f"case-{number}"
        self.seller, self.buyer, self.agent, word = trade
        self.goods, self.hs, self.entry, self.unit = told["goods"][word]
        self.origin = told["parties"][self.seller]["country"]
        self.destination = told["parties"][self.buyer]["country"]
        self.officer = ("ana", "otto")[number % 2]

    @property
    def roles(self) -> list[dict[str, Any]]:
        """Who takes part, and as what."""
        named = {
            "exporter": self.seller, "consignee": self.buyer,
            "forwarder": self.agent, "end_user": self.buyer,
        }  # fmt: skip
        return [{"role": role, "party": {"ref": word}} for role, word in named.items()]

    @property
    def line(self) -> dict[str, Any]:
        """The goods."""
        return {
            "line": "1", "description": self.goods, "hs_code": self.hs,
            "entries": [self.entry], "quantity": self.quantity, "value": self.value,
        }  # fmt: skip

    @property
    def quantity(self) -> dict[str, str]:
        """How much of them."""
        return {"amount": str(2 + self.number % 7), "unit": self.unit}

    @property
    def value(self) -> dict[str, str]:
        """What they are worth."""
        return {"amount": str(18_000 + 4_350 * (self.number % 9)), "currency": "EUR"}

    def ago(self, days: float) -> float:
        """So many days after the case began, as days before now; never less than an hour."""
        return max(self.age - days, 0.05)

    def write(self, what: str, type_: str, days: float, body: Body, by: str = "") -> Written:
        """An event of the file of this kind, days after the case began."""
        stream = self.id if what == "case" else f"{what}-{self.number}"
        writer = by or self.officer
        return Written(stream, what, type_, self.marking, writer, self.ago(days), body)

    def opened(self, what: str, type_: str, days: float, by: str = "", **set_: Any) -> Written:
        """The event that opens the file of this kind."""
        values = {name.rstrip("_"): value for name, value in set_.items()}
        return self.write(what, type_, days, {"set": values}, by)


def case_files(one: Trade) -> Iterator[Written]:
    """Everything that hangs on one case, each after what it names."""
    yield from transaction(one)
    yield from case(one)
    for name in one.more:
        yield from MORE[name](one)
    if one.asked:
        yield from request(one, *one.asked)
    yield from course(one)


def transaction(one: Trade) -> Iterator[Written]:
    """The dealing that the case is about; some were held, some have left."""
    yield one.opened(
        "transaction", "report", 0, summary=f"{one.goods}: an order", roles=one.roles,
        lines=[one.line], origin=one.origin, destination=one.destination,
        value=one.value, legs=legs(one), stated_end_use="As the order says. " + MADE_UP,
    )  # fmt: skip
    steps = STEPS[one.number % len(STEPS)] if one.age > SETTLED else ()
    for number, step in enumerate(steps):
        by = "ben" if step == "stop" else ""
        yield one.write("transaction", step, 2 + number, {}, by)


def legs(one: Trade) -> list[dict[str, str]]:
    """The way of the goods, with a stop."""
    start, stop, end = one.origin, one.about, one.destination
    stop = "OM" if stop == end else stop
    return [
        {"origin": start, "destination": stop, "mode": "sea"},
        {"origin": stop, "destination": end, "mode": ("air", "road")[one.number % 2]},
    ]


def case(one: Trade) -> Iterator[Written]:
    """The case itself: opened, given to an officer, taken, spoken of."""
    raised = [one.asked[0]] if one.asked else ["USA"]
    yield one.opened(
        "case", "open", 0.2, title=one.title, kind=one.kind, raised_by=raised, about=one.about,
        programme=one.programme, subjects=[{"ref": one.buyer}, {"ref": one.agent}],
        transactions=[{"ref": f"transaction-{one.number}"}],
        summary=f"{one.goods} for a buyer that says little. {MADE_UP}",
    )  # fmt: skip
    given = {"office": "licensing", "officer": one.officer}
    yield one.write("case", "assign", 0.3, given, "ben")
    if one.ends != "open":
        yield one.write("case", "take", 0.5, {})
    text = "The order names no end user, and the buyer's site shows other goods."
    yield one.write("case", "note", 1, {"text": text})
    text = "A source says that the goods go on to a site that no paper names."
    yield Written(one.id, "case", "note", "ours", "noor", one.ago(1.5), {"text": text})


def course(one: Trade) -> Iterator[Written]:
    """How far the case has come."""
    if one.ends == "suspended":
        yield one.write("case", "suspend", 8, {})
    if one.ends in ENDS[1:]:
        said = {"outcome": "stopped", "outcome_text": f"The goods were held. {MADE_UP}"}
        yield one.write("case", "resolve", one.age - 3, {"set": said})
    if one.ends == "closed":
        yield one.write("case", "close", one.age - 2, {}, "ben")


def request(one: Trade, asked: str, due: int, state: str) -> Iterator[Written]:
    """A request to a partner, as far as it has come."""
    until, by = ASKED.index(state), PARTNERS[asked]
    yield one.opened(
        "request", "draft", 1, "lia", kind="demarche", from_={"government": "USA"},
        to={"government": asked}, summary=f"{asked}: {one.title}", about=one.about,
        points=[{"number": str(n), "text": text} for n, text in enumerate(POINTS, 1)],
        due={"days": due}, silence_means="nothing", case={"ref": one.id}, offices=["licensing"],
        channel="embassy", basis="exercise undertaking, point 4",
    )  # fmt: skip
    yield one.write("request", "assign", 1.1, {"office": "liaison", "officer": "lia"}, "ben")
    for number, (needed, type_, who, body) in enumerate(steps_of_request(asked, by, state)):
        if until >= needed:
            yield one.write("request", type_, 1.2 + number * 0.3, body, who)


def steps_of_request(asked: str, by: str, state: str) -> tuple[tuple[int, str, str, Body], ...]:
    """Its events: from which state on, of which type, by whom, saying what."""
    said = [
        {"point": str(number), "says": says, "text": text}
        for number, (says, text) in enumerate(ANSWERS, 1)
    ]
    first, rest = {"by": asked, "answers": said[:1]}, {"by": asked, "answers": said[1:]}
    partly = 4 if state == "partly_answered" else 99
    return (
        (1, "submit", "lia", {}),
        (2, "clearance", "otto", {"office": "licensing", "says": "cleared"}),
        (2, "approve", "ben", {}),
        (2, "send", "lia", {}),
        (3, "acknowledge", "lia", {}),
        (4, "respond", by, first),
        (partly, "part_answer", "lia", {}),
        (5, "respond", by, rest),
        (5, "answer", "lia", {}),
    )


def application(one: Trade) -> Iterator[Written]:
    """The licence that was asked for."""
    yield one.opened(
        "application", "draft", 1, summary=f"{one.goods} for {one.about}", roles=one.roles,
        licence_type="individual", lines=[one.line], destination=one.destination,
        law=LAWS[one.number % 3], end_use="Coating of lenses. " + MADE_UP, value=one.value,
        needs_certificate=one.number % 2 == 0, case={"ref": one.id},
    )  # fmt: skip
    yield one.write("application", "register", 1.2, {})
    given = {"office": "licensing", "officer": one.officer}
    yield one.write("application", "assign", 1.3, given, "ben")
    other = "otto" if one.officer == "ana" else "ana"
    yield one.write(
        "application", "classified", 2, {"line": "1", "entries": [one.entry]}, other
    )
    if one.number % 3:
        yield one.write("application", "refer", 3, {})


def certificate(one: Trade) -> Iterator[Written]:
    """What the end user promises."""
    clauses = ("use_stated", "no_wmd_use", "no_transfer", "end_user_named")
    yield one.opened(
        "certificate", "request", 1, kind="end_user_certificate", number=f"EX-{one.number:03}",
        issuer={"party": {"ref": one.buyer}}, signer="end_user", roles=one.roles,
        lines=[{name: one.line[name] for name in ("line", "description", "quantity")}],
        clauses=[{"clause": name, "state": "yes"} for name in clauses], signed={"days": -20},
        valid_until={"days": 60}, covers=[{"ref": f"transaction-{one.number}"}],
    )  # fmt: skip
    yield one.write("certificate", "receive", 3, {})


def denial(one: Trade) -> Iterator[Written]:
    """What a partner denied before."""
    yield one.opened(
        "denial", "decide", 0.6, "ben", whose="partner", denied_by="GBR", regime="nsg",
        reference=f"EX-{one.number:02}-D", roles=one.roles[1:2], lines=[one.line],
        reason="Risk of diversion. " + MADE_UP, catch_all=False, denied={"days": -300},
        review_by={"days": 20 + one.number},
    )  # fmt: skip
    yield one.write("denial", "notify", 0.8, {}, "ben")


def licence(one: Trade) -> Iterator[Written]:
    """A licence of earlier, which still runs."""
    yield one.opened(
        "licence", "issue", 0.6, number=f"EX-L-{one.number:03}", licence_type="individual",
        roles=one.roles, lines=[one.line], valid_from={"days": -200},
        valid_until={"days": 12 + one.number}, destination=one.destination,
        conditions=["No transfer without consent. " + MADE_UP],
    )  # fmt: skip


def measure(one: Trade) -> Iterator[Written]:
    """What was done to the agent."""
    yield one.opened(
        "measure", "propose", 4, kind="fine", summary="A fine for false papers",
        by_={"government": "DEU"}, on=[{"ref": one.agent}], about=[{"ref": one.id}],
        amount={"amount": "25000", "currency": "EUR"}, effective={"days": -5}, reason=MADE_UP,
    )  # fmt: skip
    yield one.write("measure", "impose", 6, {})


MORE = {
    "application": application, "certificate": certificate, "denial": denial,
    "licence": licence, "measure": measure,
}  # fmt: skip
STEPS: tuple[tuple[str, ...], ...] = (
    (), ("screen", "hold"), (), ("screen", "clear", "ship"), ("screen", "hold", "stop"), (),
    ("screen", "clear", "ship", "deliver", "divert"),
)  # fmt: skip
