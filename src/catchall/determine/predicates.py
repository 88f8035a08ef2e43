"""Every question a rule may ask, by name. In: nothing; out: the registry.

A predicate answers YES, NO or UNKNOWN with a reason. It holds no number, date, country or word
list: those are its arguments, from the lawbook. A fact that is missing is UNKNOWN. A new
question goes to the module of its subject; ``docs/reference/rules.md`` tells all of them.
"""

from collections.abc import Callable

from catchall.determine import ask_goods, ask_papers, ask_parties, ask_places, ask_series
from catchall.determine.answers import Args, Told
from catchall.determine.facts import Facts

Predicate = Callable[[Facts, Args], Told]

_ALL: dict[str, tuple[Predicate, tuple[str, ...]]] = {
    **ask_places.QUESTIONS,
    **ask_goods.QUESTIONS,
    **ask_parties.QUESTIONS,
    **ask_papers.QUESTIONS,
    **ask_series.QUESTIONS,
}

PREDICATES: dict[str, Predicate] = {name: ask for name, (ask, _) in _ALL.items()}
"""The predicates of the lawbook by name."""

ASKS: dict[str, tuple[str, ...]] = {name: columns for name, (_, columns) in _ALL.items()}
"""The columns and side tables that would answer each predicate."""
