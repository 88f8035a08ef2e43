"""Is the end-user certificate held, and is it true? In: a step; out: an answer.

What it promises clause by clause is kept on the certificate; here it is asked whether one that
covers this very file may be relied on.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from catchall.law import units
from catchall_desk.cases.classified import of_goods
from catchall_desk.cases.fold import File, moved, standing
from catchall_desk.cases.ports import World
from catchall_desk.cases.same_party import group_of
from catchall_desk.cases.steps import (
    Answer,
    Met,
    Move,
    Unmet,
    answer,
    last_set,
    listed,
    rest,
    there,
)

GUARD, CHANNEL = "certificate_held", "authenticated_by_other_channel"
HELD = frozenset({"authenticated", "relied_on"})
MAY_SIGN = frozenset({"end_user", "consignee", "ultimate_consignee", "government"})
"""Who can bind the one who will have the goods: never the applicant (15 CFR 748.11)."""
SUPPLIERS = frozenset({"applicant", "exporter", "seller", "broker", "agent"})
NOT_STATED = (
    "authenticated_by", "authenticated_channel", "covers", "numbers", "related", "documents",
    "case", "document", "law", "summary",
)  # fmt: skip
"""Fields of a certificate that are the desk's own, not its text."""
SETS = frozenset({"needs_certificate", "certificates", "lines", "roles", "transaction"})
THIRD = "3"
"""Schedule of the CWC whose goods need a certificate to a state that is not a party."""


def certificate_held(move: Move, world: World) -> Answer:
    """Is the certificate that this licence needs held, true, in date and large enough?

    Not said whether one is needed: it is. Schedule 3 chemicals to a state outside the CWC
    need one that a government issued, whatever the field says. Sources: EU 2021/821 Art. 12,
    15 CFR 745.2 and 748.11, 22 CFR 123.10 (no licence until received): CASEWORK 3.3.
    """
    if {
        "needs_certificate",
        "certificates",
        "lines",
        "roles",
        "transaction",
    } & move.sets.keys():
        return (Unmet(GUARD, "the step itself changes what is certified; amend first"),)
    state = by_government(move.file, world)
    if move.file.fields.get("needs_certificate") is False and not state:
        return Met()
    return held(move, world, state=state)


def held(move: Move, world: World, *, state: bool) -> Answer:
    """Whether a certificate is held that may be relied on for every line."""
    papers = covering(move.file, world)
    if not papers:
        what = "no certificate that covers it is held; no licence until it is received"
        return (Unmet(GUARD, what, (move.file.id,)),)
    faults = {paper.id: tuple(flaws(paper, move.file, world, state=state)) for paper in papers}
    good = [paper for paper in papers if not faults[paper.id]]
    if not good:
        return tuple(one for paper in papers for one in faults[paper.id])
    return answer(short(good, move.file, world))


def by_government(file: File, world: World) -> bool:
    """Must a government issue it: Schedule 3 to a state that is not known to be a party?"""
    values = (there(world, file.fields.get("transaction")) or file).fields
    return values.get("cwc_schedule") == THIRD and values.get("cwc_party") != "yes"


def covering(file: File, world: World) -> tuple[File, ...]:
    """The certificates that are held for the file or its transaction."""
    own = (file.id, str(file.fields.get("transaction") or file.id))
    named = [there(world, stream) for stream in listed(file.fields, "certificates")]
    found = [
        *(one for one in named if one and (covers(one, own) or not covers(one, ()))),
        *(one for stream in own for one in world.naming(stream, "certificate")),
    ]
    kept = [one for one in found if one.kind == "certificate"]
    return tuple({one.id: one for one in kept if covers(one, own) or one in named}.values())


def covers(paper: File, streams: Iterable[str]) -> bool:
    """Does the certificate say that it is for one of these? With none: does it say for any?"""
    said, asked = set(listed(paper.fields, "covers")), set(streams)
    return bool(said & asked) if asked else bool(said)


def flaws(paper: File, file: File, world: World, *, state: bool) -> Iterator[Unmet]:
    """Why this certificate may not be relied on for the file."""
    for told in (
        *unheld(paper, world),
        *unsigned(paper, state=state),
        *of_others(paper, file, world),
    ):
        name = f"certificate {paper.fields.get('number') or ''}".strip()
        yield Unmet(GUARD, f"{name} {told}", (paper.id,), (paper.marking,))
    for one in untrue(paper, paper.fields, world):
        yield Unmet(GUARD, one, (paper.id,), (paper.marking,))


def unheld(paper: File, world: World) -> Iterator[str]:
    """What its state and its days have against it."""
    if paper.state not in HELD:
        yield f"is {paper.state}, not authenticated"
    today = world.now.date().isoformat()
    if (paper.fields.get("valid_until") or today) < today:
        yield f"ran out on {paper.fields['valid_until']}"
    if not paper.fields.get("signed") or paper.fields["signed"] > today:
        yield "has no day of signature that has come; when was it signed?"


def unsigned(paper: File, *, state: bool) -> Iterator[str]:
    """What its signer has against it: role, title and authority to bind."""
    signer = paper.fields.get("signer")
    if state and signer != "government":
        yield "must be issued by the government of the buyer"
    if signer not in MAY_SIGN:
        yield f"is signed by {signer or 'somebody unknown'}, who cannot bind the end user"
    clauses = {one["clause"]: one["state"] for one in listed(paper.fields, "clauses")}
    if signer != "government":
        if not paper.fields.get("signer_title"):
            yield "gives no title of its signer"
        if clauses.get("signed_with_authority", "unknown") != "yes":
            yield "does not show that its signer had authority; had he?"


def of_others(paper: File, file: File, world: World) -> Iterator[str]:
    """Does it name another end user than the file does?"""
    asked, said = (
        {one["party"] for one in listed(values, "roles") if one["role"] == "end_user"}
        for values in (file.fields, paper.fields)
    )
    if asked and not said:
        yield "names no end user; who will use the goods?"
    known = {one.id for party in said for one in group_of(party, world)}
    if said and asked - known:
        yield "names another end user"


def short(papers: Iterable[File], file: File, world: World) -> Iterator[Unmet]:
    """The lines of the file that no certificate covers in their whole quantity."""
    held = tuple(papers)
    for line in listed(of_goods(file, world).fields, "lines"):
        told = [why for paper in held if (why := too_little(paper, line))]
        if len(told) == len(held):
            marks = tuple(paper.marking for paper in held)
            ids = tuple(paper.id for paper in held)
            yield Unmet(GUARD, f"line {line['line']}: {'; '.join(told)}", ids, marks)


def too_little(paper: File, line: Mapping[str, Any]) -> str:
    """Why the certificate does not cover the line; "" when it does."""
    same = [one for one in listed(paper.fields, "lines") if same_line(one, line)]
    if not same:
        return "the certificate does not name these goods"
    wanted, most = line.get("quantity"), same[0].get("quantity")
    if not wanted or not most:
        return "quantity of the line or of the certificate is not stated; how much is it?"
    draws = [
        one.body["quantity"]
        for one in standing(paper, "draw")
        if one.body.get("line") == same[0]["line"]
    ]
    worth = [in_unit(one, str(most["unit"])) for one in (wanted, *draws)]
    known = [one for one in worth if one is not None]
    if len(known) < len(worth):
        return f"its quantity is in {most['unit']}, the line's is not; how much is it?"
    left = Decimal(most["amount"]) - sum(known[1:], Decimal(0))
    return (
        f"certified are {left} {most['unit']} more, not {known[0]}" if known[0] > left else ""
    )


def same_line(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Are the lines of two files of the same goods: by item, else by number?"""
    if one.get("item") or other.get("item"):
        return bool(one.get("item") == other.get("item"))
    return bool(one["line"] == other["line"])


def in_unit(quantity: Mapping[str, Any], unit: str) -> Decimal | None:
    """The quantity in another unit; ``None`` when that measures something else.

    >>> in_unit({"amount": "1.5", "unit": "tonne"}, "kg")
    Decimal('1500')
    """
    amount = Decimal(quantity["amount"])
    if quantity["unit"] == unit:
        return amount
    if not (units.known(quantity["unit"]) and units.known(unit)):
        return None
    line = units.linear(quantity["unit"], unit)
    if line is None:
        return None
    worth = amount * line[0].numerator / line[0].denominator
    return worth.normalize() if worth % 1 else worth.quantize(Decimal(1))


def authenticated_by_other_channel(move: Move, world: World) -> Answer:
    """Was the certificate confirmed by somebody else than the applicant, as it now stands?

    Source: CASEWORK 3.3, the check below EU7; that nothing may be altered once it is signed:
    15 CFR 748.11.
    """
    if move.sets:
        return (Unmet(CHANNEL, "the step itself changes the certificate; amend first"),)
    found = untrue(move.file, move.file.fields, world)
    return answer(Unmet(CHANNEL, one, (move.file.id,)) for one in found)


def untrue(paper: File, values: Mapping[str, Any], world: World) -> Iterator[str]:
    """Why a certificate does not count as confirmed by somebody else than the applicant."""
    channel = values.get("authenticated_channel")
    if channel in (None, "applicant", "other"):
        yield f"confirmed by channel {channel or 'unknown'}; ask by another than the applicant"
    by = values.get("authenticated_by") or {}
    if not by:
        yield "nobody is named who confirmed the certificate"
    if by.get("party") in suppliers(paper, world):
        yield "it was confirmed by the supplier himself"
    done = moved(paper, "authenticate")
    if done is None:
        yield "the certificate was never authenticated"
    elif last_set(paper, rest(*NOT_STATED)).seq > done.seq:
        yield "the certificate was changed after it was authenticated; a new one is needed"


def suppliers(paper: File, world: World) -> frozenset[str]:
    """The parties that supply the goods, by the certificate and by what it covers."""
    covered = [there(world, stream) for stream in listed(paper.fields, "covers")]
    return frozenset(
        one["party"]
        for file in (paper, *covered)
        if file is not None
        for one in listed(file.fields, "roles")
        if one["role"] in SUPPLIERS
    )
