"""Every question a rule may ask, by name. In: nothing; out: the registry.

A predicate answers YES, NO or UNKNOWN with a reason. It holds no number, date, country or word
list: those are its arguments, from the lawbook. A fact that is missing is UNKNOWN. A new
question goes to the module of its subject; ``docs/reference/rules.md`` tells all of them.
"""

from collections.abc import Callable
from functools import wraps

from catchall.determine import (
    ask_certificates,
    ask_embargo,
    ask_goods,
    ask_letters,
    ask_licences,
    ask_owners,
    ask_papers,
    ask_parties,
    ask_places,
    ask_series,
    ask_ships,
    ask_use,
)
from catchall.determine.answers import Args, Told
from catchall.determine.facts import Facts
from catchall.records import Answer

Predicate = Callable[[Facts, Args], Told]

_ALL: dict[str, tuple[Predicate, tuple[str, ...]]] = {
    **ask_places.QUESTIONS,
    **ask_embargo.QUESTIONS,
    **ask_goods.QUESTIONS,
    **ask_parties.QUESTIONS,
    **ask_owners.QUESTIONS,
    **ask_papers.QUESTIONS,
    **ask_certificates.QUESTIONS,
    **ask_licences.QUESTIONS,
    **ask_letters.QUESTIONS,
    **ask_series.QUESTIONS,
    **ask_ships.QUESTIONS,
    **ask_use.QUESTIONS,
}

_ACROSS = {
    "contact_of_flagged": ("denials", "parties", "history"),
    "address_crowded": ("parties", "history"),
    "order_split": ("history",),
    "basket_filled": ("history",),
}
"""The side tables that count beyond those which ``ASKS`` names."""

_LACKING = frozenset(("licence_missing", "certificate_missing"))
"""Questions that are YES when nothing was found: there it is the YES that is not settled."""


def _looked_up(name: str, ask: Predicate, columns: tuple[str, ...]) -> Predicate:
    """The question, left open when it rests on a table of which rows were rejected."""
    named = (one.removeprefix("--") for one in columns if one.startswith("--"))
    tables = (*named, *_ACROSS.get(name, ()))
    if not tables:
        return ask
    empty = Answer.YES if name in _LACKING else Answer.NO

    @wraps(ask)
    def asked(facts: Facts, args: Args) -> Told:
        told = ask(facts, args)
        lost = facts.values.get("rejected")
        if not lost or told[0] is not empty or not (held := lost.intersection(tables)):
            return told
        return Answer.UNKNOWN, f"rejected rows of the {sorted(held)[0]} table, put right"

    return asked


PREDICATES: dict[str, Predicate] = {
    name: _looked_up(name, ask, columns) for name, (ask, columns) in _ALL.items()
}
"""The predicates of the lawbook by name. What was not read was not looked up."""

ASKS: dict[str, tuple[str, ...]] = {name: columns for name, (_, columns) in _ALL.items()}
"""The columns and side tables that would answer each predicate."""
