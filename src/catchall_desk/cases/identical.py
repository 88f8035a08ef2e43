"""Does a denial of an essentially identical transaction stand? In: a step; out: an answer.

Essentially identical: the same end user or consignee, and items with essentially identical
parameters (EU 2021/821 Art. 2(22)). Here the party is compared by the names engine, the goods
by entry and parameters; the exchange with partners completes the test.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catchall.law import tree
from catchall.records import Answer as Three
from catchall_desk.cases import same_items, same_party
from catchall_desk.cases.classified import of_goods, statements
from catchall_desk.cases.consulted import pending
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.ports import World
from catchall_desk.cases.same_items import Goods, goods_of
from catchall_desk.cases.steps import Answer, Fields, Move, Unmet, answer, listed, there

GUARD = "no_identical_denial"
LIVE = frozenset({"decided", "in_force", "under_review"})
RECEIVERS = frozenset(
    {"end_user", "consignee", "ultimate_consignee", "intermediate_consignee", "recipient"}
)
"""Who counts as end user or consignee."""
CHANGING = frozenset({"roles", "lines", "transaction", "end_use", "destination"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a denial is: the answer, the role in common, questions, what it rests on."""

    same: Three
    role: str = ""
    asks: tuple[str, ...] = ()
    rests_on: tuple[Event | File, ...] = ()


def no_identical_denial(move: Move, world: World) -> Answer:
    """Is no denial of an essentially identical transaction left without consultation?

    Ours and partners' denials count while they live and their day has not passed. One of
    goods that no list names is told as a warning: it binds no partner. What cannot be compared
    stands in the way with its question. Sources: EU 2021/821 Art. 2(22) and 16; CASEWORK 3.2,
    DN1 to DN7.
    """
    if CHANGING & move.sets.keys():
        return (Unmet(GUARD, "the step itself changes parties or goods; amend first"),)
    found: list[Unmet] = []
    warnings: list[Unmet] = []
    for denial in living(world):
        like = likeness(denial, move, world)
        if like.same is Three.NO:
            continue
        told = pending(move.file, denial, world)
        if denial.fields.get("catch_all") is True:
            warnings.append(reason(denial, like, "goods no list names: no duty to consult"))
        elif told:
            found.append(reason(denial, like, told))
        else:
            warnings.append(reason(denial, like, "granted after consultation: tell partners"))
    return answer(found, warnings)


def living(world: World) -> Iterator[File]:
    """The denials that count today; one without a day to review it has no end."""
    today = world.now.date().isoformat()
    for denial in world.files("denial"):
        if denial.state in LIVE and (denial.fields.get("review_by") or today) >= today:
            yield denial


def likeness(denial: File, move: Move, world: World) -> Likeness:
    """Is the transaction essentially that of the denial? The likest party and line decide."""
    goods = [goods_of(line, world) for line in listed(denial.fields, "lines")]
    own = [one for one in our_goods(move.file, world) if goods]
    compared = [same_items.same(mine, theirs) for mine in own for theirs in goods]
    of_goods_ = tree.either(one for one, _ in compared) if compared else Three.UNKNOWN
    if of_goods_ is Three.NO:
        return Likeness(Three.NO)
    like = by_party(denial, move, world)
    asks = [ask for one, asked in compared if one is Three.UNKNOWN for ask in asked]
    asks += [] if compared else ["the goods are not told; are they those denied?"]
    claims = [event for one in (*own, *goods) for event in one.rests_on]
    open_asks = () if of_goods_ is Three.YES else tuple(asks)
    return Likeness(
        tree.both([like.same, of_goods_]),
        like.role,
        (*like.asks, *open_asks),
        (*like.rests_on, *claims),
    )


def our_goods(file: File, world: World) -> Iterator[Goods]:
    """The goods of the file as people classified them; the newest word counts."""
    source = of_goods(file, world)
    for line in listed(source.fields, "lines"):
        said = statements((file, source), line, world)
        yield goods_of(line, world, said[-1].entries if said else None)


def by_party(denial: File, move: Move, world: World) -> Likeness:
    """Is one of our end users or consignees one of those of the denial?

    Where one side names none, all its parties may be; then a match is UNKNOWN, and asks.
    """
    transaction = there(world, move.file.fields.get("transaction"))
    sides = [move.file.fields, *([transaction.fields] if transaction else [])]
    ours, mine_sure = receivers(sides)
    theirs, their_sure = receivers([denial.fields])
    for role, party in ours:
        for _, other in theirs:
            why = same_party.same(party, other, move, world)
            if why is not None and mine_sure and their_sure:
                return Likeness(Three.YES, role, (), why)
            if why is not None:
                ask = "a party is the same; is it end user or consignee in both?"
                return Likeness(Three.UNKNOWN, role, (ask,), why)
    return (
        Likeness(Three.NO)
        if ours and theirs
        else Likeness(Three.UNKNOWN, "", ("no party is named; who is the end user?",))
    )


def receivers(sides: list[Fields]) -> tuple[list[tuple[str, str]], bool]:
    """The (role, party) of end users and consignees; of everybody, and False, without any."""
    every: list[Any] = [one for values in sides for one in listed(values, "roles")]
    found = [one for one in every if one["role"] in RECEIVERS]
    return [(one["role"], one["party"]) for one in found or every], bool(found)


def reason(denial: File, like: Likeness, told: str) -> Unmet:
    """The reason that a denial gives, with all that it rests on."""
    values = denial.fields
    name = f"denial {values.get('reference', '')} of {values.get('denied_by', '')}"
    party = f"same {like.role.replace('_', ' ')}" if like.role else "party not told"
    goods = "may be identical" if like.same is Three.UNKNOWN else "same goods"
    asks = f" ({'; '.join(dict.fromkeys(like.asks))})" if like.asks else ""
    ids = tuple(one.id for one in like.rests_on)
    marks = tuple(one.marking for one in like.rests_on)
    said = f"{name}: {party}, {goods}{asks}; {told}"
    return Unmet(GUARD, said, (denial.id, *ids), tuple(dict.fromkeys((denial.marking, *marks))))
